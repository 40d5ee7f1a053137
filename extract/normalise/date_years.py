"""The years that a text states: which of them it speaks from, and which it plans for."""

import re

from extract.document import Document
from extract.find.date_points import Tokens, year_of
from extract.span import Span

_DEADLINE = frozenset({"by", "before", "until", "till", "from", "to", "than"})
_PLAN = re.compile(r"\W{1,3}(?:\w+ )?(?:target|goal|vision|deadline)s?\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:vision|target|deadline|scheduled|slated|will|shall|expected|upcoming|due|plans? for"
    r"|tasks (?:for|in))\b",
    re.IGNORECASE,
)
_EARLIEST = 1995  # before it a text tells history, and has no day of its own
_RECENT = 6  # years around its own that news speaks of


def is_to_come(span: Span, document: Document) -> bool:
    """Whether the date is a deadline, a target or a plan: ``by [2025]``, ``the [2025] target``."""
    tokens: Tokens = span.parts["tokens"]
    if tokens.before(span.parts["token"]) in _DEADLINE and span.parts["reads"] != "part":
        return True
    if _PLAN.match(document.text, span.end):
        return True
    start, _ = document.sentence_at(span.start)
    return bool(_TO_COME.search(document.text, max(start, span.start - 80), span.start))


def year_of_text(spans: list[Span], document: Document) -> int | None:
    """The last year that the text speaks of as present or past; None where it tells history.

    A text whose only year is a target (``the 2025 target``) is taken to be of that year.
    """
    stated = [
        (span, year)
        for span in spans
        if "until" not in span.parts and (year := year_of(span.parts["values"])) is not None
    ]
    past = [year for span, year in stated if not is_to_come(span, document)]
    if not past:
        every = {year for _, year in stated}
        return every.pop() if len(every) == 1 and min(every) >= _EARLIEST else None
    latest = max(past)
    near = sum(latest - year <= _RECENT for year in past)
    return latest if latest >= _EARLIEST and near * 2 >= len(past) else None
