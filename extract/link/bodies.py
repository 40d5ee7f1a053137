"""Links mentions of bodies."""

from extract.document import Document
from extract.span import Span


def link_bodies(spans: list[Span], document: Document) -> None:
    """Set the full ``name``, ``id`` and ``key`` of each mention."""
    for span in spans:
        span.key = span.key or span.attributes.get("name", document.text[span.start : span.end])
