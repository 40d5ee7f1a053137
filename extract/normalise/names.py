"""Names of people, bodies and places, as they stand, before linking."""

from extract.document import Document
from extract.span import Span


def read_official(span: Span, document: Document) -> None:
    """Fill name, titles, meeting_role, id."""


def read_agency(span: Span, document: Document) -> None:
    """Fill name, kind, id."""


def read_locality(span: Span, document: Document) -> None:
    """Fill name, kind, code, id."""
