"""One article's facts as points that may join others: what they must have in common."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.country import HomeCountry
from extract.patterns import Patterns
from extract.records import Date, Fact, Point, Role
from extract.result import ArticleResult
from extract.series.acronyms import acronyms
from extract.series.basis import Basis
from extract.series.context import Context, stem
from extract.series.places import Home, Places, countries
from extract.series.words import Acronyms, Kind, Words

_AS_OF_NOW = re.compile(
    r"\b(?:so far|to date|(?:as of|up to|until|till) now|at present|currently|now ha(?:s|ve))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_PER = re.compile(r"\bper\s+$", re.IGNORECASE)  # `10.1 per 1000 live births`
_NO_INDICATOR = ("times", "fraction")  # they compare two things


class Common(NamedTuple):
    """What facts of one indicator share beside the words of the measure."""

    unit: str | None
    per: str | None
    role: Role
    basis: str | None
    part: bool
    place: tuple[str, ...]


class Candidate(NamedTuple):
    """A fact that may join others; where it names no place, that of its article's country."""

    content: frozenset[str]
    common: Common
    point: Point
    whole: str
    place: str | None
    place_code: str | None


class Candidates:
    """Turns the facts of an article into candidates."""

    def __init__(self, patterns: Patterns) -> None:
        self._words = Words(patterns)
        self._context = Context(patterns)
        self._basis = Basis(patterns)
        self._places = Places(patterns)
        self._countries = HomeCountry(patterns)

    def of(self, result: ArticleResult) -> Iterator[Candidate]:
        """The facts of ``result`` that name what they measure, and narrowly enough."""
        facts = [fact for fact in result.facts if _measures(fact)]
        if not facts:
            return
        text = _without_dates(result)
        known = acronyms(text)
        home = Home(result, self._countries.of_address(result.article.url))
        names = self._places.names_of(home.country, countries(result))
        ends = _ends(result.facts)
        wholes = self._wholes(facts, text)
        by_start = {fact.start: fact for fact in result.facts}
        for fact in facts:
            end = min(ends[fact.start], fact.sent_end)
            whole = wholes.get((fact.sent_start, fact.measure_start), "")
            if _kind(fact) != "share":
                whole = ""
            content = self._content(fact, text, end, whole, known, names)
            if content is None or _PER.search(text, max(fact.start - 8, 0), fact.start):
                continue
            related = by_start.get(fact.relates_to) if fact.relates_to is not None else None
            common = Common(
                unit=unit_of(fact),
                per=None if fact.role == "change" and fact.per == "year" else fact.per,
                role=fact.role,
                basis=self._basis.read(fact, text, end),
                part=related is not None and _same_kind(fact, related),
                place=home.key(fact),
            )
            place, code = fact.place, fact.place_code
            if fact.place is None and common.place == (home.country,):
                place, code = home.name, home.country
            yield Candidate(content, common, _point(fact, result), whole, place, code)

    def _wholes(self, facts: list[Fact], text: str) -> dict[tuple[int, int | None], str]:
        """The wholes of shares by sentence and measure: numbers of one measure share its whole."""
        found: dict[tuple[int, int | None], str] = {}
        for fact in facts:
            if _kind(fact) == "share" and not _counted(fact):
                whole = self._context.whole(fact, text)
                if whole:
                    found.setdefault((fact.sent_start, fact.measure_start), whole)
        return found

    def _content(
        self, fact: Fact, text: str, end: int, whole: str, known: Acronyms, names: set[str]
    ) -> frozenset[str] | None:
        """The content words, or None where they do not say which indicator it is."""
        assert fact.measure is not None
        kind = _kind(fact)
        own = names | set(fact.place.lower().split()) if fact.place else names
        content = self._words.read(fact.measure, kind, known, own)
        content |= self._words.read(whole, kind, known, own)
        if not self._words.tells(content):
            return None
        instance = fact.type == "quantity" and self._context.is_instance(fact, text)
        if _counted(fact) or instance:
            deed = self._context.deed(fact, text, end)
            if deed is None or (kind == "share" and not deed):
                return None
            return content | set(map(stem, self._words.read(" ".join(deed), "other", known, own)))
        for words in () if whole else self._context.qualifiers(fact, text, end):
            content |= self._words.read(words, kind, known, own)
        return content


