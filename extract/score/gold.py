"""Reads a folder of labels and checks every line.

``STEM.jsonl`` holds the mentions of the article whose ``doc_id`` is STEM, ``STEM.facts.jsonl`` its
facts (no such file: the article's facts are not scored). ``SHA256SUMS``, if there, names the texts
that were labelled, as ``sha256sum *.txt`` prints them.
"""

import datetime
import hashlib
import typing
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote

import msgspec

from extract.records import MENTION_TYPES, Direction, Role
from extract.score.labels import ATTRIBUTES, REFERENCES, LabelError, Labels, in_order

Offset = Annotated[int, msgspec.Meta(ge=0)]
_FACTS = ".facts.jsonl"


def _label_type(record: type[Any]) -> Any:
    """The shape of a label line: the record's attributes that are labelled, and nothing else."""
    tag = str(record.__struct_config__.tag)
    hints = typing.get_type_hints(record)
    fields: list[Any] = [("start", Offset), ("end", Offset), ("text", str)]
    fields += [(name, hints[name]) for name in ATTRIBUTES[tag]]
    fields.append(("must", bool, False))
    return msgspec.defstruct(
        tag.title(), fields, kw_only=True, tag=tag, tag_field="type", forbid_unknown_fields=True
    )


# A label line of any type.
MENTION: Any = typing.Union[tuple(_label_type(record) for record in MENTION_TYPES)]  # noqa: UP007


