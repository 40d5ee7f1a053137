"""Finds officials."""

from extract.document import Document
from extract.patterns import Patterns
from extract.span import Span


class Officials:
    """Finder of officials."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def find(self, document: Document, agencies: list[Span]) -> list[Span]:
        """Candidate spans of officials in ``document``; ``agencies`` are the candidates found before."""
        return []
