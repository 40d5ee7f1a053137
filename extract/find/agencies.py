"""Finds agencies."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Agencies:
    """Finder of agencies."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of agencies in ``document``."""
        return []
