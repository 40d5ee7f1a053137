"""The marks of a chart: a value at its period, its label, and the look of each status."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from extract.records import Point, Status
from extract.series.chart_axes import middle

_APART = 13.0  # typographic points between values in conflict
_NEAR = 0.09  # of an axis
_LONGEST = 24  # characters of a label


class Look(NamedTuple):
    """How values of a status are drawn. Colours of Okabe and Ito, told apart by all eyes."""

    name: str
    marker: str
    colour: str
    hollow: bool


LOOKS: dict[Status, Look] = {
    "actual": Look("result", "o", "#0072B2", False),
    "estimate": Look("estimate", "o", "#0072B2", True),
    "target": Look("target", "D", "#D55E00", True),
    "plan": Look("plan", "s", "#CC79A7", True),
}
CONFLICT = Look("sources in conflict", "^", "#000000", True)


class Mark(NamedTuple):
    """A point in the units of the axes; ``beside`` moves one in conflict, in typographic points."""

    point: Point
    low: float
    high: float
    beside: float = 0.0

    @property
    def height(self) -> float:
        """Where the mark stands: in the middle of a range."""
        return (self.low + self.high) / 2


def marks(points: Iterable[Point], unit: float) -> list[Mark]:
    """What is drawn for ``points``: those that look the same once, those in conflict apart."""
    seen = {
        (middle(point), ends(point), point.status): Mark(point, *(v / unit for v in ends(point)))
        for point in points
    }
    found = sorted(seen.values(), key=lambda mark: (middle(mark.point), mark.height))
    groups: dict[object, list[int]] = {}
    for at, mark in enumerate(found):
        if mark.point.conflict:
            groups.setdefault(middle(mark.point), []).append(at)
    for group in groups.values():
        for number, at in enumerate(group):
            found[at] = found[at]._replace(beside=(number - (len(group) - 1) / 2) * _APART)
    return found


def ends(point: Point) -> tuple[float, float]:
    """The lower and the upper value of a point, negative for a fall."""
    sign = -1 if point.direction == "down" else 1
    high = point.value if point.value_max is None else point.value_max
    return sign * point.value, sign * high


def draw_mark(axes: Any, mark: Mark) -> None:
    """Draw the value, the bar of its period, and its range."""
    from matplotlib.transforms import offset_copy

    point, look = mark.point, LOOKS[mark.point.status]
    at = middle(point)
    moved = offset_copy(axes.transData, fig=axes.figure, x=mark.beside, units="points")
    axes.plot(
        [middle(point, 0.0), middle(point, 1.0)],
        [mark.height] * 2,
        color=look.colour,
        linewidth=4,
        alpha=0.25,
        solid_capstyle="butt",
        zorder=1,
    )
    if mark.low != mark.high:
        span = [mark.low, mark.high]
        axes.plot([at, at], span, color=look.colour, linewidth=1.2, transform=moved, zorder=2)
    axes.plot(
        [at],
        [mark.height],
        marker=CONFLICT.marker if point.conflict else look.marker,
        markersize=8,
        markerfacecolor="white" if look.hollow else look.colour,
        markeredgecolor=CONFLICT.colour if point.conflict else look.colour,
        markeredgewidth=1.8,
        linestyle="none",
        transform=moved,
        zorder=3,
    )


def draw_labels(axes: Any, drawn: Sequence[Mark]) -> None:
    """Write the values as their articles state them, above or below the marks."""
    from matplotlib.patheffects import withStroke

    for mark in drawn:
        below = _is_under(axes, mark, drawn)
        axes.annotate(
            textwrap.shorten(mark.point.text, _LONGEST, placeholder="…"),
            (middle(mark.point), mark.height),
            xytext=(mark.beside, -9 if below else 9),
            textcoords="offset points",
            ha="center",
            va="top" if below else "bottom",
            fontsize=9,
            zorder=4,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )


def _is_under(axes: Any, mark: Mark, drawn: Sequence[Mark]) -> bool:
    """Whether another mark is so close above that a label between them would hide it."""
    left, right = axes.get_xlim()  # days
    bottom, top = axes.get_ylim()  # upside down for ranks
    for other in drawn:
        aside = abs((middle(other.point) - middle(mark.point)).total_seconds()) / 86_400
        above = (other.height - mark.height) / (top - bottom)
        if aside < _NEAR * (right - left) and 0 < above < _NEAR:
            return True
    return False
