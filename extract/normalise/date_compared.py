"""What ``over last month`` counts from in an article without a day: the month it is set beside."""

import datetime
import re

from extract.normalise.calendar import Period
from extract.normalise.date_context import Context
from extract.span import Span

_REACH = 8  # dates back
# `up 4% over last month`, `the same period last year`.
_COMPARED = re.compile(
    r"\b(?:same (?:period|month|quarter|time|week)(?: of| in)?|over|than|against|versus"
    r"|compar(?:ed|ing) (?:to|with)|from)(?: that| those)?(?: of| in)? \Z",
    re.IGNORECASE,
)
_BEFORE = 40  # characters before the date in which such a phrase stands
# These count from another date themselves.
_COUNTED = frozenset({"relative", "back", "today", "weekday"})
_FITTING = {
    "month": frozenset({"day", "month"}),
    "quarter": frozenset({"quarter"}),
    "year": frozenset({"day", "month", "quarter", "half", "span", "year", "fiscal_year"}),
}


def compared_with(unit: str, context: Context) -> datetime.date | None:
    """A day of the period that is compared with the last ``unit``; None where none is named.

    ``In July 2023 exports rose 4% over last month``: July 31, 2023.
    """
    fitting = _FITTING.get(unit)
    span = context.span
    before = context.document.text[max(0, span.start - _BEFORE) : span.start]
    if fitting is None or not _COMPARED.search(before):
        return None
    spans: list[Span] = span.parts["spans"]
    number: int = span.parts["number"]
    for other in reversed(spans[max(0, number - _REACH) : number]):
        last = other.attributes.get("last_day")
        if not last and other.parts["reads"] == "relative":
            return None  # a `last year` before it that is not known either
        if last and other.parts["reads"] not in _COUNTED:
            period = Period(
                datetime.date.fromisoformat(other.attributes["first_day"]),
                datetime.date.fromisoformat(last),
                other.attributes["granularity"],
            )
            if period.granularity in fitting and _is_one(unit, period):
                return period.last
    return None


def _is_one(unit: str, period: Period) -> bool:
    """Whether a period of several years says which year is the last one: a plan's does not."""
    return unit != "year" or (period.last - period.first).days <= 366
