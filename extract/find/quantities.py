"""Finds quantities."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Quantities:
    """Finder of quantities."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of quantities in ``document``."""
        return []
