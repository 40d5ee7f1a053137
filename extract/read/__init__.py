"""Reading: files, folders, globs and stdin → articles, one module a format.

sources    from the inputs named on the command line to files; listing: folders and globs
endings    which files are read
formats    which reader reads what
text jsonl csv parquet html    the readers; record: from named fields to an article
page pages    web pages as they are read, and their articles, found by several processes
packed zip    what is packed, as streams
sidecar    NAME.json beside an article
"""

from collections.abc import Iterable, Iterator

import msgspec

from extract.article import Article
from extract.read.fields import Fields
from extract.read.formats import Read, read_source
from extract.read.page import Page
from extract.read.pages import with_articles
from extract.read.sources import Source
from extract.records import ErrorRecord
from extract.seen import Seen

__all__ = ["Read", "doubled", "read", "stamped"]


def read(
    sources: Iterable[Source | ErrorRecord],
    *,
    published: str | None = None,
    fields: Fields = Fields(),  # noqa: B008 (frozen)
    timeout: float | None = None,
    workers: int = 1,
) -> Iterator[Read]:
    """The articles of ``sources`` one by one, in order, with an ErrorRecord for each that cannot be
    read; an article whose text came before says so in ``duplicate_of``.

    ``published``, an ISO 8601 day, stands for whatever the input says of the articles' own day. Web
    pages, each of which may take ``timeout`` seconds, are shared by ``workers`` processes.
    """
    seen = Seen()
    for item in with_articles(_items(sources, fields), timeout, workers):
        if isinstance(item, ErrorRecord):
            yield item
        elif seen.knows(item.doc_id):
            yield doubled(item)
        else:
            yield stamped(item, seen.add(item.doc_id, item.text), published)


def _items(sources: Iterable[Source | ErrorRecord], fields: Fields) -> Iterator[Read | Page]:
    for source in sources:
        if isinstance(source, ErrorRecord):
            yield source
        else:
            yield from read_source(source, fields)


def stamped(article: Article, earlier: str | None, published: str | None) -> Article:
    """``article`` with the id of the earlier one that has its text, and the day of the option."""
    if earlier is not None:
        article = msgspec.structs.replace(article, duplicate_of=earlier)
    if published is not None:
        article = msgspec.structs.replace(article, published=published, published_from="option")
    return article


def doubled(article: Article) -> ErrorRecord:
    """The error of an article whose id came before."""
    source = article.source or article.doc_id
    return ErrorRecord(
        source=source,
        record=article.record,
        error=f"a second article with the id {article.doc_id!r}; each needs an id of its own",
    )
