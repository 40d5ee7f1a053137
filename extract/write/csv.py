"""CSV, one tidy table a type, for spreadsheets: UTF-8 with BOM, no cell that acts as a formula."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from extract.records import MENTION_TYPES, Entity, Fact, Finding, Record
from extract.result import ArticleResult
from extract.write.streamed import write_streamed

_BOM = b"\xef\xbb\xbf"  # without it spreadsheets show `Nguyễn` as mojibake
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_FILES = {
    "official": "officials.csv",
    "agency": "agencies.csv",
    "locality": "localities.csv",
    "quantity": "quantities.csv",
    "percentage": "percentages.csv",
    "date": "dates.csv",
}
_ENTITIES = "entities.csv"
_FACTS = "facts.csv"
_AUDIT = "audit.csv"


def _columns(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(record))


def _table(lines: Iterable[Iterable[Any]]) -> bytes:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(lines)
    return table.getvalue().encode("utf-8")


HEADERS = {
    _FILES[str(record.__struct_config__.tag)]: _BOM + _table([_columns(record)])
    for record in MENTION_TYPES
} | {
    _ENTITIES: _BOM + _table([_columns(Entity)]),
    _FACTS: _BOM + _table([_columns(Fact)]),
    _AUDIT: _BOM + _table([_columns(Finding)]),
}


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the tables of ``results`` into ``folder``."""
    write_streamed(results, folder, HEADERS, rows)


def rows(result: ArticleResult, _: bool) -> dict[str, bytes]:
    """The lines of one article in each table."""
    lines: dict[str, list[list[Any]]] = {}
    for mention in result.mentions:
        lines.setdefault(_FILES[mention.type], []).append(_cells(mention))
    if result.entities:
        lines[_ENTITIES] = [_cells(entity) for entity in result.entities]
    if result.facts:
        lines[_FACTS] = [_cells(fact) for fact in result.facts]
    if result.findings:
        lines[_AUDIT] = [_cells(finding) for finding in result.findings]
    return {file: _table(table) for file, table in lines.items()}


def _cells(record: Record) -> list[Any]:
    return [cell(value) for value in msgspec.structs.astuple(record)]


def cell(value: Any) -> Any:
    """A value as it stands in a cell: lists joined with ``; ``, a string never a formula.

    >>> cell(("Minister", "Member")), cell("=1+1"), cell(-2.5), cell(True), cell(None)
    ('Minister; Member', "'=1+1", -2.5, 'true', None)
    """
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
