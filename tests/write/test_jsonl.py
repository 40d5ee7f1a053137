"""JSON Lines: the contract's keys, and nothing escaped that need not be."""

import hashlib
import json

from extract import extract
from extract.write.jsonl import rows

TEXT = "Hội nghị\n\nOn July 10, the council of Đà Nẵng met again in the city."


def test_article_line_has_the_keys_of_the_contract():
    line = json.loads(
        rows(extract(TEXT, doc_id="a", published="2024-07-10"), True)["articles.jsonl"]
    )
    regions = line.pop("regions")
    assert line == {
        "doc_id": "a",
        "source": None,
        "title": "Hội nghị",
        "url": None,
        "published": "2024-07-10",
        "author": None,
        "words": 15,
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "reference_date": "2024-07-10",
        "reference_date_from": "metadata",
        "language": "en",
        "duplicate_of": None,
        "warnings": [],
        "text": TEXT,
    }
    assert regions == [
        {"kind": "title", "start": 0, "end": 8},
        {"kind": "body", "start": 10, "end": len(TEXT)},
    ]


def test_no_text_leaves_only_the_text_out():
    result = extract(TEXT)
    full = json.loads(rows(result, True)["articles.jsonl"])
    short = json.loads(rows(result, False)["articles.jsonl"])
    assert full.pop("text") == TEXT
    assert short == full


def test_lines_are_plain_utf8():
    assert "Đà Nẵng met".encode() in rows(extract(TEXT), True)["articles.jsonl"]


def test_article_without_mentions_gives_no_lines():
    written = rows(extract("Nothing here."), True)
    assert (written["mentions.jsonl"], written["entities.jsonl"]) == (b"", b"")
