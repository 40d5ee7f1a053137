"""How a period is called, and where it stands on a time axis."""

import calendar
from datetime import date

_PARTS = {3: "Q", 6: "H"}
_MONTHS_OF_YEAR = 12


def period_name(first_day: str | None, last_day: str | None) -> str:
    """A short name of the period between two days, both inclusive.

    >>> period_name("2023-01-01", "2023-12-31"), period_name("2023-01-01", "2023-06-30")
    ('2023', 'H1 2023')
    >>> period_name("2024-03-01", "2024-03-31"), period_name("2023-01-01", "2023-09-30")
    ('2024-03', '2023-01 to 2023-09')
    >>> period_name("2024-03-05", "2024-03-05"), period_name("2021-01-01", "2025-12-31")
    ('2024-03-05', '2021 to 2025')
    """
    if first_day is None or last_day is None:
        return "no period"
    if first_day == last_day:
        return first_day
    first, last = date.fromisoformat(first_day), date.fromisoformat(last_day)
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return f"{first_day} to {last_day}"
    months = (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month + 1
    if months == 1:
        return first_day[:7]
    if months in _PARTS and (first.month - 1) % months == 0:
        return f"{_PARTS[months]}{(first.month - 1) // months + 1} {first.year}"
    if first.month == 1 and last.month == _MONTHS_OF_YEAR:
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    return f"{first_day[:7]} to {last_day[:7]}"


def days(first_day: str, last_day: str) -> int:
    """How many days a period has."""
    return (date.fromisoformat(last_day) - date.fromisoformat(first_day)).days + 1
