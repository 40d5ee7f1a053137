"""Overlaps, settled by one total order."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter

from extract.span import Span

_start = attrgetter("start")

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
    kept: list[Span] = []
    for cluster in _clusters(sorted(spans, key=_start)):
        kept += cluster if len(cluster) == 1 else _settle_cluster(cluster)
    return [span for span in kept if span.type != "none"]


def _clusters(spans: list[Span]) -> Iterator[list[Span]]:
    """Runs of spans in which each overlaps an earlier one; most are a single span."""
    cluster: list[Span] = []
    end = 0
    for span in spans:
        if span.start >= end and cluster:
            yield cluster
            cluster = []
        cluster.append(span)
        end = max(end, span.end)
    if cluster:
        yield cluster


def _settle_cluster(cluster: list[Span]) -> list[Span]:
    taken_starts: list[int] = []
    kept: dict[int, Span] = {}
    for span in sorted(cluster, key=_key):
        at = bisect_right(taken_starts, span.start)
        before_ok = at == 0 or kept[taken_starts[at - 1]].end <= span.start
        after_ok = at == len(taken_starts) or taken_starts[at] >= span.end
        if before_ok and after_ok:
            insort(taken_starts, span.start)
            kept[span.start] = span
    return [kept[start] for start in taken_starts]


def _key(span: Span) -> tuple[int, int, int, int, str]:
    return (-span.rank, span.start - span.end, span.start, _ORDER[span.type], span.rule)
