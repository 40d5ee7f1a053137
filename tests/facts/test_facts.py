"""Runs the table of facts: one line a case, text in, all its facts out."""

import json
import sys
from pathlib import Path

import msgspec
import pytest

from extract import extract
from extract.article import Article
from extract.pipeline import default
from extract.records import Fact
from extract.score.labels import FACT_KEYS

CASES = Path(__file__).parents[1] / "cases" / "facts.jsonl"
DEFAULTS = {
    "measure": None,
    "period": None,
    "baseline": None,
    "place": None,
    "role": "level",
    "direction": None,
    "status": "actual",
    "relates_to": None,
}


def load():
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def shown(fact, result):
    """A fact as the table writes it: what it points to by its text."""
    text = {mention.start: mention.text for mention in result.mentions}
    return {
        "number": text[fact.start],
        "measure": fact.measure,
        "period": text.get(fact.period_start),
        "baseline": text.get(fact.baseline_start),
        "place": text.get(fact.place_start),
        "role": fact.role,
        "direction": fact.direction,
        "status": fact.status,
        "relates_to": text.get(fact.relates_to),
    }


@pytest.mark.parametrize("case", load(), ids=lambda case: case["text"][:60])
def test_case(case):
    result = extract(case["text"], published=case.get("published"))
    assert [shown(fact, result) for fact in result.facts] == [
        DEFAULTS | fact for fact in case["facts"]
    ]


def test_table_is_full():
    assert len(load()) >= 60


def test_a_fact_points_to_what_it_names():
    text = "In 2023, the poverty rate was 4%, down 1% compared to 2022."
    level, change = extract(text).facts
    assert text[level.measure_start : level.measure_end] == level.measure == "poverty rate"
    assert (level.period_first_day, level.period_last_day) == ("2023-01-01", "2023-12-31")
    assert (change.baseline_first_day, change.baseline_last_day) == ("2022-01-01", "2022-12-31")
    assert (level.relates_to, change.relates_to) == (None, level.start)
    assert (level.sent_start, level.sent_end) == (0, len(text))


def test_gold_and_output_have_the_same_fields():
    fields = {field.name for field in msgspec.structs.fields(Fact)}
    assert {*FACT_KEYS, "start", "end", "type"} <= fields


@pytest.mark.parametrize("unit", ["5% ", "in 2021 5% ", "( 5% ", "Hanoi has 3 schools and "])
def test_cost_grows_with_the_text_and_no_faster(unit):
    """Ten times the numbers in one sentence cost about ten times as many steps."""
    assert steps(unit, 3000) < 14 * steps(unit, 300)


def steps(unit, times):
    """Calls and returns within the package while facts are found."""
    pipeline, counted = default(), 0
    seen = []
    finder = pipeline.facts

    class Recorder:
        def find(self, *arguments):
            seen.append(arguments)
            return ()

    pipeline.facts = Recorder()
    try:
        pipeline(Article(text="The share is " + unit * times))
    finally:
        pipeline.facts = finder

    def count(*_):
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        finder.find(*seen[0])
    finally:
        sys.setprofile(None)
    return counted


def test_an_item_may_stand_behind_the_sentence():
    """``2 . 0 billion deficit``: the sentence ends within the number."""
    text = "A deficit of 1 . 6 billion ( $ 2.54 billion ) , compared with 2 . 0 billion deficit ."
    assert [text[fact.start : fact.end] for fact in extract(text).facts][-1] == "2 . 0 billion"
