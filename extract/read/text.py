"""Text files (``.txt``, ``.md``): one article a file."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from extract.article import Article
from extract.read.fields import Fields
from extract.read.limits import TooLongError, read_whole
from extract.read.page import Page
from extract.read.sources import Source
from extract.records import ErrorRecord

Reader = Callable[[BinaryIO, Source, Fields], Iterator[Article | ErrorRecord | Page]]

UTF16 = (b"\xff\xfe", b"\xfe\xff")
NOT_UTF16 = "UTF-16, not UTF-8; save it as UTF-8"


def read(stream: BinaryIO, source: Source, _: Fields) -> Iterator[Article | ErrorRecord]:
    """The one article of a text file: its content as UTF-8, a BOM dropped, else unchanged."""
    try:
        raw = read_whole(stream)
    except TooLongError as error:
        yield source.error(str(error))
        return
    cause = _why_unreadable(raw)
    if cause is not None:
        yield source.error(cause)
        return
    yield Article(text=raw.decode("utf-8-sig"), doc_id=source.stem, source=source.name)


def _why_unreadable(raw: bytes) -> str | None:
    if not raw.strip():
        return "empty"
    if raw.startswith(UTF16):
        return NOT_UTF16
    if b"\0" in raw:
        return "binary, not text"
    try:
        decoded = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(error, raw)
    return None if decoded.strip() else "empty"


def not_utf8(error: UnicodeDecodeError, raw: bytes) -> str:
    """Where and why ``raw`` is not UTF-8."""
    line = raw.count(b"\n", 0, error.start) + 1
    return f"not UTF-8: byte 0x{error.object[error.start]:02x} in line {line}; save it as UTF-8"
