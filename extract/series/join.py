"""Facts with the same measure, unit, place and kind become an indicator."""

import re
from collections import Counter
from collections.abc import Iterable

from extract.fold import fold
from extract.records import Fact, Indicator, Point
from extract.result import ArticleResult

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "for", "to", "and", "by", "with", "at", "is"]
)
_SHARE = frozenset(["proportion", "share", "percentage", "ratio", "rate"])


def join(results: Iterable[ArticleResult], min_points: int) -> tuple[Indicator, ...]:
    """The indicators of ``results``."""
    groups: dict[tuple[object, ...], list[tuple[Fact, Point]]] = {}
    for result in results:
        text = result.article.text
        for fact in result.facts:
            if fact.measure is None or fact.value is None or fact.unit == "times":
                continue
            words = {word for word in _WORD.findall(fold(fact.measure)) if word not in _SMALL}
            if fact.type == "percentage":
                after = text[fact.end : fact.end + 40]
                whole = re.match(r" of (?:the )?(GDP)", after)
                words = (words - _SHARE) | ({fold(whole.group(1))} if whole else set())
            key = (
                frozenset(words),
                fact.type,
                fact.unit,
                fact.per,
                fact.points,
                fact.role,
                fact.place_code or fact.place,
            )
            groups.setdefault(key, []).append((fact, _point(fact, text)))
    found = []
    for group in groups.values():
        points = sorted(
            (point for _, point in group),
            key=lambda point: (
                point.period_first_day or "~",
                point.period_last_day or "~",
                point.doc_id,
                point.start,
            ),
        )
        if len({(point.period_first_day, point.period_last_day) for point in points}) >= min_points:
            found.append(_indicator(group[0][0], tuple(points)))
    return tuple(sorted(found, key=lambda indicator: (fold(indicator.name), indicator.id)))


def _point(fact: Fact, text: str) -> Point:
    assert fact.value is not None and fact.measure is not None
    return Point(
        period_first_day=fact.period_first_day,
        period_last_day=fact.period_last_day,
        period_from="fact" if fact.period_first_day else None,
        value=fact.value,
        value_max=fact.value_max,
        total=fact.total,
        modifier=fact.modifier,
        direction=fact.direction,
        status=fact.status,
        conflict=False,
        doc_id=fact.doc_id,
        start=fact.start,
        end=fact.end,
        text=text[fact.start : fact.end],
        measure=fact.measure,
        sent_start=fact.sent_start,
        sent_end=fact.sent_end,
        sentence=text[fact.sent_start : fact.sent_end],
    )


def _indicator(fact: Fact, points: tuple[Point, ...]) -> Indicator:
    names = Counter(point.measure for point in points)
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    unit = fact.unit if fact.type == "quantity" else "percentage points" if fact.points else "%"
    parts = [name, unit or "", fact.place_code or fact.place or ""]
    return Indicator(
        id="-".join(re.findall(r"[^\W_]+|%", fold(" ".join(parts)))),
        name=name,
        unit=unit,
        per=fact.per,
        role=fact.role,
        basis=None,
        place=fact.place,
        place_code=fact.place_code,
        points=points,
    )
