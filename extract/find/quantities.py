"""Finds quantities."""

from extract.document import Document
from extract.find.number import Number
from extract.patterns import Patterns
from extract.span import Span


class Quantities:
    """Finder of quantities."""

    def __init__(self, patterns: Patterns) -> None:
        """Check that every rule has its examples in ``patterns``."""
        patterns.rules("quantities")

    def find(self, document: Document, numbers: list[Number]) -> list[Span]:
        """Candidate spans of quantities among the ``numbers`` of ``document``."""
        return [
            Span(
                start=number.start,
                end=number.end,
                type="quantity",
                rule=_rule(number),
                parts={"number": number},
            )
            for number in numbers
            if not number.is_percentage
        ]


def _rule(number: Number) -> str:
    """The name of the rule: what kind of quantity it is."""
    if number.form != "single":
        return "number-range" if number.form == "range" else number.form
    if number.first.kind == "fraction":
        return "fraction"
    if number.money or (number.measure and number.measure.kind in ("money", "cents")):
        return "money"
    return "measure" if number.measure else "count"
