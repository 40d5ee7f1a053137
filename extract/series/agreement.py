"""Whether values of one indicator and period agree within the digits they are stated with."""

import re
from collections.abc import Sequence
from fractions import Fraction

from extract.records import Point

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def stated_range(point: Point) -> tuple[Fraction, Fraction]:
    """The lowest and highest value that the words of ``point`` may stand for.

    The last digit written counts: `16.5%` is 16.45 to 16.55, `2.4 million` 2,350,000 to 2,450,000,
    `about 4,500` 4,450 to 4,550, `over 4,500` up to 4,600. An exact whole number such as `4,500`
    is rounded to half a unit only.
    """
    low = _signed(point, point.value)
    high = _signed(point, point.value if point.value_max is None else point.value_max)
    low, high = min(low, high), max(low, high)
    step = _step(point)
    if point.modifier in ("over", "at_least"):
        return low, high + step
    if point.modifier in ("under", "at_most"):
        return low - step, high
    return low - step / 2, high + step / 2


def agree(one: Point, other: Point) -> bool:
    """Whether two points can stand for the same value."""
    (low, high), (low_other, high_other) = stated_range(one), stated_range(other)
    totals = one.total is None or other.total is None or one.total == other.total
    return totals and low <= high_other and low_other <= high


def moment(point: Point) -> tuple[str | None, str | None, str]:
    """What points must share to contradict each other: the period, and whether they are results.

    A target contradicts no result, nor a plan.
    """
    aim = point.status if point.status in ("target", "plan") else "actual"
    return point.period_first_day, point.period_last_day, aim


def contradicted(points: Sequence[Point]) -> set[int]:
    """The indexes of those of ``points``, all of one moment, that disagree with another of them.

    Looks at the highest low end and the lowest high end only, so a thousand points are no million
    comparisons.
    """
    if len(points) < 2:
        return set()
    ranges = [stated_range(point) for point in points]
    top, bottom = max(low for low, _ in ranges), min(high for _, high in ranges)
    totals = {point.total for point in points if point.total is not None}
    return {
        at
        for at, (low, high) in enumerate(ranges)
        if high <= top or low >= bottom or (len(totals) > 1 and points[at].total is not None)
    }


def _signed(point: Point, value: float) -> Fraction:
    # By way of its shortest text, so that 14.26 is 14.26 and not the nearest binary fraction.
    return Fraction(str(value)) * (-1 if point.direction == "down" else 1)


def _step(point: Point) -> Fraction:
    """What one in the last digit written is worth."""
    match = _DIGITS.search(point.text)
    value = abs(Fraction(str(point.value)))
    if match is None or not value:
        return Fraction(1)
    digits = match.group().replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", digits) or not Fraction(digits):
        return Fraction(1)
    scale = value / Fraction(digits)
    whole, _, decimals = digits.partition(".")
    if decimals:
        return scale * Fraction(10) ** -len(decimals)
    if scale != 1 or point.modifier == "exact":
        return scale
    return Fraction(10) ** (len(whole) - len(whole.rstrip("0")))
