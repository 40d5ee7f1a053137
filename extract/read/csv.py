"""Tables (``.csv``, ``.tsv``): one article a row, the fields named by the first row."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from extract.article import Article
from extract.read.fields import Fields
from extract.read.limits import LONGEST_ARTICLE
from extract.read.record import WrongRecordError, article
from extract.read.sources import Source
from extract.read.text import NOT_UTF16, UTF16
from extract.records import ErrorRecord

_COMMAS = (",", ";", "\t")  # of .csv; the one with which the first row names the text is meant
_STREAM_ENDS = "unexpected end of data"  # csv's words for a quotation mark that is never closed


def read(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Article | ErrorRecord]:
    """One article a row; an ErrorRecord with the row's number for each that is none.

    Rows count as in a spreadsheet: the header is row 1.
    """
    # Bytes that are no UTF-8 become lone surrogates, which tell of them in their row.
    lines = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    first = lines.readline(LONGEST_ARTICLE)
    if not first.strip():
        yield source.error("empty")
        return
    if first.encode("utf-8", "surrogateescape").startswith(UTF16):
        yield source.error(NOT_UTF16)
        return
    is_tsv = source.ending.startswith(".tsv")
    found = _columns(first, fields.text, ("\t",) if is_tsv else _COMMAS)
    if found is None:
        yield source.error(_no_text_column(first, fields.text, "\t" if is_tsv else ","))
        return
    columns, comma = found
    csv.field_size_limit(LONGEST_ARTICLE)
    rows = csv.reader(_bounded(lines), delimiter=comma, strict=True)
    number, empty = 1, True
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            empty = False
            yield source.error(_broken(error), number)
            if rows.line_num and str(error).startswith("field larger"):
                return  # where the next row begins, nothing tells
            continue
        if not row:
            continue
        empty = False
        try:
            yield _article(row, columns, source, number, fields)
        except WrongRecordError as error:
            yield source.error(str(error), number)
    if empty:
        yield source.error("no row below the header")


def _columns(first: str, text_field: str, commas: tuple[str, ...]) -> tuple[list[str], str] | None:
    for comma in commas:
        columns = _cells(first, comma)
        if text_field in columns:
            return columns, comma
    return None


def _cells(line: str, comma: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line], delimiter=comma), [])]


def _no_text_column(first: str, text_field: str, comma: str) -> str:
    names = ", ".join(_cells(first, comma))[:200].encode("utf-8", "replace").decode()
    return f"no column {text_field!r} in the first row ({names}); --text-field names another"


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(LONGEST_ARTICLE):
        yield line


def _broken(error: csv.Error) -> str:
    if _STREAM_ENDS in str(error):
        return "a quotation mark that opens here is never closed"
    return f"broken row: {error}"


def _article(
    row: list[str], columns: list[str], source: Source, number: int, fields: Fields
) -> Article:
    if len(row) != len(columns):
        raise WrongRecordError(f"{len(row)} columns, but the first row names {len(columns)}")
    record = dict(zip(columns, row, strict=True))
    text = record[fields.text]
    if "\0" in text:
        raise WrongRecordError("binary, not text")
    try:
        "".join(row).encode("utf-8")
    except UnicodeEncodeError:
        raise WrongRecordError("not UTF-8; save the table as UTF-8") from None
    return article(record, source, number, fields)
