"""What a change is against: the month, quarter or year before."""

import re

from extract.patterns import Patterns
from extract.records import Fact

_NAMES = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_AROUND = 90  # characters after a number in which its basis stands


class Basis:
    """Tells by how many months a change and its baseline are apart."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("series/words")["basis"]
        self._regex = re.compile(
            "|".join(f"(?P<m{months}>{pattern})" for months, pattern in table.items()),
            re.IGNORECASE,
        )

    def read(self, fact: Fact, text: str, end: int) -> str | None:
        """`year` for a change over the year before, `18 months`, or None where nothing says it.

        ``end`` is where the next number or the sentence ends what belongs to this one. A change of
        a whole year that says nothing else is one over the year before.
        """
        if fact.role != "change":
            return None
        if fact.baseline_first_day and fact.period_first_day:
            months = _months(fact.period_first_day) - _months(fact.baseline_first_day)
            return _NAMES.get(months, f"{months} months")
        match = self._regex.search(text, fact.end, min(end, fact.end + _AROUND))
        if match is None and fact.per == "year":
            return "year"
        if match is not None and match.lastgroup:
            return _NAMES[int(match.lastgroup[1:])]
        if fact.baseline_first_day is None and _is_year(fact):
            return "year"
        return None


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _is_year(fact: Fact) -> bool:
    first, last = fact.period_first_day or "", fact.period_last_day or ""
    return first.endswith("-01-01") and last == f"{first[:4]}-12-31"
