"""Reads quantities and percentages: value, unit, per, item, total, modifier, role and direction."""

import re
from decimal import Decimal

from extract.document import Document
from extract.find.digits import Atom
from extract.find.number import Number
from extract.find.numerals import plain
from extract.normalise.changes import Change, Changes
from extract.normalise.modifiers import Modifiers
from extract.normalise.units import Units
from extract.patterns import Patterns
from extract.span import Span

_FRACTION_OF = re.compile(r" of ")
# `the number of accounts is over 55 million`: up to the first verb or preposition.
_NUMBER_OF = re.compile(
    r"\bnumber of ([a-z][\w’'-]*(?: (?!(?:in|of|for|on|at|with|under|is|was|has|have|had|will|to"
    r"|from|by|that|whose|which|who|and|rose|fell|grew|reached|exceeded|increased|decreased|dropped|declined"
    r"|stands|stood|hit)\b)[\w’'-]+){0,5})"
)


class ReadNumber:
    """Fills the records of quantities and percentages."""

    def __init__(self, patterns: Patterns) -> None:
        """Build the readers of the parts of a record."""
        table = patterns.table("numbers")
        self._modifiers = Modifiers(table)
        self._changes = Changes(patterns.table("percentages"))
        self._units = Units(patterns)

    def __call__(self, span: Span, document: Document) -> None:
        """Fill ``span.attributes`` from ``span.parts["number"]``."""
        number: Number = span.parts["number"]
        text = document.text
        value, value_max, total = _values(number, text)
        if value is None:
            span.problem = "number-too-large"
        if number.is_percentage:
            role, direction = _role(number, text, self._changes)
            span.attributes = {
                "value": value,
                "value_max": value_max,
                "per": self._units.per(text, span.end, True),
                "modifier": self._modifiers.read(text, number, None),
                "role": role,
                "direction": direction,
                "points": number.measure is not None and number.measure.kind == "points",
            }
            return
        unit = _unit(number, text, document, self._units)
        span.attributes = {
            "value": value,
            "value_max": value_max,
            "unit": unit,
            "per": self._per(number, unit, text),
            "item": _item(number, unit, text, document),
            "total": None if unit == "fraction" else total,
            "modifier": self._modifiers.read(text, number, unit),
        }

    def _per(self, number: Number, unit: str | None, text: str) -> str | None:
        """What it is per: right after it, or after the noun counted."""
        per = self._units.per(text, number.end, unit not in _UNMEASURED)
        if per is None and number.item is not None and unit != "fraction":
            per = self._units.per(text, number.item[1], False)
        return per


_UNMEASURED = frozenset(("count", "fraction", "rank", "times"))


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


def _item(number: Number, unit: str | None, text: str, document: Document) -> str | None:
    """The noun counted, after the number, else before it: ``the number of accounts is …``."""
    if unit not in ("count", "rank"):
        return None
    if number.item is not None:
        return text[number.item[0] : number.item[1]]
    if number.shares is not None:
        return text[number.shares[0] : number.shares[1]]
    if unit == "count":
        sentence = document.sentence_at(number.start)[0]
        found = _NUMBER_OF.findall(text, max(sentence, number.start - 160), number.start)
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
