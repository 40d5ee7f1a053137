"""Reads quantities and percentages: value, unit, per, item, total, modifier, role and direction."""

import functools
import re
from decimal import Decimal

from extract import patterns
from extract.document import Document
from extract.find.digits import Atom
from extract.find.number import Number
from extract.find.numerals import plain
from extract.normalise.changes import Change, Changes
from extract.normalise.modifiers import Modifiers
from extract.normalise.units import Units
from extract.span import Span

_FRACTION_OF = re.compile(r" of ")
# `the number of accounts is over 55 million`: up to the first verb or preposition.
_NUMBER_OF = re.compile(
    r"\bnumber of ([a-z][\w’'-]*(?: (?!(?:in|of|for|on|at|with|under|is|was|has|have|had|will|to"
    r"|from|by|that|whose|which|who|and|rose|fell|grew|reached|exceeded|increased|decreased|dropped|declined"
    r"|stands|stood|hit)\b)[\w’'-]+){0,5})"
)


class _Reader:
    """The word lists of ``patterns/``, loaded once."""

    def __init__(self, loaded: patterns.Patterns) -> None:
        """Build the readers of the parts of a record."""
        table = loaded.table("numbers")
        self.modifiers = Modifiers(table)
        self.changes = Changes(loaded.table("percentages"))
        self.units = Units(loaded)


@functools.cache
def _reader() -> _Reader:
    return _Reader(patterns.load())


def read(span: Span, document: Document) -> None:
    """Fill ``span.attributes`` of a quantity or percentage, from ``span.parts["number"]``."""
    number: Number = span.parts["number"]
    text = document.text
    reader = _reader()
    value, value_max, total = _values(number, text)
    if value is None:
        span.problem = "number-too-large"
    unit = None if number.is_percentage else _unit(number, text, document, reader.units)
    item = number.item
    item_end = item[1] if item else span.end
    paired = number.second is not None
    modifier = reader.modifiers.read(text, span.start, span.end, item_end, unit, paired)
    if number.is_percentage:
        role, direction = _role(number, text, reader.changes)
        span.attributes = {
            "value": value,
            "value_max": value_max,
            "per": reader.units.per(text, span.end, True),
            "modifier": modifier,
            "role": role,
            "direction": direction,
            "points": number.measure is not None and number.measure.kind == "points",
        }
        return
    if unit == "fraction":
        item, total = None, None
    measured = unit not in ("count", "fraction", "rank", "times")
    per = reader.units.per(text, span.end, measured)
    if per is None and item is not None:
        per = reader.units.per(text, item[1], False)
    span.attributes = {
        "value": value,
        "value_max": value_max,
        "unit": unit,
        "per": per,
        "item": _item(number, unit, text, document, span.start),
        "total": total,
        "modifier": modifier,
    }


def _values(
    number: Number, text: str
) -> tuple[int | float | None, int | float | None, int | float | None]:
    """Value, value_max and total as JSON numbers."""
    first, second = number.first, number.second
    total = plain(_amount(number.whole)) if number.whole else None
    if second is None:
        return plain(_signed(number, text)), None, total
    if number.form in ("part", "rank"):
        if _is_fraction(number, text):
            return plain(Decimal(first.value) / Decimal(second.value)), None, None
        return plain(_amount(first, second)), None, plain(_amount(second))
    return plain(_amount(first, second)), plain(_amount(second)), total


def _signed(number: Number, text: str) -> int | Decimal:
    value = _amount(number.first)
    return (
        -value
        if text[number.start] in "-−–" or text.startswith(("minus", "negative"), number.start)
        else value
    )


def _amount(atom: Atom, heir: Atom | None = None) -> int | Decimal:
    """The exact value; ``heir`` is the second number of a range, whose scale counts for both."""
    scale = atom.scale
    if heir is not None and scale == 1 and heir.scale > 1 and atom.value < heir.value:
        scale = heir.scale
    measure = atom.measure or (heir.measure if heir is not None else None)
    if measure is not None and measure.kind == "cents":
        return Decimal(atom.value) * scale / 100
    return atom.value * scale


def _is_fraction(number: Number, text: str) -> bool:
    """``3/4 of the budget`` is a fraction, ``41/53 services`` a part of a whole."""
    second = number.second
    return (
        number.form == "part"
        and second is not None
        and "/" in text[number.first.end : second.start]
        and second.value <= 10
        and number.first.value < second.value
        and _FRACTION_OF.match(text, number.end) is not None
    )


def _unit(number: Number, text: str, document: Document, units: Units) -> str | None:
    if number.form == "rank":
        return "rank"
    if number.form == "age":
        return "year"
    if number.form == "multiple":
        return "times"
    if number.first.kind == "fraction" or _is_fraction(number, text):
        return "fraction"
    if number.money:
        return units.currency(number.money, document)
    if number.measure is not None:
        measure = number.measure
        return (
            units.currency(measure.code, document)
            if measure.kind in ("money", "cents")
            else measure.code
        )
    return "count"


def _item(
    number: Number, unit: str | None, text: str, document: Document, start: int
) -> str | None:
    """The noun counted, after the number, else before it: ``the number of accounts is …``."""
    if unit not in ("count", "rank"):
        return None
    if number.item is not None:
        return text[number.item[0] : number.item[1]]
    if unit == "count":
        sentence = document.sentence_at(start)[0]
        found = _NUMBER_OF.findall(text, max(sentence, start - 160), start)
        return found[-1] if found else None
    return None


def _role(number: Number, text: str, changes: Changes) -> Change:
    """Role and direction, those of up to four percentages before in the same breath known first."""
    chain = [number]
    while len(chain) < 6 and (before := chain[-1].before) is not None and before.is_percentage:
        if chain[-1].start - before.end > 60:
            break
        chain.append(before)
    role: Change | None = None
    for one in reversed(chain):
        role = changes.read(text, one, role)
    return role or ("level", None)
