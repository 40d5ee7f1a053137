"""One table of gold beside output: every score is a count of its rows."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from extract.score.align import Typed, align
from extract.score.labels import Fact, Labels, Mention
from extract.sentences import split_sentences


class Row(NamedTuple):
    """A gold mention and the output mention paired with it; one of the two may be missing.

    ``unit`` numbers the sentences of all articles: what the bootstrap draws. A pair counts in the
    sentence of its gold mention.
    """

    unit: int
    doc_id: str
    gold: Mention | None
    output: Mention | None


class FactRow(NamedTuple):
    """A gold fact and the output fact about the same number.

    ``same`` holds the pairs ``(start in gold, start in output)`` of mentions of one type.
    """

    unit: int
    doc_id: str
    gold: Fact | None
    output: Fact | None
    text: str
    same: frozenset[tuple[int, int]]


class Table(NamedTuple):
    """All rows of the articles that have labels; ``facts`` is None where one side has none."""

    rows: list[Row]
    facts: list[FactRow] | None
    facts_note: str | None
    units: int
    texts: Mapping[str, str]


def make_table(gold: Mapping[str, Labels], output: Mapping[str, Labels]) -> Table:
    """The table of the gold articles; an article missing from the output counts as found empty."""
    rows: list[Row] = []
    fact_rows: list[FactRow] = []
    texts = {}
    units = 0
    for doc_id in sorted(gold):
        found = output.get(doc_id, Labels(doc_id, (), ()))
        text = found.text if found.text is not None else gold[doc_id].text or ""
        texts[doc_id] = text
        starts = [start for start, _ in sentences_of(text)]
        new = [
            Row(units + _at(starts, _start(g, o)), doc_id, g, o)
            for g, o in paired(gold[doc_id].mentions, found.mentions)
        ]
        rows += new
        facts = gold[doc_id].facts
        if facts is not None:
            same = frozenset(
                (row.gold["start"], row.output["start"])
                for row in new
                if row.gold and row.output and row.gold["type"] == row.output["type"]
            )
            fact_rows += [
                FactRow(units + _at(starts, _start(g, o)), doc_id, g, o, text, same)
                for g, o in paired(facts, found.facts or ())
            ]
        units += len(starts)
    note = _why_no_facts(gold, output)
    return Table(rows, None if note else fact_rows, note, units, texts)


def only(rows: Iterable[Row], mention_type: str) -> list[Row]:
    """The rows as if one type alone existed: a pair of two types falls into its halves."""
    kept = []
    for row in rows:
        gold = row.gold if row.gold and row.gold["type"] == mention_type else None
        output = row.output if row.output and row.output["type"] == mention_type else None
        if gold or output:
            kept.append(Row(row.unit, row.doc_id, gold, output))
    return kept


def sentences_of(text: str) -> list[tuple[int, int]]:
    """The sentences of an article, as the extractor divides it."""

    return split_sentences(text)


def paired(
    gold: tuple[Mention, ...], output: tuple[Mention, ...]
) -> list[tuple[Mention | None, Mention | None]]:
    """Pairs, gold without output and output without gold, in text order."""
    pairs = align([_typed(m) for m in gold], [_typed(m) for m in output])
    taken_gold, taken_output = {g for g, _ in pairs}, {o for _, o in pairs}
    joined: list[tuple[Mention | None, Mention | None]] = [(gold[g], output[o]) for g, o in pairs]
    joined += [(m, None) for i, m in enumerate(gold) if i not in taken_gold]
    joined += [(None, m) for i, m in enumerate(output) if i not in taken_output]
    return sorted(joined, key=lambda pair: (_start(*pair), pair[0] is None))


def _typed(record: Mention) -> Typed:
    return Typed(record["start"], record["end"], record["type"])


def _start(gold: Mention | None, output: Mention | None) -> int:
    known = gold or output or {"start": 0}
    return int(known["start"])


def _at(starts: list[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)


def _why_no_facts(gold: Mapping[str, Labels], output: Mapping[str, Labels]) -> str | None:
    if all(labels.facts is None for labels in gold.values()):
        return "no facts in the labels"
    found = [output[doc_id] for doc_id in gold if doc_id in output]
    if found and all(labels.facts is None for labels in found):
        return "no facts in the output"
    return None
