"""The one place that a whole article is about."""

import re
from collections.abc import Mapping, Sequence

from extract.span import Span

OPENING = 400  # characters: title and first paragraph
# `NAKURU, Kenya, Jun 12 –`, `Hanoi (VNA) –` at the head of a line.
_DATELINE = re.compile(
    r"[^\n.:]{2,50}?(?:\)| ?\d{1,2}|,|[^\W\d_]) {0,12}(?:[–—]|-{1,2}) "
    r"|[^\n.:]{2,30}?, [A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z]{2,8}\) "
)
_AFTER = 40  # characters behind a place in which its dateline ends


def is_in_a_country(span: Span) -> bool:
    """Whether a mention is a province, city or district."""
    return span.type == "locality" and span.attributes["kind"] != "country"


def focus(spans: Sequence[Span], names: Mapping[str, int], text: str) -> Span | None:
    """The one place within a country that the opening names and the article names again, be it in
    the name of a body: ``the Hai Phong Department of Finance``.
    """
    places = [
        span
        for span in spans
        if span.start < OPENING
        and is_in_a_country(span)
        and _DATELINE.match(text, text.rfind("\n", 0, span.start) + 1, span.end + _AFTER) is None
    ]
    found = {span.attributes["name"] for span in places}
    if len(found) != 1:
        return None
    name = places[0].attributes["name"]
    again = names[name] > 1 or any(
        span.type == "agency" and name in span.attributes["name"] for span in spans
    )
    line = text.rfind("\n", 0, places[0].start) + 1
    dateline = _DATELINE.match(text, line, places[0].start)
    begins = places[0].start == (dateline.end() if dateline is not None else line)
    colon = text.startswith(":", places[0].end)
    return places[0] if again or (begins and not colon) else None
