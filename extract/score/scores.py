"""All scores of an output: by type, by attribute, of the facts, by article."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from extract.score.bootstrap import Part, intervals
from extract.score.facts import FieldTally, field_tally, is_right, is_set, measure_f1, measure_score
from extract.score.gold import read_gold
from extract.score.labels import ATTRIBUTES, FACT_DEFAULTS, LabelError, Labels
from extract.score.output import Output, read_output, read_texts
from extract.score.rows import FactRow, Row, Table, make_table, only
from extract.score.schemes import SCHEMES, Scheme, Tally, credit, ratio, tally
from extract.score.values import similarity, strictly_equal

ALL = "all"
Interval = tuple[float, float] | None


class SchemeScore(msgspec.Struct, frozen=True):
    """The counts of one scheme and what follows from them; ``interval`` is that of F1."""

    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int
    precision: float | None
    recall: float | None
    f1: float | None
    interval: Interval


class Accuracy(msgspec.Struct, frozen=True):
    """An attribute over strictly matched mentions: how many, and the mean similarity."""

    compared: int
    right: float
    accuracy: float | None
    interval: Interval


class TypeScore(msgspec.Struct, frozen=True):
    """One mention type, or all: its mentions in gold and output, and every score."""

    gold: int
    output: int
    schemes: dict[str, SchemeScore]
    attributes: dict[str, Accuracy]


class FieldScore(msgspec.Struct, frozen=True):
    """A field of the facts over the values that are not its default."""

    gold: int
    output: int
    correct: int
    f1: float | None
    interval: Interval


class FactScore(msgspec.Struct, frozen=True):
    """The facts: how many, the measure's mean token F1, the other fields."""

    gold: int
    output: int
    paired: int
    measure: float | None
    measure_interval: Interval
    fields: dict[str, FieldScore]


class ArticleScore(msgspec.Struct, frozen=True):
    """One article: F1 under strict and record, the measure's token F1."""

    gold: int
    output: int
    strict: float | None
    record: float | None
    measure: float | None


class Scores(msgspec.Struct, frozen=True):
    """Everything that is measured. ``notes`` say what was left out and why."""

    articles: dict[str, ArticleScore]
    mentions: dict[str, TypeScore]
    facts: FactScore | None
    notes: tuple[str, ...]


def score_folders(output: Path, gold: Path, texts: Path | None = None) -> tuple[Scores, Table]:
    """Score the output in a folder against the labels in a folder.

    Raises LabelError where a file cannot be read, or the labels are of other articles than the
    output.
    """
    found = read_output(output, texts)
    article_texts = {
        d: labels.text for d, labels in found.articles.items() if labels.text is not None
    }
    labels = read_gold(gold, article_texts)
    notes = _check_articles(gold, labels, found)
    table = make_table(labels, found.articles)
    return score(table, notes), table


def agreement(first: Path, second: Path, texts: Path) -> tuple[Scores, Table]:
    """How far two labellings of the same articles agree: the second scored against the first.

    F1 is the same both ways; ``accuracy`` of an attribute is the share of equal values.
    """
    known = read_texts(texts)
    table = make_table(read_gold(first, known), read_gold(second, known))
    return score(table), table


