"""Facts: what each number measures, when, where and against what.

Rules over the words of a sentence and the mentions found in it; no parser. A sentence is a string
of letters (``extract.letters.facts``), its phrases are cut out of that (``phrases``, ``clauses``),
and each number gets its role, measure, period, place, status and the number it relates to, one
module a question.
"""

from collections.abc import Iterator, Sequence

from extract.document import Document
from extract.facts.date_roles import DateRoles
from extract.facts.focus import OPENING, is_in_a_country
from extract.facts.measure import Measure
from extract.facts.periods import Periods
from extract.facts.places import PlaceRules, Places
from extract.facts.relations import Relations
from extract.facts.roles import Roles
from extract.facts.sentence import Numeral, Sentence
from extract.facts.status import Statuses
from extract.letters import letter_tables
from extract.patterns import Patterns
from extract.records import Fact
from extract.span import Span

_CARRIED = ("quantity", "percentage", "date")
_BEGINS = 30  # characters
_FAR = 60  # tokens between numbers that share a measure


class Facts:
    """Finder of facts among settled, normalised and linked spans."""

    def __init__(self, loaded: Patterns) -> None:
        self._patterns = loaded
        self._roles = Roles(loaded, letter_tables(loaded).facts.direction)
        self._measure = Measure(loaded)
        self._statuses = Statuses(loaded)
        self._relations = Relations(loaded)
        self._date_roles = DateRoles(loaded)
        self._place_rules = PlaceRules(loaded)

    def find(self, spans: Sequence[Span], document: Document, doc_id: str) -> tuple[Fact, ...]:
        """The facts of an article, by start of their numbers."""
        periods, places = (
            Periods(self._patterns, self._date_roles),
            Places(self._place_rules, document.country, spans, document.text),
        )
        facts: list[Fact] = []
        paragraph = 0
        last: Numeral | None = None
        for start, end, group in _sentences(spans, document):
            if document.text.find("\n", paragraph, start) >= 0:
                periods.governing = None
                places.turn()
                last = None
            paragraph = start
            if not _matters(group, start):
                continue
            sentence = Sentence(document, start, end, group)
            if not sentence.numbers:
                periods.note(sentence)
                places.note(sentence)
                continue
            last = self._read(sentence, periods, places, last)
            facts += (
                _fact(numeral, document, doc_id, start, end)
                for numeral in sentence.numbers
                if numeral.rule != "none"
            )
        return tuple(facts)

    def _read(
        self, sentence: Sentence, periods: Periods, places: Places, last: Numeral | None
    ) -> Numeral | None:
        """Fill all numbers; ``last`` is the one before in the paragraph that has a measure. Gives
        the last one that has.
        """
        inside: Numeral | None = None
        outside: Numeral | None = None
        alike: dict[str | None, Numeral] = {}
        for numeral in sentence.numbers:
            self._roles.read(sentence, numeral)
            before = outside
            if before is not None and numeral.at - before.past > _FAR:
                before = None
            if inside is not None and inside.bracket == numeral.bracket:
                before = inside
            elif (
                numeral.bracket >= 0
                and outside is not None
                and outside.unit != numeral.unit
                and outside.past != numeral.bracket
            ):
                before = alike.get(numeral.unit, outside)
            elif numeral.unit == "count" and numeral.item is None and before is not None:
                before = alike.get("count", before)  # 41,600 firms with $4m, another 11,900
            self._measure.read(sentence, numeral, before)
            lacking = numeral.measure is None or (numeral.vague and last is not None)
            counted = numeral.unit != "count" or numeral.rule == "part-before"
            if lacking and numeral.rule not in ("none", "before") and counted:
                paid = numeral.rule == "payer"  # the region spent $5 million
                numeral.rule = "sentence-before"
                deed = self._measure.deed(sentence, numeral)
                goes_on = last is not None and (not paid or last.unit == numeral.unit)
                if deed is not None and not (paid and goes_on):
                    numeral.measure, numeral.rule = deed, "deed"
                elif last is not None and goes_on:
                    numeral.measure = last.measure
            if numeral.measure is not None:
                inside = alike[numeral.unit] = numeral
                if numeral.bracket < 0:
                    outside = numeral
        periods.read(sentence)
        places.read(sentence)
        self._relations.read(sentence)
        self._statuses.read(sentence)
        for numeral in sentence.numbers:
            last = numeral if numeral.measure is not None else last
        return last


def _matters(group: list[Span], start: int) -> bool:
    """Whether a sentence has numbers, or a mention that may govern what follows."""
    if group[0].start < start + _BEGINS and group[0].type != "official":
        return True
    if start < OPENING:
        return any(span.type in _CARRIED or is_in_a_country(span) for span in group)
    return any(span.type in _CARRIED for span in group)


def _sentences(spans: Sequence[Span], document: Document) -> Iterator[tuple[int, int, list[Span]]]:
    """The sentences that hold mentions, with them."""
    start = end = -1
    group: list[Span] = []
    for span in spans:
        if span.start >= end:
            if group:
                yield start, end, group
            start, end = document.sentence_at(span.start)
            end = max(end, span.end)
            group = []
        group.append(span)
    if group:
        yield start, end, group


def _fact(numeral: Numeral, document: Document, doc_id: str, start: int, end: int) -> Fact:
    """The record of a number that is ready."""
    span = numeral.span
    attributes = span.attributes
    period, baseline, place = numeral.period, numeral.baseline, numeral.place
    measure = numeral.measure
    relates = numeral.relates
    return Fact(
        doc_id=doc_id,
        start=span.start,
        end=span.end,
        type="percentage" if numeral.is_percentage else "quantity",
        rule=numeral.rule,
        value=attributes["value"],
        value_max=attributes["value_max"],
        unit=attributes.get("unit"),
        per=attributes["per"],
        total=attributes.get("total"),
        modifier=attributes["modifier"],
        role=numeral.role,
        direction=numeral.direction,
        points=attributes.get("points", False),
        status=numeral.status,
        relates_to=relates.span.start if relates is not None else None,
        measure=document.text[slice(*measure)] if measure else None,
        measure_start=measure[0] if measure else None,
        measure_end=measure[1] if measure else None,
        period_start=period.start if period else None,
        period_first_day=period.attributes["first_day"] if period else None,
        period_last_day=period.attributes["last_day"] if period else None,
        baseline_start=baseline.start if baseline else None,
        baseline_first_day=baseline.attributes["first_day"] if baseline else None,
        baseline_last_day=baseline.attributes["last_day"] if baseline else None,
        place_start=place.start if place else None,
        place=place.attributes["name"] if place else None,
        place_code=place.attributes.get("code") if place else None,
        sent_start=start,
        sent_end=end,
    )
