"""How time and memory go with the length of one article: ``python -m tests.benchmarks.long``.

Makes articles of 5 and 50 MB out of the seeds, with other names and numbers in each copy, and such
of 10,000 and 100,000 numbers, in sentences and as a bare list; runs ``meeting-extract run`` on each
and prints the processor seconds of all its processes, those for each megabyte or thousand numbers,
and the largest memory of any process. Exit status 1 where a process had more than 1 GB, or ten
times the article took over fifteen times as long.
"""

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.many import articles, texts

MOST_MEGABYTES = 1000
MOST_GROWTH = 15  # for ten times the length
_SENTENCES = (
    "In {year}, {few} communes of the province built {many} houses, {part}% more than planned. ",
    "The Ministry of Finance paid {many} million VND to {few} districts by June {day}, {year}. ",
    "Some {many} people, or {part}% of all, came to the {few} meetings of {year}. ",
)
_PARAGRAPH = 5  # sentences


def prose(megabytes: int) -> str:
    """About so many megabytes made of the seeds."""
    found: list[str] = []
    size = 0
    for article in articles(texts(None), sys.maxsize):
        found.append(article.text)
        size += len(article.text.encode())
        if size >= megabytes * 1_000_000:
            return "\n\n".join(found)
    raise AssertionError


def in_sentences(numbers: int) -> str:
    """So many numbers, four in a sentence."""
    return "".join(itertools.islice(_sentences(), numbers // 4))


def _sentences() -> Iterator[str]:
    draw = random.Random(0)
    for at in itertools.count():
        sentence = _SENTENCES[at % len(_SENTENCES)].format(
            year=draw.randrange(1990, 2030),
            few=draw.randrange(2, 60),
            many=f"{draw.randrange(1_000, 90_000):,}",
            part=draw.randrange(1, 999) / 10,
            day=draw.randrange(1, 31),
        )
        yield sentence + ("\n\n" if at % _PARAGRAPH == _PARAGRAPH - 1 else "")


def in_a_list(numbers: int) -> str:
    """So many numbers and nothing else."""
    draw = random.Random(0)
    return "".join(f"{draw.randrange(1, 2_000_000) / 10:,.1f} " for _ in range(numbers))


def measured(text: str) -> tuple[float, float]:
    """Processor seconds and megabytes of a run on ``text``."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "long.txt").write_text(text, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "extract", "run", "long.txt", "-q", "--published", "2024-07-10"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"the run ended with exit status {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> int:
    """Run and print."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    start, _ = measured("They met.")
    print(f"start-up: {start:.1f} s, taken off below\n")
    print("| article | processor seconds | each | peak memory |\n|---|--:|--:|--:|")
    good = True
    for make, small, name, unit in (
        (prose, 5, "{:,} MB of prose", "MB"),
        (in_sentences, 10_000, "{:,} numbers in sentences", "thousand"),
        (in_a_list, 10_000, "{:,} numbers in a list", "thousand"),
    ):
        seconds = []
        for size in (small, 10 * small):
            took, memory = measured(make(size))
            seconds.append(took - start)
            each = 1000 * seconds[-1] / (size if unit == "MB" else size / 1000)
            row = f"{seconds[-1]:.1f} | {each:,.0f} ms a {unit} | {memory:,.0f} MB"
            print(f"| {name.format(size)} | {row} |", flush=True)
            good &= memory < MOST_MEGABYTES
        good &= seconds[1] < MOST_GROWTH * seconds[0]
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
