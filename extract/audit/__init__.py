"""The audit: an article's own arithmetic, recomputed where its text says that it holds.

A sentence becomes a pattern of letters and words (``line``); rules over that, and what the facts
relate, name the numbers of an identity (``identities``, ``related``); one module a kind of identity
recomputes it in exact fractions with the rounding of every number (``amount``, ``verdict``) and
says what it found (``claim``).
"""

from collections.abc import Iterator, Mapping, Sequence

from extract.audit import comparisons, dates, repeated
from extract.audit.identities import Identities
from extract.audit.line import Line, letter
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
        known: dict[int, Fact] = {}
        best: dict[tuple[str, int], Finding] = {}
        for start, end, group in _sentences(spans, document):
            line = Line(document, doc_id, start, end, group)
            single = [found for span in group if (found := _alone(line, span)) is not None]
            letters = "".join([letter(span) for span in group]) if len(group) > 1 else ""
            if "DD" in letters:
                single += dates.years_backwards(line)
            if letters.strip("D"):
                known = known or {fact.start: fact for fact in facts}
                single += self._together(line, letters, known)
            for found in single:
                key = (found.check, found.start)
                # Where one reading of a sentence holds, one that does not was a misreading.
                if key not in best or _GRADES[found.verdict] < _GRADES[best[key].verdict]:
                    best[key] = found
        for found in repeated.find(facts, spans, document, doc_id):
            best.setdefault((found.check, found.start), found)
        return tuple(sorted(best.values(), key=lambda one: (one.start, one.check)))

    def _together(self, line: Line, letters: str, facts: Mapping[int, Fact]) -> Iterator[Finding]:
        """The findings on several numbers of a sentence."""
        text = line.read(facts)
        if "P" in letters:
            yield from related(line)
        yield from self.identities.find(line, letters, text)


def _alone(line: Line, span: Span) -> Finding | None:
    """The finding on one number or date alone."""
    if span.type == "date":
        return dates.weekday(line, span) or dates.backwards(line, span)
    if span.type == "quantity":
        return repeated.in_words(line, span) or comparisons.rank(line, span)
    return None


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
