"""Pairs spans of two sides one to one, as well as possible.

The best pairing has the most strictly equal pairs (same span, same type); of those that have the
same number, the most pairs of one type; then the most pairs of one span, the most pairs at all,
the most shared characters. Every such pairing gives the same counts, and which one is taken
depends on the spans alone, never on the order in which they are given.

Where the spans of a side do not overlap each other (our labels and outputs), a cluster of
overlapping spans is a chain and one pass over its pairs finds the best pairing, in linear time.
Else the cluster goes to the Hungarian method (Kuhn 1955; the form with potentials), cubic in the
cluster.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_STEP = 1 << 48  # more than all lower criteria of an article can add up to


class Typed(NamedTuple):
    """A span ``[start, end)`` with its type."""

    start: int
    end: int
    type: str


class _Edge(NamedTuple):
    gold: int
    output: int
    weight: int


def align(gold: Sequence[Typed], output: Sequence[Typed]) -> list[tuple[int, int]]:
    """The pairs ``(index in gold, index in output)``, sorted; a span is in one pair at most.

    >>> align([Typed(0, 5, "date")], [Typed(3, 9, "date"), Typed(0, 5, "date")])
    [(0, 1)]
    """
    golds = sorted(range(len(gold)), key=lambda i: gold[i])
    outputs = sorted(range(len(output)), key=lambda i: output[i])
    edges = _overlaps([gold[i] for i in golds], [output[i] for i in outputs])
    pairs = []
    for cluster in _clusters(edges):
        best = _best_of_chain(cluster) if _is_chain(cluster) else _best_of_any(cluster)
        pairs += [(golds[edge.gold], outputs[edge.output]) for edge in best]
    return sorted(pairs)


def weigh(gold: Typed, output: Typed) -> int:
    """The weight of a pair: its criteria as the digits of one number, 0 for no shared character."""
    shared = min(gold.end, output.end) - max(gold.start, output.start)
    if shared <= 0:
        return 0
    one_type = gold.type == output.type
    one_span = gold[:2] == output[:2]
    weight = 0
    for digit in (one_type and one_span, one_type, one_span, True, shared):
        weight = weight * _STEP + digit
    return weight


def _overlaps(gold: Sequence[Typed], output: Sequence[Typed]) -> list[_Edge]:
    """All pairs that share a character, by gold, then output; both sides are sorted by start."""
    edges = []
    waiting: list[int] = []  # outputs that a later gold span may still reach
    coming = 0
    for g, span in enumerate(gold):
        while coming < len(output) and output[coming].start < span.end:
            waiting.append(coming)
            coming += 1
        waiting = [o for o in waiting if output[o].end > span.start]
        for o in waiting:
            weight = weigh(span, output[o])
            if weight:
                edges.append(_Edge(g, o, weight))
    return edges


def _clusters(edges: list[_Edge]) -> list[list[_Edge]]:
    """The edges in connected groups, each still by gold, then output."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for edge in edges:
        root[find(("output", edge.output))] = find(("gold", edge.gold))
    groups: dict[tuple[str, int], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault(find(("gold", edge.gold)), []).append(edge)
    return list(groups.values())


def _is_chain(cluster: list[_Edge]) -> bool:
    """Whether each edge shares its gold or its output, not both, with the one before it."""
    return (
        all(
            (a.gold == b.gold and a.output < b.output) or (a.output == b.output and a.gold < b.gold)
            for a, b in pairwise(cluster)
        )
        and len({e.gold for e in cluster}) + len({e.output for e in cluster}) == len(cluster) + 1
    )


def _best_of_chain(cluster: list[_Edge]) -> list[_Edge]:
    """The heaviest edges of a chain that meet nowhere: left to right, take an edge or leave it."""
    total = [0]  # the best weight of the first i edges
    free: list[int] = []  # for each edge, how many edges before it do not meet it
    for i, edge in enumerate(cluster):
        one_run = i > 1 and _meet(cluster[i - 2 : i + 1])  # all in one span: what was free still is
        free.append(free[-1] if one_run else max(i - 1, 0))
        total.append(max(total[i], total[free[i]] + edge.weight))
    best = []
    i = len(cluster)
    while i:
        if total[i] == total[i - 1]:
            i -= 1
        else:
            best.append(cluster[i - 1])
            i = free[i - 1]
    return best


def _meet(edges: Sequence[_Edge]) -> bool:
    """Whether edges have one span in common."""
    return len({edge.gold for edge in edges}) == 1 or len({edge.output for edge in edges}) == 1


def _best_of_any(cluster: list[_Edge]) -> list[_Edge]:
    """The heaviest matching of any bipartite graph, by the Hungarian method."""
    rows = sorted({edge.gold for edge in cluster})
    columns = sorted({edge.output for edge in cluster})
    weights = {(edge.gold, edge.output): edge for edge in cluster}
    swap = len(rows) > len(columns)
    if swap:
        rows, columns = columns, rows
    cost = [
        [
            -weights[key].weight if (key := (c, r) if swap else (r, c)) in weights else 0
            for c in columns
        ]
        for r in rows
    ]
    found = []
    for r, c in enumerate(_assign(cost)):
        key = (columns[c], rows[r]) if swap else (rows[r], columns[c])
        if key in weights:
            found.append(weights[key])
    return found


def _assign(cost: list[list[int]]) -> list[int]:
    """For each row its column, at the least total cost; no fewer columns than rows."""
    n, m = len(cost), len(cost[0])
    row_price, column_price = [0] * (n + 1), [0] * (m + 1)
    row_of, way = [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        row_of[0], column = row, 0
        least: list[int | None] = [None] * (m + 1)
        done = [False] * (m + 1)
        while row_of[column]:
            done[column] = True
            current, delta, following = row_of[column], None, 0
            for j in range(1, m + 1):
                if done[j]:
                    continue
                reduced = cost[current - 1][j - 1] - row_price[current] - column_price[j]
                known = least[j]
                if known is None or reduced < known:
                    least[j], way[j], known = reduced, column, reduced
                if delta is None or known < delta:
                    delta, following = known, j
            assert delta is not None
            for j in range(m + 1):
                if done[j]:
                    row_price[row_of[j]] += delta
                    column_price[j] -= delta
                elif (value := least[j]) is not None:
                    least[j] = value - delta
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    columns_of = [0] * n
    for j in range(1, m + 1):
        if row_of[j]:
            columns_of[row_of[j] - 1] = j - 1
    return columns_of
