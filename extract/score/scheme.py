"""What a labeller may say of each mention, for tools that ask for it; made from the records."""

import types
import typing
from typing import Any, Literal, NamedTuple

from extract.records import MENTION_TYPES, Direction, Role, Status
from extract.score.labels import ATTRIBUTES, NUMBER_TYPES, REFERENCES

Form = Literal["choice", "flag", "list", "number", "text"]


class Attribute(NamedTuple):
    """One attribute of a label: how its value is given, and the values of a choice.

    ``default`` is what a label says that is silent on it; an attribute that is ``required`` has
    none.
    """

    name: str
    form: Form
    values: tuple[str, ...] = ()
    default: Any = None
    required: bool = False


# What no label may be silent on; the guide gives the other attributes a value for the plain case.
_REQUIRED = {
    "official": ("name",),
    "agency": ("name", "kind"),
    "locality": ("name", "kind"),
    "quantity": ("value", "unit"),
    "percentage": ("value",),
    "date": ("first_day", "last_day"),
}
_DEFAULTS: dict[str, Any] = {"modifier": "exact", "role": "level"}

MEASURE = "measure"  # the label of the words that name what a number measures
# The links of a fact: from the number to another mention, or to the words of its measure.
LINKS: dict[str, tuple[str, ...]] = {
    MEASURE: (MEASURE,),
    **{name: allowed for name, (_, allowed) in REFERENCES.items()},
}


def _attribute(tag: str, name: str, hint: Any) -> Attribute:
    if isinstance(hint, types.UnionType):
        parts: tuple[Any, ...] = hint.__args__
    else:
        parts = typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,)
    nullable = type(None) in parts
    required = name in _REQUIRED[tag]
    default = None if nullable else _DEFAULTS.get(name)
    for part in parts:
        if typing.get_origin(part) is Literal:
            return Attribute(name, "choice", typing.get_args(part), default, required)
        if typing.get_origin(part) is tuple:
            return Attribute(name, "list", (), (), required)
    if bool in parts:
        return Attribute(name, "flag", (), False, required)
    return Attribute(name, "number" if int in parts else "text", (), default, required)


SCHEME: dict[str, tuple[Attribute, ...]] = {
    tag: tuple(
        _attribute(tag, name, typing.get_type_hints(record)[name]) for name in ATTRIBUTES[tag]
    )
    for record in MENTION_TYPES
    for tag in [str(record.__struct_config__.tag)]
}

# What a number says of its fact, beside its links. Role and direction stand only where they are not
# those of the mention (a quantity's is a level).
FACT_SCHEME = (
    Attribute("status", "choice", typing.get_args(Status), "actual"),
    Attribute("fact_role", "choice", typing.get_args(Role)),
    Attribute("fact_direction", "choice", typing.get_args(Direction)),
)


def attributes(tag: str) -> tuple[Attribute, ...]:
    """All that may be said of a mention of type ``tag``, its fact included.

    >>> [attribute.name for attribute in attributes("agency")]
    ['name', 'kind']
    """
    return SCHEME[tag] + (FACT_SCHEME if tag in NUMBER_TYPES else ())
