"""Candidates with the same words and the same unit, place and kind become an indicator."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from extract.patterns import Patterns
from extract.records import Indicator, Point
from extract.result import ArticleResult
from extract.series.agreement import contradicted, moment
from extract.series.candidates import Candidate, Candidates
from extract.series.names import make_id, make_name
from extract.series.spelling import spellings

_CLASS = 3  # periods in which sources disagree before a measure is taken for a class of things


def join(
    results: Iterable[ArticleResult], patterns: Patterns, min_points: int
) -> tuple[Indicator, ...]:
    """The indicators of ``results``, by name."""
    groups = _groups(results, patterns)
    found = []
    for group in groups:
        kept = _settled(group)
        if kept is None:
            continue
        points = tuple(candidate.point for candidate in kept)
        periods = {point.period_first_day and moment(point)[:2] for point in points} - {None}
        if len(periods) >= min_points or any(point.conflict for point in points):
            found.append(_indicator(kept, points))
    return _with_ids(found)


def _groups(results: Iterable[ArticleResult], patterns: Patterns) -> list[list[Candidate]]:
    """Candidates that have all in common, each group in an order that no reading order changes."""
    candidates = Candidates(patterns)
    every = [
        candidate
        for result in results
        if result.article.duplicate_of is None
        for candidate in candidates.of(result)
    ]
    variants = spellings(word for candidate in every for word in candidate.content)
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in every:
        words = frozenset(variants.get(word, word) for word in candidate.content)
        groups.setdefault((words, candidate.common), []).append(candidate)
    return [sorted(group, key=_order) for group in groups.values() if len(group) > 1]


def _order(candidate: Candidate) -> tuple[str, str, str, int]:
    point = candidate.point
    return (
        point.period_first_day or "~",
        point.period_last_day or "~",
        point.doc_id,
        point.start,
    )


def _settled(group: Sequence[Candidate]) -> list[Candidate] | None:
    """``group`` with its conflicts marked, without what its words do not tell apart.

    An article that gives one measure two values for one period means two things whose names say
    more than the measure (`42% in ministries, 61% in provinces`): neither is taken. And a measure
    whose sources disagree for most of its periods is a class of things (`loan`): None.
    """
    alone: dict[object, list[Candidate]] = {}
    for candidate in group:
        alone.setdefault((candidate.point.doc_id, moment(candidate.point)), []).append(candidate)
    kept = [
        candidate
        for same in alone.values()
        if not contradicted([candidate.point for candidate in same])
        for candidate in same
    ]
    kept.sort(key=_order)
    moments: dict[object, list[int]] = {}
    for at, candidate in enumerate(kept):
        if candidate.point.period_first_day is not None:
            moments.setdefault(moment(candidate.point), []).append(at)
    several = [places for places in moments.values() if len(places) > 1]
    disagreeing = 0
    for places in several:
        wrong = contradicted([kept[at].point for at in places])
        disagreeing += bool(wrong)
        for at in (places[index] for index in wrong):
            point = msgspec.structs.replace(kept[at].point, conflict=True)
            kept[at] = kept[at]._replace(point=point)
    if disagreeing >= _CLASS and 2 * disagreeing > len(several):
        return None
    return kept if len(kept) > 1 else None


def _indicator(group: Sequence[Candidate], points: tuple[Point, ...]) -> Indicator:
    common = group[0].common
    places = Counter(candidate.place for candidate in group if candidate.place)
    return Indicator(
        id="",
        name=make_name(group),
        unit=common.unit,
        per=common.per,
        role=common.role,
        basis=common.basis,
        place=min(places, key=lambda name: (-places[name], name)) if places else None,
        place_code=group[0].place_code,
        points=points,
    )


def _with_ids(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """``indicators`` by name, each with an id of its own."""
    taken: Counter[str] = Counter()
    found = []
    for indicator in sorted(indicators, key=_by_name):
        name = make_id(indicator)
        taken[name] += 1
        number = f"-{taken[name]}" if taken[name] > 1 else ""
        found.append(msgspec.structs.replace(indicator, id=name + number))
    return tuple(found)


def _by_name(indicator: Indicator) -> tuple[str, ...]:
    first = indicator.points[0]
    return (
        indicator.name.casefold(),
        indicator.name,
        indicator.unit or "",
        indicator.per or "",
        indicator.role,
        indicator.basis or "",
        indicator.place_code or "",
        indicator.place or "",
        first.doc_id,
        f"{first.start:09}",
    )
