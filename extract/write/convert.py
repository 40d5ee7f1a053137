"""Other formats from an earlier output, without extracting again."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from extract import write
from extract.job import cause
from extract.records import ErrorRecord
from extract.write import sqlite
from extract.write.folder import OutputError
from extract.write.read_back import results
from extract.write.scratch import Scratch


def convert(
    source: Path, target: Path, formats: tuple[str, ...], *, overwrite: bool = False
) -> Iterator[ErrorRecord]:
    """Write ``formats`` of the output in ``source`` into ``target``, which may be the same folder.

    Other files in ``target`` stay as they are; those of ``formats`` are replaced only with
    ``overwrite``. Yields an error for each format that failed, the others are written. Raises
    OutputError where ``source`` is no output, or ``target`` cannot be written.
    """
    results(source)  # says at once where it is no output
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target}: is a file; the output is a folder (-o DIR)")
    for name in write.files(formats):
        if (target / name).exists() and not overwrite:
            raise OutputError(f"{target / name}: is there already; add --overwrite to replace it")
    return _convert(source, target, formats)


def merge(source: Path, database: Path) -> None:
    """Add the output in ``source`` to a SQLite database, new or not; see `sqlite.merge`."""
    sqlite.merge(results(source), database)


def _convert(source: Path, target: Path, formats: tuple[str, ...]) -> Iterator[ErrorRecord]:
    new = not target.exists()
    for name in formats:
        made = write.FORMATS[name]
        scratch = Scratch(target, name)
        try:
            scratch.make(made.write, results(source, need_text=made.needs_text))
            scratch.put()
        except OutputError as error:
            yield ErrorRecord(source=f"--format {name}", record=None, error=str(error))
        except Exception as error:
            yield ErrorRecord(source=f"--format {name}", record=None, error=cause(error))
    if new:
        with contextlib.suppress(OSError):  # holds something, or was never made
            target.rmdir()
