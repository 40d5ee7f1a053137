"""Very long texts, a block of paragraphs at a time: memory and time stay in line with the length.

Each block is extracted like an article of its own, but for the regions, which are found in the
whole text, and the date that its relative dates count from, which is that of the first block. A
short name is linked to its full name only within its block; people, bodies and places of the same
name in several blocks are one entity.
"""

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from extract.article import Article
from extract.records import ArticleRecord, Entity, Record, RegionSpan
from extract.result import ArticleResult

LONGEST = 500_000  # characters; a longer text is cut
_BLOCK = 250_000
_CUTS = ("\n\n", "\n", ". ", " ")  # where to cut, the best first

Regions = tuple[RegionSpan, ...]
Extract = Callable[[Article, Regions], ArticleResult]


def extract_parts(extract: Extract, article: Article, regions: Regions) -> Iterator[ArticleResult]:
    """The records of a long ``article``, whose blocks ``extract`` turns into theirs, in parts.

    First the mentions, facts and findings of each block, with an article record that has no text
    yet; last the whole article record, and the entities.
    """
    entities = _Entities(article.doc_id)
    first: ArticleRecord | None = None
    words = 0
    for start, end in cut(article.text):
        block = msgspec.structs.replace(article, text=article.text[start:end])
        if first is not None and first.reference_date is not None:
            block = msgspec.structs.replace(block, published=first.reference_date)
        result = extract(block, _within(regions, start, end))
        words += result.article.words
        first = first or msgspec.structs.replace(result.article, text="")
        numbers = entities.add(result.entities, start)
        yield ArticleResult(
            article=first,
            mentions=tuple([_moved(mention, start, numbers) for mention in result.mentions]),
            entities=(),
            facts=tuple([_moved(fact, start) for fact in result.facts]),
            findings=tuple([_moved(finding, start) for finding in result.findings]),
        )
    assert first is not None
    whole = msgspec.structs.replace(
        first,
        words=words,
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        regions=regions,
        text=article.text,
    )
    yield ArticleResult(article=whole, mentions=(), entities=entities.records())


def join(parts: Iterable[ArticleResult]) -> ArticleResult:
    """The result whose ``parts`` these are."""
    *blocks, last = parts
    if not blocks:
        return last
    return msgspec.structs.replace(
        last,
        mentions=tuple([mention for block in blocks for mention in block.mentions]),
        facts=tuple([fact for block in blocks for fact in block.facts]),
        findings=tuple([finding for block in blocks for finding in block.findings]),
    )


def cut(text: str, size: int = _BLOCK) -> Iterator[tuple[int, int]]:
    """The blocks of ``text``, each of at most ``size`` characters: ends of paragraphs, else of
    lines, sentences, words end them.

    >>> list(cut("One two.\\nThree four.", 10)), list(cut("onetwothree", 8))
    ([(0, 9), (9, 15), (15, 20)], [(0, 8), (8, 11)])
    """
    start = 0
    while len(text) - start > size:
        ends = (
            at + len(sign)
            for sign in _CUTS
            if (at := text.rfind(sign, start + size // 2, start + size)) >= 0
        )
        end = next(ends, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _within(regions: Regions, start: int, end: int) -> Regions:
    """The parts of ``regions`` between ``start`` and ``end``, counted from there."""
    found = [
        RegionSpan(region.kind, max(region.start, start) - start, min(region.end, end) - start)
        for region in regions
        if region.start < end and region.end > start
    ]
    return tuple(found) or (RegionSpan("body", 0, end - start),)


class _Entities:
    """The entities of all blocks; those of one name are one."""

    def __init__(self, doc_id: str) -> None:
        self._doc_id = doc_id
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._titles: list[dict[str, None]] = []
        self._mentions: list[list[int]] = []

    def add(self, entities: tuple[Entity, ...], offset: int) -> dict[int, int]:
        """Take in those of a block that starts at ``offset``; gives their numbers in the whole."""
        numbers = {}
        for entity in entities:
            key = (entity.type, entity.id, entity.name, entity.kind, entity.code)
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            if number > len(self._mentions):
                self._mentions.append([])
                self._titles.append({})
            numbers[entity.entity] = number
            self._titles[number - 1].update(dict.fromkeys(entity.titles))
            self._mentions[number - 1] += [start + offset for start in entity.mentions]
        return numbers

    def records(self) -> tuple[Entity, ...]:
        """All of them, in the order of their numbers."""
        return tuple(
            Entity(
                doc_id=self._doc_id,
                entity=number,
                type=type_,
                id=id_,
                name=name,
                titles=tuple(self._titles[number - 1]),
                kind=kind,
                code=code,
                mentions=tuple(self._mentions[number - 1]),
            )
            for (type_, id_, name, kind, code), number in self._numbers.items()
        )


_OFFSETS = re.compile(r"(?:.*_)?(?:starts?|ends?)|relates_to|numbers")


@functools.cache
def _places(record: type[Record]) -> tuple[tuple[str, ...], bool]:
    """The fields of a record that hold offsets, and whether it has an entity's number."""
    fields = record.__struct_fields__
    return tuple(name for name in fields if _OFFSETS.fullmatch(name)), "entity" in fields


def _moved(record: Record, offset: int, numbers: dict[int, int] | None = None) -> Any:
    """``record`` with its offsets counted from the start of the text, its entity of the whole."""
    offsets, named = _places(type(record))
    changed: dict[str, Any] = {}
    for name in offsets:
        value = getattr(record, name)
        if isinstance(value, tuple):
            changed[name] = tuple(start + offset for start in value)
        elif value is not None:
            changed[name] = value + offset
    if named and numbers is not None:
        changed["entity"] = numbers[record.entity]  # type: ignore[attr-defined]
    return msgspec.structs.replace(record, **changed)
