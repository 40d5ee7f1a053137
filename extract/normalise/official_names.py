"""Names and titles of officials as they stand, before linking."""

from extract.document import Document
from extract.span import Span


def read_official(span: Span, document: Document) -> None:
    """Fill name, titles, meeting_role, id."""
    span.attributes = {
        "name": " ".join(document.text[span.start : span.end].split()),
        "titles": tuple(span.parts.get("titles", ())),
        "meeting_role": span.parts.get("meeting_role"),
        "id": None,
    }
