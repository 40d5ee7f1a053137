"""The same fact stated twice: a number in words and in figures, one fact in two sentences."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extract.audit.amount import amount, exact
from extract.audit.claim import finding
from extract.audit.line import Line
from extract.audit.verdict import Recomputed, judge
from extract.document import Document
from extract.find.number import Number
from extract.records import Fact, Finding, Verdict
from extract.span import Span

_FIGURES = re.compile(r" ?\((?:no\. ?)?(\d{1,3}(?:,\d{3})+|\d{1,6})\)", re.I)

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 2  # words of a measure that names one thing
_NAMED = frozenset(("subject", "noun-of"))
_NO_LEVELS = frozenset(("times", "rank", "fraction"))


def in_words(line: Line, span: Span) -> Iterator[Finding]:
    """``fifteen (12) days``: words, and other figures behind them."""
    number: Number = span.parts["number"]
    text = line.document.text
    first = number.first
    if number.second is not None or not text[first.start].isalpha():
        return
    figures = _FIGURES.search(text, first.start, first.end) or _FIGURES.match(text, first.end)
    if figures is None:
        return
    said, written = Fraction(figures.group(1).replace(",", "")), exact(first.value)
    verdict: Verdict = "consistent" if said == written * first.scale else "inconsistent"
    words = text[first.start : figures.start()]
    ending = f"is {figures.group(1)}" if verdict == "consistent" else f"is not {figures.group(1)}"
    value = written * first.scale
    yield finding(
        line,
        "repeated",
        "words-and-figures",
        verdict,
        span,
        f"{value.numerator:,}",
        f'"{words}" {ending}',
        [],
        (said, value, value, value, Fraction(0)),
    )


def find(
    facts: Sequence[Fact], spans: Sequence[Span], document: Document, doc_id: str
) -> Iterator[Finding]:
    """Facts with the same measure, unit, period and place, stated in two sentences.

    Only what a verb of level gives its subject for a stated period: `the budget` alone may be
    another year's, and `12 schools` other schools.
    """
    seen: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if fact.period_first_day is None or fact.rule not in _NAMED or fact.measure is None:
            continue
        if not _says_when(fact):
            continue
        if fact.role != "level" or fact.value is None or fact.value_max is not None:
            continue
        words = tuple(_WORD.findall(fact.measure.lower()))
        if len(words) < _FEWEST or fact.unit in _NO_LEVELS or fact.total is not None:
            continue
        days = (fact.period_first_day, fact.period_last_day)
        key = (words, fact.type, fact.unit, fact.per, fact.status, days, fact.place)
        first = seen.setdefault(key, fact)
        if first.sent_start != fact.sent_start:
            found = _twice(first, fact, spans, document, doc_id)
            if found is not None:
                yield found


def _says_when(fact: Fact) -> bool:
    """Whether its own sentence has the period: one that goes on from before is no sure ground."""
    return fact.period_start is not None and (fact.sent_start <= fact.period_start < fact.sent_end)


def _twice(
    first: Fact, fact: Fact, spans: Sequence[Span], document: Document, doc_id: str
) -> Finding | None:
    """The finding on the second of two facts."""
    one, other = (
        amount(next(span for span in spans if span.start == start))
        for start in (first.start, fact.start)
    )
    if one is None or other is None:
        return None
    line = Line(document, doc_id, fact.sent_start, fact.sent_end, [])
    found = Recomputed(one.value, one.low, one.high)
    verdict = judge(other, found)
    text = document.text
    earlier, later = text[first.start : first.end], text[fact.start : fact.end]
    if one.value == other.value:
        ending = f"is {later} in both sentences"
    elif verdict == "inconsistent":
        ending = f"is {earlier} in one sentence and {later} in another"
    else:
        ending = f"is {earlier} in one sentence and {later} in another, rounded"
    return finding(
        line,
        "repeated",
        "same-fact",
        verdict,
        other.span,
        earlier,
        f"{fact.measure} {ending}",
        [one.span],
        (other.value, one.value, one.low, one.high, other.tolerance),
        tuple((sentence.sent_start, sentence.sent_end) for sentence in (first, fact)),
    )
