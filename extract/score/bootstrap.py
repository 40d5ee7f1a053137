"""95 % intervals by bootstrap over sentences (Efron's percentile interval), with a fixed seed.

Mentions of one sentence are right or wrong together, so sentences are drawn, not mentions. Every
score here is a sum over rows divided by a sum over rows: one matrix product gives all draws of all
scores.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy

DRAWS = 2000
SEED = 20240710
_BLOCK = 8_000_000  # cells of a block of draws, so that large corpora keep to some 64 MB


class Part(NamedTuple):
    """What a row adds to a score: a part of the numerator and a part of the denominator."""

    unit: int
    numerator: float
    denominator: float


def intervals(scores: Iterable[Iterable[Part]], units: int) -> list[tuple[float, float] | None]:
    """For each score its interval, or None where nothing is counted.

    >>> intervals([[Part(0, 1, 1), Part(1, 1, 1)], []], units=2)
    [(1.0, 1.0), None]
    """
    columns = [list(score) for score in scores]
    if not units:
        return [None] * len(columns)
    sums = numpy.zeros((2, units, len(columns)))
    for column, parts in enumerate(columns):
        for part in parts:
            sums[0, part.unit, column] += part.numerator
            sums[1, part.unit, column] += part.denominator
    numerators, denominators = [], []
    for weights in _draws(units):
        numerators.append(weights @ sums[0])
        denominators.append(weights @ sums[1])
    above, below = numpy.concatenate(numerators), numpy.concatenate(denominators)
    found: list[tuple[float, float] | None] = []
    for column in range(len(columns)):
        drawn = below[:, column] > 0
        if not drawn.any():
            found.append(None)
            continue
        values = above[drawn, column] / below[drawn, column]
        low, high = numpy.percentile(values, (2.5, 97.5))
        found.append((round(float(low), 6), round(float(high), 6)))
    return found


def _draws(units: int) -> Iterable["numpy.ndarray[Any, Any]"]:
    """How often each draw takes each sentence, in blocks of draws."""
    generator = numpy.random.default_rng(SEED)
    left = DRAWS
    while left:
        size = min(left, max(_BLOCK // units, 1))
        left -= size
        draws = generator.integers(0, units, size=(size, units))
        cells = draws + numpy.arange(size)[:, None] * units
        counts = numpy.bincount(cells.ravel(), minlength=size * units)
        yield counts.reshape(size, units).astype(float)
