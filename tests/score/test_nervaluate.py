"""Against nervaluate, where it is right: where no span has two partners to choose from.

It takes ends as inclusive (``end - 1`` here) and the first partner that comes along, so its counts
depend on the order of the spans; with one possible partner each, there is no choice.
"""

import random

import pytest

from extract.score.rows import make_table, only
from extract.score.schemes import tally
from score.labels_of import labels, mention

nervaluate = pytest.importorskip("nervaluate", reason="nervaluate is not installed (extra dev)")
TYPES = ("agency", "date", "locality")
THEIRS = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}
TEXT = "abcdefghij" * 20


def one_article(rng):
    """Gold and output in cells of ten characters: at most one of each in a cell."""
    gold, output = [], []
    for cell in range(0, 200, 10):
        for side in (gold, output):
            if rng.random() < 0.8:
                start = cell + rng.randint(0, 1)
                end = start + rng.randint(1, 2)
                side.append(mention(rng.choice(TYPES), start, end, text=TEXT))
    return gold, output


def counts(result):
    names = ("correct", "incorrect", "partial", "missed", "spurious")
    return [getattr(result, name) for name in (*names, "precision", "recall", "f1")]


def ours(found):
    return [
        *(found.correct, found.incorrect, found.partial, found.missed, found.spurious),
        *(pytest.approx(score or 0.0) for score in (found.precision, found.recall, found.f1)),
    ]


def theirs(side):
    return [[{"label": m["type"], "start": m["start"], "end": m["end"] - 1} for m in side]]


def test_the_same_counts_and_scores():
    rng = random.Random(5)
    compared = 0
    for _ in range(100):
        gold, output = one_article(rng)
        table = make_table({"a": labels(*gold, text=TEXT)}, {"a": labels(*output, text=TEXT)})
        evaluator = nervaluate.Evaluator(
            theirs(gold), theirs(output), tags=list(TYPES), loader="dict"
        )
        results = evaluator.evaluate()
        for scheme, name in THEIRS.items():
            assert counts(results["overall"][name]) == ours(tally(table.rows, scheme))
            for type_, by_scheme in results["entities"].items():
                found = tally(only(table.rows, type_), scheme)
                assert counts(by_scheme[name]) == ours(found)
                compared += found.correct
    assert compared > 500


def test_where_it_is_wrong_order_changes_its_counts_not_ours():
    gold = [mention("date", 0, 4, text=TEXT), mention("date", 4, 8, text=TEXT)]
    output = [mention("date", 2, 6, text=TEXT), mention("date", 0, 3, text=TEXT)]

    def their_strict(side):
        found = nervaluate.Evaluator(theirs(gold), theirs(side), tags=["date"], loader="dict")
        return found.evaluate()["overall"]["ent_type"].correct

    def our_type(side):
        table = make_table({"a": labels(*gold, text=TEXT)}, {"a": labels(*side, text=TEXT)})
        return tally(table.rows, "type").correct

    assert [their_strict(output), their_strict(output[::-1])] == [1, 2]
    assert [our_type(output), our_type(output[::-1])] == [2, 2]
