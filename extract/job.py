"""What is done with articles, in whatever process: extract them, make the bytes of files."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from extract import write
from extract.article import Article
from extract.deadline import TooLongError, deadline
from extract.read import Read
from extract.records import ErrorRecord
from extract.result import ArticleResult
from extract.tally import Tally
from extract.write import jsonl

ERRORS_FILE = "errors.jsonl"

_SECONDS = 60.0  # for an article of up to a million characters, where no option says otherwise
_MILLION = 1_000_000


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done with each article; ``timeout`` is in seconds."""

    formats: tuple[str, ...] = ("jsonl", "csv")
    with_text: bool = True
    patterns: Path | None = None
    timeout: float | None = None

    def seconds(self, item: Read) -> float:
        """What ``item`` may take: the timeout, or a minute for each million characters begun.

        >>> Job(timeout=5).seconds(Article(text="x")), Job().seconds(Article(text="x" * 3_500_000))
        (5, 240.0)
        """
        if self.timeout is not None:
            return self.timeout
        length = 0 if isinstance(item, ErrorRecord) else len(item.text)
        return _SECONDS * (1 + length // _MILLION)


class Outcome(msgspec.Struct, frozen=True):
    """What became of some items: what they add to each output file, their counts, the errors."""

    rows: dict[str, bytes]
    tally: Tally
    errors: tuple[ErrorRecord, ...]


def prepare(job: Job) -> None:
    """Build the pipeline; raises PatternError where the patterns are wrong."""
    # Imported here: spaCy takes half a second, which wrong usage need not wait for.
    from extract.pipeline import default

    default(job.patterns)


def perform(items: Sequence[Read], job: Job) -> Outcome:
    """Extract each of ``items``; one that fails gives an error and stops nothing."""
    parts: dict[str, list[bytes]] = {}
    tally = Tally()
    errors = []
    for item in items:
        made, rows = (item, {}) if isinstance(item, ErrorRecord) else _extract(item, job)
        if isinstance(made, ErrorRecord):
            errors.append(made)
            rows = {ERRORS_FILE: jsonl.lines([made])}
        tally.count(made)
        for name, part in rows.items():
            parts.setdefault(name, []).append(part)
    return Outcome({name: b"".join(part) for name, part in parts.items()}, tally, tuple(errors))


def failed(item: Read, job: Job, why: str) -> Outcome:
    """The outcome of one item that no process could finish."""
    return perform([item if isinstance(item, ErrorRecord) else _error(item, why)], job)


def cause(error: Exception) -> str:
    """What went wrong, in one line.

    >>> cause(ValueError("no such\\n day"))
    'ValueError: no such day'
    """
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def too_long(item: Read, job: Job) -> str:
    """What to say where ``item`` took longer than it may."""
    return f"took longer than {job.seconds(item):g} s (--timeout)"


def _extract(article: Article, job: Job) -> tuple[ArticleResult | ErrorRecord, dict[str, bytes]]:
    from extract.pipeline import default

    pipeline = default(job.patterns)
    try:
        with deadline(job.seconds(article)):
            result = pipeline(article)
            return result, write.rows(result, job.formats, with_text=job.with_text)
    except TooLongError:
        default.cache_clear()  # stopped anywhere, so what it remembers may be half written
        return _error(article, too_long(article, job)), {}
    except Exception as error:  # whatever is wrong with one article, the others go on
        return _error(article, cause(error)), {}


def _error(article: Article, why: str) -> ErrorRecord:
    return ErrorRecord(
        source=article.source or article.doc_id,
        record=article.record,
        error=f"article {article.doc_id!r}: {why}",
    )
