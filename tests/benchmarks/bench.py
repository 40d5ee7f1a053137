"""``make bench``: the cost of extraction as a multiple of bare spaCy tokenization, and more.

All run in this process on the same articles: a fresh ``spacy.blank("en")`` tokenizer, one warm-up
pass, Docs not kept; then, in the same way, the whole pipeline with facts, audit and the bytes of
JSON Lines. Processor time counts, so that other work on the machine does not, and of five rounds
the median. Without arguments the texts are the seeds and the
sentences of the case tables; any number of JSON Lines files with a ``text`` field may be named.
``--all`` adds the share of each stage, rivals, all worker processes, and how cost grows with the
length and the number of articles; ``--keep`` writes what was printed to RESULTS.md.

The ratio depends on the texts more than on the machine: spaCy's tokenizer takes ten times as long
for a text with single line breaks (each is a special case of its rules) as for one without, and
extraction costs more where names and numbers stand close.
"""

import argparse
import datetime
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from extract import write
from extract.article import Article
from extract.batch import run
from extract.pipeline import default
from extract.records import RunOptions
from extract.workers import cores
from tests.benchmarks.rivals import rivals
from tests.benchmarks.stages import shares
from tests.benchmarks.texts import groups, words

ROUNDS = 5
LIMIT = 4.0
RESULTS = Path(__file__).with_name("RESULTS.md")
_APART = "\n## Long articles\n"  # what other programs measured begins here
_RIVAL_WORDS = 5_000  # they are slow


def median_seconds(
    work: Callable[[str], object], articles: list[str], rounds: int = ROUNDS
) -> float:
    """Median processor seconds of a pass over ``articles``, after one warm-up pass."""
    taken = []
    for _ in range(rounds + 1):
        started = time.process_time()
        for article in articles:
            work(article)
        taken.append(time.process_time() - started)
    return statistics.median(taken[1:])


def ours(text: str) -> object:
    """The whole pipeline and its bytes."""
    return write.rows(default()(Article(text=text)), ("jsonl",), with_text=True)


def ratios(texts: dict[str, list[str]]) -> tuple[list[str], float]:
    """A line of Markdown a group, and the ratio of all together."""
    lines = [
        "| texts | words | spaCy words/s | meeting-extract words/s | ratio |",
        "|---|--:|--:|--:|--:|",
    ]
    total_bare = total_ours = 0.0
    for name, articles in texts.items():
        count = words(articles)
        bare = median_seconds(spacy.blank("en").tokenizer, articles)
        taken = median_seconds(ours, articles)
        total_bare, total_ours = total_bare + bare, total_ours + taken
        speeds = f"{count / bare:,.0f} | {count / taken:,.0f}"
        lines.append(f"| {name} | {count:,} | {speeds} | {taken / bare:.2f} |")
    ratio = total_ours / total_bare
    return [*lines, f"| all | | | | {ratio:.2f} |"], ratio


def stage_lines(articles: list[str]) -> Iterator[str]:
    """The share of each stage."""
    yield "| stage | share |"
    yield "|---|--:|"
    for name, share in shares(articles).items():
        yield f"| {name} | {share:.1%} |"


def rival_lines(articles: list[str]) -> Iterator[str]:
    """How many times as fast as others."""
    some: list[str] = []
    for article in dict.fromkeys(articles):
        if words(some) < _RIVAL_WORDS:
            some.append(article)
    taken = median_seconds(ours, some)
    yield f"On {words(some):,} words, one pass after a warm-up:"
    yield ""
    yield "| | words/s | meeting-extract is faster by |"
    yield "|---|--:|--:|"
    yield f"| meeting-extract | {words(some) / taken:,.0f} | |"
    for name, work in rivals():
        if isinstance(work, str):
            yield f"| {name} | {work} | |"
        else:
            seconds = median_seconds(work, some, rounds=1)
            yield f"| {name} | {words(some) / seconds:,.0f} | {seconds / taken:,.1f} times |"


def worker_lines(articles: list[str]) -> Iterator[str]:
    """A whole run with writing, in one worker process and in as many as there are cores."""
    numbered = [Article(text=text, doc_id=str(number)) for number, text in enumerate(articles)]
    several = [
        Article(text=article.text, doc_id=f"{copy}-{article.doc_id}")
        for copy in range(1 + 2_000_000 // max(words(articles), 1))
        for article in numbered
    ]
    options = RunOptions(
        inputs=(), published=None, formats=("jsonl",), with_text=True, fields={}, limit=None,
        sample=None, seed=0, timeout=None, report=False, gold=None,
    )  # fmt: skip
    seconds = {}
    for workers in sorted({1, cores()}):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            run(several, Path(folder) / "out", options, workers=workers)
            seconds[workers] = time.perf_counter() - started
    for workers, taken in seconds.items():
        speed = words([article.text for article in several]) / taken
        times = f"{seconds[1] / taken:.2f} times one"
        yield f"- {workers} worker{'s' * (workers > 1)}: {speed:,.0f} words/s, {times}"


def growth_lines(articles: list[str]) -> Iterator[str]:
    """Cost a word as articles get longer, and as there are more of them."""
    whole = "\n".join(dict.fromkeys(articles))
    lines = whole.splitlines()
    yield "| words in an article | µs a word |"
    yield "|--:|--:|"
    for copies in (1, 4, 16):
        text = "\n".join(lines * copies)
        taken = median_seconds(ours, [text], rounds=3)
        yield f"| {words([text]):,} | {taken / words([text]) * 1e6:.1f} |"
    yield ""
    yield "| articles | µs a word |"
    yield "|--:|--:|"
    for copies in (1, 4, 16):
        many = articles * copies
        taken = median_seconds(ours, many, rounds=1)
        yield f"| {len(many):,} | {taken / words(many) * 1e6:.1f} |"


def _cpu() -> str:
    try:
        models = [
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ]
    except OSError:
        models = []
    return models[0] if models else platform.processor() or platform.machine()


def main() -> int:
    """Print the tables; exit status 1 when all texts together are over the limit."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*")
    options.add_argument("--all", action="store_true", help="stages, rivals, workers, growth")
    options.add_argument("--keep", action="store_true", help=f"write {RESULTS.name}")
    chosen = options.parse_args()
    texts = groups(chosen.files)
    lines, ratio = ratios(texts)
    every = [article for articles in texts.values() for article in articles]
    if chosen.all:
        for title, more in (
            ("Stages", stage_lines(every)),
            ("Rivals", rival_lines(every)),
            ("Workers", worker_lines(every)),
            ("Growth", growth_lines(every)),
        ):
            lines += ["", f"## {title}", "", *more]
    made = (
        f"Python {platform.python_version()}, spaCy {spacy.__version__}, {_cpu()}, "
        f"{cores()} cores, {datetime.date.today()}"
    )
    page = "\n".join(
        [
            "# Benchmark",
            "",
            f"`make bench` on {made}; the limit of the ratio is {LIMIT}.",
            "",
            *lines,
        ]
    )
    print(page)
    if chosen.keep:
        _, apart, measured = RESULTS.read_text(encoding="utf-8").partition(_APART)
        RESULTS.write_text(page + "\n" + apart + measured, encoding="utf-8")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
