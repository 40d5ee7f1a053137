"""Runs the passages: whole paragraphs in the styles of many countries, all mentions of a type."""

import json
from pathlib import Path

import pytest

from extract import extract

LINES = (Path(__file__).parent / "cases" / "passages.jsonl").read_text(encoding="utf-8")
PASSAGES = [json.loads(line) for line in LINES.splitlines()]
# A passage that is not read wholly right yet stays here with what is wrong, so that it is known.
KNOWN_GAPS = tuple(passage["text"] for passage in PASSAGES if "gap" in passage)


@pytest.mark.parametrize("passage", PASSAGES, ids=[p["text"][:60] for p in PASSAGES])
def test_passage(passage):
    if passage["text"] in KNOWN_GAPS:
        pytest.xfail(passage["gap"])
    found = [
        {"text": m.text, "name": m.name, "titles": list(m.titles)}
        for m in extract(passage["text"], published=passage["published"]).mentions
        if m.type == passage["passages"]
    ]
    assert found == passage["expect"]


def test_there_are_passages():
    assert len(PASSAGES) >= 30
