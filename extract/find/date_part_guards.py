"""Says yes or no to parts of periods (``first quarter of 2024``) and to ``last year``."""

import re
from collections.abc import Mapping, Sequence

from extract.find.date_grammar import Match
from extract.find.date_points import Point, Tokens
from extract.find.date_year_guard import is_plural

_NAMED = ("year", "month", "month_year", "decade", "fiscal_code", "fiscal_year", "fiscal_first")
_PERIODS = (*_NAMED, "rel", "period2", "back")
_COMING = frozenset({"coming", "upcoming", "ongoing"})
_YEARS = ("year", "rel", "back", "period2")  # a school's semesters are seldom of these
_NOT_PARTS = frozenset({"this", "next", "current", "coming"})
_BEFORE_YEAR_END = frozenset(
    {"by", "before", "until", "till", "at", "to", "since", "from", "in", "of", "around", "after"}
)


ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}


class PartGuards:
    """The guards of parts, relative periods and year ranges."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Take ``lists`` as ``patterns/dates.toml`` has them."""
        self._before = frozenset(lists["bare_part_before"])
        self._other = frozenset(lists["part_of_other"])
        self._labels = frozenset(lists["labels"])
        self._units = frozenset(lists["units"])

    def part(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``first 6 months of 2023`` yes, ``first 6 months of operation`` no."""
        values = point.values
        if "code" in values:
            return [point]
        norm = tokens.norm(match.start("ord"))
        unit = values["unit"]
        whole = any(name in values for name in _PERIODS)
        if tokens.norm(match.end("unit") - 1) == "semester" and not _is_half_year(values):
            return []
        if "count" in values:
            if values["ord"] not in (1, -1) or norm in ("next", "coming"):
                return []
            if whole:
                return [point] if self._fits(values, unit) else []
            bare = norm == "first" and unit in ("month", "quarter")
        elif whole:
            several = tokens.norm(match.end("unit") - 1).endswith("s") and unit != "quarter"
            if norm in _NOT_PARTS or several:  # `last months of 2024`
                return []
            return [point] if self._fits(values, unit) else []
        else:
            bare = unit in ("quarter", "half") and isinstance(values["ord"], int | str)
            if norm == "last" or norm in _NOT_PARTS:
                return []
            bare = bare and (unit == "quarter" or norm in ("first", "second", "1st", "2nd"))
        following = tokens.norm(point.end)
        if match.start("unit") < match.start("ord") and is_plural(tokens.word(point.end)):
            return []  # a quarter | three days ago
        if not bare or following in self._other or tokens.norm(point.end - 1).endswith("halves"):
            return []
        hyphened = tokens.norm(match.end("ord")) == "-" or "edge" in values
        return [point] if hyphened or tokens.before(point.start) in self._before else []

    def part_list(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``second and third quarters of 2024``: one point for each, the last with the period."""
        unit = point.values["unit"]
        whole = any(name in point.values for name in _PERIODS)
        bare = unit == "quarter" and tokens.before(point.start) in self._before
        if not (whole or bare) or not self._fits(point.values, unit):
            return []
        shared = {name: value for name, value in point.values.items() if name != "ords"}
        points = [
            Point(at, at + 1, point.rule, "part", {**shared, "ord": ORDINALS[tokens.norm(at)]})
            for at in range(*match.span("ords"))
            if tokens.norm(at) in ORDINALS
        ]
        return [*points, Point(match.start("ord"), point.end, point.rule, "part", shared)]

    def _fits(self, values: Mapping[str, object], unit: object) -> bool:
        """A part is smaller than its whole: no quarter of a month."""
        month = "month" in values or "month" in (values.get("period"), values.get("period2"))
        if month:
            return unit in ("day", "week", "weekend", "half")
        if "decade" in values:
            return unit == "half"
        return True

    def relative(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``last year`` yes; ``the last year of the plan``, ``last years`` no."""
        norm = tokens.norm(match.start("rel"))
        previous, following = tokens.norm(point.start - 1), tokens.norm(point.end)
        unit = tokens.norm(point.end - 1)
        if unit.endswith("s"):
            return []
        if norm in _COMING and not ("fiscal" in point.values or unit in ("week", "weekend")):
            return []
        determined = previous in ("the", "every", "each", "very", "a") or following == "of"
        if norm in ("last", "next", "this") and "edge" not in point.values and determined:
            named = previous == "the" and norm in ("next", "last") and following != "of"
            if not ("fiscal" in point.values and named):
                return []
        if "fiscal" in point.values and following[:2] in ("19", "20"):
            return []  # `next financial year 2025-26`: the years say it
        if following == "-" and tokens.norm(point.end + 1) not in ("", "end"):
            return []
        if "past" in point.values and (norm != "this" or unit == "year"):
            return []
        return [point]

    def edge_unit(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``end of the year`` yes; ``year-end bonuses``, ``end of the year of peace`` no."""
        if "unit" in point.values:
            plural = tokens.norm(match.end("unit") - 1).endswith("s")
            return [] if plural or tokens.norm(point.end) == "of" else [point]
        if "year2" in point.values:
            return [point]
        return [point] if tokens.before(point.start) in _BEFORE_YEAR_END else []

    def years(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``2021-25`` and ``2024/25`` yes, ``2021-20`` no; ``2024-07`` is a month."""
        values = point.values
        if tokens.norm(point.start - 1) in self._labels or tokens.norm(point.end) in self._units:
            return []
        if "short" in values:
            low, short = int(values["year"]), str(values["short"])
            if len(short) != 2 or tokens.end(point.end - 2) != tokens.start(point.end - 1):
                return []
            if short[0] == "0" and 1 <= int(short) <= 12 and int(short) <= low % 100:
                point.reads = "month"
                values["slash_month"] = f"{int(short)}/{low}"
                return [point]
            return [point] if int(short) > low % 100 or short == "00" else []
        first, last = re.split(r"[-/]", str(values["years"]))
        high = int(first[: 4 - len(last)] + last)
        if int(last) == 0 and len(last) == 2:
            high += 100
        if high <= int(first) or ("/" in values["years"] and high != int(first) + 1):
            return []
        return [point]


def _is_half_year(values: Mapping[str, object]) -> bool:
    """``first semester of 2023``; not that of a school year, nor one of no year at all."""
    school = any(name.startswith("fiscal") for name in values)
    return not school and any(name in values for name in _YEARS)
