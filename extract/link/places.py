"""Which localities of an article are the same place."""

from extract.document import Document
from extract.fold import fold
from extract.span import Span


def link_places(spans: list[Span], document: Document) -> None:
    """Give equal places equal keys: by their gazetteer key, else by folded name and kind.

    Two spellings of one place (``Đắk Lắk``, ``Dak Lak``) have one gazetteer row, so one key.
    """
    for span in spans:
        values = span.attributes
        span.key = values["id"] or f"{fold(values['name'])}/{values['kind']}"
