"""What the case table cannot say: candidates before settling; hostile text stays linear."""

import time

import pytest

from extract import patterns
from extract.find.agencies import Agencies, singular
from extract.find.body_classes import BodyClasses
from extract.find.coordination import Subjects
from extract.tokens import Tokenizer

LOADED = patterns.load()
TOKENIZE = Tokenizer(LOADED)
FINDER = Agencies(LOADED)


def found(text, country=None):
    document = TOKENIZE(text)
    document.country = country
    return [text[span.start : span.end] for span in FINDER.find(document)]


def test_classes():
    classes = BodyClasses(LOADED, ["WHO"])
    assert classes.of(TOKENIZE("the Ministry of Finance and WHO in Vietnam")) == "dHoT&QzP"


def test_an_acronym_is_read_in_its_own_country_only():
    assert found("Staff of the DPWH came.", "PH") == ["DPWH"]
    assert found("Staff of the DPWH came.", "VN") == []
    assert found("Staff of the DPWH came.") == []


def test_an_acronym_is_read_with_its_case():
    assert found("People who came, WHO staff too.") == ["WHO"]


def test_congress_is_a_parliament_in_some_countries_only():
    assert found("Talks in Congress went on.", "US") == ["Congress"]
    assert found("Talks at the Congress went on.", "VN") == []


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("Ministries", "Ministry"), ("Departments", "Department"), ("Authorities", "Authority")],
)
def test_singular(plural, expected):
    assert singular(plural) == expected


def test_split_takes_the_longest_known_subject():
    subjects = Subjects(["Industry and Trade", "Labor, War Invalids and Social Affairs"])
    document = TOKENIZE(
        "Health, Labor, War Invalids and Social Affairs, Industry and Trade and Justice"
    )
    classes = BodyClasses(LOADED, []).of(document)
    items = subjects.split(document.norms, classes, 0, len(document.words))
    assert [" ".join(document.words[a:b]) for a, b in items] == [
        "Health",
        "Labor , War Invalids and Social Affairs",
        "Industry and Trade",
        "Justice",
    ]


def test_split_of_a_plural_that_is_one_known_subject():
    subjects = Subjects(["Finance and Planning"])
    document = TOKENIZE("Finance and Planning")
    assert subjects.split(document.norms, "T&T", 0, 3) == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Hanoi ",
        "Committee ",
        "Ministry of Health and ",
        "Health, Trade and ",
        "Committee on health ",
        "People's ",
    ],
)
def test_time_grows_with_the_text_only(text):
    def seconds(document):
        started = time.process_time()
        FINDER.find(document)
        return time.process_time() - started

    small, large = TOKENIZE(text * 2_000), TOKENIZE(text * 20_000)
    FINDER.find(small)
    # Ten times the text; a hundred times the work if it were quadratic.
    assert any(seconds(large) < 30 * seconds(small) + 0.1 for _ in range(5))
