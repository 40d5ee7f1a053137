"""The tables that records make, one a type, with their keys: those of CSV, Parquet and SQLite."""

import inspect
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from extract.records import (
    Agency,
    ArticleRecord,
    Date,
    Entity,
    Fact,
    Finding,
    Locality,
    Official,
    Percentage,
    Quantity,
    Record,
)
from extract.result import ArticleResult
from extract.write.columns import Column, columns_of


class Reference(NamedTuple):
    """A foreign key: ``columns`` hold what stands in the columns ``to`` of ``table``."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Table(NamedTuple):
    """A table: its columns are the fields of ``record``. Findings have no ``key`` of their own."""

    name: str
    record: type[Record]
    key: tuple[str, ...]
    references: tuple[Reference, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns; the text of an article may be missing, as ``--no-text`` leaves it out."""
        found = columns_of(self.record)
        if self.record is ArticleRecord:
            return tuple(c._replace(nullable=c.nullable or c.name == "text") for c in found)
        return found

    @property
    def description(self) -> str:
        """What a row of the table is."""
        return " ".join((inspect.getdoc(self.record) or "").replace("``", "'").split())


_ARTICLE = Reference(("doc_id",), "articles", ("doc_id",))
_ENTITY = Reference(("doc_id", "entity"), "entities", ("doc_id", "entity"))
_PLACE = ("doc_id", "start")

# Each stands behind those that it refers to.
TABLES = (
    Table("articles", ArticleRecord, ("doc_id",), ()),
    Table("entities", Entity, ("doc_id", "entity"), (_ARTICLE,)),
    Table("officials", Official, _PLACE, (_ARTICLE, _ENTITY)),
    Table("agencies", Agency, _PLACE, (_ARTICLE, _ENTITY)),
    Table("localities", Locality, _PLACE, (_ARTICLE, _ENTITY)),
    Table("quantities", Quantity, _PLACE, (_ARTICLE,)),
    Table("percentages", Percentage, _PLACE, (_ARTICLE,)),
    Table("dates", Date, _PLACE, (_ARTICLE,)),
    Table(
        "facts",
        Fact,
        _PLACE,
        (
            _ARTICLE,
            Reference(("doc_id", "period_start"), "dates", _PLACE),
            Reference(("doc_id", "baseline_start"), "dates", _PLACE),
        ),
    ),
    Table("audit", Finding, (), (_ARTICLE,)),
)

_OF_TYPE = {table.record: table.name for table in TABLES}


def rows(result: ArticleResult) -> Mapping[str, list[tuple[Any, ...]]]:
    """The rows of one article by table; tables to which it adds nothing are left out."""
    article = result.article
    text = {} if article.text else {"text": None}
    found: dict[str, list[tuple[Any, ...]]] = {
        "articles": [tuple({**msgspec.structs.asdict(article), **text}.values())]
    }
    for records in (result.entities, result.mentions, result.facts, result.findings):
        for record in records:
            found.setdefault(_OF_TYPE[type(record)], []).append(msgspec.structs.astuple(record))
    return found
