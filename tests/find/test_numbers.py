"""The scan of number expressions: what a table of sentences cannot say."""

import time

import pytest

from extract import patterns
from extract.find.numbers import Numbers
from extract.tokens import Tokenizer

LOADED = patterns.load()
TOKENIZE = Tokenizer(LOADED)
NUMBERS = Numbers(LOADED)


def found(text):
    return [text[number.start : number.end] for number in NUMBERS.scan(TOKENIZE(text))]


def test_numbers_come_in_order_and_do_not_overlap():
    text = "Of 90 tasks, 57 (63.3%) are done; 3/4 of $1-2 million went to two or three firms."
    numbers = NUMBERS.scan(TOKENIZE(text))
    ends = [0, *(number.end for number in numbers)]
    assert [number.start >= end for number, end in zip(numbers, ends, strict=False)] == [True] * 6
    assert found(text) == ["90", "57", "63.3%", "3/4", "$1-2 million", "two or three"]


def test_a_part_knows_its_whole():
    numbers = NUMBERS.scan(TOKENIZE("Of the 120 tasks, 98 are done and 15 are late."))
    assert [number.whole and number.whole.value for number in numbers] == [None, 120, 120]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "1 " * 50_000,
        "1,234 " * 50_000,
        "1-" * 50_000 + "1",
        "1.1." * 50_000,
        "12 million billion " * 10_000,
        "two hundred and " * 20_000,
        "(" * 20_000 + "5%",
        "5 " + "a" * 300 + " of " * 20_000,
        "10% and " * 20_000,
    ],
)
def test_hostile_text_takes_linear_time(text):
    document = TOKENIZE(text)
    start = time.process_time()
    NUMBERS.scan(document)
    assert time.process_time() - start < 8
