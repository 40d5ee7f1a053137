"""A run on a Ray cluster: chunks are read, extracted and written where they are worked on."""

import logging
import os
import pickle
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from extract.engines import parts
from extract.engines.chunks import Keys, Known, compare, extract_chunk, keys_of
from extract.engines.plan import Chunk, PlanError, plan
from extract.job import Job, Outcome
from extract.read.fields import Fields
from extract.records import RunOptions, RunRecord
from extract.tally import Tally

Watch = Callable[[Outcome], None]


def run(
    output: str,
    options: RunOptions,
    *,
    address: str | None = None,
    patterns: Path | None = None,
    overwrite: bool = False,
    watch: Watch = lambda outcome: None,
    passed_by: Callable[[str], None] = lambda folder: None,
) -> RunRecord:
    """Extract the inputs of ``options`` into part files below ``output``.

    ``address`` is that of a running cluster (``ray://host:10001``, ``auto``); else one is started
    on this machine. Two passes: the first tells which ids and texts come again, the second does the
    work. ``watch`` sees the outcome of each chunk, ``passed_by`` is told of outputs of earlier runs
    below the inputs. Raises PlanError where inputs or output are wrong.
    """
    started = time.perf_counter()
    chunks = plan(options.inputs, passed_by)
    parts.prepare(output, overwrite=overwrite)
    fields = Fields(**options.fields)
    job = Job(
        formats=("jsonl",), with_text=options.with_text, patterns=patterns, timeout=options.timeout
    )
    tally = Tally()
    with _Cluster(address) as cluster:
        first = cluster.map(_Keys(fields), [(chunk, None) for chunk in chunks])
        keys = [msgspec.msgpack.decode(part, type=Keys) for part in first]
        known = compare(chunks, keys)
        work = _Extract(fields, options.published, job, output, options.formats)
        for part in cluster.map(work, list(zip(chunks, known, strict=True))):
            outcome = msgspec.msgpack.decode(part, type=Outcome)
            tally = tally + outcome.tally
            watch(outcome)
    record = tally.record(options, time.perf_counter() - started)
    parts.finish(record, output)
    return record


class _Keys(msgspec.Struct, frozen=True):
    """The first pass over a chunk."""

    fields: Fields

    def __call__(self, chunk: Chunk, known: None) -> bytes:
        return msgspec.msgpack.encode(keys_of(chunk, self.fields))


class _Extract(msgspec.Struct, frozen=True):
    """The second pass: a chunk's records go into part files, its counts and errors come back."""

    fields: Fields
    published: str | None
    job: Job
    output: str
    formats: tuple[str, ...]

    def __call__(self, chunk: Chunk, known: Known) -> bytes:
        outcome = extract_chunk(chunk, known, self.fields, self.published, self.job)
        parts.write(outcome, chunk.number, self.output, self.formats)
        return msgspec.msgpack.encode(msgspec.structs.replace(outcome, parts=()))


class _Cluster:
    """A connection to Ray; a cluster that it started ends with it."""

    def __init__(self, address: str | None) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            import ray
            from ray import data
        except ImportError:
            raise PlanError("--engine ray needs Ray: pip install 'meeting-extract[ray]'") from None
        self._ray, self._data, self._address = ray, data, address

    def __enter__(self) -> "_Cluster":
        self._mine = not self._ray.is_initialized()
        if self._mine:
            quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
            if self._address is None:
                quiet["include_dashboard"] = False
            try:
                self._ray.init(address=self._address, **quiet)
            except (ConnectionError, RuntimeError, ValueError) as error:
                cause = " ".join(str(error).split())[:200]
                raise PlanError(f"--ray-address {self._address}: {cause}") from None
        context = self._data.DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        for name in ("ray", "ray.data"):
            logging.getLogger(name).setLevel(logging.ERROR)
        return self

    def __exit__(self, *_: object) -> None:
        if self._mine:
            self._ray.shutdown()

    def map(self, work: Callable[[Chunk, Any], bytes], tasks: list[Any]) -> Iterator[bytes]:
        """What ``work`` gives for each of ``tasks``, in their order, as it is done."""
        rows = [{"task": pickle.dumps(task)} for task in tasks]

        def perform(row: dict[str, Any]) -> dict[str, Any]:
            return {"done": work(*pickle.loads(row["task"]))}

        found = self._data.from_items(rows, override_num_blocks=max(len(rows), 1)).map(perform)
        for row in found.iter_rows():
            yield row["done"]
