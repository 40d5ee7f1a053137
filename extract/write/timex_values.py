"""The values of dates and durations as TIMEX3 writes them (TimeML 1.2.1)."""

import datetime
import re
from typing import Literal, NamedTuple

from extract.normalise.calendar import month
from extract.records import Date, Quantity

Mod = Literal[
    "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"
]
_UNKNOWN = "XXXX-XX-XX"
_EDGES: dict[str, Mod] = {"start": "START", "mid": "MID", "end": "END", "about": "APPROX"}
_AMOUNTS: dict[str, Mod] = {
    "about": "APPROX",
    "over": "MORE_THAN",
    "under": "LESS_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
}
_UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D"}
_UNITS |= {"hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S"}
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


class Timex(NamedTuple):
    """The attributes of a TIMEX3; ``begin`` and ``end`` are the values of its points."""

    type: Literal["DATE", "DURATION"]
    value: str
    mod: Mod | None = None
    begin: str | None = None
    end: str | None = None
    comment: str | None = None


def date_timex(date: Date) -> Timex:
    """A date, such as ``2024-Q1``, ``2024-H1``, ``2024-W20``, ``199X``, ``1920-SP``; or a span."""
    mod = _EDGES.get(date.modifier or "")
    if date.first_day is None or date.last_day is None or date.granularity is None:
        return Timex("DATE", _from_edtf(date.edtf), mod)
    first, last = map(datetime.date.fromisoformat, (date.first_day, date.last_day))
    if mod in ("START", "MID", "END") and first == last:
        period = _period_of_edge(date.text, first, mod)
        return Timex("DATE", period or date.first_day, mod if period else None)
    value = _value(date.granularity, first, last)
    if value is not None:
        return Timex("DATE", value, mod)
    unit = _whole(first, last)
    length = {
        "Y": last.year - first.year + 1,
        "M": (last.year - first.year) * 12 + last.month - first.month + 1,
        "D": (last - first).days + 1,
    }[unit]
    begin, end = _cut(first, unit), _cut(last, unit)
    return Timex("DURATION", f"P{length}{unit}", mod, begin, end)


def duration_timex(quantity: Quantity) -> Timex | None:
    """A quantity with a unit of time: ``P6M``, ``PT30M``; None for any other.

    The upper end of a range, which TIMEX3 has no place for, stands in the comment.
    """
    shape = _UNITS.get(quantity.unit or "")
    if shape is None:
        return None
    value = shape.format("X" if quantity.value is None else quantity.value)
    upper = None if quantity.value_max is None else f"to {shape.format(quantity.value_max)}"
    return Timex("DURATION", value, _AMOUNTS.get(quantity.modifier), comment=upper)


def _value(granularity: str, first: datetime.date, last: datetime.date) -> str | None:
    """The value of a period that has one; None for a span, which has two points."""
    year = f"{first.year:04}"
    match granularity:
        case "day":
            return first.isoformat()
        case "week" if first.weekday() == 0 and (last - first).days == 6:
            return "{:04}-W{:02}".format(*first.isocalendar()[:2])
        case "month":
            return f"{year}-{first.month:02}"
        case "quarter":
            return f"{year}-Q{1 + first.month // 3}"
        case "half":
            return f"{year}-H{1 + first.month // 7}"
        case "year":
            return year
        case "fiscal_year" if first.year == last.year:
            return f"FY{year}"
        case "decade":
            return f"{year[:3]}X"
        case _:
            return None


def _from_edtf(edtf: str | None) -> str:
    """A season or a year before Christ, which have no days; else nothing is known.

    >>> _from_edtf("1920-21"), _from_edtf("-0299"), _from_edtf(None)
    ('1920-SP', 'BC0300', 'XXXX-XX-XX')
    """
    if edtf and (match := re.fullmatch(r"(\d{4})-(2[1-4])~?", edtf)):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    if edtf and (match := re.fullmatch(r"-(\d{4})~?", edtf)):
        return f"BC{int(match[1]) + 1:04}"
    return _UNKNOWN


def _period_of_edge(text: str, day: datetime.date, mod: str) -> str | None:
    """What a day is the start, middle or end of: the record holds the day, the words the period.

    A period that the words name counts only if the day is where the record would put its edge;
    else None.

    >>> _period_of_edge("end of 2023", datetime.date(2023, 12, 31), "END")
    '2023'
    >>> _period_of_edge("mid-July", datetime.date(2024, 7, 15), "MID")
    '2024-07'
    """
    words = text.casefold()
    if re.search(rf"(?<!\d)0?{day.day}(?:st|nd|rd|th)?(?!\d)", words):
        return day.isoformat()
    if "week" in words:
        first = day - datetime.timedelta(days=day.weekday())
        last = first + datetime.timedelta(days=6)
        edge = {"START": first, "END": last}.get(mod)
        return _value("week", first, last) if edge == day else None
    for pattern, granularity, months in (
        (r"decade|\d0s\b|ties\b", "decade", 120),
        (r"quarter|\bq[1-4]", "quarter", 3),
        (r"half", "half", 6),
        (rf"month|{day:%B}|\b{day:%b}\b", "month", 1),
        (r"year|\d{4}", "year", 12),
    ):
        if re.search(pattern, words, re.IGNORECASE):
            first, last = _around(day, months)
            middles = {
                1: first.replace(day=15),
                12: datetime.date(first.year, 6, 30),
                120: datetime.date(first.year + 4, 12, 31),
            }
            ends = {"START": first, "END": last}
            edge = middles.get(months) if mod == "MID" else ends[mod]
            return _value(granularity, first, last) if edge == day else None
    return None


def _around(day: datetime.date, months: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the run of ``months`` that ``day`` is in, counted from year 0."""
    start = (day.year * 12 + day.month - 1) // months * months
    end = start + months - 1
    first = datetime.date(start // 12, start % 12 + 1, 1)
    return first, month(end // 12, end % 12 + 1).last


def _whole(first: datetime.date, last: datetime.date) -> Literal["Y", "M", "D"]:
    """The largest unit of which a span is made."""
    if first.day != 1 or last != month(last.year, last.month).last:
        return "D"
    return "Y" if (first.month, last.month) == (1, 12) else "M"


def _cut(day: datetime.date, unit: str) -> str:
    return day.isoformat()[: {"Y": 4, "M": 7, "D": 10}[unit]]
