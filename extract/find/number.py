"""What the scan gives: one number expression with its unit and its place in the text."""

import msgspec

from extract.find.digits import Atom
from extract.find.measures import Measure


class Number(msgspec.Struct):
    """A number expression: span ``[start, end)``, one or two numbers, and how they belong together.

    ``form`` is single, range, part, age, rank or multiple. ``whole`` is the number that this one
    is a part of, where that stands apart; ``before`` the number before it in the text. ``shares``
    is the item of a number after it that this one counts too: ``30 and 40 schools``.
    """

    start: int
    end: int
    form: str
    first: Atom
    second: Atom | None
    measure: Measure | None
    money: str | None
    before: "Number | None" = None
    item: tuple[int, int] | None = None
    shares: tuple[int, int] | None = None
    whole: Atom | None = None

    @property
    def is_percentage(self) -> bool:
        """Whether a per cent sign or word belongs to it."""
        return self.measure is not None and self.measure.kind in ("percent", "points")

    @property
    def is_plain(self) -> bool:
        """Whether it has neither unit nor currency: it counts something, or ranks it."""
        return self.measure is None and self.money is None

    @property
    def amount(self) -> float:
        """The (first) value with its scale, for comparisons only."""
        return float(self.first.value) * self.first.scale

    @property
    def unit(self) -> tuple[str, str]:
        """Kind and code of its unit: numbers with the same can be parts of one another."""
        if self.money:
            return ("money", self.money)
        return self.measure[:2] if self.measure else ("count", "")
