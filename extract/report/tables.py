"""The tables beside an article: people with their posts, bodies, places, facts, findings.

A cell is made of parts, each with the characters of the article that it came from.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.records import Entity, Fact, Finding, Mention, Official
from extract.report.text import clean
from extract.result import ArticleResult
from extract.wording import amount, days

Span = tuple[int, int]
_MOST_LINKS = 12  # numbered links to the mentions of one entity


class Part(NamedTuple):
    """Some words of a cell; ``to`` is the id of what they lead to, empty where to nothing."""

    text: str
    to: str = ""


class Cell(NamedTuple):
    """A cell; ``key`` is what the column is sorted by, the text where it is None."""

    parts: tuple[Part, ...]
    key: float | str | None = None

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "; ".join(part.text for part in self.parts)


Row = tuple[Cell, ...]

PEOPLE = ("Name", "Posts", "Mentions")
BODIES = ("Name", "Kind", "Mentions")
PLACES = ("Name", "Kind", "Code", "Mentions")
FACTS = ("Measure", "Value", "Period", "Compared with", "Place", "Status")
FINDINGS = ("Verdict", "Check", "Stated", "Recomputed", "Why")


def target(article: int, start: int, end: int) -> str:
    """The id of characters of an article: ``a3c105-119``."""
    return f"a{article}c{start}-{end}"


def cell(text: str | None, to: str = "", key: float | str | None = None) -> Cell:
    """A cell of one part; of none for null."""
    return Cell((Part(clean(text), to),) if text else (), key)


def entity_rows(number: int, result: ArticleResult, kind: str) -> list[Row]:
    """The people, bodies or places (``kind``: official, agency, locality) in order of mention."""
    ends = {mention.start: mention.end for mention in result.mentions}
    posts = _posts(result.mentions)
    return [
        _entity_row(number, entity, ends, posts)
        for entity in result.entities
        if entity.type == kind
    ]


def _entity_row(
    number: int, entity: Entity, ends: dict[int, int], posts: dict[tuple[int, str], Span]
) -> Row:
    spans = [(start, ends[start]) for start in entity.mentions]
    first = target(number, *spans[0])
    name = cell(entity.name, first)
    links = [
        Part(str(index), target(number, *span))
        for index, span in enumerate(spans[:_MOST_LINKS], start=1)
    ]
    if len(spans) > _MOST_LINKS:
        links.append(Part(f"of {len(spans)}"))
    mentions = Cell(tuple(links), len(spans))
    if entity.type == "official":
        parts = [
            Part(clean(title), target(number, *posts[entity.entity, title]))
            for title in entity.titles
        ]
        return name, Cell(tuple(parts)), mentions
    if entity.type == "agency":
        return name, cell(entity.kind, first), mentions
    return name, cell(entity.kind, first), cell(entity.code, first), mentions


def _posts(mentions: Iterable[Mention]) -> dict[tuple[int, str], Span]:
    """The first mention of each person that each post is stated at."""
    found: dict[tuple[int, str], Span] = {}
    for mention in mentions:
        if isinstance(mention, Official):
            for title in mention.titles:
                found.setdefault((mention.entity, title), (mention.start, mention.end))
    return found


def fact_rows(number: int, result: ArticleResult) -> Iterator[Row]:
    """What each number measures, every part with the characters that it came from."""
    ends = {mention.start: mention.end for mention in result.mentions}

    words = {mention.start: mention.text for mention in result.mentions}

    def at(start: int | None) -> str:
        return "" if start is None else target(number, start, ends[start])

    def period(start: int | None, first_day: str | None, last_day: str | None) -> Cell:
        """Its days, or where it has none its words."""
        text = days(first_day, last_day) or (words[start] if start is not None else None)
        return cell(text, at(start), first_day)

    for fact in result.facts:
        measure = ""
        if fact.measure_start is not None and fact.measure_end is not None:
            measure = target(number, fact.measure_start, fact.measure_end)
        yield (
            cell(fact.measure or "—", measure),
            cell(amount(fact), at(fact.start), fact.value),
            period(fact.period_start, fact.period_first_day, fact.period_last_day),
            period(fact.baseline_start, fact.baseline_first_day, fact.baseline_last_day),
            cell(fact.place, at(fact.place_start)),
            cell(fact.status, target(number, fact.sent_start, fact.sent_end)),
        )


def finding_rows(number: int, findings: Iterable[Finding]) -> Iterator[Row]:
    """The checks of the article's own numbers, what is inconsistent first."""
    order = ("inconsistent", "within rounding", "consistent")
    for finding in sorted(findings, key=lambda f: (order.index(f.verdict), f.start)):
        sentence = target(number, finding.sent_starts[0], finding.sent_ends[0])
        yield (
            cell(finding.verdict, sentence, order.index(finding.verdict)),
            cell(finding.check, sentence),
            cell(finding.stated, target(number, finding.start, finding.end), finding.stated_value),
            cell(finding.recomputed, sentence, finding.recomputed_value),
            cell(finding.explanation, sentence),
        )


def spans_of(facts: Iterable[Fact], findings: Iterable[Finding]) -> Iterator[Span]:
    """The characters that rows of facts and findings lead to, beside the mentions."""
    for fact in facts:
        if fact.measure_start is not None and fact.measure_end is not None:
            yield fact.measure_start, fact.measure_end
        yield fact.sent_start, fact.sent_end
    for finding in findings:
        yield finding.start, finding.end
        yield finding.sent_starts[0], finding.sent_ends[0]
