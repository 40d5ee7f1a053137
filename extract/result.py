"""From settled, linked spans to the records of one article."""

import hashlib
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from extract.article import Article
from extract.language import Language
from extract.records import (
    MENTION_TYPES,
    Agency,
    ArticleRecord,
    Entity,
    Fact,
    Finding,
    Locality,
    Mention,
    Official,
    RegionSpan,
)
from extract.span import Span

if TYPE_CHECKING:  # at run time it would bring in spaCy, which `import extract` need not wait for
    from extract.document import Document

# Positional construction with a getter for the type's own attributes: three times as fast as
# keywords.
_SHARED = 9  # fields of every mention before those of its type
_TYPES = {
    cls.__struct_config__.tag: (cls, itemgetter(*cls.__struct_fields__[_SHARED:]))
    for cls in MENTION_TYPES
}
_NAMED = (Official, Agency, Locality)


class ArticleResult(msgspec.Struct, frozen=True, kw_only=True):
    """All records of one article."""

    article: ArticleRecord
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()

    def to_frame(self) -> Any:
        """The mentions as a pandas DataFrame; attributes of other types are missing."""
        import pandas

        return pandas.DataFrame([msgspec.to_builtins(mention) for mention in self.mentions])


def make_result(
    article: Article,
    language: Language,
    regions: tuple[RegionSpan, ...],
    furniture: dict[str, str],
    document: "Document",
    spans: list[Span],
    facts: tuple[Fact, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> ArticleResult:
    """Build the typed records; ``furniture`` is the metadata that the page's furniture holds."""
    text = article.text
    mentions = []
    region = iter(regions)
    current = next(region)
    for span in spans:
        start, end = span.start, span.end
        while current.end <= start:
            current = next(region)
        first, last = document.sentence_at(start)
        make, values = _TYPES[span.type]
        mentions.append(
            make(
                article.doc_id,
                start,
                end,
                text[start:end],
                first,
                max(last, end),
                current.kind,
                span.rule,
                span.problem,
                *values(span.attributes),
            )
        )
    return ArticleResult(
        article=ArticleRecord(
            doc_id=article.doc_id,
            source=article.source,
            title=article.title or furniture.get("title"),
            url=article.url or furniture.get("url"),
            published=article.published or furniture.get("published"),
            author=article.author or furniture.get("author"),
            words=len(article.text.split()),
            sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            reference_date=document.reference.isoformat() if document.reference else None,
            reference_date_from=document.reference_from,
            regions=regions,
            language=language.code,
            duplicate_of=article.duplicate_of,
            warnings=(*article.warnings, *language.warnings),
            text=article.text,
        ),
        mentions=tuple(mentions),
        entities=_entities(article.doc_id, mentions),
        facts=facts,
        findings=findings,
    )


def _entities(doc_id: str, mentions: list[Mention]) -> tuple[Entity, ...]:
    groups: dict[int, list[Any]] = {}
    for mention in mentions:
        if isinstance(mention, _NAMED):
            groups.setdefault(mention.entity, []).append(mention)
    return tuple(_entity(doc_id, number, group) for number, group in sorted(groups.items()))


def _entity(doc_id: str, number: int, group: list[Any]) -> Entity:
    first = group[0]
    titles: tuple[str, ...] = ()
    kind = code = None
    if isinstance(first, Official):
        titles = tuple(dict.fromkeys(title for mention in group for title in mention.titles))
    else:
        kind = first.kind
        code = getattr(first, "code", None)
    key = next((mention.id for mention in group if mention.id), None)
    starts = tuple([mention.start for mention in group])
    return Entity(doc_id, number, first.type, key, first.name, titles, kind, code, starts)
