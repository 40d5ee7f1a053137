"""What a table of cases cannot say of localities."""

import pytest

from extract import extract


@pytest.mark.parametrize("text", ["DA NANG", "Da NANG", "in Ba Ria - Vung", "New"])
def test_an_entry_cut_off_by_the_end_of_the_text(text):
    for mention in extract(text).mentions:
        assert text[mention.start : mention.end] == mention.text
