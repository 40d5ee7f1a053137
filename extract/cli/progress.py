"""What a run shows: a progress bar on a terminal, errors as they come, a table at the end."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bar
from rich.table import Table

from extract.read.sources import Source
from extract.records import ErrorRecord, RunRecord
from extract.workers import Done


class Progress:
    """The progress bar, shown on a terminal only, and the errors, always shown on stderr."""

    def __init__(self, sources: Sequence[Source | ErrorRecord], *, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=quiet or not self._console.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("articles", total=_expected(sources))

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def watch(self, item: Done | ErrorRecord) -> None:
        """Count an item; show it where it is an error."""
        if isinstance(item, ErrorRecord):
            self._console.print(f"meeting-extract: {error_line(item)}")
        self._bar.advance(self._task)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()


def _expected(sources: Sequence[Source | ErrorRecord]) -> int | None:
    """How many items the sources hold; None where only reading them tells."""
    if any(
        isinstance(source, Source) and (source.path is None or source.path.suffix == ".jsonl")
        for source in sources
    ):
        return None
    return len(sources)


def error_line(error: ErrorRecord) -> str:
    """An error in one line.

    >>> error_line(ErrorRecord(source="news.jsonl", record=3, error="no 'text' in the record"))
    "news.jsonl: line 3: no 'text' in the record"
    """
    where = error.source if error.record is None else f"{error.source}: line {error.record}"
    return " ".join(f"{where}: {error.error}".split())


def print_summary(record: RunRecord, output: Path) -> None:
    """Print what came out of a run."""
    console = Console(highlight=False)
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("articles", f"{record.articles:,}")
    table.add_row("words", f"{record.words:,}", end_section=True)
    for kind, count in record.mentions.items():
        table.add_row(kind, f"{count:,}")
    table.add_row("all mentions", f"{sum(record.mentions.values()):,}", end_section=True)
    table.add_row("entities", f"{record.entities:,}")
    table.add_row("numbers checked", f"{sum(record.findings.values()):,}")
    table.add_row("inconsistent", f"{record.findings['inconsistent']:,}", end_section=True)
    table.add_row("duplicates", f"{record.duplicates:,}")
    table.add_row("warnings", f"{record.warnings:,}")
    table.add_row("errors", f"{record.errors:,}")
    table.add_row("seconds", f"{record.seconds:.1f}")
    console.print(table)
    console.print(f"written to {output}", soft_wrap=True, markup=False)
