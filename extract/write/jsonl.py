"""JSON Lines: one file a kind of record, one record a line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from extract.records import Record
from extract.result import ArticleResult
from extract.write.streamed import write_streamed

HEADERS = {
    "articles.jsonl": b"",
    "mentions.jsonl": b"",
    "entities.jsonl": b"",
    "facts.jsonl": b"",
    "audit.jsonl": b"",
}

_encoder = msgspec.json.Encoder()


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the JSON Lines files of ``results`` into ``folder``."""
    write_streamed(results, folder, HEADERS, rows)


def rows(result: ArticleResult, with_text: bool) -> dict[str, bytes]:
    """The lines of one article; without ``text`` in articles.jsonl unless ``with_text``."""
    article = msgspec.structs.asdict(result.article)
    if not with_text:
        del article["text"]
    return {
        "articles.jsonl": _encoder.encode(article) + b"\n",
        "mentions.jsonl": lines(result.mentions),
        "entities.jsonl": lines(result.entities),
        "facts.jsonl": lines(result.facts),
        "audit.jsonl": lines(result.findings),
    }


def lines(records: Sequence[Record]) -> bytes:
    """``records`` as JSON Lines."""
    # A list: msgspec 0.22 leaks memory for each tuple whose lines it encodes.
    return _encoder.encode_lines(list(records))
