"""Parquet (``.parquet``): one article a row, read a few rows at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from extract.article import Article
from extract.read.fields import Fields
from extract.read.record import WrongRecordError, article
from extract.read.sources import Source
from extract.records import ErrorRecord

_ROWS = 64  # decoded at once
_BUFFER = 1 << 20  # bytes of a column read at once, however large its row group is


def read(stream: BinaryIO, source: Source, fields: Fields) -> Iterator[Article | ErrorRecord]:
    """One article a row; an ErrorRecord with the row's number, from 1, for each that is none."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield source.error("Parquet needs pyarrow: pip install 'meeting-extract[parquet]'")
        return
    number = 0
    try:
        with parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False) as file:
            names = file.schema_arrow.names
            if fields.text not in names:
                yield no_text_column(source, names, fields)
                return
            wanted = [name for name in fields.names() if name in names]
            for batch in file.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
                for record in batch.to_pylist():
                    number += 1
                    try:
                        yield article(record, source, number, fields)
                    except WrongRecordError as error:
                        yield source.error(str(error), number)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        cause = " ".join(str(error).split())[:200]
        yield source.error(f"broken Parquet: {cause}", number + 1 if number else None)
        return
    if not number:
        yield source.error("empty")


def no_text_column(source: Source, names: list[str], fields: Fields) -> ErrorRecord:
    """The error of a file without the column that should hold the text."""
    shown = ", ".join(names)[:200]
    return source.error(f"no column {fields.text!r} ({shown}); --text-field names it")
