import pytest

from extract.score.facts import FieldTally, field_tally, measure_f1, measure_score
from extract.score.labels import FACT_DEFAULTS
from extract.score.rows import make_table
from score.labels_of import fact, labels, mention

# TEXT: In 2024 Hanoi had 5 schools, up 20% from 2023. The Ministry of Health agreed. End of text.
DATE, PLACE, FIVE, TWENTY, LAST = (
    mention("date", 3, 7),
    mention("locality", 8, 13),
    mention("quantity", 18, 19),
    mention("percentage", 32, 35),
    mention("date", 41, 45),
)
ALL = (DATE, PLACE, FIVE, TWENTY, LAST)
LEVEL = fact(18, 19, period_start=3, place_start=8)
CHANGE = fact(
    32,
    35,
    "percentage",
    period_start=3,
    baseline_start=41,
    place_start=8,
    role="change",
    direction="up",
    relates_to=18,
)


def table(gold, output, mentions=ALL, found=ALL):
    return make_table(
        {"a": labels(*mentions, facts=gold)}, {"a": labels(*found, facts=output)}
    ).facts


def fields(rows):
    return {field: field_tally(rows, field) for field in FACT_DEFAULTS}


def test_the_words_that_the_tests_are_about():
    assert [m["text"] for m in ALL] == ["2024", "Hanoi", "5", "20%", "2023"]
    assert LEVEL["measure"] == "schools"


def test_gold_against_itself():
    rows = table([LEVEL, CHANGE], [LEVEL, CHANGE])
    assert measure_score(rows) == 1.0
    assert fields(rows) == {
        "period": FieldTally(2, 2, 2),
        "baseline": FieldTally(1, 1, 1),
        "place": FieldTally(2, 2, 2),
        "role": FieldTally(1, 1, 1),
        "direction": FieldTally(1, 1, 1),
        "status": FieldTally(0, 0, 0),
        "relates_to": FieldTally(1, 1, 1),
    }
    assert [tally.f1 for tally in fields(rows).values()] == [1, 1, 1, 1, 1, None, 1]


def test_a_constant_scores_nothing():
    constant = [fact(18, 19), fact(32, 35, "percentage")]
    found = fields(table([LEVEL, CHANGE], constant))
    assert {field: tally.f1 for field, tally in found.items()} == {
        "period": 0,
        "baseline": 0,
        "place": 0,
        "role": 0,
        "direction": 0,
        "status": None,
        "relates_to": 0,
    }


def test_no_facts_in_the_output():
    rows = table([LEVEL, CHANGE], [])
    assert measure_score(rows) == 0.0
    assert [tally.f1 for tally in fields(rows).values()] == [0, 0, 0, 0, 0, None, 0]


def test_a_spurious_value_costs():
    rows = table([fact(18, 19)], [fact(18, 19, status="target")])
    assert field_tally(rows, "status") == FieldTally(0, 1, 0)
    assert field_tally(rows, "status").f1 == 0.0


MEASURES = [
    ((20, 27), (20, 27), 1.0),  # schools
    ((14, 27), (20, 27), 2 / 4),  # had 5 schools: schools
    ((47, 69), (51, 69), 6 / 7),  # The Ministry of Health: Ministry of Health
    ((20, 27), (8, 13), 0.0),
    ((51, 69), (51, 62), 4 / 5),  # Ministry of
    ((82, 84), (60, 62), 0.0),  # the same word elsewhere: of
]


@pytest.mark.parametrize(("gold", "output", "score"), MEASURES)
def test_measure(gold, output, score):
    rows = table([fact(18, 19, measure=gold)], [fact(18, 19, measure=output)])
    assert [measure_f1(row) for row in rows] == [score]


def test_the_mean_is_over_the_facts_of_both_sides():
    half = fact(18, 19, measure=(14, 27))
    assert measure_score(table([half, CHANGE], [LEVEL])) == (0.5 + 0) / 2
    assert measure_score(table([half], [LEVEL, CHANGE])) == (0.5 + 0) / 2


def test_a_reference_is_right_where_the_mentions_are_paired():
    wide = mention("date", 0, 7)
    moved = fact(18, 19, period_start=0, place_start=8)
    rows = table([LEVEL], [moved], found=(wide, PLACE, FIVE, TWENTY, LAST))
    assert field_tally(rows, "period") == FieldTally(1, 1, 1)
    other = fact(18, 19, period_start=41, place_start=8)
    assert field_tally(table([LEVEL], [other]), "period") == FieldTally(1, 1, 0)


def test_facts_of_one_number_with_another_span_are_paired():
    rows = table([LEVEL], [fact(18, 27, period_start=3, place_start=8)])
    assert [(bool(row.gold), bool(row.output)) for row in rows] == [(True, True)]


def test_why_facts_are_not_scored():
    gold, none = labels(*ALL, facts=[LEVEL]), labels(*ALL)
    assert make_table({"a": gold}, {"a": none}).facts_note == "no facts in the output"
    assert make_table({"a": none}, {"a": gold}).facts_note == "no facts in the labels"
    assert make_table({"a": gold}, {}).facts_note is None
