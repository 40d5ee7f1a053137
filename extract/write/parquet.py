"""Parquet: a file a table, with typed columns, for data frames and query engines."""

import contextlib
import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extract.records import SCHEMA_VERSION
from extract.result import ArticleResult
from extract.write import tables
from extract.write.columns import Column
from extract.write.tables import TABLES, Table

if TYPE_CHECKING:  # brought by an extra, and takes a while to load
    import pyarrow

FILES = tuple(f"{table.name}.parquet" for table in TABLES)
# What a row group holds, and what waits in memory: rows, and characters of the articles' texts.
_GROUP = 5_000
_GROUP_TEXT = 8_000_000


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write ``articles.parquet``, ``officials.parquet`` and so on into ``folder``.

    Days are dates, values doubles, lists lists. The library pyarrow comes with the extra
    ``parquet``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        files = {
            table.name: stack.enter_context(contextlib.closing(_File(table, folder)))
            for table in TABLES
        }
        size = 0
        for result in results:
            size += len(result.article.text)
            for name, rows in tables.rows(result).items():
                files[name].add(rows)
            if size > _GROUP_TEXT:
                files["articles"].flush()
                size = 0


class _File:
    """A growing Parquet file; its last rows are written with ``close()``."""

    def __init__(self, table: Table, folder: Path) -> None:
        from pyarrow import parquet

        self._schema = _schema(table)
        self._columns = table.columns
        self._rows: list[tuple[Any, ...]] = []
        path = folder / f"{table.name}.parquet"
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: list[tuple[Any, ...]]) -> None:
        """Take rows, to be written when there are enough."""
        self._rows += rows
        if len(self._rows) >= _GROUP:
            self.flush()

    def close(self) -> None:
        """Write the last rows."""
        self.flush()
        self._writer.close()

    def flush(self) -> None:
        """Write a row group of the rows that wait."""
        import pyarrow

        if self._rows:
            arrays = [
                pyarrow.array(map(_cell(column), cells), self._schema.field(column.name).type)
                for column, cells in zip(self._columns, zip(*self._rows, strict=True), strict=True)
            ]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
            self._rows = []


def _schema(table: Table) -> "pyarrow.Schema":
    import pyarrow

    fields = [
        pyarrow.field(
            column.name,
            _type(column),
            nullable=column.nullable,
            metadata={"description": column.description, "unit": column.unit or ""},
        )
        for column in table.columns
    ]
    about = {"description": table.description, "meeting-extract-schema": SCHEMA_VERSION}
    return pyarrow.schema(fields, metadata=about)


def _type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    if column.many:
        return pyarrow.list_(_type(column._replace(many=False)))
    if column.parts:
        return pyarrow.struct([(part.name, _type(part)) for part in column.parts])
    types = {
        "text": pyarrow.string(),
        "day": pyarrow.date32(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    return types[column.kind]


def _cell(column: Column) -> Callable[[Any], Any]:
    """How a value of a record becomes one that Arrow takes for this column."""
    if column.kind == "day":
        return lambda value: value and datetime.date.fromisoformat(value)
    if column.kind == "number":  # Arrow refuses whole numbers that a double cannot hold exactly
        return lambda value: None if value is None else float(value)
    if column.kind == "record":
        return lambda value: [msgspec.structs.asdict(item) for item in value]
    return lambda value: value
