"""A whole run: articles read, extracted and written one by one, in memory that does not grow."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
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
from extract.workers import Done, Job, work
from extract.write import jsonl
from extract.write.folder import RUN_FILE, Folder

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
    job = Job(formats=options.formats, with_text=options.with_text, patterns=patterns)
    files = {**write.headers(options.formats), ERRORS_FILE: b"", RUN_FILE: b""}
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
        folder.keep(stale=write.headers(tuple(write.FORMATS)))
    return record


_TYPES = tuple(str(record.__struct_config__.tag) for record in MENTION_TYPES)
