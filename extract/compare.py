"""One output against another: what came, what went, what changed, how the scores moved.

Mentions are paired as they are for scoring (any shared character, one to one, optimal): a pair
that differs in span, type or value is ``changed``, what has no partner ``added`` or ``removed``.
With labels a change is a ``gain`` where the output agrees better with them, a ``loss`` where
worse; where neither, or without labels, it is only a change. Facts are compared in the same way,
as type ``fact``.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from extract.score.facts import is_right, measure_f1, value_of
from extract.score.gold import read_gold
from extract.score.labels import ATTRIBUTES, FACT_DEFAULTS, Labels, Mention
from extract.score.output import read_output
from extract.score.report import number, text_table
from extract.score.rows import FactRow, Row, Table, make_table
from extract.score.schemes import outcome
from extract.score.scores import Scores, score
from extract.score.values import wrong_attributes

Kind = Literal["added", "removed", "changed"]
Verdict = Literal["gain", "loss"]
_Points = dict[tuple[str, str, int], int]  # by kind, article and start


class Change(msgspec.Struct, frozen=True):
    """A mention or fact that differs: ``what`` says how, ``rule`` which (newer) rule made it."""

    doc_id: str
    rule: str
    kind: Kind
    type: str
    start: int
    end: int
    text: str
    what: str
    verdict: Verdict | None


class Comparison(msgspec.Struct, frozen=True):
    """All changes, by article and place; articles of one side alone; scores before and after."""

    changes: tuple[Change, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    scores: tuple[tuple[str, float | None, float | None], ...]


def compare_folders(
    old: Path, new: Path, gold: Path | None = None, texts: Path | None = None
) -> Comparison:
    """Compare the outputs in two folders; LabelError where one cannot be read."""
    before, after = read_output(old, texts).articles, read_output(new, texts).articles
    labels = None
    if gold is not None:
        known = {d: found.text for d, found in (before | after).items() if found.text is not None}
        labels = read_gold(gold, known)
    return compare(before, after, labels)


def compare(
    old: Mapping[str, Labels], new: Mapping[str, Labels], gold: Mapping[str, Labels] | None = None
) -> Comparison:
    """Compare two outputs, article by article."""
    shared = sorted(set(old) & set(new))
    table = make_table({d: old[d] for d in shared}, {d: new[d] for d in shared})
    before, after = make_table(gold or {}, old), make_table(gold or {}, new)
    was, now = _points(before), _points(after)
    changes = []
    for row in [*table.rows, *(table.facts or ())]:
        what = _difference(row)
        if what is None:
            continue
        verdict = None
        if gold is not None and row.doc_id in gold:
            verdict = _verdict(_worth(row, row.gold, was), _worth(row, row.output, now))
        changes.append(_change(row, what, verdict, table))
    changes.sort(key=lambda c: (c.doc_id, c.start, c.end, c.type == "fact", c.kind))
    scores: tuple[tuple[str, float | None, float | None], ...] = ()
    if gold is not None:
        first, second = _headline(score(before)), _headline(score(after))
        scores = tuple((name, first.get(name), second.get(name)) for name in first | second)
    only_old, only_new = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    return Comparison(tuple(changes), tuple(only_old), tuple(only_new), scores)


def as_text(comparison: Comparison) -> str:
    """The comparison for a terminal."""
    blocks = [
        f"only in the {side}: {', '.join(names)}"
        for side, names in (("old", comparison.only_old), ("new", comparison.only_new))
        if names
    ]
    if comparison.changes:
        blocks.append(_summary(comparison.changes))
    for doc_id in dict.fromkeys(change.doc_id for change in comparison.changes):
        lines = [_line(change) for change in comparison.changes if change.doc_id == doc_id]
        blocks.append("\n".join([doc_id, *lines]))
    if not blocks:
        blocks.append("No mention differs.")
    if comparison.scores:
        rows = [[n, number(a), number(b), _moved(a, b)] for n, a, b in comparison.scores]
        blocks.append("Scores\n" + text_table(["score", "old", "new", "change"], rows))
    return "\n\n".join(blocks) + "\n"


def _change(row: Row | FactRow, what: str, verdict: Verdict | None, table: Table) -> Change:
    known = row.output or row.gold or {}
    rule = known.get("rule")
    if isinstance(row, FactRow) and not rule:
        rule = next((m["rule"] for m in _mentions_at(table, row.doc_id, known["start"])), "")
    kind: Kind = "changed" if row.gold and row.output else "added" if row.output else "removed"
    return Change(
        row.doc_id,
        str(rule or ""),
        kind,
        "fact" if isinstance(row, FactRow) else known["type"],
        known["start"],
        known["end"],
        table.texts[row.doc_id][known["start"] : known["end"]],
        what,
        verdict,
    )


def _mentions_at(table: Table, doc_id: str, start: int) -> list[Mention]:
    sides = [m for row in table.rows if row.doc_id == doc_id for m in (row.output, row.gold) if m]
    return [m for m in sides if m["start"] == start and m.get("rule")]


def _difference(row: Row | FactRow) -> str | None:
    """What differs, in words; None for nothing. A rule or an entity's number does not count."""
    old, new = row.gold, row.output
    if old is None or new is None:
        return ""
    found = []
    if old["type"] != new["type"]:
        found.append(f"type {old['type']} → {new['type']}")
    if isinstance(row, FactRow):
        if measure_f1(row) < 1:
            spans = [row.text[f["measure_start"] : f["measure_end"]] for f in (old, new)]
            found.append(f"measure {spans[0]!r} → {spans[1]!r}")
        fields = [field for field in FACT_DEFAULTS if not is_right(row, field)]
        found += [f"{f} {value_of(old, f)!r} → {value_of(new, f)!r}" for f in fields]
        return ", ".join(found) or None
    if (old["start"], old["end"]) != (new["start"], new["end"]):
        found.append(f"span {old['text']!r} → {new['text']!r}")
    if old["type"] == new["type"]:
        names = wrong_attributes(old, new)
        found += [f"{name} {old[name]!r} → {new[name]!r}" for name in names]
    return ", ".join(found) or None


