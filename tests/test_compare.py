import pytest
from score.labels_of import fact, labels, mention

from extract.compare import compare

DATE, END, WIDE = (
    mention("date", 3, 7),
    mention("date", 3, 7, last_day="2024-12-31"),
    mention("date", 0, 7),
)
RULED = DATE | {"rule": "year", "entity": 4, "sent_start": 0}
FIVE = mention("quantity", 18, 19)

# old; new; (kind, type, start, end, rule, what)
CASES = [
    ([], [], []),
    ([DATE], [RULED], []),  # a rule is no difference
    ([], [RULED], [("added", "date", 3, 7, "year", "")]),
    ([RULED], [], [("removed", "date", 3, 7, "year", "")]),
    ([RULED], [END], [("changed", "date", 3, 7, "", "last_day '2024-01-01' → '2024-12-31'")]),
    ([WIDE], [RULED], [("changed", "date", 3, 7, "year", "span 'In 2024' → '2024'")]),
    (
        [mention("quantity", 3, 7)],
        [RULED],
        [("changed", "date", 3, 7, "year", "type quantity → date")],
    ),
    (
        [DATE, FIVE],
        [mention("locality", 8, 13), FIVE],
        [("removed", "date", 3, 7, "", ""), ("added", "locality", 8, 13, "", "")],
    ),
]


@pytest.mark.parametrize(("old", "new", "expect"), CASES)
def test_changes(old, new, expect):
    changes = compare({"a": labels(*old)}, {"a": labels(*new)}).changes
    assert [(c.kind, c.type, c.start, c.end, c.rule, c.what) for c in changes] == expect
    assert {c.verdict for c in changes} <= {None}


# old; new; the verdict, where the gold has a single day
VERDICTS = [
    ([], [DATE], "gain"),
    ([DATE], [], "loss"),
    ([END], [DATE], "gain"),
    ([DATE], [END], "loss"),
    ([], [FIVE], "loss"),
    ([FIVE], [], "gain"),
    ([WIDE], [DATE], "gain"),
    ([WIDE], [mention("date", 1, 7)], None),
    ([], [WIDE], "loss"),
    ([END], [mention("date", 3, 7, last_day="2024-06-30")], None),
]


@pytest.mark.parametrize(("old", "new", "verdict"), VERDICTS)
def test_gains_and_losses(old, new, verdict):
    gold = {"a": labels(DATE)}
    changes = compare({"a": labels(*old)}, {"a": labels(*new)}, gold).changes
    assert [change.verdict for change in changes] == [verdict]


def test_an_article_without_labels_has_no_verdict():
    gold = {"b": labels(DATE, doc_id="b")}
    both = {"b": labels(doc_id="b")}
    changes = compare({"a": labels()} | both, {"a": labels(DATE)} | both, gold).changes
    assert [change.verdict for change in changes] == [None]


def test_facts():
    mentions = (DATE, FIVE)
    old = labels(*mentions, facts=[fact(18, 19)])
    new = labels(*mentions, facts=[fact(18, 19, measure=(14, 27), period_start=3)])
    found = compare({"a": old}, {"a": new}, {"a": new})
    assert [(c.kind, c.type, c.text, c.what, c.verdict) for c in found.changes] == [
        (
            "changed",
            "fact",
            "5",
            "measure 'schools' → 'had 5 schools', period None → 3",
            "gain",
        )
    ]
    assert dict((name, (a, b)) for name, a, b in found.scores)["fact measure"] == (0.5, 1.0)


def test_articles_of_one_side():
    a, b, c = (labels(doc_id=name) for name in "abc")
    found = compare({"a": a, "b": b}, {"b": b, "c": c})
    assert (found.only_old, found.only_new, found.changes) == (("a",), ("c",), ())
