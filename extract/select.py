"""Some of the articles instead of all: the first, or a sample that is the same every time."""

import hashlib
import heapq
from collections.abc import Iterable, Iterator

import msgspec

from extract.article import Article
from extract.read import Read
from extract.records import ErrorRecord


def first(items: Iterable[Read], most: int) -> Iterator[Read]:
    """The first ``most`` articles of ``items``, and the errors before the last of them."""
    left = most
    for item in items:
        yield item
        left -= isinstance(item, Article)
        if left == 0:
            return


def sample(items: Iterable[Read], size: int, seed: int = 0) -> Iterator[Read]:
    """``size`` articles of ``items`` in their order, and every error.

    Which ones, only their ids and the ``seed`` say, so that articles come and go in the input
    without changing the choice of the others. All are read first, and ``size`` of them kept.

    >>> articles = [Article(text="x", doc_id=name) for name in "abcdefgh"]
    >>> [item.doc_id for item in sample(articles, 3)]
    ['d', 'e', 'h']
    """
    chosen: list[tuple[int, int, Article]] = []  # those with the smallest keys, the largest first
    errors: list[tuple[int, ErrorRecord]] = []
    for at, item in enumerate(items):
        if isinstance(item, ErrorRecord):
            errors.append((at, item))
        elif len(chosen) < size:
            heapq.heappush(chosen, (-_key(item, seed), at, item))
        else:
            heapq.heappushpop(chosen, (-_key(item, seed), at, item))
    found: list[tuple[int, Read]] = [(at, article) for _, at, article in chosen]
    yield from _renamed(item for _, item in sorted([*found, *errors], key=lambda pair: pair[0]))


def _key(article: Article, seed: int) -> int:
    raw = f"{seed} {article.doc_id}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "big")


def _renamed(items: Iterable[Read]) -> Iterator[Read]:
    """``items``, each duplicate named after the first of its kind that is among them."""
    names: dict[str, str] = {}
    for item in items:
        if isinstance(item, Article):
            original = item.duplicate_of or item.doc_id
            known = names.setdefault(original, item.doc_id)
            item = msgspec.structs.replace(
                item, duplicate_of=None if known == item.doc_id else known
            )
        yield item
