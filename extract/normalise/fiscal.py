"""Fiscal years: their own months, where the country says when they start."""

import re
from collections.abc import Mapping
from typing import Any

from extract.normalise import calendar
from extract.normalise.calendar import Day, Period


def years_of(code: str) -> tuple[int, int]:
    """The calendar years that a fiscal year's name states.

    >>> years_of("fy24"), years_of("fy2024-25"), years_of("2024")
    ((2024, 2024), (2024, 2025), (2024, 2024))
    """
    parts = re.split(r"[-/]", re.sub(r"^[a-z]+[- ]?| ", "", code))
    first = int(parts[0]) + (2000 if len(parts[0]) == 2 else 0)
    last = int(str(first)[: 4 - len(parts[1])] + parts[1]) if len(parts) > 1 else first
    return first, last


def months_of(named: int, start: int) -> Period:
    """The months of the fiscal year named for ``named``, where it starts in month ``start``.

    India's fiscal year 2025 (``start`` 4) is April 2024 to March 2025.
    """
    if start == 1:
        return calendar.year(named)
    last = calendar.month(named, start - 1).last
    return Period(Day(named - 1, start, 1), last, "fiscal_year")


def of_the_country(values: Mapping[str, Any], reference: Day | None) -> Period | None:
    """The months of ``FY25`` or ``this fiscal year`` as the article's country counts them.

    None where the country is not known, or the year is a school's.
    """
    start = values.get("fiscal_start")
    words = ("fiscal", "fiscal_rel", "fiscal_the", "fiscal_after")
    school = "school" in map(values.get, words)
    if start is None or school:
        return None
    code = values.get("fiscal_code") or values.get("fiscal_year") or values.get("fiscal_first")
    if code is not None:
        return months_of(years_of(code)[1], start)
    if reference is None:
        return None
    return months_of(year_at(reference, start) + values.get("rel", 0), start)


def year_at(day: Day, start: int) -> int:
    """The year that the fiscal year of ``day`` is named for: 2026 for August 2025 in India."""
    return day.year + (start > 1 and day.month >= start)
