"""The articles of web pages, found in several processes where there are many pages.

To find the article of a page takes as long as to extract its records.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from extract.article import Article
from extract.crew import Crew
from extract.deadline import TooLongError, deadline, too_long
from extract.read import html
from extract.read.page import Page
from extract.read.sources import Source
from extract.records import ErrorRecord

Item = Article | ErrorRecord | Page

_SECONDS = 60.0  # for a page, where no option says otherwise
_FEW = 50  # pages, below which starting processes takes longer than the work
_CHUNK = 1_000_000  # bytes
_MOST_ITEMS = 8  # in a chunk


def with_articles(
    items: Iterable[Item], timeout: float | None, workers: int
) -> Iterator[Article | ErrorRecord]:
    """``items`` with the article of each page in its place, or why there is none.

    ``workers`` processes (this one alone where it is one) share the work; ``timeout`` is in
    seconds.
    """
    parsing = Parsing(timeout)
    rest = iter(items)
    pages = 0
    while workers == 1 or pages < _FEW:
        item = next(rest, None)
        if item is None:
            return
        pages += isinstance(item, Page)
        yield from parsing.perform([item])
    with Crew(parsing, workers) as crew:
        for done in crew.work(_chunks(rest)):
            yield from done


class Parsing(msgspec.Struct, frozen=True):
    """The work of a crew that finds the articles of pages, and leaves other items as they are."""

    timeout: float | None

    def prepare(self) -> None:
        """Nothing: what the first page loads stays."""

    def perform(self, items: Sequence[Item]) -> tuple[Article | ErrorRecord, ...]:
        """``items`` with articles in place of pages."""
        return tuple([self._article(item) if isinstance(item, Page) else item for item in items])

    def _article(self, page: Page) -> Article | ErrorRecord:
        try:
            with deadline(self.seconds(page)):
                return html.article(page)
        except TooLongError:
            return Source(None, page.name).error(too_long(self.seconds(page)))

    def failed(self, item: Item, why: str) -> tuple[Article | ErrorRecord, ...]:
        """The error of a page that no worker could read."""
        return (Source(None, item.name).error(why) if isinstance(item, Page) else item,)

    def seconds(self, _: Item) -> float:
        """What a page may take."""
        return _SECONDS if self.timeout is None else self.timeout

    def size(self, item: Item) -> int:
        """How long ``item`` is, in bytes or characters."""
        if isinstance(item, ErrorRecord):
            return 0
        return len(item.raw if isinstance(item, Page) else item.text)


def _chunks(items: Iterator[Item]) -> Iterator[tuple[Item, ...]]:
    """``items`` in chunks that take about as long."""
    parsing = Parsing(None)
    for first in items:
        chunk = [first]
        size = parsing.size(first)
        while size < _CHUNK and len(chunk) < _MOST_ITEMS:
            following = list(itertools.islice(items, 1))
            if not following:
                break
            chunk += following
            size += parsing.size(following[0])
        yield tuple(chunk)
