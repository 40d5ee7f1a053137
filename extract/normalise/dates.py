"""Reads the value of a span."""

from extract.document import Document
from extract.span import Span


def read(span: Span, document: Document) -> None:
    """Fill ``span.attributes``."""