def score(table: Table, notes: Iterable[str] = ()) -> Scores:
    """All scores of a table, with intervals."""
    parts: list[list[Part]] = []
    by_type = {ALL: table.rows} | {name: only(table.rows, name) for name in ATTRIBUTES}
    for name, rows in by_type.items():
        parts += [_scheme_parts(rows, scheme) for scheme in SCHEMES]
        parts += [_attribute_parts(rows, attribute) for attribute in ATTRIBUTES.get(name, ())]
    facts = table.facts
    if facts is not None:
        parts.append([Part(row.unit, measure_f1(row), 1) for row in facts])
        parts += [_field_parts(facts, field) for field in FACT_DEFAULTS]
    bounds = iter(intervals(parts, table.units))
    mentions = {}
    for name, rows in by_type.items():
        schemes: dict[str, SchemeScore] = {
            scheme: _scheme_score(tally(rows, scheme), next(bounds)) for scheme in SCHEMES
        }
        attributes = {a: _accuracy(rows, a, next(bounds)) for a in ATTRIBUTES.get(name, ())}
        mentions[name] = TypeScore(*_sides(rows), schemes, attributes)
    fact_score = None
    if facts is not None:
        measure_interval = next(bounds)
        fields = {f: _field_score(field_tally(facts, f), next(bounds)) for f in FACT_DEFAULTS}
        paired = sum(bool(row.gold and row.output) for row in facts)
        fact_score = FactScore(
            *_sides(facts), paired, measure_score(facts), measure_interval, fields
        )
    all_notes = (*notes, *([table.facts_note] if table.facts_note else []))
    return Scores(_by_article(table), mentions, fact_score, all_notes)


def _sides(rows: Iterable[Row] | Iterable[FactRow]) -> tuple[int, int]:
    pairs = [(row.gold is not None, row.output is not None) for row in rows]
    return sum(gold for gold, _ in pairs), sum(output for _, output in pairs)


def _scheme_parts(rows: list[Row], scheme: Scheme) -> list[Part]:
    return [
        Part(r.unit, 2 * credit(r, scheme), (r.gold is not None) + (r.output is not None))
        for r in rows
    ]


def _scheme_score(counts: Tally, interval: Interval) -> SchemeScore:
    return SchemeScore(
        **msgspec.structs.asdict(counts),
        precision=counts.precision,
        recall=counts.recall,
        f1=counts.f1,
        interval=interval,
    )


def _attribute_parts(rows: list[Row], attribute: str) -> list[Part]:
    return [
        Part(r.unit, similarity(attribute, r.gold[attribute], r.output[attribute]), 1)
        for r in rows
        if r.gold and r.output and strictly_equal(r.gold, r.output)
    ]


def _accuracy(rows: list[Row], attribute: str, interval: Interval) -> Accuracy:
    parts = _attribute_parts(rows, attribute)
    right = sum(part.numerator for part in parts)
    return Accuracy(len(parts), right, ratio(right, len(parts), len(rows)), interval)


def _field_parts(rows: list[FactRow], field: str) -> list[Part]:
    return [
        Part(
            r.unit,
            2.0 * (is_set(r.gold, field) and is_right(r, field)),
            is_set(r.gold, field) + is_set(r.output, field),
        )
        for r in rows
    ]


def _field_score(counts: FieldTally, interval: Interval) -> FieldScore:
    return FieldScore(counts.gold, counts.output, counts.correct, counts.f1, interval)


def _by_article(table: Table) -> dict[str, ArticleScore]:
    found = {}
    for doc_id in table.texts:
        rows = [row for row in table.rows if row.doc_id == doc_id]
        facts = [row for row in table.facts or () if row.doc_id == doc_id]
        found[doc_id] = ArticleScore(
            *_sides(rows),
            tally(rows, "strict").f1,
            tally(rows, "record").f1,
            measure_score(facts),
        )
    return found


def _check_articles(directory: Path, gold: Mapping[str, Labels], output: Output) -> list[str]:
    """Refuse labels of an article that the run never saw; one that it failed on was found empty."""
    notes = []
    for doc_id in sorted(set(gold) - set(output.articles)):
        failed = any(
            source.rsplit(".", 1)[0] == doc_id or source == doc_id for source in output.failed
        )
        if output.articles and not failed:
            known = ", ".join(sorted(output.articles)[:5])
            raise LabelError(
                f"{directory / doc_id}.jsonl: no article {doc_id!r} in {output.directory} "
                f"(it has: {known}{', …' if len(output.articles) > 5 else ''})"
            )
        notes.append(f"{doc_id} is not in the output: all its labels count as missed")
    more = len(set(output.articles) - set(gold))
    if more:
        notes.append(
            f"{more} article{'s' if more > 1 else ''} of the output without labels: not scored"
        )
    return notes
