"""Splits a list of days that share a month into one point a day."""

from extract.find.date_grammar import Match
from extract.find.date_points import Point, Tokens


def split_days(point: Point, match: Match, tokens: Tokens) -> list[Point]:
    """One point for each day of the list; ``between 12 and 13 July`` is one range.

    ``12 and 13 July 2024`` gives ``12`` and ``13 July 2024``; ``July 12 and 13`` gives ``July 12``
    and ``13``.
    """
    shared = {
        name: value for name, value in point.values.items() if name in ("month", "year", "rel")
    }
    days = [
        at
        for at in (*range(*match.span("day")), *range(*match.span("days")))
        if tokens.norm(at)[0].isdigit()
    ]
    days.sort()
    if len(days) == 2 and tokens.before(point.start) == "between":
        low, high = (tokens.norm(at) for at in days)
        return [Point(point.start, point.end, "range", "day", {**shared, "day": low, "day2": high})]
    points = []
    for at in days:
        start = point.start if at == days[0] else at
        end = point.end if at == days[-1] else at + 1
        points.append(Point(start, end, point.rule, "day", {**shared, "day": tokens.norm(at)}))
    return points
