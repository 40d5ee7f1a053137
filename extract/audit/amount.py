"""A number as arithmetic sees it: its exact value, and what it may have been before rounding.

Values are fractions, so that nothing is lost; they are compared, never added up in floating point.
"""

from decimal import Decimal
from fractions import Fraction

import msgspec

from extract.find.digits import Atom
from extract.find.number import Number
from extract.span import Span

_LOOSE = Fraction(1, 20)  # `about 300` may be 285 to 315
_ONE_SIDED = Fraction(1, 10)  # `over 300` may be 330
_ROUND_FROM = 1000  # from here on zeros at the end may come from rounding
_TWO_SIDED = frozenset(("exact", "about"))
_MEASURED = frozenset(("km", "m", "km2", "m2", "ha", "t", "kg", "%", "GWh", "MW", "MWh", "°C"))


class Amount(msgspec.Struct, frozen=True):
    """One number of the text.

    ``tolerance`` is half a unit of its last digit; ``low`` and ``high`` are what it may stand for:
    zeros at the end of a large whole number may be rounded ones (but two digits always count), and
    ``about`` and its like widen it.
    """

    span: Span
    value: Fraction
    tolerance: Fraction
    low: Fraction
    high: Fraction
    modifier: str

    @property
    def unit(self) -> str:
        """Its unit; ``%`` for percentages."""
        return self.span.attributes.get("unit") or "%"


def amount(span: Span, atom: Atom | None = None) -> Amount | None:
    """The amount of a quantity or percentage, or of one ``atom`` of it (the whole of ``41/53``).

    None where it is a range, a value that could not be read, or open at one end (``at least``).
    """
    attributes = span.attributes
    number: Number = span.parts["number"]
    modifier = attributes["modifier"]
    if attributes["value"] is None or attributes["value_max"] is not None:
        return None
    if modifier in ("at_least", "at_most"):
        return None
    if atom is None:
        value = abs(exact(attributes["value"]))
        atom = number.first
    else:
        value = exact(atom.value) * atom.scale
        modifier = "exact"
    unit = attributes.get("unit") or "%"
    tolerance = _last_digit(atom, unit) / 2
    low, high = _reach(value, max(tolerance, _zeros(value, unit, atom) / 2), modifier)
    counted = atom.scale == 1 and isinstance(atom.value, int) and unit not in _MEASURED
    if counted and low == value - tolerance and high == value + tolerance:
        low = high = value  # 2,398 databases are 2,398
    return Amount(span, value, tolerance, low, high, modifier)


def exact(value: float | Decimal) -> Fraction:
    """The decimal that a JSON number stands for."""
    return Fraction(str(value))


def _last_digit(atom: Atom, unit: str) -> Fraction:
    """What one more in the last digit of the text is worth."""
    step = Fraction(atom.scale)
    if isinstance(atom.value, Decimal):
        exponent = atom.value.as_tuple().exponent
        step *= Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
    if atom.measure is not None and atom.measure.kind == "cents":
        step /= 100
    return Fraction(0) if unit == "fraction" else step


def _zeros(value: Fraction, unit: str, atom: Atom) -> Fraction:
    """The last digit before zeros at the end of a large whole number; `30%` may be 29% or 31%."""
    if unit == "%":
        return Fraction(2 if isinstance(atom.value, int) and value % 10 == 0 else 0)
    if atom.scale > 1 or value < _ROUND_FROM or value.denominator != 1:
        return Fraction(0)
    digits = str(value.numerator)
    zeros = min(len(digits) - len(digits.rstrip("0")), len(digits) - 2)
    return Fraction(10**zeros) if zeros else Fraction(0)


def _reach(value: Fraction, half: Fraction, modifier: str) -> tuple[Fraction, Fraction]:
    low = high = half
    if modifier == "about":
        low = high = max(2 * half, value * _LOOSE)
    elif modifier not in _TWO_SIDED:
        wide = max(2 * half, value * _ONE_SIDED)
        low, high = (half, wide) if modifier == "over" else (wide, half)
    return value - low, value + high
