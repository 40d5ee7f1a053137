"""Leaves out dates that count from a date which the text has not named: ``the next day``."""

from extract.find.date_points import Point, Tokens

_REACH = 5  # dates back
_NEAR = 90  # tokens back
_OF_DAY = frozenset({"day", "weekday", "slash", "today", "across", "feast", "day-alone", "nth"})
_OF_MONTH = _OF_DAY | {"month"}
_KNOWN = {
    "day": _OF_DAY,
    "week": _OF_DAY | {"week"},
    "weekend": _OF_DAY | {"week"},
    "month": _OF_MONTH,
    "quarter": _OF_MONTH | {"part"},
}


def with_antecedents(points: list[Point], tokens: Tokens) -> list[Point]:
    """``points`` without those that need an earlier date of their unit and have none near."""
    found: list[Point] = []
    for point in points:
        if not point.values.get("needs") or _has_antecedent(point, found):
            found.append(point)
    return found


def _has_antecedent(point: Point, earlier: list[Point]) -> bool:
    unit = point.values["unit"]
    known = _KNOWN.get(unit)
    for other in reversed(earlier[-_REACH:]):
        if point.start - other.end > _NEAR:
            return False
        if other.reads == "back":
            same = other.values["unit"]
            if known is None or same == unit or (unit != "day" and same == "day"):
                return True
        elif known is None or other.reads in known:
            return other.reads != "season" or "year" in other.values
    return False
