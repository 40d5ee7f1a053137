"""SQLite: one database of typed tables with keys between them, and views of the usual questions."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from extract.result import ArticleResult
from extract.write.folder import OutputError
from extract.write.sqlite_tables import SQL_TABLES, sql_rows

FILE = "records.sqlite"
# Says in the file's header whose database it is: `MEET`.
APPLICATION = int.from_bytes(b"MEET", "big")
# Articles whose rows are inserted together, and characters of their texts.
_BATCH = 200
_BATCH_TEXT = 4_000_000
_WAIT = 30.0  # seconds that another program may hold the database


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write ``results`` into ``folder / "records.sqlite"``; `merge` where that is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    merge(results, folder / FILE)


def merge(results: Iterable[ArticleResult], database: Path) -> None:
    """Add ``results`` to a database, new or written by an earlier ``write`` or ``merge``.

    An article that is there already (by ``doc_id``) is replaced with all that belongs to it;
    nothing else changes. All happens in one transaction. Raises OutputError for a file that is no
    such database, or cannot be written; it is then as it was.
    """
    new = not database.exists() or (database.is_file() and not database.stat().st_size)
    done = False
    try:
        with contextlib.closing(
            sqlite3.connect(database, timeout=_WAIT, isolation_level=None)
        ) as connection:
            if not new:
                _check(connection, database)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            if new:
                _create(connection)
            _index(connection)
            for batch in _batches(results):
                _replace(connection, batch)
            connection.execute("COMMIT")
            done = True
    except sqlite3.Error as error:
        raise OutputError(f"{database}: {error}") from None
    finally:
        if new and not done:
            database.unlink(missing_ok=True)


def _create(connection: sqlite3.Connection) -> None:
    for table in SQL_TABLES:
        connection.execute(table.create())
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _check(connection: sqlite3.Connection, database: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise OutputError(f"{database}: is no database that meeting-extract has written")
    for table in SQL_TABLES:
        found = connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        if [row[1] for row in found] != [column.name for column in table.columns]:
            raise OutputError(
                f"{database}: table {table.name!r} has other columns: another version of "
                "meeting-extract wrote it; write into a new file"
            )


def _index(connection: sqlite3.Connection) -> None:
    script = (files("extract.write") / "sqlite_views.sql").read_text(encoding="utf-8")
    # Not `executescript`, which would end the transaction.
    for statement in script.split(";\n"):
        connection.execute(statement)


def _batches(results: Iterable[ArticleResult]) -> Iterator[list[ArticleResult]]:
    """Some results at a time, none twice in a batch."""
    batch: dict[str, ArticleResult] = {}
    size = 0
    for result in results:
        if len(batch) == _BATCH or size > _BATCH_TEXT or result.article.doc_id in batch:
            yield list(batch.values())
            batch, size = {}, 0
        batch[result.article.doc_id] = result
        size += len(result.article.text)
    yield list(batch.values())


def _replace(connection: sqlite3.Connection, batch: list[ArticleResult]) -> None:
    connection.executemany(
        'DELETE FROM "articles" WHERE "doc_id" = ?',
        [(result.article.doc_id,) for result in batch],
    )
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for result in batch:
        for name, added in sql_rows(result).items():
            rows.setdefault(name, []).extend(added)
    for table in SQL_TABLES:
        connection.executemany(table.insert(), rows.get(table.name, []))
