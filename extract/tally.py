"""Counts of a run: what each article adds, what all together come to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec

from extract.records import (
    MENTION_TYPES,
    SCHEMA_VERSION,
    RunOptions,
    RunRecord,
    Verdict,
)
from extract.result import ArticleResult
from extract.version import __version__


class Tally(msgspec.Struct):
    """How many articles, words, mentions and so on."""

    articles: int = 0
    words: int = 0
    entities: int = 0
    duplicates: int = 0
    warnings: int = 0
    errors: int = 0
    mentions: dict[str, int] = {}
    findings: dict[str, int] = {}

    def count(self, result: ArticleResult) -> None:
        """Count one more article."""
        self.articles += 1
        self.words += result.article.words
        self.duplicates += result.article.duplicate_of is not None
        self.warnings += bool(result.article.warnings)
        self.count_records(result)

    def count_records(self, result: ArticleResult) -> None:
        """Count what was found in (a part of) an article."""
        self.entities += len(result.entities)
        self.mentions = _sum(self.mentions, Counter([m.type for m in result.mentions]))
        self.findings = _sum(self.findings, Counter([f.verdict for f in result.findings]))

    def __add__(self, other: "Tally") -> "Tally":
        """Both together, as a new one.

        >>> (Tally(words=2) + Tally(words=3, errors=1)).words
        5
        """
        return Tally(
            articles=self.articles + other.articles,
            words=self.words + other.words,
            entities=self.entities + other.entities,
            duplicates=self.duplicates + other.duplicates,
            warnings=self.warnings + other.warnings,
            errors=self.errors + other.errors,
            mentions=_sum(self.mentions, other.mentions),
            findings=_sum(self.findings, other.findings),
        )

    def record(self, options: RunOptions, seconds: float) -> RunRecord:
        """The record of a run that came to this."""
        return RunRecord(
            program="meeting-extract",
            version=__version__,
            schema_version=SCHEMA_VERSION,
            options=options,
            articles=self.articles,
            words=self.words,
            mentions=_every(_TYPES, self.mentions),
            entities=self.entities,
            findings=_every(get_args(Verdict), self.findings),
            duplicates=self.duplicates,
            warnings=self.warnings,
            errors=self.errors,
            seconds=round(seconds, 3),
        )


_TYPES = tuple(str(record.__struct_config__.tag) for record in MENTION_TYPES)


def _every(keys: Iterable[str], counts: Mapping[str, int]) -> dict[str, int]:
    return {key: counts.get(key, 0) for key in keys}


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in (*one, *other)}
