"""A whole run: articles read, extracted and written one by one, in memory that does not grow."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

import msgspec

from extract import write
from extract.read import Read
from extract.records import (
    MENTION_TYPES,
    SCHEMA_VERSION,
    ErrorRecord,
    RunOptions,
    RunRecord,
    Verdict,
)
from extract.version import __version__
from extract.workers import Done, Job, cause, work
from extract.write import jsonl
from extract.write.folder import RUN_FILE, Folder
from extract.write.read_back import results
from extract.write.scratch import PARTIAL

ERRORS_FILE = "errors.jsonl"

Watch = Callable[[Done | ErrorRecord], None]


def run(
    items: Iterable[Read],
    output: Path,
    options: RunOptions,
    *,
    workers: int = 1,
    patterns: Path | None = None,
    overwrite: bool = False,
    watch: Watch = lambda item: None,
) -> RunRecord:
    """Extract ``items`` into the folder ``output`` and say what came out; ``watch`` sees each item
    done.

    Raises OutputError where ``output`` cannot be written, PatternError where the patterns are
    wrong; the folder is then as it was before.
    """
    started = time.perf_counter()
    formats = write.streamed(options.formats)
    job = Job(formats=formats, with_text=options.with_text, patterns=patterns)
    files = {**write.headers(formats), ERRORS_FILE: b"", RUN_FILE: b""}
    totals: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    with Folder(output, files, overwrite=overwrite) as folder:
        for item in work(items, job, workers):
            if isinstance(item, ErrorRecord):
                totals["errors"] += 1
                folder.add({ERRORS_FILE: jsonl.lines([item])})
            else:
                totals.update(
                    articles=1,
                    words=item.words,
                    entities=item.entities,
                    duplicates=item.duplicate,
                    warnings=item.warned,
                )
                mentions.update(item.mentions)
                findings.update(item.findings)
                folder.add(item.rows)
            watch(item)
        for error in _build(write.built(options.formats), folder):
            totals["errors"] += 1
            folder.add({ERRORS_FILE: jsonl.lines([error])})
            watch(error)
        record = RunRecord(
            program="meeting-extract",
            version=__version__,
            schema_version=SCHEMA_VERSION,
            options=options,
            articles=totals["articles"],
            words=totals["words"],
            mentions={kind: mentions[kind] for kind in _TYPES},
            entities=totals["entities"],
            findings={verdict: findings[verdict] for verdict in get_args(Verdict)},
            duplicates=totals["duplicates"],
            warnings=totals["warnings"],
            errors=totals["errors"],
            seconds=round(time.perf_counter() - started, 3),
        )
        folder.add({RUN_FILE: msgspec.json.format(msgspec.json.encode(record)) + b"\n"})
        unasked = set(formats) - set(options.formats)
        folder.keep(stale=write.files(write.FORMATS), spool=write.files(unasked))
    return record


def _build(formats: tuple[str, ...], folder: Folder) -> Iterator[ErrorRecord]:
    """Make ``formats`` of what the run wrote so far; one that fails costs nothing else."""
    folder.flush()
    for name in formats:
        made = write.FORMATS[name]
        back = results(folder.path, need_text=made.needs_text, ending=PARTIAL)
        try:
            folder.build(name, made.write, back)
        except Exception as error:
            yield ErrorRecord(source=f"--format {name}", record=None, error=cause(error))


_TYPES = tuple(str(record.__struct_config__.tag) for record in MENTION_TYPES)
