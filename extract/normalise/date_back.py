"""Reads dates that count from another date of the text: ``the previous year``, ``on the 15th``."""

import datetime

from extract.normalise import calendar
from extract.normalise.calendar import Period
from extract.normalise.date_context import Context
from extract.normalise.date_readers import Values, number, with_edge, year_stated
from extract.normalise.date_relative import unit_at

_DAY = datetime.timedelta(days=1)
_GRANULARITIES = {
    "day": frozenset({"day"}),
    "week": frozenset({"day", "week"}),
    "weekend": frozenset({"day", "week"}),
    "month": frozenset({"day", "month"}),
    "quarter": frozenset({"day", "month", "quarter"}),
}


def read_back(values: Values, context: Context) -> Period | None:
    """``previous year``, ``that month``, ``following day``: so many units from the last date named.

    ``the previous year`` counts from its own paragraph's dates, and where there is none from the
    article's day.
    """
    unit, by = values["unit"], values["back"]
    from_reference = not values.get("needs")
    earlier = context.earlier(_GRANULARITIES.get(unit), paragraph=from_reference)
    at = earlier.last if earlier and by > 0 else earlier.first if earlier else None
    if at is None and from_reference:
        at = context.reference
    if at is None or "fiscal" in values:
        return None
    found = calendar.day(at + by * _DAY) if unit == "day" else unit_at(unit, by, at)
    return with_edge(found, values)


def read_day_alone(values: Values, context: Context) -> Period | None:
    """``the 15th``: in the month of the last day or month named, else nearest to the article."""
    day = number(values["day_alone"])
    earlier = context.earlier(_GRANULARITIES["month"])
    if "month_shift" in values or "month_back" in values:
        at = context.reference if "month_shift" in values else earlier and earlier.first
        shift: int = values["month_shift" if "month_shift" in values else "month_back"]
        return calendar.day(calendar.shift_month(at, shift).first.replace(day=day)) if at else None
    if earlier is not None:
        there = earlier.first
        if earlier.granularity == "day" and day < there.day:
            there = calendar.shift_month(there, 1).first
        return calendar.day(there.replace(day=day))
    return _nearest(day, context)


def _nearest(day: int, context: Context) -> Period | None:
    """The day of that number before the article, behind it where the clause is in the future."""
    reference = context.reference
    if reference is None:
        return None
    ahead = context.tense == "future"
    for by in (0, 1, 2) if ahead else (0, -1, -2):
        month = calendar.shift_month(reference, by)
        if day > month.last.day:
            continue
        at = month.first.replace(day=day)
        if (at >= reference) if ahead else (at <= reference):
            return calendar.day(at)
    return None


def read_nth(values: Values, context: Context) -> Period | None:
    """``first Tuesday of November 2024``, ``last Sunday of next month``."""
    order = number(values["ord"]) if values["ord"] != -1 else -1
    if "month_shift" in values:
        if context.reference is None:
            return None
        month = calendar.shift_month(context.reference, values["month_shift"]).first
    else:
        year = year_stated(values, context) or context.year_of_day(values["month"], None)
        if year is None:
            return None
        month = datetime.date(year, values["month"], 1)
    found = calendar.weekday_of_month(order, values["nth_weekday"], month.year, month.month)
    return calendar.day(found) if found.month == month.month else None
