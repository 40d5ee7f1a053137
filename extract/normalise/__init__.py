"""From spans to values, one module a kind of value."""

from collections.abc import Iterable

from extract.document import Document
from extract.normalise import dates, names, numbers, official_names
from extract.normalise.agency_names import read_agency
from extract.normalise.place_names import read_locality
from extract.span import Span

_READ = {
    "date": dates.read,
    "quantity": numbers.read,
    "percentage": numbers.read,
    "official": official_names.read_official,
    "agency": read_agency,
    "locality": read_locality,
}


def normalise(spans: Iterable[Span], document: Document) -> None:
    """Fill the ``attributes`` of each span."""
    for span in spans:
        _READ[span.type](span, document)
