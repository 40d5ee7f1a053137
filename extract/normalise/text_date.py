"""The day that an article's own text fixes, for articles that come without a date."""

import datetime
import re

from extract.document import Document
from extract.find.date_points import year_of
from extract.normalise.calendar import Period
from extract.normalise.date_context import Context
from extract.normalise.date_years import is_to_come, year_of_text
from extract.normalise.dates import READERS
from extract.span import Span

_DAYS = ("day", "slash")
_STATED = ("day", "slash", "month", "part", "year")
_LEAD = 1500  # characters from the start in which news says on which day it happened
_SLACK = datetime.timedelta(days=7)


def date_fixed_by_text(spans: list[Span], document: Document) -> datetime.date | None:
    """The article's day as its text fixes it, None where nothing does.

    The first day without a year (``On July 12, the Prime Minister chaired``) in the last year that
    the text speaks of as present or past, or in the next one where the text already knows later
    days; else the latest full date that is no deadline or plan.
    """
    year = year_of_text(spans, document)
    if year is None:
        return None
    past = [
        (span, period)
        for span in spans
        if (period := _stated(span, document)) is not None and not is_to_come(span, document)
    ]
    days = [period.first for span, period in past if span.parts["reads"] in _DAYS]
    lead = _lead(spans, document)
    if lead is None:
        return max(days, default=None)
    known = [
        period.first
        for span, period in past
        if period.granularity in ("day", "month", "quarter", "half")
    ]
    latest = max(known, default=None)
    day = _in_year(lead, year)
    if day is not None and latest is not None and latest > day + _SLACK:
        day = _in_year(lead, year + 1)
    if latest is not None and latest in days and (day is None or latest - day > _SLACK):
        return latest
    return day


def _stated(span: Span, document: Document) -> Period | None:
    parts = span.parts
    if parts["reads"] not in _STATED or "until" in parts or year_of(parts["values"]) is None:
        return None
    try:
        return READERS[parts["reads"]](dict(parts["values"]), Context(span, document))
    except (ValueError, OverflowError):
        return None


def _lead(spans: list[Span], document: Document) -> tuple[int, int] | None:
    """Month and day of the first day without a year near the start that is not to come."""
    for span in spans:
        if span.start > _LEAD:
            return None
        values = span.parts.get("values", {})
        if span.parts.get("reads") != "day" or year_of(values) is not None or "until" in span.parts:
            continue
        if "day" in values and "lent" not in values and not is_to_come(span, document):
            return int(values["month"]), int(re.sub(r"\D", "", str(values["day"])))
    return None


def _in_year(lead: tuple[int, int], year: int) -> datetime.date | None:
    try:
        return datetime.date(year, *lead)
    except ValueError:
        return None
