"""The scores of the articles where labels made by hand are given, and each difference from them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from extract.report.article import Table
from extract.report.tables import Cell, Part, Row, Span, cell, target
from extract.report.text import clean
from extract.result import ArticleResult
from extract.score.errors import Cause, list_errors
from extract.score.gold import read_gold
from extract.score.labels import LabelError, Labels
from extract.score.report import Section, sections
from extract.score.rows import make_table
from extract.score.scores import score

_COLUMNS = ("Article", "Difference", "Rule", "Labels", "Output")


class Gold(NamedTuple):
    """Tables of scores, notes on them, and the differences between labels and output."""

    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    causes: tuple[Cause, ...]


def compare(results: Sequence[ArticleResult], gold: Path) -> Gold:
    """Score ``results`` against the labels in the folder ``gold``.

    Raises LabelError where the labels cannot be read or are of other articles.
    """
    output = {result.article.doc_id: _labels(result) for result in results}
    texts = {doc_id: labels.text for doc_id, labels in output.items() if labels.text is not None}
    labels = read_gold(gold, texts)
    shown = {doc_id: labels[doc_id] for doc_id in labels if doc_id in output}
    if not shown:
        raise LabelError(f"{gold}: labels of none of the articles of this report")
    table = make_table(shown, output)
    scores = score(table, _notes(len(labels) - len(shown), len(output) - len(shown)))
    return Gold(tuple(sections(scores)), scores.notes, tuple(list_errors(table)))


def _notes(not_shown: int, unlabelled: int) -> list[str]:
    found = []
    if not_shown:
        found.append(f"Labels of articles that are not in this report: {not_shown}, not scored")
    if unlabelled:
        found.append(f"Articles without labels: {unlabelled}, not scored")
    return found


def linked(gold: Gold | None) -> dict[str, list[Span]]:
    """The characters that the differences lead to, by article."""
    spans: dict[str, list[Span]] = {}
    for cause in gold.causes if gold else ():
        for problem in cause.problems:
            spans.setdefault(problem.doc_id, []).append((problem.start, problem.end))
    return spans


def difference_table(gold: Gold, numbers: Mapping[str, int]) -> Table:
    """One row a difference, the most costly cause first."""
    rows: list[Row] = []
    for cause in gold.causes:
        for problem in cause.problems:
            number = numbers[problem.doc_id]
            to = target(number, problem.start, problem.end)
            rows.append(
                (
                    Cell((Part(str(number + 1), f"a{number}"),), number),
                    cell(cause.kind, to),
                    cell(cause.rule),
                    cell(problem.gold and clean(problem.gold), to),
                    cell(problem.output and clean(problem.output), to),
                )
            )
    empty = "No difference: the output is what the labels say."
    return Table("differences", "Differences", _COLUMNS, tuple(rows), empty)


def _labels(result: ArticleResult) -> Labels:
    mentions = tuple(msgspec.to_builtins(mention) for mention in result.mentions)
    facts = tuple(msgspec.to_builtins(fact) for fact in result.facts)
    return Labels(result.article.doc_id, mentions, facts, result.article.text)
