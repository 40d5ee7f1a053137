"""Runs the table of facts: one line a case, text in, all its facts out."""

import json
from pathlib import Path

import pytest

from extract import extract

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
