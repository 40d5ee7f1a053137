"""Runs every audit rule's own examples and counter-examples, with that rule alone."""

import pytest

from extract import audit, patterns
from extract.article import Article
from extract.pipeline import Pipeline

LOADED = patterns.load()
RULES = LOADED.table("audit")["rule"]
EXAMPLES = [(rule["name"], example) for rule in RULES for example in rule["example"]]
NOTS = [(rule["name"], text) for rule in RULES for text in rule["not"]]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(LOADED)


def findings(pipeline, monkeypatch, name, text):
    """What the rule ``name`` alone finds in ``text``."""
    monkeypatch.setattr(audit, "related", lambda line: iter(()))
    rules = audit.Identities(LOADED)
    rules.identities = [one for one in rules.identities if one.name == name]
    monkeypatch.setattr(pipeline.audit, "identities", rules)
    found = pipeline(Article(text=text)).findings
    return [one for one in found if one.rule == name]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda one: str(one)[:60])
def test_example(pipeline, monkeypatch, rule, example):
    (found,) = findings(pipeline, monkeypatch, rule, example["text"])
    assert (found.stated, found.verdict) == (example["mention"], example["verdict"])
    assert found.recomputed == example.get("recomputed", found.recomputed)


@pytest.mark.parametrize(("rule", "text"), NOTS, ids=lambda one: str(one)[:60])
def test_counter_example(pipeline, monkeypatch, rule, text):
    assert findings(pipeline, monkeypatch, rule, text) == []


def test_there_are_rules():
    assert len(RULES) >= 20
