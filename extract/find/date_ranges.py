"""Joins points to ranges (``March`` to ``August 2024``); lends a year to its neighbours."""

import re
from itertools import pairwise

from extract.find.date_points import Point, Tokens, year_of

_YEARS = ("year", "years", "decade", "fiscal", "era")
_FAMILY = {"slash": "day", "days": "day", "day-alone": "day", **dict.fromkeys(_YEARS, "year")}
_BETWEEN = re.compile(r"-|(?:up )?(?:to|through|thru|until|till)(?: the)?(?: end of)?(?: year)?")
# Between a weekday and its date; the part of the day belongs to neither.
_BESIDE = frozenset(
    ["(", ","]
    + [f"{part} {mark}" for part in ("morning", "afternoon", "evening", "night") for mark in "(,"]
)
_LIST = frozenset(
    ["and", "or", "&", ",", ", and", "and in", "and on", "-"]
    + [f"{to}{the}" for to in ("to", "through", "until", "till") for the in ("", " the")]
)


_BORROWERS = frozenset({"month", "day", "part"})


def _gap(left: Point, right: Point, tokens: Tokens) -> str:
    if not 0 < right.start - left.end <= 4:
        return ""
    return " ".join(tokens.norms(left.end, right.start))


def _starts_range(point: Point, tokens: Tokens, word: str) -> bool:
    at = point.start - 1
    for _ in range(3):
        norm = tokens.norm(at)
        if norm == word:
            return True
        if norm not in ("the", "year", "years", "period", "month", "in", "both"):
            return False
        at -= 1
    return False


def pair_weekdays(points: list[Point], tokens: Tokens) -> list[Point]:
    """Give a weekday, or ``today``, the date that stands beside it: ``Thursday (July 25)``.

    A weekday behind its date becomes part of it: ``Dec. 3, Tuesday``.
    """
    gone: set[int] = set()
    for left, right in pairwise(points):
        gap = _gap(left, right, tokens)
        if gap in _BESIDE and left.reads in ("weekday", "today") and right.reads == "day":
            left.values["same_as"] = right.values
        elif gap == "(" and left.reads == "day" and right.reads in ("weekday", "today"):
            right.values["same_as"] = left.values
        elif right.reads != "weekday":
            continue
        elif gap in ("on", ", on") and _is_week(left):  # `next week on Friday`
            right.values.setdefault("week_rel", left.values["rel"])
        elif gap == "," and left.reads == "day" and _is_plain(right, tokens):
            left.end = right.end
            gone.add(id(right))
    return [point for point in points if id(point) not in gone] if gone else points


def _is_week(point: Point) -> bool:
    week = point.reads == "relative" and point.values.get("unit") == "week"
    return week and "edge" not in point.values


def _is_plain(weekday: Point, tokens: Tokens) -> bool:
    return weekday.end == weekday.start + 1 and tokens.norm(weekday.end) != "'s"


def merge_ranges(points: list[Point], tokens: Tokens) -> list[tuple[Point, Point]]:
    """Each point with the last point of its range (itself where it is no range).

    ``from 2022 to 2025`` and ``between March and August`` are one; ``2021 and 2022`` are two.
    """
    found: list[tuple[Point, Point]] = []
    at = 0
    while at < len(points):
        left = points[at]
        if at + 1 < len(points) and _is_range(left, points[at + 1], tokens):
            found.append((left, points[at + 1]))
            at += 2
        else:
            found.append((left, left))
            at += 1
    return found


def _is_range(left: Point, right: Point, tokens: Tokens) -> bool:
    gap = _gap(left, right, tokens)
    if not gap:
        return False
    if gap in ("and", "and the"):
        return _starts_range(left, tokens, "between") and _ascending(left, right)
    if not _BETWEEN.fullmatch(gap.replace("--", "-")):
        return False
    alike = _FAMILY.get(left.reads, left.reads) == _FAMILY.get(right.reads, right.reads)
    return (alike or (gap != "-" and _starts_range(left, tokens, "from"))) and _ascending(
        left, right
    )


def _ascending(left: Point, right: Point) -> bool:
    first, last = year_of(left.values), year_of(right.values)
    return first is None or last is None or first <= last


def lend_years(points: list[Point], tokens: Tokens) -> None:
    """Give ``lent`` to points of a list or range that state no year but whose neighbour does.

    In ``January, February and March 2024`` the first two get 2024.
    """
    if not any(point.reads in _BORROWERS for point in points):
        return
    for left, right in zip(reversed(points[:-1]), reversed(points[1:]), strict=True):
        if left.reads not in _BORROWERS or left.reads != right.reads:
            continue
        lender = year_of(right.values) or right.values.get("lent")
        free = lender and year_of(left.values) is None and "rel" not in left.values
        if free and _gap(left, right, tokens) in _LIST:
            left.values["lent"] = lender
            left.values["lent_from"] = right.values.get("month", right.values.get("bare_month"))
    for left, right in pairwise(points):
        if left.reads not in ("month", "day") or left.reads != right.reads:
            continue
        lender = year_of(left.values) or left.values.get("lent_on")
        if (
            lender
            and year_of(right.values) is None
            and (
                not right.values.keys() & {"lent", "rel", "month_rel"}
                and _gap(left, right, tokens) in _LIST
            )
        ):
            right.values["lent_on"] = lender
            right.values["lent_from"] = left.values.get("month", left.values.get("bare_month"))
