"""Dates that contradict their weekday, periods that end before they begin."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from extract.audit.claim import finding
from extract.audit.line import Line
from extract.find.date_points import year_of
from extract.records import Finding, Verdict
from extract.span import Span

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)", re.I)
_ABBREVIATED = tuple(name[:3] for name in _NAMES)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KNOWN = frozenset(("option", "metadata", "furniture", "file name"))
_NEAR = 45  # days between an article and a date in it whose year goes without saying
_TO = frozenset((" to ", " until ", " through ", " - ", "-", "–"))
_FROM = ("the period", "period of", "period from", "valid from", "term from", "plan from")
_BACKWARDS = "ends-before-it-begins"


def of_one(line: Line, span: Span) -> Iterator[Finding]:
    """The findings on a date alone."""
    found = None
    if span.problem is not None:
        found = _backwards(line, span)
    elif span.attributes["granularity"] == "day":
        found = _weekday(line, span)
    if found is not None:
        yield found


def _weekday(line: Line, span: Span) -> Finding | None:
    """``Friday, May 6, 2024`` was a Monday."""
    named = _WEEKDAY.search(line.document.text, span.start, span.end)
    if named is None:
        return None
    values = span.parts["values"]
    if "same_as" in values:
        values = values["same_as"]
    elif span.parts["reads"] not in ("day", "slash") or "until" in span.parts:
        return None
    day = datetime.date.fromisoformat(span.attributes["first_day"])
    said = _ABBREVIATED.index(named.group().title())
    if year_of(values) is None and not _is_sure(line, day, said):
        return None
    is_so = day.weekday() == said
    verdict: Verdict = "consistent" if is_so else "inconsistent"
    name = _NAMES[day.weekday()]
    shown = f"{day.day} {day:%B %Y}"
    ending = ", as stated" if is_so else f", not {_NAMES[said]}"
    return finding(
        line, "weekday", "weekday", verdict, span, name, f"{shown} is a {name}{ending}", []
    )


def _is_sure(line: Line, day: datetime.date, said: int) -> bool:
    """Whether the year that is not stated can only be the one that was read."""
    document = line.document
    if document.reference is None or document.reference_from not in _KNOWN:
        return False
    if abs((day - document.reference).days) > _NEAR:
        return False
    near = (day.replace(year=day.year + step, day=min(day.day, 28)) for step in (-1, 1))
    shift = day.day - min(day.day, 28)
    return all((other.weekday() + shift) % 7 != said for other in near)


def _backwards(line: Line, span: Span) -> Finding | None:
    """``from June 2024 to March 2024``."""
    if span.problem != _BACKWARDS:
        return None
    if len(_YEAR.findall(line.document.text, span.start, span.end)) < 2:
        return None  # from October to January, which is next year's
    first, last = span.parts["backwards"]
    return _ends_early(line, span, first, last, [])


def years_backwards(line: Line) -> Iterator[Finding]:
    """``the period from 2025 to 2022``, which are two dates."""
    text = line.document.text
    for one, other in pairwise(line.spans):
        if one.type != "date" or text[one.end : other.start] not in _TO:
            continue
        before = text[max(line.start, one.start - 30) : one.start].rstrip().lower()
        if other.type != "date" or not before.endswith(_FROM):
            continue
        first, last = one.attributes["first_day"], other.attributes["last_day"]
        if first is not None and last is not None and last < first:
            begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
            yield _ends_early(line, one, begin, end, [other])


def _ends_early(
    line: Line, span: Span, first: datetime.date, last: datetime.date, others: list[Span]
) -> Finding:
    return finding(
        line,
        "period",
        "ends-before-it-begins",
        "inconsistent",
        span,
        f"an end after {first.isoformat()}",
        f"it begins on {first.isoformat()} and ends before that, on {last.isoformat()}",
        others,
    )
