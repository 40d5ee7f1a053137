"""Laws that hold for any text: it never raises, offsets are true, nothing overlaps."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract import extract
from extract.records import MENTION_TYPES

# Pieces that rules look for, so that random texts get past the first check of a rule.
# fmt: off
PIECES = [
    "Prime Minister", "Pham Minh Chinh", "Deputy", "Chairman of the", "comrade", "Ministry of",
    "Ministries of", "Finance", "People's Committee", "Nghe An", "Da Nang", "Đắk Lắk",
    "Ho Chi Minh City", "province", "the", "The", "of", "and", ",", ";", ".", "(", ")", "–", "-",
    "/", "%", "percent", "percentage points", "5", "02", "13.2", "2,398", "1/2", "2024", "41/53",
    "million", "dozen", "half", "first", "third", "one", "USD", "$", "km", "per", "July", "10",
    "July 10", "last", "months", "of the year", "Q1", "mid-", "end of", "from", "to", "between",
    "up", "down", "increase of", "about", "more than", "No.", "Project 06", "VND", "'s", "’s",
    "“", "Photo:", "(Photo: VNA)", "Author: Le Lan", "Tags:", "Source:", "10/07/2023 09:30", "\n",
    "\n\n", "\r\n", "\t", "\xa0", '"', "-- ", "\U0001d7dd", "٣", "½", "²", "\u2163", "İ", "ß",
    "é", "\u200b", "\u202e", "\x00", "\ufeff",
]
# fmt: on
TEXTS = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map(
    " ".join
)
TYPES = {str(record.__struct_config__.tag) for record in MENTION_TYPES}


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, "2024-07-10", "1999-12-31", "0001-01-01", "9999-12-31"]))
def test_laws(text, published):
    result = extract(text, published=published)
    assert result.article.text == text
    end = 0
    for mention in result.mentions:
        assert mention.start >= end, "sorted, no overlaps"
        end = mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip() != ""
        assert mention.type in TYPES
        assert (
            0 <= mention.sent_start <= mention.start < mention.end <= mention.sent_end <= len(text)
        )
    at = 0
    for region in result.article.regions:
        assert at <= region.start <= region.end <= len(text)
        at = region.end
    starts = {(entity.type, start) for entity in result.entities for start in entity.mentions}
    assert starts == {(m.type, m.start) for m in result.mentions if hasattr(m, "entity")}
    assert extract(text, published=published) == result


PROSE = (
    "On July 10, 2024, Prime Minister Pham Minh Chinh chaired the 9th meeting of the National "
    "Committee on Digital Transformation in Da Nang; 12.5% of 3,000 people attended. "
)
HOSTILE = {
    "prose on one line": PROSE,
    "prose in lines": PROSE[:60] + "\n",
    "digits": "1",
    "numbers": "12 ",
    "thousands": "1,000 ",
    "percentages": "5% ",
    "brackets": "(",
    "brackets apart": "( ",
    "emoji": "😀",
    "emoji apart": "😀 ",
    "control characters": "\x00\x01\x02 \x07\x1b",
    "right to left": "\u202eمرحبا بالعالم ",
    "line breaks": "\n",
    "short lines": "a\n",
    "blanks": " ",
    "stops": ". ",
    "quotes": '" ',
    "dashes": "- ",
    "capitals": "Ministry of ",
    "names": "Nguyen Van ",
    "short names": "PM Chinh, ",
    "the committee": "the Committee ",
    "places": "Hanoi, ",
    "dates": "July 10 ",
    "months": "July ",
    "ranges": "from 5 to ",
    "lists": "A and B, ",
    "number words": "one hundred and ",
    "photo credits": ". Photo: ",
    "open credits": "(Photo ",
    "share buttons": "Share | ",
    "accents": "a\u0301",
    "zero width": "\u200b",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_only(piece):
    def seconds(length):
        started = time.process_time()
        extract(piece * (length // len(piece)))
        return time.process_time() - started

    extract(piece)
    short = seconds(10_000)
    # Four times the text: quadratic growth would take sixteen times as long. Three tries, for a
    # machine that is busy with something else.
    assert any(seconds(40_000) < 8 * short + 0.1 for _ in range(3))


def test_very_long_texts():
    started = time.process_time()
    assert extract("1" * 1_000_000).mentions == ()
    assert extract("(" * 20_000).mentions == ()
    assert extract("😀" * 20_000).mentions == ()
    assert extract("x" * 2_000_000).mentions == ()
    assert time.process_time() - started < 15


def _words_of_the_tables():
    words = {"Prime", "Barangay", "January52024", "Sr.", "\n", "\u201c", "–", "'s", "06", "%"}
    for table in sorted((Path(__file__).parent / "cases").glob("*.jsonl")):
        for line in table.read_text(encoding="utf-8").splitlines():
            words.update(json.loads(line)["text"].split())
    return sorted(words)


@given(st.lists(st.sampled_from(_words_of_the_tables()), max_size=25), st.sampled_from(["", " "]))
@settings(max_examples=400, deadline=None)
@example(["Minister", "of", "Prime"], " ")
@example(["Mannion", "I", "Barangay"], " ")
@example(["January52024"], " ")
def test_laws_over_words_that_rules_know(words, glue):
    text = glue.join(words)
    mentions = extract(text).mentions
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end for end, m in zip(ends, mentions, strict=False))
