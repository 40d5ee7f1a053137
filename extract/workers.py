"""Carries articles to the pipeline, in this process or in several, and the output's bytes back.

What comes out is in the order of the articles, so the output is the same for any number of workers;
an article that fails gives an error and stops nothing.
"""

import itertools
import multiprocessing
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import msgspec

from extract import write
from extract.article import Article
from extract.read import Read
from extract.records import ErrorRecord
from extract.result import ArticleResult

_CHUNK = 16  # articles sent to a worker at a time
_AHEAD = 4  # chunks a worker that are under way at once; the rest waits unread


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done with each article."""

    formats: tuple[str, ...] = ("jsonl", "csv")
    with_text: bool = True
    patterns: Path | None = None


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One article extracted: what it adds to each output file, and counts for the summary."""

    rows: dict[str, bytes]
    words: int
    mentions: Counter[str]
    entities: int
    findings: Counter[str]
    duplicate: bool
    warned: bool


def work(items: Iterable[Read], job: Job, workers: int = 1) -> Iterator[Done | ErrorRecord]:
    """Extract each article of ``items``; what comes out is in their order, errors among it."""
    if workers == 1:
        yield from _extract_all(items, job)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[Future[list[Done | ErrorRecord]]] = deque()
        try:
            rest = iter(items)
            while chunk := tuple(itertools.islice(rest, _CHUNK)):
                waiting.append(pool.submit(_extract_chunk, chunk, job))
                if len(waiting) >= workers * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _extract_chunk(items: tuple[Read, ...], job: Job) -> list[Done | ErrorRecord]:
    return list(_extract_all(items, job))


def _extract_all(items: Iterable[Read], job: Job) -> Iterator[Done | ErrorRecord]:
    # Imported here: spaCy takes half a second, which wrong usage need not wait for.
    from extract.pipeline import default

    pipeline = default(job.patterns)
    for item in items:
        if isinstance(item, ErrorRecord):
            yield item
            continue
        try:
            yield _done(pipeline(item), job)
        except Exception as error:  # whatever is wrong with one article, the others go on
            yield _failed(item, error)


def _done(result: ArticleResult, job: Job) -> Done:
    return Done(
        rows=write.rows(result, job.formats, with_text=job.with_text),
        words=result.article.words,
        mentions=Counter(mention.type for mention in result.mentions),
        entities=len(result.entities),
        findings=Counter(finding.verdict for finding in result.findings),
        duplicate=result.article.duplicate_of is not None,
        warned=bool(result.article.warnings),
    )


def _failed(article: Article, error: Exception) -> ErrorRecord:
    return ErrorRecord(
        source=article.source or article.doc_id,
        record=None,
        error=f"article {article.doc_id!r}: {cause(error)}",
    )


def cause(error: Exception) -> str:
    """What went wrong, in one line.

    >>> cause(ValueError("no such\\n day"))
    'ValueError: no such day'
    """
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
