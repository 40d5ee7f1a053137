"""Scores as text for a terminal, as Markdown for a README."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from extract.score.errors import Cause
from extract.score.scores import ALL, Interval, Scores, TypeScore

Cells = Sequence[str]


class Section(NamedTuple):
    """A table with its heading; ``left`` columns are words, the others numbers."""

    title: str
    header: Cells
    rows: Sequence[Cells]
    left: int = 1


def sections(scores: Scores) -> list[Section]:
    """Every table: mentions by type, all counts by scheme, attributes, facts, articles."""
    return [
        _mentions(scores),
        _by_scheme(scores),
        _attributes(scores),
        *_facts(scores),
        _articles(scores),
    ]


def as_text(scores: Scores) -> str:
    """Every table, for a terminal."""
    blocks = [_text_table(section) for section in sections(scores)]
    return "\n\n".join([*blocks, *_notes(scores)]) + "\n"


def as_markdown(scores: Scores) -> str:
    """The summary as Markdown: mentions by type, facts, articles."""
    summary = [_mentions(scores), *_facts(scores), _articles(scores)]
    blocks = [_markdown_table(section) for section in summary]
    return "\n\n".join([*blocks, *_notes(scores)]) + "\n"


def as_json(scores: Scores, causes: Sequence[Cause] | None = None) -> str:
    """Everything as JSON: ``articles mentions facts notes``, and ``errors`` where listed."""
    found = msgspec.to_builtins(scores)
    if causes is not None:
        found["errors"] = msgspec.to_builtins(causes)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def number(value: float | None) -> str:
    """A score with three digits, a dash where there is none.

    >>> number(0.98765), number(None)
    ('0.988', '–')
    """
    return "–" if value is None else f"{value:.3f}"


def _interval(interval: Interval) -> str:
    return "–" if interval is None else f"{interval[0]:.3f}-{interval[1]:.3f}"


def _mentions(scores: Scores) -> Section:
    header = ["type", "gold", "output", "precision", "recall", "strict F1", "95 %"]
    header += ["exact F1", "partial F1", "type F1", "record F1", "95 %"]
    rows = []
    for name, score in _types_then_all(scores):
        strict, record = score.schemes["strict"], score.schemes["record"]
        others = [number(score.schemes[scheme].f1) for scheme in ("exact", "partial", "type")]
        rows.append(
            [
                *(name, str(score.gold), str(score.output)),
                *(number(strict.precision), number(strict.recall)),
                *(number(strict.f1), _interval(strict.interval)),
                *others,
                *(number(record.f1), _interval(record.interval)),
            ]
        )
    count = len(scores.articles)
    return Section(f"Mentions ({count} article{'' if count == 1 else 's'})", header, rows)


def _by_scheme(scores: Scores) -> Section:
    header = ["type", "scheme", "correct", "incorrect", "partial", "missed", "spurious"]
    header += ["precision", "recall", "F1"]
    rows = [
        [
            *(name, scheme, str(s.correct), str(s.incorrect), str(s.partial), str(s.missed)),
            *(str(s.spurious), number(s.precision), number(s.recall), number(s.f1)),
        ]
        for name, score in _types_then_all(scores)
        for scheme, s in score.schemes.items()
    ]
    title = "By scheme (SemEval-2013; record: strict and all record attributes)"
    return Section(title, header, rows, 2)


def _attributes(scores: Scores) -> Section:
    header = ["type", "attribute", "compared", "accuracy", "95 %"]
    rows = [
        [name, attribute, str(a.compared), number(a.accuracy), _interval(a.interval)]
        for name, score in _types_then_all(scores)
        for attribute, a in score.attributes.items()
    ]
    title = "Attributes on strictly matched mentions (item: words in common)"
    return Section(title, header, rows, 2)


def _facts(scores: Scores) -> list[Section]:
    facts = scores.facts
    if facts is None:
        return []
    header = ["fact", "gold", "output", "correct", "score", "95 %"]
    measure = ["measure (mean token F1)", str(facts.gold), str(facts.output), ""]
    rows: list[Cells] = [[*measure, number(facts.measure), _interval(facts.measure_interval)]]
    for name, f in facts.fields.items():
        counts = [str(f.gold), str(f.output), str(f.correct)]
        rows.append([f"{name} (F1)", *counts, number(f.f1), _interval(f.interval)])
    return [Section("Facts (values other than the default)", header, rows)]


def _articles(scores: Scores) -> Section:
    header = ["article", "gold", "output", "strict F1", "record F1", "measure"]
    rows = [
        [doc_id, str(a.gold), str(a.output), number(a.strict), number(a.record), number(a.measure)]
        for doc_id, a in scores.articles.items()
    ]
    return Section("Articles", header, rows)


def _types_then_all(scores: Scores) -> list[tuple[str, TypeScore]]:
    return [*((n, s) for n, s in scores.mentions.items() if n != ALL), (ALL, scores.mentions[ALL])]


def _notes(scores: Scores) -> list[str]:
    return [f"Note: {note}." for note in scores.notes]


def text_table(header: Cells, rows: Iterable[Cells], left: int = 1) -> str:
    """A plain table: columns as wide as their widest cell, numbers to the right.

    >>> print(text_table(["a", "n"], [["x", "1"], ["yy", "22"]]))
    a    n
    x    1
    yy  22
    """
    lines = [header, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(header))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _text_table(section: Section) -> str:
    return f"{section.title}\n{text_table(section.header, section.rows, section.left)}"


def _markdown_table(section: Section) -> str:
    rule = ["---" if i < section.left else "---:" for i in range(len(section.header))]
    lines = [section.header, rule, *section.rows]
    return f"**{section.title}**\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)
