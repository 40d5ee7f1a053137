"""JSON Lines: one article a line, ``{"text": …}`` and what else is known of it."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from extract.article import Article
from extract.read.fields import Fields
from extract.read.limits import LONGEST_ARTICLE
from extract.read.record import WrongRecordError, article
from extract.read.sources import Source
from extract.records import ErrorRecord

BOM = b"\xef\xbb\xbf"


def read(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Article | ErrorRecord]:
    """One article a line; an ErrorRecord with the line's number for each that is none."""
    empty = True
    for number, line in enumerate(_lines(stream), 1):
        if number == 1:
            line = line.removeprefix(BOM)
        if not line.strip():
            continue
        empty = False
        try:
            yield article(json_object(line), source, number, fields)
        except WrongRecordError as error:
            yield source.error(str(error), number)
    if empty:
        yield source.error("empty")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is far too long, only its beginning, which is no JSON."""
    while line := stream.readline(LONGEST_ARTICLE):
        yield line
        while len(line) == LONGEST_ARTICLE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_ARTICLE)


def json_object(line: bytes) -> Mapping[str, Any]:
    """The JSON object that ``line`` holds; raises WrongRecordError where it holds none."""
    if len(line) >= LONGEST_ARTICLE:
        raise WrongRecordError(f"longer than {LONGEST_ARTICLE // 1_000_000} MB")
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        cause = "not UTF-8" if isinstance(error, UnicodeDecodeError) else f"broken JSON: {error}"
        raise WrongRecordError(cause) from None
    if not isinstance(record, dict):
        raise WrongRecordError('not a JSON object; each line must be one, such as {"text": …}')
    return record
