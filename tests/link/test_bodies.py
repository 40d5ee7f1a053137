"""Names that bodies get from the rest of the document."""

import pytest

from extract import extract, patterns
from extract.body_words import BodyWords
from extract.link.relative_names import complete, core_of, level_of
from extract.link.short_names import is_short_for, words_of


def agencies(text):
    return [mention for mention in extract(text).mentions if mention.type == "agency"]


def names(text):
    return [mention.name for mention in agencies(text)]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Provincial People's Committee", "province"),
        ("Standing Committee of the Municipal Party Committee", "city"),
        ("Dak Lak Provincial People's Committee", None),
        ("National Committee on Water", None),
        ("State Bank of Vietnam", None),
    ],
)
def test_level_of(name, level):
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("Provincial Police", "Nghe An", "Nghe An Provincial Police"),
        ("City People's Committee", "Ho Chi Minh City", "Ho Chi Minh City People's Committee"),
        ("State Bank", "Nghe An", "State Bank"),
    ],
)
def test_complete(name, place, expected):
    assert complete(name, place) == expected


def test_core_of_both_orders_is_one():
    assert core_of("People's Committee of Son La province", "Son La") == "people's committee"
    assert core_of("Son La Provincial People’s Committee", "Son La") == "people's committee"


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Steering Committee", "National Steering Committee on Water", True),
        ("National Committee", "National Committee on Water", True),
        ("Ministry of Information", "Ministry of Information and Communications", False),
        ("Ministry of Health", "Inspectorate of the Ministry of Health", False),
        ("Committee", "Provincial People's Committee", False),
        ("Committee", "Committee", False),
    ],
)
def test_is_short_for(short, full, expected):
    never = BodyWords(patterns.load()).never
    assert is_short_for(words_of(short), words_of(full), never) is expected


def test_mentions_of_one_body_share_their_entity():
    mentions = agencies(
        "The Marlow Water Authority (MWA) met. The Authority has a plan. "
        "MWA staff wrote it. The Ministry of Health came."
    )
    assert [m.name for m in mentions] == ["Marlow Water Authority"] * 4 + ["Ministry of Health"]
    assert len({m.entity for m in mentions[:4]}) == 1
    assert mentions[4].entity != mentions[0].entity


def test_a_relative_name_shares_the_entity_of_the_full_form():
    mentions = agencies(
        "In Son La province the Provincial People's Committee met. "
        "The People's Committee of Son La province agreed."
    )
    assert {m.name for m in mentions} == {"People's Committee of Son La province"}
    assert len({m.entity for m in mentions}) == 1


def test_the_nearest_body_before_is_meant():
    assert (
        names(
            "The Department of Health met. The Department agreed. "
            "The Department of Justice met. The Department agreed."
        )
        == ["Department of Health"] * 2 + ["Department of Justice"] * 2
    )


def test_the_committee_is_the_plain_one_before_a_steering_committee():
    assert (
        names(
            "The National Committee on Water and the Regional Steering Committee on Dams met. "
            "The Committee agreed."
        )[-1]
        == "National Committee on Water"
    )


def test_a_headline_may_use_the_short_form_first():
    assert (
        names("Council backs plan\n\nThe Council of Governors backed the plan.")
        == ["Council of Governors"] * 2
    )


def test_government_is_not_that_of_another_country():
    assert names(
        "Vietnam and Japan signed. The Government of Japan agreed. The Government of Vietnam signs."
    )[0] == ("Government of Japan")
    text = "Hanoi, Vietnam. The Vietnamese press wrote. The Government met the Government of Japan."
    assert names(text) == ["Government", "Government of Japan"]


def test_spellings_that_differ_in_case_share_the_one_with_capitals():
    assert (
        names(
            "The National Committee on clean water met. "
            "The National Committee on Clean Water agreed."
        )
        == ["National Committee on Clean Water"] * 2
    )
