"""Reading: files, folders, globs and stdin → articles, one module a format."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from extract.article import Article
from extract.read import jsonl, text
from extract.read.fields import Fields
from extract.read.sources import Source
from extract.records import ErrorRecord

_READERS = {".txt": text.read, ".md": text.read, ".jsonl": jsonl.read}
ENDINGS = tuple(_READERS)

# What reading gives: an article, or why there is none.
Read = Article | ErrorRecord


def read(
    sources: Iterable[Source | ErrorRecord],
    *,
    published: str | None = None,
    fields: Fields = Fields(),  # noqa: B008 (frozen)
) -> Iterator[Read]:
    """The articles of ``sources`` one by one, in order, with an ErrorRecord for each that cannot be
    read.

    ``published``, an ISO 8601 day, stands for whatever the input says of the articles' own day.
    """
    seen: set[str] = set()
    for source in sources:
        for item in _read_source(source, fields):
            if isinstance(item, ErrorRecord):
                yield item
            elif item.doc_id in seen:
                yield _doubled(item)
            else:
                seen.add(item.doc_id)
                if published is not None:
                    item = msgspec.structs.replace(
                        item, published=published, published_from="option"
                    )
                yield item


def _read_source(source: Source | ErrorRecord, fields: Fields) -> Iterator[Read]:
    if isinstance(source, ErrorRecord):
        yield source
        return
    try:
        with source.open() as stream:
            yield from _reader(source, stream)(stream, source, fields)
    except OSError as error:
        yield source.error(f"cannot be read: {error.strerror or error}")


def _reader(source: Source, stream: BinaryIO) -> text.Reader:
    if source.path is not None:
        return _READERS[source.path.suffix.lower()]
    return jsonl.read if jsonl.looks_like(stream) else text.read


def _doubled(article: Article) -> ErrorRecord:
    source = article.source or article.doc_id
    return ErrorRecord(
        source=source,
        record=article.record,
        error=f"a second article with the id {article.doc_id!r}; each needs an id of its own",
    )
