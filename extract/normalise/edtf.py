"""Writes a period as Extended Date/Time Format (ISO 8601-2)."""

from extract.normalise.calendar import Day, Period, month

_SEASON = "{year:04}-{number}"


def season(year: int, number: int) -> str:
    """Season 21 (spring) to 24 (winter) of a year: ``1920-21``."""
    return _SEASON.format(year=year, number=number)


def write(period: Period, *, about: bool = False) -> str:
    """``2024``, ``2024-06``, ``2024-33`` (quarter), ``2024-40`` (half), ``2022/2025``, ``199X``.

    ``about`` puts ``~`` after it.
    """
    mark = "~" if about else ""
    first, last = period.first, period.last
    year = f"{first.year:04}"
    match period.granularity:
        case "day":
            return first.isoformat() + mark
        case "month":
            return f"{year}-{first.month:02}{mark}"
        case "quarter":
            return f"{year}-{33 + first.month // 3}{mark}"
        case "half":
            return f"{year}-{40 + first.month // 7}{mark}"
        case "decade":
            return f"{year[:3]}X{mark}"
        case _:
            return _interval(first, last, mark)


def _interval(first: Day, last: Day, mark: str) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        ends = f"{first.year:04}", f"{last.year:04}"
    elif first.day == 1 and last == month(last.year, last.month).last:
        ends = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    else:
        ends = first.isoformat(), last.isoformat()
    return ends[0] + mark if ends[0] == ends[1] else f"{ends[0]}{mark}/{ends[1]}{mark}"
