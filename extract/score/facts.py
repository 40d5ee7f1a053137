"""How facts are scored: what a number measures, when, where, against what.

Facts are paired by their numbers, as mentions are (any shared character, one to one, optimal).

* ``measure``: MeasEval's overlap score (SemEval-2021 task 8): F1 of the tokens that the two spans
  share in the text, averaged over all facts, where a fact without a partner counts 0. Tokens are
  runs of letters and digits, compared by where they stand: the same words elsewhere earn nothing.
* ``period baseline place role direction status relates_to``: F1 over the values that are not the
  default (null; ``level``; ``actual``), so that an output which always says the default scores 0. A
  value that points to a mention is right where that mention is paired with the gold one and has its
  type, so that a wrong edge of a date is not counted twice.
"""

import re
from collections.abc import Iterable

import msgspec

from extract.score.labels import FACT_DEFAULTS, REFERENCES, Fact
from extract.score.rows import FactRow
from extract.score.schemes import ratio

_TOKEN = re.compile(r"\w+")


class FieldTally(msgspec.Struct, frozen=True):
    """The values of a field that are not its default: in the gold, in the output, and right."""

    gold: int
    output: int
    correct: int

    @property
    def f1(self) -> float | None:
        """F1, None where no side has such a value."""
        return ratio(2 * self.correct, self.gold + self.output)


def value_of(fact: Fact, field: str) -> object:
    """The value of a field; for a reference the start of the mention it points to."""
    return fact[REFERENCES[field][0] if field in REFERENCES else field]


def is_set(fact: Fact | None, field: str) -> bool:
    """Whether a fact has a value there that is not the default."""
    return fact is not None and value_of(fact, field) != FACT_DEFAULTS[field]


def is_right(row: FactRow, field: str) -> bool:
    """Whether both facts of a row have the same value, default or not."""
    if row.gold is None or row.output is None:
        return False
    gold, output = value_of(row.gold, field), value_of(row.output, field)
    if field in REFERENCES and gold is not None and output is not None:
        return (gold, output) in row.same
    return gold == output


def measure_f1(row: FactRow) -> float:
    """The share of tokens in common of the two measures; 0 for a fact without a partner."""
    if row.gold is None or row.output is None or row.output["measure_start"] is None:
        return 0.0
    gold = _tokens(row.text, row.gold["measure_start"], row.gold["measure_end"])
    output = _tokens(row.text, row.output["measure_start"], row.output["measure_end"])
    if not gold and not output:
        return 1.0
    return 2 * len(gold & output) / (len(gold) + len(output))


def measure_score(rows: Iterable[FactRow]) -> float | None:
    """The mean of ``measure_f1`` over facts of either side."""
    scores = [measure_f1(row) for row in rows]
    return ratio(sum(scores), len(scores))


def field_tally(rows: Iterable[FactRow], field: str) -> FieldTally:
    """Count the values of a field that are not its default."""
    gold = output = correct = 0
    for row in rows:
        gold += is_set(row.gold, field)
        output += is_set(row.output, field)
        correct += is_set(row.gold, field) and is_right(row, field)
    return FieldTally(gold, output, correct)


def _tokens(text: str, start: int, end: int) -> set[tuple[int, int]]:
    return {(start + m.start(), start + m.end()) for m in _TOKEN.finditer(text[start:end])}
