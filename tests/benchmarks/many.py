"""How memory and speed go with the number of articles: ``python -m tests.benchmarks.many``.

Articles are made on the fly from the seeds, or from the JSON Lines file that is named, with other
names and numbers in each copy, so that new words never end. Prints for each tenth of the run its
speed, what an article took of the processors, and the largest memory of this process and of the
workers so far (Linux: from /proc). Exit status 1 where a process had more than 500 MB, or articles
of the last tenth took over 1.2 times what those of the second did (in the first, workers start).
"""

import argparse
import gzip
import itertools
import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from extract import batch
from extract.article import Article
from extract.job import Outcome
from extract.records import RunOptions
from extract.workers import cores

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 500
MOST_SLOWDOWN = 1.2
_CHANGED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\d+")
_LETTERS = "aeioubdgklmnrstvh"


def texts(path: Path | None) -> list[str]:
    """The texts to make articles of."""
    if path is None:
        seeds = sorted((ROOT / "seeds").glob("*.txt"))
        return [seed.read_text(encoding="utf-8") for seed in seeds]
    raw = path.read_bytes()
    lines = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return [json.loads(line)["text"] for line in lines.splitlines() if line.strip()]


def articles(originals: list[str], count: int) -> Iterator[Article]:
    """``count`` articles, no two alike."""
    draw = random.Random(0)

    def change(match: re.Match[str]) -> str:
        found = match.group()
        if found[0].isdigit():
            return str(draw.randrange(10 ** len(found)))
        if draw.random() < 0.5:
            return found
        return found[:2] + "".join(draw.choices(_LETTERS, k=len(found) - 2))

    for at in range(count):
        text = _CHANGED.sub(change, originals[at % len(originals)])
        yield Article(text=text, doc_id=f"a{at}", published="2024-07-10")


def megabytes(pid: int) -> float:
    """The largest memory that a process has had."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    match = re.search(r"VmHWM:\s+(\d+)", status)
    return int(match.group(1)) / 1024 if match else 0.0


def cpu_seconds(pid: int) -> float:
    """What a process has taken of the processors."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def workers() -> list[int]:
    """The processes that this one started."""
    path = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return [int(pid) for pid in path.read_text().split()] if path.exists() else []


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--articles", type=Path, help="JSON Lines, also packed by gzip")
    parser.add_argument("--workers", type=int, default=cores())
    asked = parser.parse_args()
    done, parent = 0, os.getpid()
    marks = [(time.perf_counter(), 0.0)]
    most = {"parent": 0.0, "worker": 0.0}

    def watch(outcome: Outcome, _: int) -> None:
        nonlocal done
        done += outcome.tally.articles
        while len(marks) <= done * 10 // asked.count:
            pids = workers()
            marks.append((time.perf_counter(), sum(map(cpu_seconds, [parent, *pids]))))
            most["parent"] = megabytes(parent)
            most["worker"] = max([most["worker"], *map(megabytes, pids)])
            (before, cpu_before), (now, cpu) = marks[-2:]
            tenth = asked.count / 10
            print(
                f"{done:>10,} articles {tenth / (now - before):>6,.0f}/s"
                f" {1000 * (cpu - cpu_before) / tenth:.2f} ms of CPU each;"
                f" parent {most['parent']:.0f} MB, workers {most['worker']:.0f} MB at most",
                flush=True,
            )

    with tempfile.TemporaryDirectory() as folder:
        options = RunOptions(
            inputs=(),
            published=None,
            formats=("csv",),
            with_text=False,
            fields={},
            limit=None,
            sample=None,
            seed=0,
            timeout=None,
            report=False,
            gold=None,
        )
        made = articles(texts(asked.articles), asked.count)
        batch.run(made, Path(folder) / "o", options, workers=asked.workers, watch=watch)
    tenths = [after[1] - before[1] for before, after in itertools.pairwise(marks)]
    slowdown = tenths[-1] / tenths[1]
    print(f"last tenth to second: {slowdown:.2f}")
    return int(slowdown > MOST_SLOWDOWN or max(most.values()) > MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
