"""Columns made from the fields of records."""

import msgspec
import pytest

from extract import glossary
from extract.records import ArticleRecord, Date, Entity, Fact, Quantity, Record
from extract.write.columns import columns_of


def column(record, name):
    return next(column for column in columns_of(record) if column.name == name)


@pytest.mark.parametrize(
    ("record", "name", "kind", "nullable", "many"),
    [
        (Quantity, "doc_id", "text", False, False),
        (Quantity, "start", "integer", False, False),
        (Quantity, "value", "number", True, False),
        (Quantity, "problem", "text", True, False),
        (Date, "first_day", "day", True, False),
        (Fact, "points", "boolean", False, False),
        (Fact, "relates_to", "integer", True, False),
        (Entity, "titles", "text", False, True),
        (Entity, "mentions", "integer", False, True),
        (ArticleRecord, "regions", "record", False, True),
        (ArticleRecord, "published", "day", True, False),
    ],
)
def test_kinds(record, name, kind, nullable, many):
    found = column(record, name)
    assert (found.kind, found.nullable, found.many) == (kind, nullable, many)


def test_choices_and_parts():
    assert column(Fact, "status").choices == ("actual", "estimate", "plan", "target")
    assert column(Date, "modifier").choices[:2] == ("about", "after")
    parts = column(ArticleRecord, "regions").parts
    assert [(part.name, part.kind) for part in parts] == [
        ("kind", "text"), ("start", "integer"), ("end", "integer"),
    ]  # fmt: skip


def test_columns_stand_in_the_order_of_the_fields():
    assert tuple(column.name for column in columns_of(Fact)) == Fact.__struct_fields__


def test_a_field_that_no_column_can_hold(monkeypatch):
    monkeypatch.setitem(glossary.MEANINGS, "odd", "Odd.")
    odd = msgspec.defstruct("Odd", [("odd", dict[str, str])], bases=(Record,), frozen=True)
    with pytest.raises(TypeError, match="odd: no column for DictType"):
        columns_of(odd)
