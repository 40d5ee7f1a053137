"""From spans to values, one module a kind of value."""

from collections.abc import Callable, Iterable

from extract.body_words import BodyWords
from extract.document import Document
from extract.normalise import dates, official_names
from extract.normalise.agency_names import ReadAgency
from extract.normalise.numbers import ReadNumber
from extract.normalise.place_names import read_locality
from extract.patterns import Patterns
from extract.span import Span


class Normalise:
    """The readers of all types of mention, built once."""

    def __init__(self, patterns: Patterns) -> None:
        """Build the readers that take words from ``patterns``."""
        read_number = ReadNumber(patterns)
        self._read: dict[str, Callable[[Span, Document], None]] = {
            "date": dates.read,
            "quantity": read_number,
            "percentage": read_number,
            "official": official_names.read_official,
            "agency": ReadAgency(BodyWords(patterns)),
            "locality": read_locality,
        }

    def __call__(self, spans: Iterable[Span], document: Document) -> None:
        """Fill the ``attributes`` of each span."""
        read = self._read
        for span in spans:
            read[span.type](span, document)
