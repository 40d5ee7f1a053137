"""CSV, one tidy table a type, for spreadsheets: UTF-8 with BOM, no cell that acts as a formula."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract.result import ArticleResult
from extract.write import tables
from extract.write.columns import Column
from extract.write.streamed import write_streamed
from extract.write.tables import TABLES, Table

BOM = b"\xef\xbb\xbf"  # without it spreadsheets show `Nguyễn` as mojibake
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Whole texts do not fit the cells of a spreadsheet, and lists of records no cell: both stand in
# articles.jsonl.
_LEFT_OUT = {"articles": {"regions", "text"}}


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table that its CSV file has."""
    left_out = _LEFT_OUT.get(table.name, set())
    return tuple(column for column in table.columns if column.name not in left_out)


def file_of(table: str) -> str:
    """The name of a table's file."""
    return f"{table}.csv"


def as_csv(rows: Iterable[Iterable[Any]]) -> bytes:
    """``rows`` as CSV in UTF-8, cells quoted where they need it."""
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue().encode("utf-8")


HEADERS = {
    file_of(table.name): BOM + as_csv([[column.name for column in columns(table)]])
    for table in TABLES
}
_KEPT = {
    table.name: [number for number, column in enumerate(table.columns) if column in columns(table)]
    for table in TABLES
}


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the tables of ``results`` into ``folder``."""
    write_streamed(results, folder, HEADERS, rows)


def rows(result: ArticleResult, _: bool) -> dict[str, bytes]:
    """The lines of one article in each table."""
    return {
        file_of(name): as_csv([_cells(name, row) for row in found])
        for name, found in tables.rows(result).items()
    }


def _cells(table: str, row: tuple[Any, ...]) -> list[Any]:
    return [cell(row[number]) for number in _KEPT[table]]


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
