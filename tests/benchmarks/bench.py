"""``make bench``: the cost of extraction as a multiple of bare spaCy tokenization.

Both run in this process on the same articles: a fresh ``spacy.blank("en")`` tokenizer, one
warm-up pass, Docs not kept; then the whole pipeline in the same way. The median of five rounds
counts. Without arguments the texts are the seeds and the sentences of the case tables; any number
of JSONL files with a ``text`` field may be named.

The ratio depends on the texts more than on the machine: spaCy's tokenizer takes ten times as long
for a text with single line breaks (each is a special case of its rules) as for one without, and
extraction costs more where names and numbers stand close.
"""

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from extract.article import Article
from extract.pipeline import default

ROOT = Path(__file__).parents[2]
ROUNDS = 5
LIMIT = 4.0
COPIES = 10  # of the built-in texts, so that a round takes long enough to measure


def texts(paths: list[str]) -> dict[str, list[str]]:
    """The articles to measure on, by group."""
    if paths:
        return {path: _of_jsonl(Path(path)) for path in paths}
    cases = []
    for table in sorted((ROOT / "tests" / "cases").glob("*.jsonl")):
        sentences = _of_jsonl(table)
        cases += ["\n".join(sentences[i : i + 40]) for i in range(0, len(sentences), 40)]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return {"seeds": seeds * COPIES, "case sentences": cases * COPIES}


def _of_jsonl(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line.strip()]


def median_seconds(work: Callable[[str], object], articles: list[str]) -> float:
    """Median seconds of a pass over ``articles``, after one warm-up pass."""
    rounds = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for article in articles:
            work(article)
        rounds.append(time.perf_counter() - start)
    return statistics.median(rounds[1:])


def main() -> int:
    """Print the table; exit status 1 when all texts together are over the limit."""
    groups = texts(sys.argv[1:])
    pipeline = default()
    print(f"Python {platform.python_version()}; words a second; ratio (limit {LIMIT})")
    total_bare = total_ours = 0.0
    for name, articles in groups.items():
        words = sum(len(article.split()) for article in articles)
        bare = median_seconds(spacy.blank("en").tokenizer, articles)
        ours = median_seconds(lambda text: pipeline(Article(text=text)), articles)
        total_bare, total_ours = total_bare + bare, total_ours + ours
        speeds = f"spaCy {words / bare:>11,.0f}  meeting-extract {words / ours:>9,.0f}"
        print(f"{name:<16} {words:>9,} words  {speeds}  {ours / bare:.2f}")
    print(f"{'all':<16} {total_ours / total_bare:.2f}")
    return int(total_ours / total_bare > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
