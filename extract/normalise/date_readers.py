"""Reads days, months and years that the text states: one reader a kind of date rule."""

import datetime
import re
from typing import Any

from extract.normalise import calendar, fiscal
from extract.normalise.calendar import Period
from extract.normalise.date_context import Context

Values = dict[str, Any]
# Where the month stands before the day: 7/12 is July 12 there.
MONTH_FIRST = frozenset({"US", "PH"})
_LAST_SHORT_YEAR = 49  # 49 is 2049, 50 is 1950
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def number(text: object) -> int:
    """The digits of ``12th`` or ``07`` as a number."""
    return text if isinstance(text, int) else int(re.sub(r"\D", "", str(text)))


def with_edge(period: Period | None, values: Values) -> Period | None:
    """The first, middle or last day of ``period`` where the text says so (``end of``)."""
    edge = values.get("edge")
    return calendar.edge(period, edge) if period and edge else period


def year_stated(values: Values, context: Context) -> int | None:
    """The year that goes with a month or part: stated, ``last year``, or lent by a neighbour."""
    if "year" in values:
        return number(values["year"])
    relative = values.get("rel")
    if isinstance(relative, int):
        return context.reference.year + relative if context.reference else None
    if "back" in values:
        earlier = context.earlier()
        return earlier.first.year + values["back"] if earlier else None
    if "lent" in values:
        later = values.get("lent_from")
        return int(values["lent"]) - (later is not None and later < _month(values))
    if "lent_on" in values:
        earlier = values.get("lent_from")
        return int(values["lent_on"]) + (earlier is not None and earlier > _month(values))
    return None


def _month(values: Values) -> int:
    return int(values["month"] if "month" in values else values.get("bare_month", 0))


def read_day(values: Values, context: Context) -> Period | None:
    """``12 July 2023``, ``July 12-14``, ``2023-07-12``."""
    if "iso" in values:
        return calendar.day(datetime.date(*(int(n) for n in re.split(r"\D", values["iso"]))))
    month = int(values.get("month") or values["month_number"])
    if "day_year" in values:
        first, year_after = (number(text) for text in values["day_year"].split(","))
        return calendar.day(datetime.date(year_after, month, first))
    if "day_range" in values:
        first, last = (number(text) for text in re.split("[-/]", values["day_range"]))
    else:
        first = number(values["day"])
        last = number(values["day2"]) if "day2" in values else first
    year = year_stated(values, context)
    if year is None and "day_rel" in values:
        year = _relative_year(month, first, values["day_rel"], context)
    elif year is None:
        year = context.year_of_day(month, first, values.get("weekday"))
    if year is None or last < first:
        return None
    period = Period(
        datetime.date(year, month, first),
        datetime.date(year, month, last),
        "day" if first == last else "span",
    )
    return with_edge(period, values) if values.get("edge") == "end" else period


def read_across(values: Values, context: Context) -> Period | None:
    """``30 April–1 May 2024``, where one token holds the first month, the dash and the last day."""
    name, last_day = values["glued_range"].split("-")
    last = read_day({**values, "day": last_day}, context)
    first_values = {"day": values["day"], "month": _MONTHS.index(name[:3]) + 1}
    if last is None:
        return None
    later = first_values["month"] > int(values["month"])
    first = read_day({**first_values, "year": str(last.first.year - later)}, context)
    return Period(first.first, last.last, "span") if first else None


def read_slash(values: Values, context: Context) -> Period | None:
    """``12/7/2023``, ``12-07-2023``, ``25/12``, ``10-12/7/2024``, in the country's order."""
    text = values.get("slash") or values.get("slashes")
    first_day = values.get("day_from")
    if "slash_short" in values:
        head, short = values["slash_short"].rsplit("/", 1)
        text = f"{head}/{2000 + int(short) - (100 if int(short) > _LAST_SHORT_YEAR else 0)}"
    elif text is None:
        text = f"{values['number1']}/{values['number2']}/{values['year']}"
    elif "slashes" in values:
        first_day, text = text.split("-")
    numbers = [int(part) for part in re.split(r"\D", text)]
    day, month = numbers[0], numbers[1]
    if context.document.country in MONTH_FIRST:
        day, month = month, day
    if month > 12:
        day, month = month, day
    year = numbers[2] if len(numbers) > 2 else context.year_of_day(month, day)
    if year is None:
        return None
    last = datetime.date(year, month, day)
    if first_day is None:
        return calendar.day(last)
    return Period(last.replace(day=number(first_day)), last, "span")