def unit_of(fact: Fact) -> str | None:
    """The unit of a fact: that of the quantity, `%` or `percentage points`."""
    if fact.type == "quantity":
        return fact.unit
    return "percentage points" if fact.points else "%"


def _measures(fact: Fact) -> bool:
    return (
        bool(fact.measure)
        and fact.measure_start is not None
        and fact.value is not None
        and fact.unit not in _NO_INDICATOR
    )


def _counted(fact: Fact) -> bool:
    """Whether the measure is the thing counted, after the number: `21 ministries`."""
    return fact.measure_start is not None and fact.measure_start >= fact.end


def _kind(fact: Fact) -> Kind:
    if fact.role == "change":
        return "change"
    if fact.type == "percentage":
        return "share"
    return "count" if fact.unit == "count" else "other"


def _same_kind(fact: Fact, other: Fact) -> bool:
    """Whether ``fact`` is a part of ``other``: both levels of one measure in one unit."""
    return (
        fact.role == other.role == "level"
        and (fact.type, fact.unit, fact.points) == (other.type, other.unit, other.points)
        and fact.measure == other.measure
    )


def _ends(facts: tuple[Fact, ...]) -> dict[int, int]:
    """Where each number's own words end at the latest: at the next number."""
    starts = [fact.start for fact in facts]
    return dict(zip(starts, [*starts[1:], 2**62], strict=False))


def _without_dates(result: ArticleResult) -> str:
    """The text with blanks for dates, so that a period is no part of what is measured."""
    text = result.article.text
    parts = []
    at = 0
    for mention in result.mentions:
        if isinstance(mention, Date):
            parts += [text[at : mention.start], " " * (mention.end - mention.start)]
            at = mention.end
    return "".join([*parts, text[at:]])


def _is_of_now(fact: Fact, sentence: str) -> bool:
    """Whether the clause of a number says that it holds on the article's day.

    The words before it (after the comma that ends those of a number before), and those after it up
    to a comma: `28% at present, up to 30%` is one number of now and one of then.
    """
    before = sentence[: fact.start - fact.sent_start]
    numbers = list(_NUMBER.finditer(before))
    if numbers:
        before = before[numbers[-1].end() :].partition(",")[2]
    after = re.split(r"[,;.]\s|\d", sentence[fact.end - fact.sent_start :], maxsplit=1)[0]
    return bool(_AS_OF_NOW.search(before) or _AS_OF_NOW.search(after))


def _point(fact: Fact, result: ArticleResult) -> Point:
    assert fact.value is not None and fact.measure is not None
    article = result.article
    sentence = article.text[fact.sent_start : fact.sent_end]
    first, last, origin = fact.period_first_day, fact.period_last_day, None
    if first and last:
        origin = "fact"
    elif (
        article.reference_date
        and (fact.role, fact.status) == ("level", "actual")
        and _is_of_now(fact, sentence)
    ):
        first = last = article.reference_date
        origin = "article"
    else:
        first = last = None
    return Point(
        period_first_day=first,
        period_last_day=last,
        period_from=origin,  # type: ignore[arg-type]
        value=fact.value,
        value_max=fact.value_max,
        total=fact.total,
        modifier=fact.modifier,
        direction=fact.direction,
        status=fact.status,
        conflict=False,
        doc_id=fact.doc_id,
        start=fact.start,
        end=fact.end,
        text=article.text[fact.start : fact.end],
        measure=fact.measure,
        sent_start=fact.sent_start,
        sent_end=fact.sent_end,
        sentence=sentence,
    )
