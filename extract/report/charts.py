"""Indicators as line charts: geometry in the units of the drawing, which the page draws as SVG.

A point is a dot in the middle of its period, over a bar as long as the period. The line joins what
was reached, results and estimates; targets and plans stand apart. Points without a period are in
the table only.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from extract.records import Indicator, Point
from extract.report.scale import day_ticks, days_between, short, value_ticks
from extract.report.tables import Cell, Row, cell, target
from extract.report.text import clean
from extract.wording import days, number

_LETTER, _LINE = 6.4, 13  # about how wide a digit and how high a line of the labels is
MOST_CHARTS = 60
MOST_POINTS = 60  # of one indicator; more are no chart that one can read

COLUMNS = ("Period", "Value", "Status", "Article")


class Frame(NamedTuple):
    """The size of the drawing and of its margins."""

    width: int = 440
    height: int = 230
    left: int = 58
    right: int = 18
    top: int = 22
    bottom: int = 30


_FRAME = Frame()


class Dot(NamedTuple):
    """A point of the line; its value is written at ``label_x``, ``label_y`` (0: nowhere)."""

    x: float
    y: float
    bar: tuple[float, float]
    label: str
    label_x: float
    label_y: float
    words: str
    to: str
    status: str
    conflict: bool


class Tick(NamedTuple):
    """A mark of an axis."""

    at: float
    label: str


class Chart(NamedTuple):
    """An indicator; without ``dots`` there is nothing to draw, only its table."""

    name: str
    unit: str
    detail: str
    dots: tuple[Dot, ...]
    line: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    left_out: int
    conflict: bool
    frame: Frame = _FRAME


def charts(indicators: Iterable[Indicator], numbers: Mapping[str, int]) -> list[Chart]:
    """The charts, those of the most periods first; ``numbers`` says which article is which."""
    drawn = [_chart(indicator, numbers) for indicator in indicators]
    return sorted(drawn, key=lambda c: (-len({dot.x for dot in c.dots}), -len(c.rows), c.name))


def _chart(indicator: Indicator, numbers: Mapping[str, int]) -> Chart:
    points = [point for point in indicator.points if point.doc_id in numbers]
    dated = sorted((p for p in points if p.period_first_day and p.period_last_day), key=_middle)
    unit = indicator.unit if indicator.unit not in (None, "count", "fraction") else ""
    unit = " per ".join(filter(None, (unit, indicator.per)))
    detail = [
        indicator.place,
        f"change on the {indicator.basis} before" if indicator.basis else None,
        "change" if indicator.role == "change" and not indicator.basis else None,
    ]
    dots: tuple[Dot, ...] = ()
    x_ticks: list[Tick] = []
    y_ticks: list[Tick] = []
    if len({_middle(point) for point in dated}) > 1:
        dots, x_ticks, y_ticks = _drawn(_some(dated), unit, numbers)
    reached = [dot for dot in dots if dot.status in ("actual", "estimate")]
    return Chart(
        name=clean(indicator.name),
        unit=unit,
        detail=clean(", ".join(filter(None, detail))),
        dots=dots,
        line=" ".join(f"{dot.x},{dot.y}" for dot in reached) if len(reached) > 1 else "",
        x_ticks=tuple(x_ticks),
        y_ticks=tuple(y_ticks),
        rows=tuple(_row(point, unit, numbers) for point in points[:MOST_POINTS]),
        left_out=max(0, len(points) - MOST_POINTS),
        conflict=any(point.conflict for point in points),
    )


def _some(points: list[Point]) -> list[Point]:
    """At most ``MOST_POINTS`` of them, first and last among them, evenly apart."""
    if len(points) <= MOST_POINTS:
        return points
    step = (len(points) - 1) / (MOST_POINTS - 1)
    return [points[round(index * step)] for index in range(MOST_POINTS)]


def _middle(point: Point) -> float:
    first, last = str(point.period_first_day), str(point.period_last_day)
    return days_between("0001-01-01", first) + days_between(first, last) / 2


def _drawn(
    points: list[Point], unit: str, numbers: Mapping[str, int]
) -> tuple[tuple[Dot, ...], list[Tick], list[Tick]]:
    first = min(str(point.period_first_day) for point in points)
    last = max(str(point.period_last_day) for point in points)
    values = [float(_signed(point)) for point in points]
    ticks = value_ticks(min(values), max(values))
    low, high = ticks[0], ticks[-1]

    def x(day: str, *, ends: bool = False) -> float:
        passed = days_between(first, day) - (0 if ends else 1)
        share = passed / days_between(first, last)
        return round(_FRAME.left + share * (_FRAME.width - _FRAME.left - _FRAME.right), 1)

    def y(value: float) -> float:
        share = (value - low) / (high - low)
        room = _FRAME.height - _FRAME.top - _FRAME.bottom
        return round(_FRAME.height - _FRAME.bottom - share * room, 1)

    dots: list[Dot] = []
    labels: list[tuple[float, float, float]] = []  # middle, half the width, height
    for point, value in zip(points, values, strict=True):
        bar = x(str(point.period_first_day)), x(str(point.period_last_day), ends=True)
        middle, height = round(sum(bar) / 2, 1), y(value)
        label = short(_signed(point))
        half = len(label) * _LETTER / 2
        label_x = round(min(max(middle, half + 2), _FRAME.width - half - 2), 1)
        label_y = _free_place(label_x, half, height, labels)
        if label_y:
            labels.append((label_x, half, label_y))
        dots.append(
            Dot(
                *(middle, height, bar, label, label_x, label_y, _words(point, unit)),
                target(numbers[point.doc_id], point.start, point.end),
                point.status,
                point.conflict,
            )
        )
    x_ticks = [Tick(x(day), label) for day, label in day_ticks(first, last)]
    y_ticks = [Tick(y(tick), short(tick)) for tick in ticks]
    return tuple(dots), x_ticks, y_ticks


def _free_place(
    middle: float, half: float, height: float, labels: list[tuple[float, float, float]]
) -> float:
    """Above a dot, or under it, where no other label is; 0 where there is no room."""
    for at in (round(height - 9, 1), round(height + 17, 1)):
        over = any(abs(middle - m) < half + h and abs(at - y) < _LINE for m, h, y in labels)
        if not over and at < _FRAME.height - _FRAME.bottom:
            return at
    return 0.0  # the dot's own words say the value


def _signed(point: Point) -> int | float:
    return -abs(point.value) if point.direction == "down" else point.value


def _period(point: Point) -> str | None:
    return days(point.period_first_day, point.period_last_day)


def _words(point: Point, unit: str) -> str:
    parts = [f"{_period(point)}: {_value(point, unit)}", point.status]
    return ", ".join([*parts, *(["in conflict"] if point.conflict else [])])


def _value(point: Point, unit: str) -> str:
    text = str(number(_signed(point)))
    if point.value_max is not None:
        text += f" to {number(point.value_max)}"
    return f"{text}%" if unit == "%" else f"{text} {unit}".strip()


def _row(point: Point, unit: str, numbers: Mapping[str, int]) -> Row:
    article = numbers[point.doc_id]
    to = target(article, point.start, point.end)
    period = _period(point)
    status = point.status + (" (in conflict)" if point.conflict else "")
    return (
        cell(period or "no period", to, point.period_first_day or ""),
        cell(_value(point, unit), to, point.value),
        cell(status),
        Cell(cell(str(article + 1), f"a{article}").parts, article),
    )
