"""The four schemes of SemEval-2013 task 9.1, and the record as a fifth.

==========  ===============================  =======================  ============
scheme      correct                          else, for a pair         no pair
==========  ===============================  =======================  ============
strict      span and type                    incorrect                missed (gold)
exact       span                             incorrect                or spurious
partial     span                             partial (half a point)   (output)
type        type, any shared character       incorrect
record      strict, all record attributes    incorrect
==========  ===============================  =======================  ============

possible = correct + incorrect + partial + missed (the gold mentions), actual = correct + incorrect
+ partial + spurious (the output's). Precision = (correct + partial / 2) / actual, recall the same
by possible, F1 = 2 (correct + partial / 2) / (possible + actual). With nothing to count a score is
None; with gold but no output, or output but no gold, it is 0.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from extract.score.rows import Row
from extract.score.values import record_is_right, strictly_equal

Scheme = Literal["strict", "exact", "partial", "type", "record"]
Outcome = Literal["correct", "incorrect", "partial", "missed", "spurious"]
SCHEMES: tuple[Scheme, ...] = ("strict", "exact", "partial", "type", "record")


class Tally(msgspec.Struct, frozen=True):
    """How many rows had each outcome."""

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def possible(self) -> int:
        """The number of gold mentions."""
        return self.correct + self.incorrect + self.partial + self.missed

    @property
    def actual(self) -> int:
        """The number of output mentions."""
        return self.correct + self.incorrect + self.partial + self.spurious

    @property
    def precision(self) -> float | None:
        """The share of the output that is right."""
        return ratio(self.correct + self.partial / 2, self.actual, self.possible)

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found."""
        return ratio(self.correct + self.partial / 2, self.possible, self.actual)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.correct + self.partial, self.possible + self.actual)


def ratio(part: float, whole: float, other: float = 0) -> float | None:
    """``part / whole``; with no whole 0 where there is another side, else None.

    >>> ratio(1, 2), ratio(0, 0, 3), ratio(0, 0)
    (0.5, 0.0, None)
    """
    if whole:
        return part / whole
    return 0.0 if other else None


def outcome(row: Row, scheme: Scheme) -> Outcome:
    """What a row counts as under a scheme."""
    gold, output = row.gold, row.output
    if output is None:
        return "missed"
    if gold is None:
        return "spurious"
    one_span = gold["start"] == output["start"] and gold["end"] == output["end"]
    if scheme == "partial":
        return "correct" if one_span else "partial"
    right = {
        "strict": strictly_equal(gold, output),
        "exact": one_span,
        "type": gold["type"] == output["type"],
    }
    if scheme == "record":
        return "correct" if record_is_right(gold, output) else "incorrect"
    return "correct" if right[scheme] else "incorrect"


def credit(row: Row, scheme: Scheme) -> float:
    """The points that a row brings: 1 for correct, a half for partial, else 0."""
    return {"correct": 1.0, "partial": 0.5}.get(outcome(row, scheme), 0.0)


def tally(rows: Iterable[Row], scheme: Scheme) -> Tally:
    """Count the outcomes of the rows."""
    counts = dict.fromkeys(("correct", "incorrect", "partial", "missed", "spurious"), 0)
    for row in rows:
        counts[outcome(row, scheme)] += 1
    return Tally(**counts)
