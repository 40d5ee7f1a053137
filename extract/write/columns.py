"""The columns of a table, made from the fields of its record type."""

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from extract.glossary import meaning, unit
from extract.records import Record

Kind = Literal["text", "day", "integer", "number", "boolean", "record"]


class Column(NamedTuple):
    """A column: what a cell holds, or each item of it where it is a list (``many``).

    ``choices`` are all values that a text can have, where they are known; ``parts`` the columns of
    the records that a cell lists; ``unit`` what a number counts, where no other column says it.
    """

    name: str
    kind: Kind
    description: str
    nullable: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    parts: tuple["Column", ...] = ()
    unit: str | None = None


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record type, in the order of its fields.

    >>> from extract.records import Official
    >>> [(c.name, c.kind, c.nullable, c.many) for c in columns_of(Official)][9:12]
    [('name', 'text', False, False), ('titles', 'text', False, True), ('meeting_role', 'text', \
True, False)]
    """
    info = msgspec.inspect.type_info(record)
    assert isinstance(info, msgspec.inspect.StructType)
    return tuple(_column(record, field.name, field.type) for field in info.fields)


def _column(record: type[Record], name: str, declared: msgspec.inspect.Type) -> Column:
    column = Column(name, "text", meaning(record, name), unit=unit(record, name))
    kinds = list(declared.types) if isinstance(declared, msgspec.inspect.UnionType) else [declared]
    present = [kind for kind in kinds if not isinstance(kind, msgspec.inspect.NoneType)]
    column = column._replace(nullable=len(present) < len(kinds))
    if len(present) == 1 and isinstance(present[0], msgspec.inspect.VarTupleType):
        column = column._replace(many=True)
        present = [present[0].item_type]
    for inside in present:
        column = _of_kind(column, inside)
    return column


def _of_kind(column: Column, inside: msgspec.inspect.Type) -> Column:
    match inside:
        case msgspec.inspect.Metadata(extra_json_schema={"format": "date"}):
            return column._replace(kind="day")
        case msgspec.inspect.LiteralType(values=values):
            return column._replace(choices=tuple(map(str, values)))
        case msgspec.inspect.StructType(cls=record) if issubclass(record, Record):
            return column._replace(kind="record", parts=columns_of(record))
        case msgspec.inspect.BoolType():
            return column._replace(kind="boolean")
        case msgspec.inspect.FloatType():
            return column._replace(kind="number")
        case msgspec.inspect.IntType():  # an `int | float` is a number, whichever comes first
            return column if column.kind == "number" else column._replace(kind="integer")
        case msgspec.inspect.StrType():
            return column
    raise TypeError(f"{column.name}: no column for {inside}")
