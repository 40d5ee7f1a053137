"""Years of three digits (``in 476``), where the text itself counts in years B.C. or A.D."""

from bisect import bisect_left

from extract.find.date_points import Point, Tokens

_BEFORE = frozenset({"in", "by", "until", "till", "since", "from", "before", "after", "around"})
_ABOUT = frozenset({"c.", "ca.", "circa"})
_JOINED = frozenset({"and", "to"})


def with_ancient_years(
    points: list[Point], tokens: Tokens, integer: str, function_words: frozenset[str]
) -> list[Point]:
    """``points`` with the years below 1000 that stand after a preposition and before no noun."""
    starts = [point.start for point in points]
    found: list[Point] = []
    at = tokens.classes.find(integer)
    while at >= 0:
        number, before = tokens.norm(at), tokens.norm(at - 1)
        place = bisect_left(starts, at + 1)
        taken = place > 0 and points[place - 1].end > at
        if len(number) == 3 and not taken and before in _BEFORE | _ABOUT | _JOINED:
            joined = before not in _JOINED or (found and found[-1].end == at - 1)
            if joined and tokens.norm(at + 1) in function_words:
                values = {"number": number, "era": 1}
                found.append(Point(at, at + 1, "ancient-year", "era", values))
        at = tokens.classes.find(integer, at + 1)
    return sorted([*points, *found], key=lambda point: point.start) if found else points
