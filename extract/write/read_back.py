"""Reads the JSON Lines of a run back as the results that they were written from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from extract.records import ArticleRecord, Entity, Fact, Finding, Mention
from extract.result import ArticleResult
from extract.write.folder import OutputError

_AUDIT = "audit.jsonl"
# What belongs to an article: the field of its result, the file (an output of an earlier version
# may lack it), a line's type.
PARTS: tuple[tuple[str, str, Any], ...] = (
    ("mentions", "mentions.jsonl", Mention),
    ("entities", "entities.jsonl", Entity),
    ("facts", "facts.jsonl", Fact),
    ("findings", _AUDIT, Finding),
)
ARTICLES = "articles.jsonl"

_T = TypeVar("_T")


def results(folder: Path, *, need_text: bool = False, ending: str = "") -> Iterator[ArticleResult]:
    """The results that a run wrote into ``folder``, one article in memory at a time.

    ``need_text`` refuses an output made with ``--no-text`` (else such an article's text is empty);
    ``ending`` is what the files' names have behind them while they are made. Raises OutputError,
    naming the file, the line and the cause, for a folder that holds no such output, a line that is
    broken, and lines that are in another order than the articles.
    """
    articles = folder / (ARTICLES + ending)
    if not articles.is_file():
        raise OutputError(f"{folder}: holds no {ARTICLES}: did a run with --format jsonl write it?")
    parts: dict[str, _Lines[Any]] = {
        field: _Lines(folder / (file + ending), record)
        for field, file, record in PARTS
        if (folder / (file + ending)).is_file()
    }
    return _join(_Lines(articles, ArticleRecord), parts, need_text)


def findings(folder: Path) -> Iterator[Finding]:
    """What the audit found in ``folder``; raises OutputError as ``results`` does."""
    path = folder / _AUDIT
    if not path.is_file():
        raise OutputError(f"{folder}: holds no {_AUDIT}: did a run with --format jsonl write it?")
    return _Lines(path, Finding)


def _join(
    articles: "_Lines[ArticleRecord]", parts: dict[str, "_Lines[Any]"], need_text: bool
) -> Iterator[ArticleResult]:
    for article in articles:
        if need_text and not article.text:
            raise articles.wrong("no 'text' (the run had --no-text)")
        yield ArticleResult(
            article=article,
            **{field: tuple(lines.of(article.doc_id)) for field, lines in parts.items()},
        )
    for lines in parts.values():
        left = next(lines, None)
        if left is not None:
            raise lines.wrong(
                f"{left.doc_id!r} is no article of {ARTICLES}, or not in its order there"
            )


class _Lines(Generic[_T]):
    """The records of a file, with one looked at ahead."""

    def __init__(self, path: Path, record: Any) -> None:
        self._path = path
        self._decoder = msgspec.json.Decoder(record)
        self._record = record
        self._number = 0
        self._file = self._read()
        self._ahead: _T | None = None

    def __iter__(self) -> Iterator[_T]:
        return self

    def __next__(self) -> _T:
        if self._ahead is None:
            return next(self._file)
        found, self._ahead = self._ahead, None
        return found

    def of(self, doc_id: str) -> Iterator[_T]:
        """The next records, as long as they are of this article."""
        for record in self:
            if record.doc_id != doc_id:  # type: ignore[attr-defined]
                self._ahead = record
                return
            yield record

    def wrong(self, cause: str) -> OutputError:
        """The error about the line that was read last."""
        return OutputError(f"{self._path}: line {self._number}: {cause}")

    def _read(self) -> Iterator[_T]:
        try:
            with self._path.open("rb") as file:
                for line in file:
                    self._number += 1
                    if line.strip():
                        yield self._decode(line)
        except OSError as error:
            raise OutputError(f"{self._path}: {error.strerror}") from None

    def _decode(self, line: bytes) -> _T:
        try:
            return self._decoder.decode(line)  # type: ignore[no-any-return]
        except msgspec.ValidationError as error:
            record = msgspec.json.decode(line)
            if self._record is ArticleRecord and isinstance(record, dict) and "text" not in record:
                return self._without_text(record)
            raise self.wrong(str(error)) from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self.wrong(str(error)) from None

    def _without_text(self, record: dict[str, Any]) -> _T:
        try:
            return msgspec.convert({**record, "text": ""}, self._record)  # type: ignore[no-any-return]
        except msgspec.ValidationError as error:
            raise self.wrong(str(error)) from None
