"""Finds dates."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Dates:
    """Finder of dates."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of dates in ``document``."""
        return []