def _points(table: Table) -> _Points:
    """How good each mention and fact of an output is: wrong ones are worse than none."""
    points: _Points = {}
    for row in table.rows:
        if row.output:
            strict = outcome(row, "strict") == "correct"
            record = outcome(row, "record") == "correct"
            points[("mention", row.doc_id, row.output["start"])] = strict + record or -1
    for fact in table.facts or ():
        if fact.output:
            right = [measure_f1(fact) == 1, *(is_right(fact, field) for field in FACT_DEFAULTS)]
            points[("fact", fact.doc_id, fact.output["start"])] = (
                1 + sum(right) if fact.gold else -1
            )
    return points


def _worth(row: Row | FactRow, record: Mention | None, points: _Points) -> int:
    kind = "fact" if isinstance(row, FactRow) else "mention"
    return points.get((kind, row.doc_id, record["start"]), 0) if record else 0


def _verdict(was: int, now: int) -> Verdict | None:
    return None if was == now else ("gain" if now > was else "loss")


def _headline(scores: Scores) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for name in (*ATTRIBUTES, "all"):
        for scheme in ("strict", "record"):
            found[f"{name} {scheme}"] = scores.mentions[name].schemes[scheme].f1
    if scores.facts is not None:
        found["fact measure"] = scores.facts.measure
        found |= {f"fact {field}": value.f1 for field, value in scores.facts.fields.items()}
    return found


def _summary(changes: Iterable[Change]) -> str:
    groups: dict[tuple[str, str], dict[Any, int]] = {}
    for change in changes:
        group = groups.setdefault((change.doc_id, change.rule or "–"), {})
        for column in (change.kind, change.verdict):
            group[column] = group.get(column, 0) + 1
    header = ["article", "rule", "added", "removed", "changed", "gains", "losses"]
    columns = ("added", "removed", "changed", "gain", "loss")
    rows = [
        [doc_id, rule, *(str(group.get(column, 0)) for column in columns)]
        for (doc_id, rule), group in sorted(groups.items())
    ]
    return "Changes by article and rule\n" + text_table(header, rows, left=2)


def _line(change: Change) -> str:
    sign = {"added": "+", "removed": "-", "changed": "~"}[change.kind]
    parts = [f"  {sign} {change.type} {change.text!r} [{change.start}, {change.end})"]
    if change.what:
        parts.append(f": {change.what}")
    parts.append(f" ({', '.join(filter(None, (change.rule, change.verdict)))})")
    return "".join(parts).removesuffix(" ()")


def _moved(old: float | None, new: float | None) -> str:
    return "–" if old is None or new is None else f"{new - old:+.3f}"
