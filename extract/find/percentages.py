"""Finds percentages."""

from extract.document import Document
from extract.find.number import Number
from extract.patterns import Patterns
from extract.span import Span


class Percentages:
    """Finder of percentages."""

    def __init__(self, patterns: Patterns) -> None:
        """Check that every rule has its examples in ``patterns``."""
        patterns.rules("percentages")

    def find(self, document: Document, numbers: list[Number]) -> list[Span]:
        """Candidate spans of percentages among the ``numbers`` of ``document``."""
        return [
            Span(
                start=number.start,
                end=number.end,
                type="percentage",
                rule=_rule(number),
                parts={"number": number},
            )
            for number in numbers
            if number.is_percentage
        ]


def _rule(number: Number) -> str:
    if number.measure and number.measure.kind == "points":
        return "percentage-points"
    return "percentage-range" if number.second else "percentage"
