"""What a table of cases cannot say of localities."""

import pytest

from extract import extract


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("DA NANG", ["DA NANG"]),
        ("He went to Da Nang", ["Da Nang"]),
        ("Ba Ria - Vung", []),
        ("New", []),
    ],
)
def test_an_entry_cut_off_by_the_end_of_the_text(text, places):
    assert [m.text for m in extract(text).mentions if m.type == "locality"] == places


def test_a_document_says_nothing_of_the_next():
    text = "The outgoing Ambassador to Vietnam Sato Kenji left."
    first = extract(text).mentions
    extract("Nothing stands here.")
    assert extract(text).mentions == first
