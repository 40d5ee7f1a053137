"""What is wrong, by cause, the most costly cause first.

The cost of an error is what it takes from the record F1: a miss or a spurious mention counts once,
a pair with a wrong span, type or record attribute twice (the gold record is missed, the output's
is spurious); an attribute outside the record costs nothing there and comes last. Errors of facts
follow, a wrong or missing part of a fact counting once.
"""

from collections.abc import Iterable

import msgspec

from extract.score.facts import is_right, measure_f1, value_of
from extract.score.labels import FACT_DEFAULTS, RECORD_ATTRIBUTES, REFERENCES, Fact, Mention
from extract.score.rows import FactRow, Row, Table, sentences_of
from extract.score.values import strictly_equal, wrong_attributes


class Problem(msgspec.Struct, frozen=True):
    """One error: where, what the gold says and what the output says, in which sentence."""

    doc_id: str
    start: int
    end: int
    gold: str | None
    output: str | None
    sentence: str


class Cause(msgspec.Struct, frozen=True):
    """Errors of one kind made by one rule."""

    kind: str
    rule: str | None
    cost: int
    problems: tuple[Problem, ...]


_Found = dict[tuple[int, str, str], list[tuple[int, Problem]]]


def list_errors(table: Table) -> list[Cause]:
    """All errors, grouped by kind and rule; mentions before facts, then by total cost."""
    found: _Found = {}
    sentences = {doc_id: sentences_of(text) for doc_id, text in table.texts.items()}
    for row in table.rows:
        for kind, cost, gold, output in _of_row(row):
            known = row.output or row.gold or {}
            problem = _problem(row.doc_id, row.gold or known, gold, output, table, sentences)
            rule = str((row.output or {}).get("rule") or "")
            found.setdefault((0, kind, rule), []).append((cost, problem))
    rules = {
        (row.doc_id, row.output["start"]): str(row.output.get("rule") or "")
        for row in table.rows
        if row.output
    }
    for fact in table.facts or ():
        known = fact.gold or fact.output or {}
        made_by = str(
            (fact.output or {}).get("rule") or rules.get((fact.doc_id, known["start"]), "")
        )
        for kind, gold, output in _of_fact(fact):
            problem = _problem(fact.doc_id, known, gold, output, table, sentences)
            found.setdefault((1, kind, made_by), []).append((1, problem))
    causes = [
        (
            part,
            Cause(kind, rule or None, sum(cost for cost, _ in group), tuple(p for _, p in group)),
        )
        for (part, kind, rule), group in found.items()
    ]
    causes.sort(key=lambda c: (c[0], -c[1].cost, -len(c[1].problems), c[1].kind, c[1].rule or ""))
    return [cause for _, cause in causes]


def as_text(causes: Iterable[Cause]) -> str:
    """The list for a terminal."""
    lines = []
    for cause in causes:
        rule = f", rule {cause.rule}" if cause.rule else ""
        lines.append(f"{cause.kind}{rule}: {len(cause.problems)}, cost {cause.cost}")
        for p in cause.problems:
            sides = [f"gold {p.gold}" if p.gold else "", f"output {p.output}" if p.output else ""]
            lines.append(f"  {p.doc_id} {p.start}-{p.end}: {'; '.join(filter(None, sides))}")
            lines.append(f"    {p.sentence}")
        lines.append("")
    return "\n".join(lines) if lines else "No errors.\n"


def _of_row(row: Row) -> list[tuple[str, int, str | None, str | None]]:
    gold, output = row.gold, row.output
    if gold is None or output is None:
        if gold:
            return [(f"missed {gold['type']}", 1, _show(gold), None)]
        return [(f"spurious {output['type']}", 1, None, _show(output))] if output else []
    if not strictly_equal(gold, output):
        if gold["type"] == output["type"]:
            return [(f"wrong span of {gold['type']}", 2, _show(gold), _show(output))]
        kind = f"{gold['type']} found as {output['type']}"
        return [(kind, 2, f"{gold['type']} {_show(gold)}", f"{output['type']} {_show(output)}")]
    wrong = wrong_attributes(gold, output)
    inside = [name for name in wrong if name in RECORD_ATTRIBUTES[gold["type"]]]
    outside = [name for name in wrong if name not in inside]
    return [
        (
            f"wrong {' and '.join(names)} of {gold['type']}",
            cost,
            _values(gold, names),
            _values(output, names),
        )
        for names, cost in ((inside, 2), (outside, 0))
        if names
    ]


def _of_fact(row: FactRow) -> list[tuple[str, str | None, str | None]]:
    gold, output = row.gold, row.output
    if output is None or gold is None:
        if gold:
            return [("missed fact", repr(gold["measure"]), None)]
        return [("spurious fact", None, _measure(row, output))] if output else []
    found: list[tuple[str, str | None, str | None]] = []
    if measure_f1(row) < 1:
        found.append(("wrong measure of fact", _measure(row, gold), _measure(row, output)))
    for field in FACT_DEFAULTS:
        if not is_right(row, field):
            found.append((f"wrong {field} of fact", _part(gold, field), _part(output, field)))
    return found


def _measure(row: FactRow, fact: Fact) -> str:
    return repr(row.text[fact["measure_start"] : fact["measure_end"]])


def _part(fact: Fact, field: str) -> str:
    value = value_of(fact, field)
    if field in REFERENCES and value is not None:
        return f"the mention at {value}"
    return str(value)


def _show(mention: Mention) -> str:
    return f"{mention['text']!r} [{mention['start']}, {mention['end']})"


def _values(mention: Mention, names: Iterable[str]) -> str:
    return ", ".join(f"{name}={mention[name]!r}" for name in names)


def _problem(
    doc_id: str,
    at: Mention,
    gold: str | None,
    output: str | None,
    table: Table,
    sentences: dict[str, list[tuple[int, int]]],
) -> Problem:
    start, end, text = at["start"], at["end"], table.texts[doc_id]
    around = [span for span in sentences[doc_id] if span[0] < end and span[1] > start]
    first, last = (around[0][0], around[-1][1]) if around else (start, end)
    first, last = max(min(first, start), start - 160), min(max(last, end), end + 160)
    shown = f"{text[first:start]}[{text[start:end]}]{text[end:last]}"
    return Problem(doc_id, start, end, gold, output, " ".join(shown.split()))
