"""Runs the passages: whole paragraphs in the styles of many countries, all mentions of a type."""

import json
from pathlib import Path

import pytest

from extract import extract

LINES = (Path(__file__).parent / "cases" / "passages.jsonl").read_text(encoding="utf-8")
PASSAGES = [json.loads(line) for line in LINES.splitlines()]


def _case(passage):
    """A passage that is not read wholly right yet says so: once it is, its `gap` must go."""
    gap = passage.get("gap")
    marks = [pytest.mark.xfail(strict=True, reason=gap)] if gap else []
    return pytest.param(passage, id=passage["text"][:60], marks=marks)


@pytest.mark.parametrize("passage", [_case(passage) for passage in PASSAGES])
def test_passage(passage):
    found = [
        {"text": m.text, "name": m.name, "titles": list(m.titles)}
        for m in extract(passage["text"], published=passage["published"]).mentions
        if m.type == passage["passages"]
    ]
    assert found == passage["expect"]


def test_there_are_passages():
    assert len(PASSAGES) >= 30
