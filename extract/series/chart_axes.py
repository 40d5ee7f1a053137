"""The axes of a chart: true time, and values with their unit."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from extract.records import Indicator, Point
from extract.series.names import axis_name
from extract.series.periods import days

_YEARS_LABELLED = 12
_GRID = "#DDDDDD"


class Scale(NamedTuple):
    """What one unit of the axis is: 1, a million, …"""

    unit: float
    name: str


_SCALES = (Scale(1e12, "trillion"), Scale(1e9, "billion"), Scale(1e6, "million"))


def scale_of(values: Iterable[float]) -> Scale:
    """The scale in which the largest of ``values`` is at least 1.

    >>> scale_of([2_400_000, 13_200_000])
    Scale(unit=1000000.0, name='million')
    """
    top = max(map(abs, values), default=0)
    return next((scale for scale in _SCALES if top >= scale.unit), Scale(1.0, ""))


def middle(point: Point, part: float = 0.5) -> datetime:
    """The moment at ``part`` of the period of a point: 0 its beginning, 1 its end."""
    first, last = str(point.period_first_day), str(point.period_last_day)
    start = datetime.combine(date.fromisoformat(first), datetime.min.time())
    return start + timedelta(days=days(first, last)) * part


def label_time(axes: Any, points: Sequence[Point]) -> None:
    """Ticks between years, their numbers in the middle of them; months where the time is short."""
    from matplotlib import dates

    start = min(middle(point, 0.0) for point in points)
    end = max(middle(point, 1.0) for point in points)
    axes.grid(axis="y", color=_GRID, linewidth=0.8)
    if (end - start).days < 730:
        locator = dates.AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_locator(locator)
        formatter = dates.ConciseDateFormatter(locator)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_formatter(formatter)
        pad = max((end - start) * 0.06, timedelta(days=3))
        axes.set_xlim(start - pad, end + pad)
        return
    first, last = start.year, (end - timedelta(days=1)).year
    step = -(-(last - first + 1) // _YEARS_LABELLED)
    years = range(first, last + 1)
    axes.set_xlim(datetime(first, 1, 1), datetime(last + 1, 1, 1))
    axes.set_xticks([datetime(year, 7, 2) for year in years if (last - year) % step == 0])
    axes.set_xticklabels([str(year) for year in years if (last - year) % step == 0])
    axes.set_xticks([datetime(year, 1, 1) for year in (*years, last + 1)], minor=True)
    axes.tick_params(axis="x", which="major", length=0, pad=8)
    axes.tick_params(axis="x", which="minor", length=6)


def label_values(axes: Any, indicator: Indicator, scale: Scale) -> None:
    """The unit beside the axis, thousands with commas, the first rank on top."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    name = axis_name(indicator)
    if scale.name and indicator.unit == "count":
        name = name.removeprefix("number").strip()
    axes.set_ylabel(f"{scale.name} {name}".strip())
    whole = scale.unit == 1 and indicator.unit in ("count", "rank")  # no half a ministry
    locator = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10], integer=whole)
    axes.yaxis.set_major_locator(locator)
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:,.10g}".replace("-", "−"))
    )
    if indicator.unit == "rank" and indicator.role == "level":
        axes.invert_yaxis()
