"""Reads the days of a date span, its granularity, its EDTF form and its modifier."""

import datetime
import functools
import re
from collections.abc import Callable

from extract.document import Document
from extract.find.date_points import Tokens
from extract.normalise import (
    date_back,
    date_feast_days,
    date_leftover,
    date_readers,
    date_relative,
    edtf,
)
from extract.normalise.calendar import Period, day
from extract.normalise.date_context import Context
from extract.normalise.date_readers import Values
from extract.span import Span

READERS: dict[str, Callable[[Values, Context], Period | None]] = {
    "day": date_readers.read_day,
    "across": date_readers.read_across,
    "slash": date_readers.read_slash,
    "month": date_readers.read_month,
    "year": date_readers.read_year,
    "years": date_readers.read_years,
    "fiscal": date_readers.read_fiscal,
    "decade": date_readers.read_decade,
    "era": date_readers.read_era,
    "season": date_readers.read_season,
    "feast": date_feast_days.read_feast,
    "part": date_relative.read_part,
    "relative": date_relative.read_relative,
    "weekday": date_relative.read_weekday,
    "week": date_relative.read_week,
    "glued": date_leftover.read_glued,
    "today": date_relative.read_today,
    "back": date_back.read_back,
    "day-alone": date_back.read_day_alone,
    "nth": date_back.read_nth,
}
_NO_DAYS = ("season", "era")  # read, but with no days of the calendar by our convention

_BEFORE = {"by", "before", "until", "till", "pre"}
_AFTER = {"since", "after", "from", "starting", "post"}
_ABOUT = {"about", "around", "circa", "c.", "ca.", "approximately", "roughly"}


def read(span: Span, document: Document) -> None:
    """Fill ``span.attributes``: ``first_day last_day granularity edtf modifier``."""
    parts, context = span.parts, Context(span, document)
    values: Values = parts["values"]
    period = _period(parts["reads"], values, context)
    if "until" in parts and period is not None:
        last = _period(parts["until_reads"], parts["until"], context)
        if last is not None and parts["until_reads"] == parts["reads"] == "weekday":
            days = (last.last - period.first).days % 7  # Monday to the Friday after it
            last = day(period.first + datetime.timedelta(days=days))
        if last is not None and last.last < period.first:
            parts["backwards"] = (period.first, last.last)
        period = _joined(period, last)
    modifier = _modifier(span)
    first_day, last_day, written = _written(period, modifier == "about")
    span.attributes = {
        "first_day": first_day,
        "last_day": last_day,
        "granularity": period.granularity if period else None,
        "edtf": written if period else _edtf_without_days(parts),
        "modifier": modifier,
    }
    if period is None:
        known = parts["reads"] in _NO_DAYS
        unfixed = document.reference is None
        span.problem = "no-days" if known else "no-reference-date" if unfixed else "unreadable-date"
        if "backwards" in parts:
            span.problem = "ends-before-it-begins"


@functools.lru_cache(maxsize=4096)
def _written(period: Period | None, about: bool) -> tuple[str | None, str | None, str | None]:
    if period is None:
        return None, None, None
    written = edtf.write(period, about=about)
    return period.first.isoformat(), period.last.isoformat(), written


def _period(reads: str, values: Values, context: Context) -> Period | None:
    try:
        return READERS[reads](values, context)
    except (ValueError, OverflowError):  # February 30, the year 10000
        return None


def _joined(first: Period, last: Period | None) -> Period | None:
    """From the first day of one to the last day of the other; nothing where it runs backwards."""
    if last is None or last.last < first.first:
        return None
    if first.granularity == "day" == last.granularity and first.first == last.last:
        return first
    return Period(first.first, last.last, "span")


def _edtf_without_days(parts: Values) -> str | None:
    values = parts["values"]
    if parts["reads"] == "season" and "year" in values and "season" in values:
        return edtf.season(int(values["year"]), int(values["season"]))
    if parts["reads"] == "era":
        return _before_christ(values.get("number") or values["era_range"])
    return None


def _before_christ(number: str) -> str:
    """``44`` is ``-0043``, ``264-241`` ``-0263/-0240``: the year before 1 is 0."""
    return "/".join(f"{1 - int(year):05}" for year in re.findall(r"\d+", number))


def _modifier(span: Span) -> str | None:
    """``start``, ``mid``, ``end`` of a period, else what the words before say (``by`` 2025)."""
    values = span.parts["values"]
    if "until" in span.parts or values.get("day2"):
        return None
    if values.get("edge"):
        return str(values["edge"])
    if values.get("side"):
        return str(values["side"])
    tokens: Tokens = span.parts["tokens"]
    at = span.parts["token"] - 1
    while tokens.norm(at) in ("the", "year", "month", "of", "early", "late") and at > 0:
        at -= 1
    word = tokens.norm(at)
    if word in _BEFORE or (word == "to" and tokens.norm(at - 1) == "prior"):
        return "before"
    if word == "than" and tokens.norm(at - 1) == "later":
        return "before"
    if word in _AFTER:
        return "after"
    return "about" if word in _ABOUT else None
