"""From settled, linked spans to the records of one article."""

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec

from extract.article import Article
from extract.records import MENTION_TYPES, ArticleRecord, Entity, Fact, Mention, RegionSpan
from extract.span import Span

if TYPE_CHECKING:  # at run time it would bring in spaCy, which `import extract` need not wait for
    from extract.document import Document

_TYPES = {cls.__struct_config__.tag: cls for cls in MENTION_TYPES}


class ArticleResult(msgspec.Struct, frozen=True, kw_only=True):
    """All records of one article."""

    article: ArticleRecord
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...] = ()

    def to_frame(self) -> Any:
        """The mentions as a pandas DataFrame, one row each; attributes of other types are missing."""
        import pandas

        return pandas.DataFrame([msgspec.to_builtins(mention) for mention in self.mentions])


def make_result(
    article: Article,
    regions: tuple[RegionSpan, ...],
    furniture: dict[str, str],
    document: "Document",
    spans: list[Span],
    facts: tuple[Fact, ...] = (),
) -> ArticleResult:
    """Build the typed records; ``furniture`` is the metadata that the page's furniture holds."""
    mentions = []
    region = iter(regions)
    current = next(region)
    for span in spans:
        while current.end <= span.start:
            current = next(region)
        sentence = document.sentence_at(span.start)
        mentions.append(
            _TYPES[span.type](
                doc_id=article.doc_id,
                start=span.start,
                end=span.end,
                text=article.text[span.start : span.end],
                sent_start=sentence[0],
                sent_end=max(sentence[1], span.end),
                region=current.kind,
                rule=span.rule,
                problem=span.problem,
                **span.attributes,
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
            text=article.text,
        ),
        mentions=tuple(mentions),
        entities=_entities(article.doc_id, mentions),
        facts=facts,
    )


def _entities(doc_id: str, mentions: list[Mention]) -> tuple[Entity, ...]:
    groups: dict[int, list[Any]] = {}
    for mention in mentions:
        if hasattr(mention, "entity"):
            groups.setdefault(mention.entity, []).append(mention)
    entities = []
    for number, group in sorted(groups.items()):
        titles = [title for mention in group for title in getattr(mention, "titles", ())]
        entities.append(
            Entity(
                doc_id=doc_id,
                entity=number,
                type=group[0].type,
                id=next((mention.id for mention in group if mention.id), None),
                name=group[0].name,
                titles=tuple(dict.fromkeys(titles)),
                kind=getattr(group[0], "kind", None),
                code=getattr(group[0], "code", None),
                mentions=tuple(mention.start for mention in group),
            )
        )
    return tuple(entities)
