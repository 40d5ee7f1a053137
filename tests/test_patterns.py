"""Runs every rule's own examples and counter-examples."""

import pytest

from extract import patterns
from extract.pipeline import default
from extract.rule_examples import Example, examples, failure

LOADED = patterns.load()


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{example.file}/{example.rule}: {example.text[:50]}")
        for example in examples(LOADED)
    ],
)
def test_example(example):
    assert failure(example, default()) is None


RULE, TEXT = "day-month", "They met on 12 July 2023."


@pytest.mark.parametrize(
    ("example", "cause"),
    [
        (Example("dates", RULE, TEXT), "must leave alone"),
        (Example("dates", RULE, TEXT, None, "July", {}), "must find 'July'"),
        (
            Example("dates", RULE, TEXT, None, "12 July 2023", {"first_day": "2023-07-13"}),
            "first_day must be '2023-07-13', is '2023-07-12'",
        ),
    ],
)
def test_an_example_that_does_not_hold_is_told(example, cause):
    assert cause in failure(example, default())
