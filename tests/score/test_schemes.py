import pytest

from extract.score.rows import make_table, only
from extract.score.schemes import SCHEMES, Tally, tally
from score.labels_of import labels, mention

M = mention
# what; gold; output; Tally(correct, incorrect, partial, missed, spurious) by scheme
CASES = [
    ("nothing", [], [], {s: (0, 0, 0, 0, 0) for s in SCHEMES}),
    ("a miss", [M("date", 3, 7)], [], {s: (0, 0, 0, 1, 0) for s in SCHEMES}),
    ("a spurious one", [], [M("date", 3, 7)], {s: (0, 0, 0, 0, 1) for s in SCHEMES}),
    ("all right", [M("date", 3, 7)], [M("date", 3, 7)], {s: (1, 0, 0, 0, 0) for s in SCHEMES}),
    (
        "wrong value",
        [M("date", 3, 7)],
        [M("date", 3, 7, last_day="2024-12-31")],
        {s: (1, 0, 0, 0, 0) for s in SCHEMES} | {"record": (0, 1, 0, 0, 0)},
    ),
    (
        "wrong span",
        [M("date", 3, 7)],
        [M("date", 0, 7)],
        {
            "strict": (0, 1, 0, 0, 0),
            "exact": (0, 1, 0, 0, 0),
            "partial": (0, 0, 1, 0, 0),
            "type": (1, 0, 0, 0, 0),
            "record": (0, 1, 0, 0, 0),
        },
    ),
    (
        "wrong type",
        [M("date", 3, 7)],
        [M("quantity", 3, 7)],
        {
            "strict": (0, 1, 0, 0, 0),
            "exact": (1, 0, 0, 0, 0),
            "partial": (1, 0, 0, 0, 0),
            "type": (0, 1, 0, 0, 0),
            "record": (0, 1, 0, 0, 0),
        },
    ),
    (
        "wrong type and span",
        [M("date", 3, 7)],
        [M("quantity", 3, 9)],
        {
            "strict": (0, 1, 0, 0, 0),
            "exact": (0, 1, 0, 0, 0),
            "partial": (0, 0, 1, 0, 0),
            "type": (0, 1, 0, 0, 0),
            "record": (0, 1, 0, 0, 0),
        },
    ),
    (
        "one in two pieces",
        [M("agency", 47, 69)],
        [M("agency", 47, 58), M("agency", 59, 69)],
        {
            "strict": (0, 1, 0, 0, 1),
            "exact": (0, 1, 0, 0, 1),
            "partial": (0, 0, 1, 0, 1),
            "type": (1, 0, 0, 0, 1),
            "record": (0, 1, 0, 0, 1),
        },
    ),
    (
        "neighbours that only touch",
        [M("date", 3, 7)],
        [M("date", 7, 9)],
        {s: (0, 0, 0, 1, 1) for s in SCHEMES},
    ),
]


@pytest.mark.parametrize(("what", "gold", "output", "expect"), CASES, ids=[c[0] for c in CASES])
def test_tally(what, gold, output, expect):
    table = make_table({"a": labels(*gold)}, {"a": labels(*output)})
    assert {s: tally(table.rows, s) for s in SCHEMES} == {s: Tally(*expect[s]) for s in SCHEMES}


def test_in_its_own_row_a_type_knows_no_other():
    table = make_table({"a": labels(M("date", 3, 7))}, {"a": labels(M("quantity", 3, 7))})
    assert tally(only(table.rows, "date"), "exact") == Tally(missed=1)
    assert tally(only(table.rows, "quantity"), "exact") == Tally(spurious=1)
    assert only(table.rows, "agency") == []


SCORES = [
    (Tally(), None, None, None),
    (Tally(missed=3), 0.0, 0.0, 0.0),
    (Tally(spurious=3), 0.0, 0.0, 0.0),
    (Tally(correct=2), 1.0, 1.0, 1.0),
    (Tally(correct=3, incorrect=1, missed=2), 3 / 4, 3 / 6, 6 / 10),
    (Tally(correct=1, partial=1, spurious=2), 1.5 / 4, 1.5 / 2, 3 / 6),
]


@pytest.mark.parametrize(("counts", "precision", "recall", "f1"), SCORES)
def test_precision_recall_f1(counts, precision, recall, f1):
    assert (counts.precision, counts.recall, counts.f1) == (precision, recall, f1)
