"""Whether what is stated and what is recomputed agree."""

from fractions import Fraction

import msgspec

from extract.audit.amount import Amount
from extract.records import Verdict


class Recomputed(msgspec.Struct, frozen=True):
    """What a number should be, and the least and most it can be when the others are rounded."""

    value: Fraction
    low: Fraction
    high: Fraction


def judge(stated: Amount, found: Recomputed) -> Verdict:
    """The verdict on one number.

    A number that was cut off instead of rounded (14.99 as 14.9) counts as rounded.
    """
    near = abs(found.value - stated.value) <= stated.tolerance
    if near or (stated.modifier != "exact" and stated.low <= found.value <= stated.high):
        return "consistent"
    low = min(stated.low, stated.value - stated.tolerance)
    cut = 1 if stated.unit == "times" else 2
    high = max(stated.high, stated.value + cut * stated.tolerance)
    return "within rounding" if found.low <= high and found.high >= low else "inconsistent"


def quotient(part: Amount, whole: Amount, times: int = 100) -> Recomputed | None:
    """``part`` as a share of ``whole``, in per cent; None where the whole may be nothing."""
    if whole.low <= 0 or part.value < 0:
        return None
    return Recomputed(
        times * part.value / whole.value,
        times * part.low / whole.high,
        times * part.high / whole.low,
    )


def growth(old: Amount, new: Amount) -> Recomputed | None:
    """The size of the change from ``old`` to ``new`` in per cent of ``old``."""
    if old.low <= 0:
        return None
    sign = 1 if new.value >= old.value else -1
    ratio = new.value / old.value
    least, most = new.low / old.high, new.high / old.low
    edges = sorted((100 * sign * (least - 1), 100 * sign * (most - 1)))
    return Recomputed(100 * sign * (ratio - 1), edges[0], edges[1])


def difference(old: Amount, new: Amount) -> Recomputed:
    """The size of the change from ``old`` to ``new``."""
    sign = 1 if new.value >= old.value else -1
    edges = sorted((sign * (new.low - old.high), sign * (new.high - old.low)))
    return Recomputed(sign * (new.value - old.value), edges[0], edges[1])


def total(parts: list[Amount]) -> Recomputed:
    """The sum of ``parts``."""
    return Recomputed(
        sum((part.value for part in parts), Fraction(0)),
        sum((part.low for part in parts), Fraction(0)),
        sum((part.high for part in parts), Fraction(0)),
    )
