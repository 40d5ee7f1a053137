"""Calendar arithmetic: periods with their first and last day."""

import calendar
import datetime
import functools
from typing import NamedTuple

Day = datetime.date


class Period(NamedTuple):
    """Days ``first`` to ``last``, both inclusive, and how fine the text is."""

    first: Day
    last: Day
    granularity: str


def day(at: Day) -> Period:
    """The period of one day."""
    return Period(at, at, "day")


@functools.lru_cache(maxsize=4096)
def months(year: int, first: int, last: int, granularity: str) -> Period:
    """Months ``first`` to ``last`` of ``year``: ``months(2024, 1, 3, "quarter")``."""
    return Period(
        Day(year, first, 1), Day(year, last, calendar.monthrange(year, last)[1]), granularity
    )


def month(year: int, number: int) -> Period:
    """A month, ``number`` 1 to 12."""
    return months(year, number, number, "month")


def quarter(year: int, number: int) -> Period:
    """A quarter, ``number`` 1 to 4."""
    return months(year, number * 3 - 2, number * 3, "quarter")


def half(year: int, number: int) -> Period:
    """A half-year, ``number`` 1 or 2."""
    return months(year, number * 6 - 5, number * 6, "half")


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12, "year")


def years(first: int, last: int, granularity: str = "span") -> Period:
    """The years ``first`` to ``last``."""
    return Period(Day(first, 1, 1), Day(last, 12, 31), granularity)


def decade(first: int) -> Period:
    """The ten years from ``first`` (1990)."""
    return years(first, first + 9, "decade")


def week(at: Day) -> Period:
    """The week, Monday to Sunday, that holds ``at``."""
    monday = at - datetime.timedelta(days=at.weekday())
    return Period(monday, monday + datetime.timedelta(days=6), "week")


def weekend(at: Day) -> Period:
    """Saturday and Sunday of the week that holds ``at``."""
    sunday = week(at).last
    return Period(sunday - datetime.timedelta(days=1), sunday, "span")


def shift_month(at: Day, by: int) -> Period:
    """The month ``by`` months after that of ``at``."""
    number = at.year * 12 + at.month - 1 + by
    return month(number // 12, number % 12 + 1)


def part(whole: Period, number: int, unit: str, count: int = 1) -> Period | None:
    """The ``number``-th ``unit`` of ``whole``, or the first (1) or last (-1) ``count`` of them.

    The first six months of 2024 are its first half; the third week of May the 15th to the 21st.
    """
    if unit in ("day", "week"):
        return _days_part(whole, number, unit, count)
    if unit == "weekend":
        return _weekend_part(whole, number)
    if unit == "half" and whole.granularity not in ("year", "fiscal_year"):
        return _half_of(whole, number)
    width = {"month": 1, "quarter": 3, "half": 6}[unit]
    at_first = whole.first.year * 12 + whole.first.month - 1
    total = (whole.last.year * 12 + whole.last.month - at_first) // width
    first = (total - count if number == -1 else number - 1) * width
    last = first + count * width - 1
    if first < 0 or last >= total * width:
        return None
    start, stop = at_first + first, at_first + last
    length = last - first + 1
    aligned = start % 12 % length == 0 and start // 12 == stop // 12
    granularity = {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(length, "span")
    return Period(
        month(start // 12, start % 12 + 1).first,
        month(stop // 12, stop % 12 + 1).last,
        granularity if aligned else "span",
    )


def _days_part(whole: Period, number: int, unit: str, count: int) -> Period | None:
    width = 7 if unit == "week" else 1
    days = datetime.timedelta(days=1)
    if number == -1:
        first, last = whole.last - (width * count - 1) * days, whole.last
    else:
        first = whole.first + (number - 1) * width * days
        last = first + (width * count - 1) * days
        if unit == "week" and number == 5 and first <= whole.last < last:
            last = whole.last
    if first < whole.first or last > whole.last:
        return None
    return Period(first, last, unit if count == 1 else "span")


def _weekend_part(whole: Period, number: int) -> Period | None:
    if number == -1:
        last = weekend(whole.last)
        return last if last.last <= whole.last else weekend(whole.last - datetime.timedelta(days=7))
    first = weekend(whole.first)
    by = datetime.timedelta(days=7 * (number - 1))
    found = Period(first.first + by, first.last + by, "span")
    return found if found.first <= whole.last else None


def _half_of(whole: Period, number: int) -> Period | None:
    if whole.granularity == "month":
        middle = whole.first.replace(day=15)
    else:
        middle = Day(whole.first.year + 4, 12, 31)  # a decade
    if number in (2, -1):
        return Period(middle + datetime.timedelta(days=1), whole.last, "span")
    return Period(whole.first, middle, "span") if number == 1 else None


def edge(whole: Period, which: str) -> Period:
    """The day that ``start``, ``mid`` or ``end`` of ``whole`` stands for.

    Mid-2024 is 2024-06-30, mid-July the 15th.
    """
    if which == "start":
        return day(whole.first)
    if which == "end":
        return day(whole.last)
    if whole.granularity == "month":
        return day(whole.first.replace(day=15))
    if whole.granularity in ("year", "fiscal_year") and whole.first.year == whole.last.year:
        return day(whole.first.replace(month=6, day=30))
    return day(whole.first + (whole.last - whole.first) // 2)


def weekday_of_month(number: int, weekday: int, year_: int, month_: int) -> Day:
    """The ``number``-th ``weekday`` (Monday 0) of a month, the last one for -1."""
    if number > 0:
        first = Day(year_, month_, 1)
        return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = month(year_, month_).last
    return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)


def easter(of: int) -> Day:
    """Easter Sunday of a year (anonymous Gregorian algorithm; Meeus, Astronomical Algorithms)."""
    a, b, c = of % 19, of // 100, of % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return Day(of, f // 31, f % 31 + 1)
