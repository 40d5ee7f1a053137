"""Which mentions are the same person, body or place of the document."""

from extract.document import Document
from extract.link.bodies import LinkBodies
from extract.link.people import link_people
from extract.link.places import link_places
from extract.patterns import Patterns
from extract.span import Span


class Link:
    """Links the mentions of a document."""

    def __init__(self, patterns: Patterns) -> None:
        self._link_bodies = LinkBodies(patterns)

    def __call__(self, spans: list[Span], document: Document) -> None:
        """Complete names from the rest of the document; number entities by first mention."""
        link_places([span for span in spans if span.type == "locality"], document)
        self._link_bodies(spans, document)
        link_people(spans, document)
        numbers: dict[tuple[str, str], int] = {}
        for span in spans:
            if span.key is not None:
                number = numbers.setdefault((span.type, span.key), len(numbers) + 1)
                span.attributes["entity"] = number
