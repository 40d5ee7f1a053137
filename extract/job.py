"""What is done with articles, in whatever process: extract them, make the bytes of files."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from extract import write
from extract.article import Article
from extract.deadline import TooLongError, deadline, too_long
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
        return _SECONDS * (1 + self.size(item) // _MILLION)

    def size(self, item: Read) -> int:
        """How long ``item`` is, in characters."""
        return 0 if isinstance(item, ErrorRecord) else len(item.text)

    def prepare(self) -> None:
        """Build the pipeline, as a worker process starts; raises PatternError."""
        prepare(self)

    def perform(self, items: Sequence[Read]) -> "Outcome":
        """What becomes of ``items``."""
        return perform(items, self)

    def failed(self, item: Read, why: str) -> "Outcome":
        """The outcome of one item that no process could finish."""
        return failed(item, self, why)


Rows = dict[str, bytes]


class Outcome(msgspec.Struct, frozen=True):
    """What became of some items: what they add to each output file, their counts, the errors.

    ``parts`` are such rows in order, those of very long articles packed.
    """

    parts: tuple[Rows | bytes, ...]
    tally: Tally
    errors: tuple[ErrorRecord, ...]

    def rows(self) -> Iterator[Rows]:
        """What is added to each output file, one part after the other."""
        for part in self.parts:
            yield part if isinstance(part, dict) else _unpack(part)


def prepare(job: Job) -> None:
    """Build the pipeline; raises PatternError where the patterns are wrong."""
    # Imported here: spaCy takes half a second, which wrong usage need not wait for.
    from extract.pipeline import default

    default(job.patterns)


def perform(items: Sequence[Read], job: Job) -> Outcome:
    """Extract each of ``items``; one that fails gives an error and stops nothing."""
    parts: list[Rows | bytes] = []
    rows: dict[str, list[bytes]] = {}
    tally = Tally()
    errors = []
    for item in items:
        made = item if isinstance(item, ErrorRecord) else _extract(item, job)
        if isinstance(made, ErrorRecord):
            errors.append(made)
            made = Outcome(({ERRORS_FILE: jsonl.lines([made])},), Tally(errors=1), ())
        tally = tally + made.tally
        for part in made.parts:
            if isinstance(part, bytes):
                parts += [_joined(rows), part]
                rows = {}
            else:
                for name, added in part.items():
                    rows.setdefault(name, []).append(added)
    return Outcome((*parts, _joined(rows)), tally, tuple(errors))


def _joined(rows: dict[str, list[bytes]]) -> Rows:
    return {name: b"".join(parts) for name, parts in rows.items()}


def failed(item: Read, job: Job, why: str) -> Outcome:
    """The outcome of one item that no process could finish."""
    return perform([item if isinstance(item, ErrorRecord) else _error(item, why)], job)


def cause(error: Exception) -> str:
    """What went wrong, in one line.

    >>> cause(ValueError("no such\\n day"))
    'ValueError: no such day'
    """
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def _extract(article: Article, job: Job) -> Outcome | ErrorRecord:
    from extract.pipeline import default

    pipeline = default(job.patterns)
    try:
        with deadline(job.seconds(article)):
            return _outcome(pipeline.parts(article), job)
    except TooLongError:
        default.cache_clear()  # stopped anywhere, so what it remembers may be half written
        return _error(article, too_long(job.seconds(article)))
    except Exception as error:  # whatever is wrong with one article, the others go on
        return _error(article, cause(error))


def _outcome(results: Iterator[ArticleResult], job: Job) -> Outcome:
    """The outcome of one article; of a very long one, its parts are packed as they come."""
    tally = Tally()
    packed: list[bytes] = []
    result = next(results)
    for following in results:
        tally.count_records(result)
        packed.append(_pack(write.rows_of_part(result, job.formats, with_text=job.with_text)))
        result = following
    tally.count(result)
    rows = write.rows(result, job.formats, with_text=job.with_text)
    return Outcome((*packed, _pack(rows) if packed else rows), tally, ())


def _pack(rows: Rows) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(rows), level=1)


def _unpack(packed: bytes) -> Rows:
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Rows)


def _error(article: Article, why: str) -> ErrorRecord:
    return ErrorRecord(
        source=article.source or article.doc_id,
        record=article.record,
        error=f"article {article.doc_id!r}: {why}",
    )
