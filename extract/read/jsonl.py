"""JSON Lines: one article a line, ``{"text": …}`` and what else is known of it."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from extract.article import Article
from extract.day_stamp import find_day, iso_day
from extract.read.fields import Fields
from extract.read.sources import Source
from extract.records import ErrorRecord

_BOM = b"\xef\xbb\xbf"


class _WrongRecordError(ValueError):
    """A line is no article; the message says why."""


def read(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Article | ErrorRecord]:
    """One article a line; an ErrorRecord with the line's number for each that is none."""
    empty = True
    for number, line in enumerate(stream, 1):
        if number == 1:
            line = line.removeprefix(_BOM)
        if not line.strip():
            continue
        empty = False
        try:
            yield _article(_record(line), source, number, fields)
        except _WrongRecordError as error:
            yield source.error(str(error), number)
    if empty:
        yield source.error("empty")


def looks_like(stream: BinaryIO) -> bool:
    """Whether ``stream`` (stdin) holds JSON Lines: its first character is ``{``."""
    assert isinstance(stream, io.BufferedReader)
    return stream.peek(64).removeprefix(_BOM).lstrip().startswith(b"{")


def _record(line: bytes) -> Mapping[str, Any]:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        cause = "not UTF-8" if isinstance(error, UnicodeDecodeError) else f"broken JSON: {error}"
        raise _WrongRecordError(cause) from None
    if not isinstance(record, dict):
        raise _WrongRecordError('not a JSON object; each line must be one, such as {"text": …}')
    return record


def _article(record: Mapping[str, Any], source: Source, number: int, fields: Fields) -> Article:
    text = _string(record, fields.text)
    if text is None:
        raise _WrongRecordError(f"no {fields.text!r} in the record")
    if not text.strip():
        raise _WrongRecordError(f"{fields.text!r} is empty")
    return Article(
        text=text,
        doc_id=_string(record, fields.id) or f"{source.stem}#{number}",
        source=source.name,
        record=number,
        title=_string(record, fields.title) or None,
        url=_string(record, fields.url) or None,
        published=_published(record, fields.published),
        author=_author(record, fields.author),
    )


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # an id that is a number
    if value is None or isinstance(value, str):
        return value
    raise _WrongRecordError(
        f"{field!r} must be a string, not {msgspec.json.encode(value).decode()[:40]}"
    )


def _author(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(value) or None
    return _string(record, field) or None


def _published(record: Mapping[str, Any], field: str) -> str | None:
    value = _string(record, field)
    if value is None or not value.strip():
        return None
    try:
        return iso_day(value)
    except ValueError as error:
        day = find_day(value)  # July 10, 2024; 10/07/2024
        if day is None:
            raise _WrongRecordError(f"{field!r}: {error}") from None
        return day
