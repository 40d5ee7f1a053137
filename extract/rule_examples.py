"""Runs the examples and counter-examples that rules carry."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from extract.article import Article
from extract.patterns import Patterns
from extract.pipeline import Pipeline
from extract.records import Finding

_NOT_VALUES = ("text", "mention", "published")


_AUDIT = "audit"  # the file whose rules find no mentions, but numbers that are checked


class Example(NamedTuple):
    """An example of a rule with the values ``wanted``; a counter-example where that is None."""

    file: str
    rule: str
    text: str
    published: str | None = None
    mention: str | None = None
    wanted: dict[str, Any] | None = None


def examples(patterns: Patterns) -> Iterator[Example]:
    """All examples and counter-examples, file by file, rule by rule."""
    for file in patterns.rule_files():
        for rule in patterns.table(file).get("rule", ()):
            for raw in rule["example"]:
                wanted = {key: value for key, value in raw.items() if key not in _NOT_VALUES}
                yield Example(
                    file, rule["name"], raw["text"], raw.get("published"), raw["mention"], wanted
                )
            for text in rule["not"]:
                yield Example(file, rule["name"], text)


def failure(example: Example, pipeline: Pipeline) -> str | None:
    """Why ``example`` does not hold with the rules of ``pipeline``; None where it holds."""
    result = pipeline(Article(text=example.text, published=example.published))
    audited = example.file == _AUDIT
    found: tuple[Any, ...] = result.findings if audited else result.mentions
    by_rule = [one for one in found if one.rule == example.rule]
    if example.wanted is None:
        if not by_rule:
            return None
        return f"must leave alone {example.text!r}, but finds {_text(by_rule[0])!r}"
    if audited and not by_rule:
        by_rule = list(found)  # what the facts relate is checked before the rules
    hits = [one for one in by_rule if _text(one) == example.mention]
    if len(hits) != 1:
        others = ", ".join(f"{_text(one)!r} by {one.rule}" for one in found) or "nothing"
        return f"must find {example.mention!r} in {example.text!r}, but found is {others}"
    values = msgspec.to_builtins(hits[0])
    for key, value in example.wanted.items():
        got = list(values[key]) if isinstance(values.get(key), tuple) else values.get(key)
        if got != value:
            return f"{example.mention!r} in {example.text!r}: {key} must be {value!r}, is {got!r}"
    return None


def _text(one: Any) -> str:
    """The words of a mention, or of a number that was checked."""
    return str(one.stated if isinstance(one, Finding) else one.text)