def read_month(values: Values, context: Context) -> Period | None:
    """``June 2023``, ``March``, ``March last year``, ``last March``, ``7/2024``, ``end of May``."""
    if "slash_month" in values:
        month, year = (int(part) for part in values["slash_month"].split("/"))
        return calendar.month(year, month)
    if "month_year" in values:
        name, year_text = re.split(r"\.?[-/,]", values["month_year"])
        return calendar.month(int(year_text), _MONTHS.index(name[:3]) + 1)
    month = _month(values)
    relative = values.get("month_rel")
    year_found = year_stated(values, context)
    if year_found is None and isinstance(relative, int):
        year_found = _relative_year(month, 1, relative, context)
    elif year_found is None:
        year_found = context.year_of_day(month, None)
    if year_found is None:
        return None
    return with_edge(calendar.month(year_found, month), values)


def _relative_year(month: int, day: int, relative: int, context: Context) -> int | None:
    """The year of ``last March`` or ``last May 1`` (before the article), ``next March`` (after)."""
    reference = context.reference
    if reference is None or relative == 0:
        return reference.year if reference else None
    if relative < 0:
        return reference.year - ((month, day) >= (reference.month, reference.day if day > 1 else 1))
    return reference.year + (month <= reference.month)


def read_year(values: Values, context: Context) -> Period | None:
    """``2024``, ``end of 2023``, ``mid-2024``, ``late-1990s``, ``pre-2020``."""
    if "name_year" in values:
        return calendar.year(int(values["name_year"][-4:]))
    if "edge_year" not in values:
        return with_edge(calendar.year(number(values["year"])), values)
    prefix, text = values["edge_year"].split("-")
    period = calendar.decade(int(text[:4])) if text.endswith("s") else calendar.year(int(text))
    edge = {"early": "start", "mid": "mid", "late": "end", "end": "end"}.get(prefix)
    values["edge"] = edge
    values["side"] = {"pre": "before", "post": "after"}.get(prefix)
    return with_edge(period, values)


_FISCAL = re.compile(
    r"\b(?:fy|ay|sy|fiscal|financial|school|academic|marketing|crop|tax|budget)\b[ -]",
    re.IGNORECASE,
)


def read_years(values: Values, context: Context) -> Period | None:
    """``2021-25``, ``2024/25``, ``2024-2025 academic year``: all days of both and between."""
    text = values.get("years") or f"{values['year']}-{values['short']}"
    first_text, last_text = re.split(r"[-/]", text)
    first = int(first_text)
    last = int(first_text[: 4 - len(last_text)] + last_text)
    if last < first:
        last += 100
    fiscal = last == first + 1 and ("/" in text or len(last_text) == 2 or says_fiscal(context))
    return with_edge(calendar.years(first, last, "fiscal_year" if fiscal else "span"), values)


def says_fiscal(context: Context) -> bool:
    """Whether ``fiscal year``, ``school year`` or the like stands beside the span."""
    text, span = context.document.text, context.span
    around = text[max(0, span.start - 22) : span.start], text[span.end : span.end + 22]
    return any(_FISCAL.search(side) for side in around)


def read_fiscal(values: Values, context: Context) -> Period | None:
    """``FY2024``, ``FY24``, ``FY2024-25``, ``SY-2024``."""
    code = values.get("code") or values["year"]
    later = values.get("to") or values.get("to2")
    first, last = fiscal.years_of(f"{code}-{later}" if later else code)
    if not first <= last <= first + 1:
        return None
    return with_edge(calendar.years(first, last, "fiscal_year"), values)


def read_decade(values: Values, context: Context) -> Period | None:
    """``1990s``, ``early 1990s``, ``1920s–1930s``, ``'90s``, ``the seventies``."""
    if "decades" in values:
        first, last = values["decades"].split("-")
        return calendar.years(number(first), number(last) + 9)
    if "short_decade" in values:
        short = number(values["short_decade"])
        return with_edge(calendar.decade(short + (1900 if short >= 20 else 2000)), values)
    return with_edge(calendar.decade(number(values["decade"])), values)


def read_era(values: Values, context: Context) -> Period | None:
    """``AD 70``, ``66–73 CE``, ``19 August AD 14``; years B.C. have no days."""
    if values.get("era", values.get("era2")) == -1:
        return None
    years = values.get("era_range", values.get("era_range2"))
    if years is not None:
        first, last = (int(text) for text in years.split("-"))
        if last < first:
            last += first // 100 * 100
        return calendar.years(first, last)
    year = number(values.get("number", values.get("number2")))
    if "day" in values:
        return calendar.day(datetime.date(year, int(values["month"]), number(values["day"])))
    return calendar.year(year)


def read_season(values: Values, context: Context) -> Period | None:
    """Seasons differ by hemisphere and writer: no days."""
    return None
