"""Carries articles to the pipeline, in this process or in several, and the output's bytes back.

What comes out is in the order of the articles, so the output is the same for any number of workers;
an article that fails gives an error and stops nothing.
"""

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator

from extract.crew import Chunk, Crew
from extract.deadline import can_stop
from extract.job import Job, Outcome, perform, prepare
from extract.read import Read
from extract.records import ErrorRecord

# Characters. Below, starting processes takes longer than the work: a second for each of them.
_FEW = 1_000_000
_CHUNK = 100_000
_MOST_ITEMS = 64  # in a chunk


def cores() -> int:
    """How many processes can run at once on the cores that this one may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work(items: Iterable[Read], job: Job, workers: int = 1) -> Iterator[Outcome]:
    """Extract each article of ``items``; the outcomes are in their order.

    Up to a million characters are read before any is extracted. Are these all, this process does
    it; where there are more, ``workers`` processes do, be it one.
    """
    rest = iter(items)
    first, ended = _read_ahead(rest)
    if ended and can_stop():
        prepare(job)
        for item in _taken(first):
            yield perform([item], job)
        return
    with Crew(job, workers) as crew:
        yield from crew.work(_chunks(itertools.chain(_taken(first), rest)))


def _taken(items: deque[Read]) -> Iterator[Read]:
    """``items``, none of which is kept."""
    while items:
        yield items.popleft()


def _read_ahead(items: Iterator[Read]) -> tuple[deque[Read], bool]:
    """The first of ``items``, and whether these are all."""
    first: deque[Read] = deque()
    size = 0
    for item in items:
        first.append(item)
        size += _size(item)
        if size > _FEW:
            return first, False
    return first, True


def _chunks(items: Iterator[Read]) -> Iterator[Chunk]:
    """``items`` in chunks of about one size, so that workers get their share."""
    chunk: list[Read] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += _size(item)
        if size > _CHUNK or len(chunk) >= _MOST_ITEMS:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _size(item: Read) -> int:
    return 1 if isinstance(item, ErrorRecord) else len(item.text)
