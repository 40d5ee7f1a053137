"""An indicator as a line chart, PNG and SVG: the same bytes for the same indicator.

A value stands in the middle of its period, on a bar as long as the period: half a year beside the
whole one. The line joins results and estimates of periods of one length only, since a half-year's
revenue is no step on the way to a year's, and stops at a conflict. Estimates, targets and plans are
hollow; values in conflict stand side by side, as triangles. What has no period is counted below.
"""

import math
import textwrap
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extract.records import Indicator, Point
from extract.series.chart_axes import label_time, label_values, middle, scale_of
from extract.series.chart_marks import CONFLICT, LOOKS, Mark, draw_labels, draw_mark, ends, marks
from extract.series.names import title
from extract.series.periods import days

_SIZE = (8.0, 4.6)  # inches
_DPI = 160
_LEFT = 0.012  # of the width, where title and notes begin
_TITLE_WIDTH = 68  # characters a line
_LABELLED = 16  # values; more would be a thicket of numbers
_GREY = "#5A5A5A"
_SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "meeting-extract",  # makes the ids in the SVG the same each time
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": _GREY,
    "axes.axisbelow": True,
}


def draw(indicator: Indicator, folder: Path) -> tuple[Path, ...]:
    """Write ``folder/ID.png`` and ``folder/ID.svg``; nothing where no value has a period."""
    import matplotlib
    from matplotlib.figure import Figure

    points = [point for point in indicator.points if point.period_first_day]
    if not points:
        return ()
    paths = (folder / f"{indicator.id}.png", folder / f"{indicator.id}.svg")
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # a script that the font lacks
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)  # type: ignore[arg-type]
        figure = Figure(figsize=_SIZE, layout="constrained")
        _fill(figure, indicator, points)
        figure.savefig(paths[0], dpi=_DPI, metadata={"Software": None})
        figure.savefig(paths[1], metadata={"Date": None, "Creator": None})
    return paths


def _fill(figure: Any, indicator: Indicator, points: Sequence[Point]) -> None:
    axes = figure.add_subplot()
    scale = scale_of(value for point in points for value in ends(point))
    drawn = marks(points, scale.unit)
    _draw_lines(axes, drawn)
    for mark in drawn:
        draw_mark(axes, mark)
    axes.margins(y=0.18)
    label_time(axes, points)
    label_values(axes, indicator, scale)
    if len(drawn) <= _LABELLED:
        draw_labels(axes, drawn)
    _draw_legend(axes, points)
    place = indicator.place or indicator.place_code
    heading = textwrap.fill(f"{title(indicator)}{f' – {place}' if place else ''}", _TITLE_WIDTH)
    figure.suptitle(heading, x=_LEFT, ha="left", fontweight="bold", fontsize=12)
    figure.supxlabel(_notes(indicator, points), x=_LEFT, ha="left", fontsize=8, color=_GREY)


def _draw_lines(axes: Any, drawn: Sequence[Mark]) -> None:
    """A line through the results and estimates of each length of period, cut by conflicts."""
    lines: dict[int, dict[Any, float]] = {}
    for mark in drawn:
        point = mark.point
        if point.status in ("actual", "estimate"):
            # Months have 28 to 31 days, years 365 or 366.
            length = round(days(str(point.period_first_day), str(point.period_last_day)) / 30.4)
            height = math.nan if point.conflict else mark.height
            lines.setdefault(length, {})[middle(point)] = height
    for line in lines.values():
        at = sorted(line)
        heights = [line[moment] for moment in at]
        axes.plot(at, heights, color=LOOKS["actual"].colour, linewidth=1.6, zorder=2)


def _draw_legend(axes: Any, points: Sequence[Point]) -> None:
    from matplotlib.lines import Line2D

    statuses = {point.status for point in points}
    looks = [look for status, look in LOOKS.items() if status in statuses]
    if any(point.conflict for point in points):
        looks.append(CONFLICT)
    handles = [
        Line2D(
            [],
            [],
            linestyle="none",
            marker=look.marker,
            markersize=7,
            markerfacecolor="white" if look.hollow else look.colour,
            markeredgecolor=look.colour,
            markeredgewidth=1.6,
            label=look.name,
        )
        for look in looks
    ]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(-0.012, 1.0),
        ncols=len(handles),
        frameon=False,
        fontsize=9,
        handletextpad=0.4,
        columnspacing=1.4,
        borderaxespad=0.2,
    )


def _notes(indicator: Indicator, points: Sequence[Point]) -> str:
    articles = len({point.doc_id for point in indicator.points})
    left = len(indicator.points) - len(points)
    found = f"{_count(len(indicator.points), 'value')} from {_count(articles, 'article')}"
    hidden = f", {left} of them without a period and not shown" if left else ""
    return f"{found}{hidden}; a bar is as long as the period."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
