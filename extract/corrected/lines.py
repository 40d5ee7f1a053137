"""Marks and links of an article → its gold lines, checked as `score.gold` checks them."""

from itertools import pairwise
from typing import Any

import msgspec

from extract.corrected.annotated import Annotated, Problems
from extract.score.gold import MENTION, FactLine, wrong_fact, wrong_mention
from extract.score.labels import ATTRIBUTES, NUMBER_TYPES, REFERENCES
from extract.score.scheme import LINKS, MEASURE, SCHEME, attributes
from extract.write.marks import Link, Mark

Line = dict[str, Any]


def gold_lines(article: Annotated, problems: Problems) -> tuple[list[Line], list[Line]]:
    """The mention lines and the fact lines, by start.

    Blanks at the ends of a span are cut off. What a mark is silent on gets the plain value of the
    guide (``modifier`` exact, no ``titles``, else null); a name, a kind, a number's value and unit
    and a date's days have none: without them the mark is a problem, and so is what the checker of
    the labels refuses. A measure that no number is linked to says nothing and is left out.
    """
    text = article.text
    marks = {mark.key: _trimmed(mark, text) for mark in article.marks}
    mentions = sorted(
        (mark for mark in marks.values() if mark.label != MEASURE),
        key=lambda mark: (mark.start, mark.end),
    )
    for before, mark in pairwise(mentions):
        if mark.start < before.end:
            cause = f"{_quoted(mark, text)} overlaps {_quoted(before, text)}"
            problems.errors.append(f"{mark.where}: {cause}")
    lines = {mark.key: _mention(mark, text, problems) for mark in mentions}
    facts = _facts(article, marks, problems)
    return (
        [line for line in lines.values() if line is not None],
        sorted(facts, key=lambda fact: fact["start"]),
    )


def _trimmed(mark: Mark, text: str) -> Mark:
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return mark._replace(start=start, end=max(start, mark.start + len(words.rstrip())))


def _quoted(mark: Mark, text: str) -> str:
    return f"{mark.label} {text[mark.start : mark.end]!r}"


def _mention(mark: Mark, text: str, problems: Problems) -> Line | None:
    line: Line = {"type": mark.label, "start": mark.start, "end": mark.end}
    line["text"] = text[mark.start : mark.end]
    missing = []
    for attribute in SCHEME[mark.label]:
        if attribute.name in mark.attributes:
            line[attribute.name] = mark.attributes[attribute.name]
        elif attribute.required:
            missing.append(attribute.name)
        else:
            line[attribute.name] = attribute.default
    cause = f"lacks {' and '.join(missing)}" if missing else _wrong_shape(line, MENTION)
    if cause is None:
        cause = wrong_mention(line, text)
    if cause is not None:
        problems.errors.append(f"{mark.where}: {_quoted(mark, text)}: {cause}")
        return None
    built: Line = msgspec.to_builtins(msgspec.convert(line, MENTION))
    return {key: built[key] for key in ("type", "start", "end", "text", *ATTRIBUTES[mark.label])}


def _wrong_shape(line: Line, shape: Any) -> str | None:
    try:
        msgspec.convert(line, shape)
    except msgspec.ValidationError as error:
        return str(error)
    return None


def _facts(article: Annotated, marks: dict[str, Mark], problems: Problems) -> list[Line]:
    text = article.text
    by_number: dict[str, dict[str, Link]] = {}
    for link in article.links:
        source, target = marks[link.source], marks[link.target]
        cause = None
        if source.label not in NUMBER_TYPES:
            cause = f"{_quoted(source, text)} has a {link.name}: only numbers have one"
        elif target.label not in LINKS[link.name]:
            allowed = " or ".join(LINKS[link.name])
            cause = f"the {link.name} of {_quoted(source, text)} is a {target.label}, not {allowed}"
        elif link.name in by_number.setdefault(link.source, {}):
            cause = f"{_quoted(source, text)} has two {link.name}s"
        if cause is not None:
            problems.errors.append(f"{link.where}: {cause}")
            continue
        by_number[link.source][link.name] = link
    types = {mark.start: mark.label for mark in marks.values() if mark.label != MEASURE}
    ends = {mark.start: mark.end for mark in marks.values() if mark.label != MEASURE}
    facts = []
    for key, links in by_number.items():
        number = marks[key]
        if MEASURE not in links:
            if links:
                cause = f"{_quoted(number, text)} has a {next(iter(links))} but no measure"
                problems.errors.append(f"{number.where}: {cause}")
            continue
        fact = _fact(number, {name: marks[link.target] for name, link in links.items()}, text)
        wrong = _wrong_shape(fact, FactLine) or wrong_fact(fact, types, ends, text)
        if wrong is not None:
            problems.errors.append(f"{number.where}: the fact of {_quoted(number, text)}: {wrong}")
        facts.append(fact)
    return facts


def _fact(number: Mark, targets: dict[str, Mark], text: str) -> Line:
    plain = {one.name: one.default for one in attributes(number.label)}
    given = {**plain, **number.attributes}
    role, direction = given.get("role", "level"), given.get("direction")
    if given["fact_role"] is not None:
        role, direction = given["fact_role"], given["fact_direction"]
    measure = targets[MEASURE]
    at = {name: targets[name].start if name in targets else None for name in REFERENCES}
    return {
        "start": number.start,
        "end": number.end,
        "type": number.label,
        "measure": text[measure.start : measure.end],
        "measure_start": measure.start,
        "measure_end": measure.end,
        "period_start": at["period"],
        "baseline_start": at["baseline"],
        "place_start": at["place"],
        "role": role,
        "direction": direction,
        "status": given["status"],
        "relates_to": at["relates_to"],
    }
