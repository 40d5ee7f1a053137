"""Reads dates that count from the article's day (``last year``, ``Monday``), and parts."""

import datetime
import re

from extract.normalise import calendar, fiscal
from extract.normalise.calendar import Period
from extract.normalise.date_compared import compared_with
from extract.normalise.date_context import Context
from extract.normalise.date_readers import Values, number, read_day, with_edge, year_stated

_DAY = datetime.timedelta(days=1)


def read_relative(values: Values, context: Context) -> Period | None:
    """``last year``, ``this month``, ``end of next week``, ``year-end 2024``, ``the weekend``."""
    unit = next(values[key] for key in ("unit", "unit2", "unit3", "unit4") if key in values)
    edge = next((values[key] for key in ("edge", "edge2", "edge3", "edge4") if key in values), None)
    if edge is not None:
        values["edge"] = edge
    stated = values.get("year", values.get("year2"))
    if stated is not None:
        return with_edge(calendar.year(number(stated)), values)
    if "fiscal" in values:
        months = fiscal.of_the_country(values, context.reference)
        if months is None or "edge" in values:
            return with_edge(months, values)
        return calendar.years(months.first.year, months.last.year, "fiscal_year")
    relative = -1 if "past" in values else values.get("rel")
    at = context.now() if relative is None and edge is not None else context.reference
    if at is None and relative == -1:
        at = compared_with(unit, context)
    return with_edge(unit_at(unit, relative, at), values) if at else None


def unit_at(unit: str, relative: int | None, at: datetime.date) -> Period:
    """The ``unit`` that holds ``at`` (0), the one before (-1) or after (1).

    ``the weekend`` without a word that says which (None) is the last one past.
    """
    by = relative or 0
    if unit == "year":
        return calendar.year(at.year + by)
    if unit == "month":
        return calendar.shift_month(at, by)
    if unit == "quarter":
        first = calendar.shift_month(at, 3 * by).first
        return calendar.quarter(first.year, (first.month + 2) // 3)
    if unit == "decade":
        return calendar.decade(at.year // 10 * 10 + 10 * by)
    if unit == "week":
        return calendar.week(at + 7 * by * _DAY)
    if relative is None:
        by = 0 if at.weekday() >= 5 else -1
    return calendar.weekend(at + 7 * by * _DAY)


def read_today(values: Values, context: Context) -> Period | None:
    """``today``, ``yesterday``, ``tomorrow``; a date beside it says which day that is."""
    if "same_as" in values:
        return read_day(values["same_as"], context)
    if context.reference is None:
        return None
    beside = 2 if "beside" in values else 1  # `the day after tomorrow`
    return calendar.day(context.reference + beside * values["today"] * _DAY)


def read_weekday(values: Values, context: Context) -> Period | None:
    """``Monday``: the nearest before the article, or after it where the clause is in the future."""
    if "same_as" in values:
        return read_day(values["same_as"], context)
    at = context.reference
    if at is None:
        return None
    weekday = values["weekday"]
    if "week_rel" in values:
        monday = calendar.week(at + 7 * values["week_rel"] * _DAY).first
        return calendar.day(monday + weekday * _DAY)
    relative = values.get("rel2", values.get("rel"))
    back = (at.weekday() - weekday) % 7
    ahead = (weekday - at.weekday()) % 7
    if relative == 0:
        return calendar.day(calendar.week(at).first + weekday * _DAY)
    if relative == -1:
        return calendar.day(at - (back or 7) * _DAY)
    if relative == 1:
        return calendar.day(at + (ahead or 7) * _DAY)
    later = context.is_deadline() or context.tense == "future"
    return calendar.day(at + ahead * _DAY if later else at - back * _DAY)


def read_week(values: Values, context: Context) -> Period | None:
    """``week of May 6, 2024``: Monday to Sunday of the week that holds the day."""
    month = values.get("month", values.get("month_then"))
    day = number(values.get("day", values.get("day_first")))
    year = year_stated(values, context) or context.year_of_day(int(month or 0), day)
    if year is None:
        return None
    at = datetime.date(year, int(month or 0), day)
    return calendar.weekend(at) if values["unit"] == "weekend" else calendar.week(at)


def read_part(values: Values, context: Context) -> Period | None:
    """``first 6 months of 2023``, ``second half of the year``, ``Q1/2024``, ``3rd week of May``."""
    if "code_then" in values:
        values = {**values, "short": values["code_then"], "year": values["year_first"]}
    if "code" in values or "short" in values:
        found = _code(values, context)
    else:
        whole = _whole(values, context)
        order = number(values.get("ord", 1))
        found = whole and calendar.part(
            whole, order, values["unit"], number(values["count"]) if "count" in values else 1
        )
    return with_edge(found, values)


def _whole(values: Values, context: Context) -> Period | None:
    """The period that a part is of; the article's year where the text names none."""
    if any(name.startswith("fiscal") for name in values if name != "fiscal_start"):
        return fiscal.of_the_country(values, context.reference)
    if "decade" in values:
        return calendar.decade(number(values["decade"]))
    if "month" in values:
        month = int(values["month"])
        if "month_year" in values:
            return calendar.month(number(values["month_year"]), month)
        relative = values.get("month_rel")
        if isinstance(relative, int):
            return (
                calendar.month(context.reference.year + relative, month)
                if context.reference
                else None
            )
        year = context.year_of_day(month, None)
        return calendar.month(year, month) if year else None
    month_part = "month" in (values.get("period"), values.get("period2"))
    if month_part:
        return unit_at("month", values.get("rel"), context.reference) if context.reference else None
    year = year_stated(values, context) or context.narrated_year()
    if year is None and context.reference is not None:
        year = context.reference.year
    return calendar.year(year) if year else None


def _code(values: Values, context: Context) -> Period | None:
    """``q1/2024``, ``2024q1``, ``1h24``, ``ii/2024``; ``q1`` with its year beside it."""
    text = values.get("code") or values["short"]
    if text[0] == "i":
        order = {"i": 1, "ii": 2, "iii": 3, "iv": 4}[re.split(r"[-/]", text)[0]]
        return calendar.quarter(int(text[-4:]), order)
    if text[0].isdigit() and "/" in text and "q" not in text and "h" not in text:
        return calendar.quarter(int(text[-4:]), int(text.split("/")[0]))
    unit = "q" if "q" in text else "h"
    around = re.search(r"q([1-4])|h([12])|([1-4])(?=[qh])", text)
    assert around is not None
    order = int(next(group for group in around.groups() if group))
    rest = re.sub(r"\D", "", text[: around.start()] + " " + text[around.end() :])
    if rest:
        year: int | None = int(rest) + (2000 if len(rest) == 2 else 0)
    elif "year2" in values:
        year = number(values["year2"])
    elif any(name.startswith("fiscal") for name in values if name != "fiscal_start"):
        year_of_it = fiscal.of_the_country(values, context.reference)
        return year_of_it and calendar.part(year_of_it, order, "quarter" if unit == "q" else "half")
    else:
        whole = _whole(values, context)
        year = whole.first.year if whole else None
    if year is None:
        return None
    return calendar.quarter(year, order) if unit == "q" else calendar.half(year, order)
