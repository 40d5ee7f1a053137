"""Finding dates: what a table of cases cannot say."""

import pytest

from extract import patterns
from extract.find.date_first import first_pairs
from extract.find.dates import Dates
from extract.tokens import Tokenizer

LOADED = patterns.load()
TOKENIZE = Tokenizer(LOADED)
FIND = Dates(LOADED)


def found(text):
    return [text[span.start : span.end] for span in FIND.find(TOKENIZE(text))]


def test_double_blanks_do_not_count():
    assert found("On  12  July   2023 they met") == ["12  July   2023"]


def test_a_line_break_ends_a_date():
    assert found("held in July\n12 people came in\n2024") == ["July", "2024"]


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
def test_every_dash_makes_a_range(dash):
    assert found(f"the plan of 2022 {dash} 2025 and of 2022{dash}2025.") == [
        f"2022 {dash} 2025",
        f"2022{dash}2025",
    ]


def test_classes_a_pattern_can_start_with():
    assert first_pairs("(?:A|B?C)D") == {"AD", "BC", "CD"}
    assert first_pairs("(?P<x>A(?:B)?)?(?<=Z)C{0,2}D?E") == {
        *("AB", "AC", "AD", "AE"),
        *("CC", "CD", "CE"),
        *("DE", "E"),
    }


@pytest.mark.parametrize("text", ["", " ", "\n\n", "2024", "May", "Ngày 12 tháng 7"])
def test_short_texts(text):
    assert found(text) == (["2024"] if text == "2024" else [])


def test_hostile_text_takes_no_time():
    for text in ("2024 - " * 20_000, "first " * 50_000, "July 12 and " * 20_000, "1" * 1_000_000):
        FIND.find(TOKENIZE(text))
