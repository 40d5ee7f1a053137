"""Durations against the dates that bound them."""

import datetime
from fractions import Fraction
from re import Match

from extract.audit.amount import Amount, amount
from extract.audit.claim import finding, written
from extract.audit.line import Line
from extract.records import Finding, Verdict
from extract.span import Span

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def duration(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``a period of eight months from 2020-12-01 to 2021-07-31``."""
    long, dates = line.span(match, "duration"), line.span(match, "dates")
    if long is None or dates is None or dates.attributes["granularity"] != "span":
        return None
    unit = long.attributes["unit"]
    stated = amount(long)
    if stated is None or unit not in (*_DAYS, *_MONTHS) or "until" not in dates.parts:
        return None
    first = datetime.date.fromisoformat(dates.attributes["first_day"])
    last = datetime.date.fromisoformat(dates.attributes["last_day"])
    return None if first > last else _lasts(line, rule, stated, dates, first, last)


def _lasts(
    line: Line, rule: str, stated: Amount, dates: Span, first: datetime.date, last: datetime.date
) -> Finding:
    unit = str(stated.unit)
    whole = last + datetime.timedelta(days=1)
    if unit in _DAYS:
        most = Fraction((whole - first).days, _DAYS[unit])
    else:
        months = (whole.year - first.year) * 12 + whole.month - first.month
        most = (months + Fraction(whole.day - first.day, 30)) / _MONTHS[unit]
    # `2020 to 2022` may be three years or the two between them.
    grain = {"year": 12, "years": 12, "month": 1}.get(dates.parts["until_reads"], 0)
    least = most - Fraction(grain, _MONTHS[unit]) if unit in _MONTHS else most - 1
    low, high = min(least, most), most
    half = stated.tolerance
    near = low - Fraction(1, 10) <= stated.value <= high + Fraction(1, 10)
    verdict: Verdict = "consistent" if near else "inconsistent"
    if not near and stated.low - half <= high and stated.high + half >= low:
        verdict = "within rounding"
    text = line.document.text[stated.span.start : stated.span.end]
    value = min(max(stated.value, low), high) if near else most
    shown = f"{written(value)} {unit}{'' if value == 1 else 's'}"
    span = line.document.text[dates.start : dates.end]
    ending = ", as stated" if verdict == "consistent" else f", not {text}"
    return finding(
        line,
        "duration",
        rule,
        verdict,
        stated.span,
        shown,
        f"{span} is {shown}{ending}",
        [dates],
        (stated.value, value, low, high, half),
    )
