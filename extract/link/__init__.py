"""Which mentions are the same person, body or place of the document."""

from extract.document import Document
from extract.link.bodies import link_bodies
from extract.link.people import link_people
from extract.link.places import link_places
from extract.span import Span


def link(spans: list[Span], document: Document) -> None:
    """Complete names from the rest of the document; number entities by first mention."""
    link_places([span for span in spans if span.type == "locality"], document)
    link_bodies(spans, document)
    link_people(spans, document)
    numbers: dict[tuple[str, str], int] = {}
    for span in spans:
        if span.key is not None:
            number = numbers.setdefault((span.type, span.key), len(numbers) + 1)
            span.attributes["entity"] = number
