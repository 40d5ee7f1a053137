"""The gold set itself: every line is right in form, and fits the article it is of."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from extract.score.gold import read_gold
from extract.score.output import read_texts

ROOT = Path(__file__).parents[1]
GOLD, SEEDS = ROOT / "gold", ROOT / "seeds"
TEXTS = read_texts(SEEDS)
LABELS = read_gold(GOLD, TEXTS)  # checks offsets, values, overlaps, what facts point to

COUNTS = {
    "official": 28,
    "agency": 98,
    "locality": 27,
    "quantity": 90,
    "percentage": 57,
    "date": 61,
}
FACTS = 143
MUST = 93


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_seed_is_labelled():
    assert sorted(LABELS) == sorted(TEXTS)
    assert len(LABELS) == 5
    assert all(labels.text is not None and labels.facts for labels in LABELS.values())


def test_how_many_there_are():
    types = Counter(m["type"] for labels in LABELS.values() for m in labels.mentions)
    assert types == COUNTS
    assert sum(len(labels.facts) for labels in LABELS.values()) == FACTS
    assert sum(m["must"] for labels in LABELS.values() for m in labels.mentions) == MUST


@pytest.mark.parametrize("doc_id", sorted(TEXTS))
def test_every_article_has_lines_that_must_be_right(doc_id):
    assert any(m["must"] for m in LABELS[doc_id].mentions)


def test_the_labelled_texts_are_the_seeds():
    sums = [line.split("  ") for line in (GOLD / "SHA256SUMS").read_text().splitlines()]
    found = [
        [hashlib.sha256(path.read_bytes()).hexdigest(), path.name]
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    assert sums == found


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.jsonl")), ids=lambda path: path.name)
def test_lines_are_in_order_and_keys_too(path):
    records = lines(path)
    assert [r["start"] for r in records] == sorted({r["start"] for r in records})
    keys = {(r["type"], tuple(key for key in r if key != "must")) for r in records}
    assert len(keys) == len({r["type"] for r in records})
    text = path.read_text(encoding="utf-8")
    assert text == "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


@pytest.mark.parametrize("doc_id", sorted(TEXTS))
def test_spans_are_cut_as_the_guide_says(doc_id):
    """No quote, bracket, comma or possessive at an edge, no half word, no article before a name."""
    text = TEXTS[doc_id]
    for m in LABELS[doc_id].mentions:
        before, after = text[: m["start"]][-1:], text[m["end"] :][:1]
        assert not (before.isalnum() and m["text"][0].isalnum()), m
        assert not (after.isalnum() and m["text"][-1].isalnum()), m
        assert m["text"][0].isalnum() or m["text"][0] in "-–$€£₫", m
        assert m["text"][-1].isalnum() or m["text"][-1] in "%.$", m
        assert not m["text"].endswith(("'s", "’s")), m
        if m["type"] == "agency":
            assert not m["text"].startswith(("the ", "The ")), m


@pytest.mark.parametrize("doc_id", sorted(TEXTS))
def test_a_fact_says_the_same_as_its_percentage(doc_id):
    numbers = {m["start"]: m for m in LABELS[doc_id].mentions if m["type"] == "percentage"}
    compared = 0
    for fact in LABELS[doc_id].facts:
        if fact["type"] == "percentage":
            number = numbers[fact["start"]]
            assert [fact["role"], fact["direction"]] == [number["role"], number["direction"]]
            compared += 1
    assert compared > 0
