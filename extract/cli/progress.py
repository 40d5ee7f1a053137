"""What a run shows: how far it is, errors as they come, a table at the end."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from extract.job import Outcome
from extract.read.endings import TABLES, split, unpacked
from extract.records import ErrorRecord, RunRecord

_EVERY = 10.0  # seconds between two lines where there is no terminal; more in a long run
_SHARE = 0.05


class Progress:
    """A bar on a terminal, else a line now and then; and the errors, always shown; all on stderr.

    ``total`` says how many bytes there are to read, None where that is not known (yet).
    """

    def __init__(self, total: Callable[[], int | None], *, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
        terminal = self._console.is_terminal
        self._bar = Bar(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.description}"),
            console=self._console,
            disable=quiet or not terminal,
            transient=True,
        )
        self._task = self._bar.add_task("reading", total=None)
        self._lines = not quiet and not terminal
        self._total = total
        self._pace = Pace()
        self._due = _EVERY

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def watch(self, outcome: Outcome, position: int) -> None:
        """Show an outcome, and its errors; ``position`` is how many bytes were read for it."""
        for error in outcome.errors:
            self._console.print(f"meeting-extract: {error_line(error)}")
        now = time.monotonic()
        self._pace.add(outcome, position, now)
        total = self._total()
        if self._lines:
            since = self._pace.since(now)
            if since >= self._due:
                self._console.print(f"meeting-extract: {self._pace.line(now, total)}")
                self._due = since + max(_EVERY, _SHARE * since)
        elif not self._bar.disable:
            self._bar.update(
                self._task,
                description=self._pace.line(now, total),
                completed=position,
                total=total or None,
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()


class Pace:
    """How fast a run goes, from its first outcome on: until then it starts, or reads again what an
    earlier run did that it goes on with.
    """

    def __init__(self) -> None:
        self._articles = 0
        self._counted = self._words = 0  # since the first outcome
        self._read = self._first = 0  # bytes
        self._started: float | None = None

    def add(self, outcome: Outcome, position: int, now: float) -> None:
        """Count an outcome that came at the time ``now``."""
        self._articles += outcome.tally.articles
        self._read = position
        if self._started is None:
            self._started, self._first = now, position
        else:
            self._counted += outcome.tally.articles
            self._words += outcome.tally.words

    def since(self, now: float) -> float:
        """Seconds from the first outcome to the time ``now``."""
        return 0.0 if self._started is None else now - self._started

    def line(self, now: float, total: int | None) -> str:
        """The pace at the time ``now``, ``total`` being the bytes to read.

        >>> from extract.tally import Tally
        >>> pace = Pace()
        >>> pace.add(Outcome((), Tally(articles=300, words=60_000), ()), 1000, 0.0)
        >>> pace.add(Outcome((), Tally(articles=300, words=60_000), ()), 2000, 4.0)
        >>> pace.line(4, 12_000)
        '600 articles, 75 articles/s, 15,000 words/s, 40 s left'
        """
        seconds = max(self.since(now), 0.001)
        said = (
            f"{self._articles:,} articles, {self._counted / seconds:,.0f} articles/s, "
            f"{self._words / seconds:,.0f} words/s"
        )
        done = self._read - self._first
        if total and done > 0:
            said += f", {_duration(max(total - self._read, 0) * seconds / done)} left"
        return said


def _duration(seconds: float) -> str:
    """About how long, in one unit or two.

    >>> [_duration(seconds) for seconds in (5, 119, 3700, 90_000)]
    ['5 s', '2 min', '1 h 2 min', '25 h 0 min']
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def error_line(error: ErrorRecord) -> str:
    """An error in one line.

    >>> error_line(ErrorRecord(source="news.jsonl", record=3, error="no 'text' in the record"))
    "news.jsonl: line 3: no 'text' in the record"
    """
    of_table = unpacked(split(error.source)[1])[0] in TABLES
    number = f"{'row' if of_table else 'line'} {error.record}"
    where = error.source if error.record is None else f"{error.source}: {number}"
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
