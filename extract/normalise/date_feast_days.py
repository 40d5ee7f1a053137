"""Reads feast days: fixed ones, weekdays of a month, those that go by the moon."""

import datetime

from extract.normalise import calendar, lunar
from extract.normalise.calendar import Period
from extract.normalise.date_context import Context
from extract.normalise.date_readers import Values, number


def read_feast(values: Values, context: Context) -> Period | None:
    """``Christmas Day``, ``Tet 2024``, by the rule in the lexicon's column ``day``."""
    rule = values["feast"]
    if rule is None:
        return None
    if "year" in values:
        return calendar.day(_feast_day(rule, number(values["year"])))
    now = context.now()
    if now is None:
        return None
    there = _feast_day(rule, now.year)
    year = context.year_of_day(there.month, there.day)
    return calendar.day(_feast_day(rule, year)) if year else None


def _feast_day(rule: str, year: int) -> datetime.date:
    """The day by a rule: ``12-25``, ``monday 1 09``, ``easter-2``, ``lunar 7 01-01 -1``."""
    if rule.startswith("easter"):
        return calendar.easter(year) + datetime.timedelta(days=int(rule[6:]))
    if rule[0].isdigit():
        return datetime.date(year, int(rule[:2]), int(rule[3:]))
    if rule.startswith("lunar"):
        hours, month_day, by = (*rule.split()[1:], "0")[:3]
        found = lunar.day_of(year, int(month_day[:2]), int(month_day[3:]), int(hours))
        return found + datetime.timedelta(days=int(by))
    name, count, month = rule.split()
    weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return calendar.weekday_of_month(int(count), weekdays.index(name), year, int(month))
