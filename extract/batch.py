"""A whole run: articles read, extracted and written one by one, in memory that does not grow."""

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from extract import report, write
from extract.checkpoint import Checkpoint, Identity, rules_digest
from extract.job import ERRORS_FILE, Job, Outcome, cause, failed
from extract.read import Read
from extract.records import ErrorRecord, RunOptions, RunRecord
from extract.report import MOST_UNASKED, MOST_WORDS_UNASKED
from extract.resume import Notes, begin
from extract.survey import Surveyor
from extract.tally import Tally
from extract.trail import START, Trail
from extract.workers import work
from extract.write.folder import RUN_FILE, Folder, OutputError
from extract.write.growing import WriteError
from extract.write.read_back import results
from extract.write.scratch import PARTIAL

Watch = Callable[[Outcome, int], None]


def run(
    items: Iterable[Read],
    output: Path,
    options: RunOptions,
    *,
    workers: int = 1,
    patterns: Path | None = None,
    overwrite: bool = False,
    resume: bool = False,
    surveyor: Surveyor | None = None,
    position: Callable[[], int] = lambda: 0,
    watch: Watch = lambda outcome, position: None,
) -> RunRecord:
    """Extract ``items`` into the folder ``output`` and say what came out.

    With a ``surveyor`` of the inputs, a run that is stopped leaves what was done, and another with
    ``resume`` goes on there; without, the folder is then as it was before. ``watch`` sees each
    outcome, and what ``position`` said when its last item had been read.

    Raises OutputError where ``output`` cannot be written or the run that was stopped was another,
    PatternError where the patterns are wrong, FinishedError where ``resume`` finds nothing left to
    do; and, with what was done kept, WriteError where the disk is full, WorkerError where no worker
    process can be started.
    """
    identity = Identity(
        options=options,
        rules=rules_digest(patterns),
        inputs=surveyor.wait() if surveyor and resume else None,
    )
    stopped = begin(output, identity, resume=resume, overwrite=overwrite)
    formats = write.streamed(_asked(options, few=True))
    # Written in case that the articles stay few enough for a report, and for that alone.
    spare = {*write.files(formats)}.difference(
        write.files(write.streamed(_asked(options, few=False)))
    )
    job = Job(
        formats=formats, with_text=options.with_text, patterns=patterns, timeout=options.timeout
    )
    trail = Trail(items, position)
    clock = _Clock(stopped.seconds if stopped else 0)
    tally = stopped.tally if stopped else Tally()
    with _folder(output, formats, stopped, overwrite=overwrite) as folder:
        notes = Notes(folder, identity, surveyor)
        if stopped is None:
            notes.note(START, tally, 0)
        elif trail.skip(stopped.mark.items)[:2] != stopped.mark[:2]:
            raise OutputError(f"{output}: the run cannot go on: the inputs were others before")
        try:
            for outcome in work(trail, job, workers):
                for rows in outcome.rows():
                    if spare and not _few(tally):
                        rows = {name: part for name, part in rows.items() if name not in spare}
                    folder.add(rows)
                mark = trail.passed(outcome.tally.articles + outcome.tally.errors)
                tally = tally + outcome.tally
                # First, as a Ctrl-C may come while that is being noted.
                folder.stay = surveyor is not None
                notes.note(mark, tally, clock())
                watch(outcome, mark.position)
            for error in _build(_asked(options, few=_few(tally)), options, folder):
                outcome = failed(error, job, "")
                for rows in outcome.rows():
                    folder.add(rows)
                tally = tally + outcome.tally
                watch(outcome, trail.passed(0).position)
        except BaseException:
            with contextlib.suppress(WriteError, OSError):
                notes.write()
            raise
        record = tally.record(options, clock())
        folder.add({RUN_FILE: msgspec.json.format(msgspec.json.encode(record)) + b"\n"})
        notes.write(final=True)
        unasked = set(formats) - set(options.formats)
        folder.keep(stale=write.files(write.FORMATS), spool=write.files(unasked))
    return record


def _folder(
    output: Path, formats: tuple[str, ...], stopped: Checkpoint | None, *, overwrite: bool
) -> Folder:
    if stopped is not None:
        return Folder.reopened(output, stopped.lengths, stopped.final or {})
    headers = {**write.headers(formats), ERRORS_FILE: b"", RUN_FILE: b""}
    return Folder(output, headers, overwrite=overwrite)


def _few(tally: Tally) -> bool:
    """Whether these are few enough for a report that nobody asked for."""
    return tally.articles <= MOST_UNASKED and tally.words <= MOST_WORDS_UNASKED


def _asked(options: RunOptions, *, few: bool) -> tuple[str, ...]:
    """The formats of a run of ``few`` articles or more, with the report where it makes one."""
    wanted = options.report
    if wanted is None:
        wanted = options.with_text and few
    return tuple(dict.fromkeys((*options.formats, *(["report"] if wanted else []))))


def _build(formats: tuple[str, ...], options: RunOptions, folder: Folder) -> Iterator[ErrorRecord]:
    """Make ``formats`` of what the run wrote so far; one that fails costs nothing else."""
    folder.flush()
    for name in write.built(formats):
        made = write.FORMATS[name]
        back = results(folder.path, need_text=made.needs_text, ending=PARTIAL)
        try:
            place = made.files[0].rstrip("/")
            if name == "report" and options.gold is not None:
                folder.build(place, partial(report.write, gold=Path(options.gold)), back)
            else:
                folder.build(place, made.write, back)
        except Exception as error:
            yield ErrorRecord(source=f"--format {name}", record=None, error=cause(error))


class _Clock:
    """Seconds since it was made, and those ``before``."""

    def __init__(self, before: float) -> None:
        self._started = time.perf_counter() - before

    def __call__(self) -> float:
        return time.perf_counter() - self._started
