"""Reads the folder that ``meeting-extract run`` wrote, as far as it is scored."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from extract.score.gold import holds_labels, read_gold, read_lines
from extract.score.labels import ATTRIBUTES, FACT_KEYS, NUMBER_TYPES, LabelError, Labels, in_order

_PLACED = ("doc_id", "type", "start", "end")


class Output(NamedTuple):
    """What a run found, by ``doc_id``, and the sources of articles that it could not read."""

    directory: Path
    articles: dict[str, Labels]
    failed: frozenset[str]


def read_output(directory: Path, texts: Path | None = None) -> Output:
    """The output in a folder; ``texts`` holds ``DOC_ID.txt``, for an output without its texts.

    A folder of labels (no ``articles.jsonl``, but ``DOC_ID.jsonl``) is read as an output too, so
    that two labellings can be scored against each other; it always needs ``texts``.
    """
    if not directory.is_dir():
        raise LabelError(f"{directory}: no such folder")
    if holds_labels(directory):
        if texts is None:
            raise LabelError(
                f"{directory}: labels without their articles: name their folder with --texts"
            )
        found = read_gold(directory, read_texts(texts))
        for doc_id, labels in found.items():
            if labels.text is None:
                raise LabelError(
                    f"{texts / doc_id}.txt: no such article (of {directory / doc_id}.jsonl)"
                )
        return Output(directory, found, frozenset())
    articles_path, mentions_path = directory / "articles.jsonl", directory / "mentions.jsonl"
    for path in (articles_path, mentions_path):
        if not path.exists():
            raise LabelError(f"{path}: no such file: is {directory} the output folder of a run?")
    article_texts = _article_texts(articles_path, texts)
    mentions = _by_article(mentions_path, article_texts, _wrong_mention)
    facts_path = directory / "facts.jsonl"
    facts = _by_article(facts_path, article_texts, _wrong_fact) if facts_path.exists() else None
    articles = {
        doc_id: Labels(doc_id, mentions[doc_id], facts[doc_id] if facts is not None else None, text)
        for doc_id, text in article_texts.items()
    }
    return Output(directory, articles, _failed(directory / "errors.jsonl"))


def read_texts(directory: Path) -> dict[str, str]:
    """The ``*.txt`` below a folder, by path without ending; decoded as UTF-8, a BOM dropped."""
    if not directory.is_dir():
        raise LabelError(f"{directory}: no such folder of articles")
    texts = {}
    for path in sorted(directory.rglob("*.txt")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise LabelError(f"{path}: not UTF-8 at byte {error.start}") from None
        texts[path.relative_to(directory).as_posix().removesuffix(".txt")] = text
    return texts


def _article_texts(path: Path, texts: Path | None) -> dict[str, str]:
    known = read_texts(texts) if texts else {}
    found: dict[str, str] = {}
    for number, article in _records(path):
        doc_id = article.get("doc_id")
        if not isinstance(doc_id, str):
            raise LabelError(f"{path}: line {number}: no 'doc_id'")
        if doc_id in found:
            raise LabelError(f"{path}: line {number}: the article {doc_id!r} stands twice")
        text = article.get("text") or known.get(doc_id)
        if text is None:
            raise LabelError(
                f"{path}: line {number}: the article {doc_id!r} has no 'text' "
                "(run without --no-text, or name the folder of the articles with --texts)"
            )
        found[doc_id] = text
    return dict(sorted(found.items()))


def _by_article(
    path: Path, texts: Mapping[str, str], wrong: Any
) -> dict[str, tuple[Mapping[str, Any], ...]]:
    groups: dict[str, list[dict[str, Any]]] = {doc_id: [] for doc_id in texts}
    for number, record in _records(path):
        cause = wrong(record, texts)
        if cause:
            raise LabelError(f"{path}: line {number}: {cause}")
        groups[record["doc_id"]].append(record)
    return {doc_id: in_order(group) for doc_id, group in groups.items()}


def _wrong_mention(record: Mapping[str, Any], texts: Mapping[str, str]) -> str | None:
    wanted = (*_PLACED, "text", *ATTRIBUTES.get(str(record.get("type")), ()))
    cause = _wrong_place(record, texts, wanted, ATTRIBUTES)
    if cause:
        return cause
    shapes = {"name": str, "titles": list, "item": str | None}
    for key, shape in shapes.items():
        if key in record and not isinstance(record[key], shape):
            return f"{key} is {record[key]!r}"
    found = texts[record["doc_id"]][record["start"] : record["end"]]
    return None if found == record["text"] else f"{record['text']!r} is {found!r} in the article"


def _wrong_fact(record: Mapping[str, Any], texts: Mapping[str, str]) -> str | None:
    return _wrong_place(record, texts, (*_PLACED, *FACT_KEYS), NUMBER_TYPES)


def _wrong_place(
    record: Mapping[str, Any], texts: Mapping[str, str], wanted: Iterable[str], types: Iterable[str]
) -> str | None:
    missing = [key for key in wanted if key not in record]
    if missing:
        return f"no {missing[0]!r}"
    if record["type"] not in types:
        return f"unknown type {record['type']!r} (known: {', '.join(types)})"
    if record["doc_id"] not in texts:
        return f"no article {record['doc_id']!r} in articles.jsonl"
    start, end = record["start"], record["end"]
    if not (type(start) is type(end) is int and 0 <= start < end <= len(texts[record["doc_id"]])):
        return f"no span of the article: [{start}, {end})"
    return None


def _failed(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    return frozenset(str(record.get("source")) for _, record in _records(path))


def _records(path: Path) -> list[tuple[int, dict[str, Any]]]:
    records = []
    for number, line in read_lines(path):
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LabelError(f"{path}: line {number}: {error}") from None
        if not isinstance(record, dict):
            raise LabelError(f"{path}: line {number}: not a JSON object")
        records.append((number, record))
    return records
