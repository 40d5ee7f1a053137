"""``make bench``: the cost of extraction as a multiple of bare spaCy tokenization of the same
texts.

Both run in this process, on the same articles: a fresh ``spacy.blank("en")`` tokenizer, one
warm-up pass, Docs not kept; then the pipeline in the same way. The median of five rounds counts.
Without arguments the texts are made from the seeds and the case tables; a JSONL file with
``text`` may be named.
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


def texts(path: str | None) -> list[str]:
    """The articles to measure on."""
    if path:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines]
    seeds = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "seeds").glob("*.txt"))]
    cases = []
    for table in sorted((ROOT / "tests" / "cases").glob("*.jsonl")):
        lines = table.read_text(encoding="utf-8").splitlines()
        sentences = [json.loads(line)["text"] for line in lines if line.strip()]
        cases += ["\n".join(sentences[i : i + 40]) for i in range(0, len(sentences), 40)]
    return (seeds + cases) * 10


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
    """Print the table; exit status 1 when over the limit."""
    articles = texts(sys.argv[1] if len(sys.argv) > 1 else None)
    words = sum(len(article.split()) for article in articles)
    pipeline = default()
    bare = median_seconds(spacy.blank("en").tokenizer, articles)
    ours = median_seconds(
        lambda text: pipeline(Article(text=text, published="2024-07-01")), articles
    )
    print(f"{len(articles):,} articles, {words:,} words, Python {platform.python_version()}")
    print(f"bare spaCy tokenization  {words / bare:>12,.0f} words/s   1.00")
    print(f"meeting-extract          {words / ours:>12,.0f} words/s   {ours / bare:.2f}")
    return int(ours / bare > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
