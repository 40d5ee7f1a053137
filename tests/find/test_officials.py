"""What the case table of officials cannot say: awkward texts, offsets, many titles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract, patterns
from extract.find.name_letters import Letters
from extract.find.officials import Officials
from extract.find.title_text import Text
from extract.find.titles import Titles
from extract.tokens import Tokenizer

LOADED = patterns.load()
TOKENIZER = Tokenizer(LOADED)
LETTERS = Letters(LOADED)
OFFICIALS = Officials(LOADED)


def letters(text):
    return LETTERS.of(TOKENIZER(text))


def officials(text):
    return [m for m in extract(text).mentions if m.type == "official"]


def test_letters_tell_case_and_class():
    assert letters("Deputy Minister of Health Dao Hong Lan") == "YPoTVVN"
    assert letters("the deputy minister of health") == "dypot"


def test_letters_of_accented_words_are_those_of_the_plain_ones():
    assert letters("Tánaiste Nguyễn Văn") == letters("Tanaiste Nguyen Van")


def titles_of(text):
    document = TOKENIZER(text)
    seen = Text(document, LETTERS.of(document), [])
    return [seen.slice(title.start, title.end) for title in Titles(LOADED).find(seen)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "the Minister of Labour, War Invalids and Social Affairs said",
            ["Minister of Labour, War Invalids and Social Affairs"],
        ),
        (
            "Director-General of the WHO; deputy head of the committee",
            ["Director-General of the WHO", "deputy head of the committee"],
        ),
        ("the Bank of England Governor", ["Bank of England Governor"]),
        ("former UK prime minister", ["former UK prime minister"]),
    ],
)
def test_titles(text, titles):
    assert titles_of(text) == titles


def test_a_name_does_not_run_over_a_line_break():
    assert [m.text for m in officials("Minister Le Van Nam\nTran Binh reports")] == ["Le Van Nam"]


def test_mentions_of_one_person_share_the_entity():
    found = officials("Minister Le Van Nam came. Governor Ana Ruiz came. Nam left.")
    assert [m.entity for m in found] == [1, 2, 1]


def test_a_surname_of_two_people_is_resolved_to_neither():
    found = officials("Senator Ann Porter and Senator Bob Porter met. Porter said no.")
    assert [m.name for m in found] == ["Ann Porter", "Bob Porter", "Porter"]


@pytest.mark.parametrize(
    "text",
    ["Minister " * 5000, "A, Minister of " * 3000, "President (" * 5000, "Minister of A-" * 3000],
)
def test_hostile_text_ends(text):
    assert isinstance(OFFICIALS.find(TOKENIZER(text), []), list)


WORDS = st.sampled_from(
    [
        "Minister",
        "Deputy",
        "Prime",
        "of",
        "the",
        "and",
        ",",
        "-",
        "–",
        "(",
        ")",
        ";",
        ":",
        ".",
        "\n",
        "Nguyen",
        "Van",
        "Nam",
        "Health",
        "President",
        "'s",
        "said",
        "who",
        "is",
        "also",
        "as",
        "head",
        "Ministers",
        "Jean",
        "-",
        "Claude",
        "de",
        "Lt.",
        "Gen.",
        "Mr.",
        "54",
        '"',
        "U.S.",
        "committee",
        "Hanoi",
        "to",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_spans_are_clean_for_any_text(words):
    text = " ".join(words)
    for span in OFFICIALS.find(TOKENIZER(text), []):
        mention = text[span.start : span.end]
        assert mention == mention.strip(" -–,;:()\n'")
        assert mention and "\n" not in mention
        assert span.type == "official"
