"""The tables of the SQLite database, made from those of `tables`, and the rows of an article.

Each table has the columns that stand once in its record; each list is a table of its own, named
as ``officials_titles`` is. ``mentions`` holds all mentions, with their types: so facts, whose
number or place may be a mention of several types, have one table to refer to.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from extract.records import MENTION_TYPES, Record
from extract.result import ArticleResult
from extract.write import tables
from extract.write.columns import Column
from extract.write.tables import TABLES, Reference, Table

_SQL_TYPES = {"day": "DATE", "integer": "INTEGER", "number": "NUMERIC", "boolean": "BOOLEAN"}
_PLACE = ("doc_id", "start")
_TO_MENTION = Reference(_PLACE, "mentions", _PLACE)
_FINDING = Column("finding", "integer", "The number of the finding within its article, from 0.")
_POSITION = Column("position", "integer", "The number of the item in its list, from 0.")
_TYPE = Column("type", "text", "The type of the mention: the table that says more of it.")
# Lists that go together item by item; every other list is a table of its own.
_TOGETHER = {"sentences": ("sent_starts", "sent_ends", "sentences")}
# What an item is called where that is not the list's name without its s.
_ITEMS = {"mentions": "start", "numbers": "start"}


class SqlTable(NamedTuple):
    """A table of the database.

    ``fields`` are the fields of a record that its columns come from; ``lists`` those that hold a
    list, of which each item makes a row. Rows go with the one that ``owner`` refers to.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    owner: Reference | None
    references: tuple[Reference, ...]
    fields: tuple[int, ...]
    lists: tuple[int, ...] = ()

    def create(self) -> str:
        """The statement that makes it; what a column means stands beside it."""
        lines = [f"{_declared(column)}, -- {column.description}" for column in self.columns]
        keys = [f"PRIMARY KEY ({_quoted(self.key)})"]
        if self.owner:
            keys.append(f"{_foreign(self.owner)} ON DELETE CASCADE")
        keys += map(_foreign, self.references)
        body = "\n  ".join(lines) + "\n  " + ",\n  ".join(keys)
        rowid = "" if self.name == "articles" else " WITHOUT ROWID"
        return f'CREATE TABLE "{self.name}" (\n  {body}\n){rowid}'

    def insert(self) -> str:
        """The statement that adds a row."""
        return f'INSERT INTO "{self.name}" VALUES ({", ".join("?" * len(self.columns))})'

    def rows(self, record: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        """The rows that a record adds."""
        own = tuple([record[field] for field in self.fields])
        if not self.lists:
            yield own
            return
        for number, items in enumerate(zip(*(record[field] for field in self.lists), strict=True)):
            yield (*own, number, *_flat(items))


def _declared(column: Column) -> str:
    needed = "" if column.nullable else " NOT NULL"
    return f'"{column.name}" {_SQL_TYPES.get(column.kind, "TEXT")}{needed}'


def _foreign(reference: Reference) -> str:
    return (
        f"FOREIGN KEY ({_quoted(reference.columns)}) "
        f'REFERENCES "{reference.table}" ({_quoted(reference.to)})'
    )


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _flat(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return msgspec.structs.astuple(items[0]) if isinstance(items[0], Record) else items


def _make(table: Table) -> Iterator[SqlTable]:
    """The tables that one of `tables` becomes: itself, and its lists."""
    columns = table.columns
    once = tuple(number for number, column in enumerate(columns) if not column.many)
    own = tuple(columns[number] for number in once)
    key = table.key
    owner, references = table.references[:1], table.references[1:]
    if table.record in MENTION_TYPES:
        owner = (_TO_MENTION,)
    elif table.name == "facts":
        owner = (_TO_MENTION,)
        references += tuple(
            Reference(("doc_id", name), "mentions", _PLACE)
            for name in ("place_start", "relates_to")
        )
    elif not key:
        key, own, once = ("doc_id", _FINDING.name), (*own, _FINDING), (*once, len(columns))
    yield SqlTable(table.name, own, key, owner[0] if owner else None, references, once)
    grouped = {name for names in _TOGETHER.values() for name in names} - set(_TOGETHER)
    places = {column.name: number for number, column in enumerate((*columns, _FINDING))}
    for column in columns:
        if column.many and column.name not in grouped:
            names = _TOGETHER.get(column.name, (column.name,))
            items = tuple(item for name in names for item in _items(columns[places[name]]))
            yield SqlTable(
                f"{table.name}_{column.name}",
                (*(c for c in own if c.name in key), _POSITION, *items),
                (*key, _POSITION.name),
                Reference(key, table.name, key),
                (_TO_MENTION,) if items[0].name == "start" and column.kind == "integer" else (),
                tuple(places[name] for name in key),
                tuple(places[name] for name in names),
            )


def _items(column: Column) -> tuple[Column, ...]:
    if column.parts:
        return column.parts
    name = _ITEMS.get(column.name, column.name.removesuffix("s"))
    return (column._replace(name=name, many=False),)


def _mentions() -> SqlTable:
    shared = MENTION_TYPES[0].__struct_fields__[:4]
    assert shared == ("doc_id", "start", "end", "text")
    known = {table.name: table for table in TABLES}["officials"]
    own = (*known.columns[:4], _TYPE)
    return SqlTable("mentions", own, _PLACE, known.references[0], (), (0, 1, 2, 3, 4))


_MADE = {table.name: tuple(_make(table)) for table in TABLES}
_MENTIONS = _mentions()
# Each stands behind those that it refers to.
SQL_TABLES = (
    _MADE["articles"][0],
    _MENTIONS,
    *(made for name in _MADE for made in _MADE[name] if made.name != "articles"),
)


def sql_rows(result: ArticleResult) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of one article by table of the database."""
    found: dict[str, list[tuple[Any, ...]]] = {
        "mentions": [(m.doc_id, m.start, m.end, m.text, m.type) for m in result.mentions]
    }
    for name, records in tables.rows(result).items():
        for made in _MADE[name]:
            rows = found.setdefault(made.name, [])
            for number, record in enumerate(records):
                rows += made.rows((*record, number))
    return found
