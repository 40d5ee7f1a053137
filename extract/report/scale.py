"""Where days and values stand on the axes of a chart, and which of them are written there."""

import datetime
import math
from collections.abc import Iterator

_DAY = datetime.date.fromisoformat


def days_between(first: str, last: str) -> float:
    """From the start of one day to the end of another.

    >>> days_between("2024-01-01", "2024-12-31")
    366.0
    """
    return float(_DAY(last).toordinal() + 1 - _DAY(first).toordinal())


def short(value: float) -> str:
    """A value as it is written on an axis, four digits of it at most.

    >>> short(120_000_000), short(2_899_400_000), short(45_000), short(-14.96), short(0)
    ('120 M', '2.899 bn', '45,000', '-14.96', '0')
    """
    for size, name in ((1e12, " tn"), (1e9, " bn"), (1e6, " M")):
        if abs(value) >= size:
            return f"{value / size:.4g}{name}"
    return f"{value:,}"


def value_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values, 1, 2 or 5 times a power of ten apart, that enclose ``low`` and ``high``.

    >>> value_ticks(11.91, 18.3), value_ticks(17, 17), value_ticks(0, 2_398)
    ([10, 12, 14, 16, 18, 20], [16.6, 16.8, 17.0, 17.2, 17.4], [0, 500, 1000, 1500, 2000, 2500])
    """
    if high <= low:
        room = abs(low) * 0.02 or 1.0
        low, high = low - room, high + room
    step = _round_step((high - low) / most)
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = [index * step for index in range(first, last + 1)]
    if step >= 1:
        return [round(tick) for tick in ticks]
    digits = math.ceil(-math.log10(step))
    return [round(tick, digits) for tick in ticks]


def day_ticks(first: str, last: str, most: int = 6) -> Iterator[tuple[str, str]]:
    """The starts of years, or where these are too few of months, with what is written there.

    >>> list(day_ticks("2021-01-01", "2023-06-30"))
    [('2021-01-01', '2021'), ('2022-01-01', '2022'), ('2023-01-01', '2023')]
    >>> list(day_ticks("2024-01-15", "2024-04-30"))
    [('2024-02-01', 'Feb 2024'), ('2024-03-01', 'Mar 2024'), ('2024-04-01', 'Apr 2024')]
    """
    start, end = _DAY(first), _DAY(last)
    years = range(start.year + (start.month, start.day).__gt__((1, 1)), end.year + 1)
    if len(years) >= 2:
        step = max(1, int(_round_step(len(years) / most)))
        for year in years[::step]:
            yield f"{year:04}-01-01", f"{year}"
        return
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    for index in range(0, months, max(1, math.ceil(months / most))):
        year, month = divmod(start.year * 12 + start.month - 1 + index, 12)
        day = datetime.date(year, month + 1, 1)
        if start <= day <= end:
            yield day.isoformat(), f"{day:%b} {year}"


def _round_step(least: float) -> float:
    """The least of 1, 2, 5, 10, 20 … that is not under ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999999)