class FactLine(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The shape of a fact line."""

    start: Offset
    end: Offset
    type: typing.Literal["quantity", "percentage"]
    measure: str
    measure_start: Offset
    measure_end: Offset
    period_start: Offset | None
    baseline_start: Offset | None
    place_start: Offset | None
    role: Role
    direction: Direction | None
    status: typing.Literal["actual", "estimate", "target", "plan"]
    relates_to: Offset | None


def read_gold(directory: Path, texts: Mapping[str, str] | None = None) -> dict[str, Labels]:
    """The labels of a folder by ``doc_id``; ``texts`` are the articles to check them against.

    Raises LabelError, naming the file, the line and the cause, for a line that breaks the format
    or does not fit its article's text.
    """
    if not directory.is_dir():
        raise LabelError(f"{directory}: no such folder of labels")
    paths = [path for path in sorted(directory.rglob("*.jsonl")) if not path.name.endswith(_FACTS)]
    if not paths:
        raise LabelError(f"{directory}: no labels in it (wanted: DOC_ID.jsonl)")
    texts = texts or {}
    _check_sums(directory, texts)
    gold = {}
    for path in paths:
        doc_id = unquote(path.relative_to(directory).as_posix().removesuffix(".jsonl"))
        gold[doc_id] = _read_article(path, doc_id, texts.get(doc_id))
    for path in sorted(directory.rglob(f"*{_FACTS}")):
        if unquote(path.relative_to(directory).as_posix().removesuffix(_FACTS)) not in gold:
            raise LabelError(
                f"{path}: facts without the mentions file {path.name[: -len(_FACTS)]}.jsonl"
            )
    return gold


def holds_labels(directory: Path) -> bool:
    """Whether a folder looks like labels, not like the output of a run."""
    of_a_run = (directory / name for name in ("articles.jsonl", "mentions.jsonl"))
    return not any(path.exists() for path in of_a_run) and any(directory.rglob("*.jsonl"))


def read_lines(path: Path) -> list[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers."""
    lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _read_article(path: Path, doc_id: str, text: str | None) -> Labels:
    mentions: list[tuple[int, dict[str, Any]]] = []
    for number, line in read_lines(path):
        mention = _decode(path, number, line, MENTION)
        _refuse(path, number, wrong_mention(mention, text))
        mentions.append((number, mention))
    mentions.sort(key=lambda pair: (pair[1]["start"], pair[1]["end"], pair[0]))
    for (first, before), (second, mention) in pairwise(mentions):
        if mention["start"] < before["end"]:
            _refuse(
                path, second, f"{mention['text']!r} overlaps {before['text']!r} of line {first}"
            )
    types = {mention["start"]: mention["type"] for _, mention in mentions}
    ends = {mention["start"]: mention["end"] for _, mention in mentions}
    facts = None
    facts_path = path.with_name(path.name.removesuffix(".jsonl") + _FACTS)
    if facts_path.exists():
        facts = []
        seen: dict[int, int] = {}
        for number, line in read_lines(facts_path):
            fact = _decode(facts_path, number, line, FactLine)
            _refuse(facts_path, number, wrong_fact(fact, types, ends, text))
            if (first := seen.setdefault(fact["start"], number)) != number:
                _refuse(facts_path, number, f"a second fact of the number of line {first}")
            facts.append(fact)
    return Labels(
        doc_id,
        tuple(mention for _, mention in mentions),
        None if facts is None else in_order(facts),
        text,
    )


def _decode(path: Path, number: int, line: bytes, shape: Any) -> dict[str, Any]:
    try:
        record: dict[str, Any] = msgspec.to_builtins(msgspec.json.decode(line, type=shape))
        return record
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: line {number}: {error}") from None


def _refuse(path: Path, number: int, cause: str | None) -> None:
    if cause:
        raise LabelError(f"{path}: line {number}: {cause}")


def wrong_mention(mention: Mapping[str, Any], text: str | None) -> str | None:
    """What is wrong with a label line of the right shape; None where nothing is."""
    start, end, words = mention["start"], mention["end"], mention["text"]
    if end - start != len(words) or not words:
        return f"{words!r} has {len(words)} characters, its span [{start}, {end}) {end - start}"
    if words != words.strip():
        return f"{words!r} starts or ends with a blank"
    if text is not None and text[start:end] != words:
        return (
            f"{words!r} at [{start}, {end}) is {text[start:end]!r} in the article: "
            "these labels are of another text"
        )
    if mention["type"] == "percentage" and not _direction_fits(mention):
        return f"a {mention['role']} has direction {mention['direction']!r}"
    return _wrong_days(mention) if mention["type"] == "date" else None


def _wrong_days(mention: Mapping[str, Any]) -> str | None:
    days = [mention["first_day"], mention["last_day"]]
    for day in days:
        try:
            if day is not None and datetime.date.fromisoformat(day).isoformat() != day:
                return f"{day!r} is no day like 2024-07-10"
        except ValueError:
            return f"{day!r} is no day like 2024-07-10"
    if None not in days and days[0] > days[1]:
        return f"first_day {days[0]} is after last_day {days[1]}"
    return None


def _direction_fits(record: Mapping[str, Any]) -> bool:
    return bool(record["role"] == "change") == (record["direction"] is not None)


def wrong_fact(
    fact: Mapping[str, Any], types: Mapping[int, str], ends: Mapping[int, int], text: str | None
) -> str | None:
    """What is wrong with a fact line, given the types and ends of the mentions by their starts."""
    start, end = fact["start"], fact["end"]
    if types.get(start) != fact["type"] or ends[start] != end:
        return f"no {fact['type']} at [{start}, {end}) among the mentions"
    if not _direction_fits(fact):
        return f"a {fact['role']} has direction {fact['direction']!r}"
    span = (fact["measure_start"], fact["measure_end"])
    if span[1] - span[0] != len(fact["measure"]) or not fact["measure"]:
        return f"measure {fact['measure']!r} is not as long as its span [{span[0]}, {span[1]})"
    if text is not None and text[span[0] : span[1]] != fact["measure"]:
        return f"measure {fact['measure']!r} is {text[span[0] : span[1]]!r} in the article"
    for key, allowed in REFERENCES.values():
        at = fact[key]
        if at is not None and (types.get(at) not in allowed or at == start):
            return f"{key} {at} is not the start of another mention of type {' or '.join(allowed)}"
    return None


def _check_sums(directory: Path, texts: Mapping[str, str]) -> None:
    path = directory / "SHA256SUMS"
    if not path.exists():
        return
    for number, line in read_lines(path):
        digest, _, name = line.decode("utf-8", "replace").strip().partition(" ")
        doc_id = name.lstrip(" *").removesuffix(".txt")
        if doc_id not in texts:
            continue
        found = hashlib.sha256(texts[doc_id].encode("utf-8", "surrogatepass")).hexdigest()
        if found != digest:
            raise LabelError(
                f"{path}: line {number}: the article {doc_id!r} has sha256 {found[:12]}…, "
                f"the labelled text {digest[:12]}…: these labels are of another text"
            )
