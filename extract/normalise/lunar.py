"""The lunisolar calendar of Vietnam and China: on which day a lunar date falls.

The method is Ho Ngoc Duc's ("Computing the Vietnamese lunar calendar"), with the new moons and the
sun's longitude of Jean Meeus, Astronomical Algorithms. Good for the years 1900 to 2100.
"""

import math
from datetime import date as Day

HANOI, BEIJING = 7, 8  # hours ahead of Greenwich, by which a new moon falls on one day or the next
_MONTH = 29.530588853  # days from new moon to new moon
_EPOCH = 2415021.076998695  # Julian day of the new moon of 1 January 1900
_BEFORE_AD = 1721425  # Julian day number of the day before 1 January AD 1


def day_of(year: int, month: int, day: int, hours: int = HANOI) -> Day:
    """Day ``day`` of lunar ``month`` (no leap month) of the lunar year that starts in ``year``.

    >>> day_of(2025, 1, 1).isoformat(), day_of(2007, 1, 1, BEIJING).isoformat()
    ('2025-01-29', '2007-02-18')
    """
    from_year = year - 1 if month < 11 else year
    start, end = _month_eleven(from_year, hours), _month_eleven(from_year + 1, hours)
    number = math.floor(0.5 + (start - _EPOCH) / _MONTH)
    offset = (month - 11) % 12
    if end - start > 365 and offset >= _leap_offset(start, hours):
        offset += 1
    return Day.fromordinal(_new_moon(number + offset, hours) + day - 1 - _BEFORE_AD)


def _new_moon(number: int, hours: int) -> int:
    """Julian day number, on local clocks, of the ``number``-th new moon since 1900."""
    t = number / 1236.85
    turn = math.pi / 180
    at = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    at += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t**2) * turn)
    sun = (359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3) * turn
    moon = (306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3) * turn
    node = (21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3) * turn
    shift = (
        (0.1734 - 0.000393 * t) * math.sin(sun)
        + 0.0021 * math.sin(2 * sun)
        - 0.4068 * math.sin(moon)
        + 0.0161 * math.sin(2 * moon)
        - 0.0004 * math.sin(3 * moon)
        + 0.0104 * math.sin(2 * node)
        - 0.0051 * math.sin(sun + moon)
        - 0.0074 * math.sin(sun - moon)
        + 0.0004 * math.sin(2 * node + sun)
        - 0.0004 * math.sin(2 * node - sun)
        - 0.0006 * math.sin(2 * node + moon)
        + 0.0010 * math.sin(2 * node - moon)
        + 0.0005 * math.sin(2 * moon + sun)
    )
    clocks = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return math.floor(at + shift - clocks + 0.5 + hours / 24)


def _sun_sector(day: int, hours: int) -> int:
    """In which twelfth of its way, from the March equinox, the sun is when ``day`` starts."""
    t = (day - 0.5 - hours / 24 - 2451545.0) / 36525
    turn = math.pi / 180
    mean = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * turn
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * math.sin(mean)
    longitude += (0.019993 - 0.000101 * t) * math.sin(2 * mean) + 0.000290 * math.sin(3 * mean)
    return math.floor(longitude % 360 / 30)


def _month_eleven(year: int, hours: int) -> int:
    """Julian day number of the first day of the lunar month that holds the winter solstice."""
    number = math.floor((Day(year, 12, 31).toordinal() + _BEFORE_AD - 2415021) / _MONTH)
    at = _new_moon(number, hours)
    return _new_moon(number - 1, hours) if _sun_sector(at, hours) >= 9 else at


def _leap_offset(start: int, hours: int) -> int:
    """How many months behind month eleven the leap month stands: the first in one sector."""
    number = math.floor((start - _EPOCH) / _MONTH + 0.5)
    last = -1
    for offset in range(1, 15):
        sector = _sun_sector(_new_moon(number + offset, hours), hours)
        if sector == last:
            return offset - 1
        last = sector
    return 14
