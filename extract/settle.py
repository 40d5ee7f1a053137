"""Overlaps, settled by one total order."""

from bisect import bisect_right, insort
from collections.abc import Iterable

from extract.span import Span

# Of two equal spans the type that comes first here wins.
_ORDER = {
    "none": 0,
    "date": 1,
    "percentage": 2,
    "quantity": 3,
    "official": 4,
    "agency": 5,
    "locality": 6,
}


def settle(spans: Iterable[Span]) -> list[Span]:
    """The spans that stand, sorted by start, none overlapping another.

    The order in which they are taken: higher rank, longer, earlier, type, rule name. Exclusions
    (type ``none``) take part and are then left out.
    """
    taken_starts: list[int] = []
    ends: dict[int, int] = {}
    kept = []
    for span in sorted(spans, key=_key):
        at = bisect_right(taken_starts, span.start)
        before_ok = at == 0 or ends[taken_starts[at - 1]] <= span.start
        after_ok = at == len(taken_starts) or taken_starts[at] >= span.end
        if before_ok and after_ok and span.end > span.start:
            insort(taken_starts, span.start)
            ends[span.start] = span.end
            kept.append(span)
    return sorted((span for span in kept if span.type != "none"), key=lambda span: span.start)


def _key(span: Span) -> tuple[int, int, int, int, str]:
    return (-span.rank, span.start - span.end, span.start, _ORDER[span.type], span.rule)
