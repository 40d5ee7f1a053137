"""Runs every rule's own examples and counter-examples."""

import msgspec
import pytest

from extract import extract, patterns

LOADED = patterns.load()


def cases():
    for file in LOADED.rule_files():
        for raw in LOADED.table(file).get("rule", ()):
            for example in raw["example"]:
                yield pytest.param(
                    raw["name"], example, id=f"{file}/{raw['name']}: {example['text'][:50]}"
                )


def counter_cases():
    for file in LOADED.rule_files():
        for raw in LOADED.table(file).get("rule", ()):
            for text in raw["not"]:
                yield pytest.param(raw["name"], text, id=f"{file}/{raw['name']}: {text[:50]}")


@pytest.mark.parametrize(("rule", "example"), list(cases()))
def test_example(rule, example):
    wanted = {
        key: value for key, value in example.items() if key not in ("text", "mention", "published")
    }
    found = extract(example["text"], published=example.get("published")).mentions
    hits = [m for m in found if m.text == example["mention"] and m.rule == rule]
    assert len(hits) == 1, [(m.text, m.rule) for m in found]
    values = msgspec.json.decode(msgspec.json.encode(hits[0]))
    assert {key: values[key] for key in wanted} == wanted


@pytest.mark.parametrize(("rule", "text"), list(counter_cases()))
def test_counter_example(rule, text):
    assert [m.text for m in extract(text).mentions if m.rule == rule] == []
