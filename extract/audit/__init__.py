"""The audit: an article's own arithmetic, recomputed where its text says that it holds.

A sentence becomes a pattern of letters and words (``line``); rules over that, and what the facts
relate, name the numbers of an identity (``identities``, ``related``); one module a kind of identity
recomputes it in exact fractions with the rounding of every number (``amount``, ``verdict``) and
says what it found (``claim``).
"""

from collections.abc import Iterator, Sequence

from extract.audit import comparisons, dates, repeated
from extract.audit.identities import Identities
from extract.audit.line import PERIOD, Line, letter
from extract.audit.related import related
from extract.document import Document
from extract.patterns import Patterns
from extract.records import Fact, Finding
from extract.span import Span

_GRADES = {"consistent": 0, "within rounding": 1, "inconsistent": 2}
_READ = frozenset(("quantity", "percentage", "date"))
_MOST = 60  # numbers and dates in a sentence; more are a table


class Audit:
    """Recomputes what the numbers and dates of an article let one recompute."""

    def __init__(self, loaded: Patterns) -> None:
        self.identities = Identities(loaded)

    def find(
        self, spans: Sequence[Span], facts: Sequence[Fact], document: Document, doc_id: str
    ) -> tuple[Finding, ...]:
        """The findings of an article, by start of the number or date that was checked."""
        best: dict[tuple[str, int], Finding] = {}
        for found in self._all(spans, facts, document, doc_id):
            key = (found.check, found.start)
            # Where one reading of a sentence holds, another that does not was a misreading.
            if key not in best or _GRADES[found.verdict] < _GRADES[best[key].verdict]:
                best[key] = found
        for found in repeated.find(facts, spans, document, doc_id):
            best.setdefault((found.check, found.start), found)
        return tuple(sorted(best.values(), key=lambda one: (one.start, one.check)))

    def _all(
        self, spans: Sequence[Span], facts: Sequence[Fact], document: Document, doc_id: str
    ) -> Iterator[Finding]:
        """The findings, sentence by sentence; most sentences need no more than a look."""
        known: dict[int, Fact] = {}
        for start, end, group in _sentences(spans, document):
            line = Line(document, doc_id, start, end, group)
            letters = ""
            for span in group:
                mark = letter(span)
                letters += mark
                if mark == "D":
                    if "until" in span.parts:
                        letters += PERIOD
                    yield from dates.of_one(line, span)
                elif mark == "Q":
                    if document.text[span.parts["number"].first.start] > "9":
                        yield from repeated.in_words(line, span)
                elif mark == "K":
                    yield from comparisons.rank(line, span)
            if len(group) == 1:
                continue
            if "DD" in letters:
                yield from dates.years_backwards(line)
            rules = self.identities.that_fit(line, letters)
            if rules or "P" in letters:
                known = known or {fact.start: fact for fact in facts}
                line.read(known)
                if "P" in letters:
                    yield from related(line)
                yield from self.identities.find(line, rules)


def _sentences(spans: Sequence[Span], document: Document) -> Iterator[tuple[int, int, list[Span]]]:
    """The sentences that hold numbers and dates, with these."""
    start = end = -1
    group: list[Span] = []
    for span in spans:
        if span.type not in _READ:
            continue
        if span.start >= end:
            if group and len(group) <= _MOST:
                yield start, end, group
            start, end = document.sentence_at(span.start)
            end = max(end, span.end)
            group = []
        group.append(span)
    if group and len(group) <= _MOST:
        yield start, end, group
