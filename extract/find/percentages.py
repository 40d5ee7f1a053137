"""Finds percentages."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Percentages:
    """Finder of percentages."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of percentages in ``document``."""
        return []
