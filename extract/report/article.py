"""What the page shows of one article."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from extract.records import MENTION_TYPES, ArticleRecord, Fact, Mention, Official
from extract.report.tables import (
    BODIES,
    FACTS,
    FINDINGS,
    PEOPLE,
    PLACES,
    Row,
    Span,
    entity_rows,
    fact_rows,
    finding_rows,
    spans_of,
    target,
)
from extract.report.text import Paragraph, clean, paragraphs
from extract.result import ArticleResult
from extract.wording import amount, days, value

TYPES = tuple(str(record.__struct_config__.tag) for record in MENTION_TYPES)

_TITLE_LENGTH = 80  # characters of the first words, where there is no title

# What every mention has and the card shows in its own way, or not at all.
_SHARED = {*Official.__struct_fields__[:9], "entity"}


# Values that say nothing: 0 does, and equals False, which is not among them.
_USUAL: tuple[Any, ...] = ((), "exact")


class Table(NamedTuple):
    """A table of an article, ``name`` being its key on the page."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str


class View(NamedTuple):
    """One article as the page shows it; ``number`` counts the articles of the page from 0."""

    number: int
    doc_id: str
    title: str
    headed: bool
    date: str | None
    date_from: str | None
    author: str | None
    url: str | None
    words: int
    notes: tuple[str, ...]
    counts: dict[str, int]
    inconsistent: int
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    mentions: tuple[dict[str, Any], ...]

    def table(self, name: str) -> Table:
        """The table with that name."""
        return next(table for table in self.tables if table.name == name)


def view(number: int, result: ArticleResult, linked: Iterable[Span] = ()) -> View:
    """The view of ``result``; ``linked`` are further spans that something on the page leads to."""
    article = result.article
    targets = [*spans_of(result.facts, result.findings), *linked]
    counts = dict.fromkeys(TYPES, 0)
    for mention in result.mentions:
        counts[mention.type] += 1
    return View(
        number=number,
        doc_id=clean(article.doc_id),
        title=clean(_title(article)),
        headed=any(region.kind == "title" for region in article.regions),
        date=article.reference_date or article.published,
        date_from=article.reference_date_from,
        author=clean(article.author) if article.author else None,
        url=clean(article.url) if article.url else None,
        words=article.words,
        notes=tuple(_notes(result)),
        counts=counts,
        inconsistent=sum(f.verdict == "inconsistent" for f in result.findings),
        paragraphs=tuple(paragraphs(article.text, result.mentions, article.regions, targets)),
        tables=tuple(_tables(number, result)),
        mentions=tuple(_cards(number, result)),
    )


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web; other schemes never become links.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:  # such as a bracket that opens an IPv6 address and never closes
        return None


def _title(article: ArticleRecord) -> str:
    """The title, else the first words of the body, else the id."""
    if article.title and not article.title.isspace():
        return " ".join(article.title.split())
    first = next((region for region in article.regions if region.kind == "body"), None)
    words = article.text[first.start : first.end] if first else ""
    return textwrap.shorten(words[:1000], _TITLE_LENGTH, placeholder=" …") or article.doc_id


def _notes(result: ArticleResult) -> Iterator[str]:
    article = result.article
    if article.duplicate_of is not None:
        yield f"The same text as {clean(article.duplicate_of)}."
    yield from map(clean, article.warnings)


def _tables(number: int, result: ArticleResult) -> Iterator[Table]:
    for name, title, columns, kind, noun in (
        ("people", "People", PEOPLE, "official", "officials"),
        ("bodies", "Bodies", BODIES, "agency", "public bodies"),
        ("places", "Places", PLACES, "locality", "places"),
    ):
        rows = tuple(entity_rows(number, result, kind))
        yield Table(name, title, columns, rows, f"No {noun} are named in this article.")
    facts = tuple(fact_rows(number, result))
    yield Table("facts", "Facts", FACTS, facts, "No number of this article measures anything.")
    findings = tuple(finding_rows(number, result.findings))
    empty = "No number of this article could be checked against another one."
    yield Table("findings", "Audit", FINDINGS, findings, empty)


def _cards(number: int, result: ArticleResult) -> Iterator[dict[str, Any]]:
    """The records of the mentions, null values left out, those of a number with its fact."""
    facts = {fact.start: fact for fact in result.facts}
    for mention in result.mentions:
        fact = facts.get(mention.start)
        yield {
            "to": target(number, mention.start, mention.end),
            "type": mention.type,
            "text": clean(mention.text),
            "value": clean(_headline(mention)),
            "rule": mention.rule,
            "region": mention.region,
            **({"problem": mention.problem} if mention.problem else {}),
            **({"entity": mention.entity} if hasattr(mention, "entity") else {}),
            "fields": {**_fields(mention), **(_measured(fact) if fact else {})},
        }


def _headline(mention: Mention) -> str:
    match mention.type:
        case "official" | "agency" | "locality":
            return mention.name  # type: ignore[union-attr]
        case "quantity" | "percentage":
            return amount(mention)  # type: ignore[arg-type]
    return days(mention.first_day, mention.last_day) or value(mention)  # type: ignore[union-attr]


def _fields(mention: Mention) -> dict[str, Any]:
    return {
        name.replace("_", " "): _written(item)
        for name, item in msgspec.structs.asdict(mention).items()
        if name not in _SHARED and item is not None and item is not False and item not in _USUAL
    }


def _measured(fact: Fact) -> dict[str, Any]:
    found = {
        "measures": fact.measure,
        "period": days(fact.period_first_day, fact.period_last_day),
        "compared with": days(fact.baseline_first_day, fact.baseline_last_day),
        "place": fact.place,
        "status": None if fact.status == "actual" else fact.status,
    }
    return {name: clean(item) for name, item in found.items() if item}


def _written(item: Any) -> Any:
    if isinstance(item, tuple):
        return [clean(part) for part in item]
    return clean(item) if isinstance(item, str) else item
