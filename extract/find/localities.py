"""Finds localities."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Localities:
    """Finder of localities."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of localities in ``document``."""
        return []
