"""What is remembered from article to article has an end, however many new words come."""

import functools
import gc
import itertools
import random
import tracemalloc

from extract import tokens
from extract.article import Article
from extract.patterns import load
from extract.pipeline import Pipeline
from extract.records import RegionSpan
from extract.write import jsonl
from tests.benchmarks import many


def new_words(count, seed):
    draw = random.Random(seed)

    def word():
        return "".join(draw.choices("aeioubdgklmnrstvh", k=8))

    for _ in range(count):
        yield Article(
            text=f"On July {draw.randrange(1, 30)}, {draw.randrange(1000, 3000)}, Minister "
            f"{word().title()} {word().title()} of the {word().title()} Committee {word()} "
            f"{draw.randrange(10**9)} {word()} for Rs. {draw.randrange(10**9)} in {word().title()}."
        )


def unbounded():
    """How much each cache without a limit holds."""
    return {
        f"{cache.__module__}.{cache.__qualname__}": cache.cache_info().currsize
        for cache in gc.get_objects()
        if isinstance(cache, functools._lru_cache_wrapper)
        and cache.__module__.startswith("extract")
        and cache.cache_info().maxsize is None
    }


def test_caches_have_an_end(monkeypatch):
    monkeypatch.setattr(tokens, "_MAX_STRETCHES", 200)
    pipeline = Pipeline(load())
    for article in new_words(20, seed=1):
        pipeline(article)
    before = unbounded()
    sizes = []
    for article in new_words(300, seed=2):
        pipeline(article)
        sizes.append(len(pipeline.tokenize._stretches))
    assert unbounded() == before
    assert max(sizes) < 250
    assert sum(after < before for before, after in itertools.pairwise(sizes)) >= 5


def test_words_that_come_again_are_not_read_anew(monkeypatch):
    monkeypatch.setattr(tokens, "_MAX_STRETCHES", 50)
    tokenize = tokens.Tokenizer(load())
    read = []
    read_codes = tokens._Stretches._codes
    monkeypatch.setattr(
        tokens._Stretches, "_codes", lambda *asked: read.append(asked[1]) or read_codes(*asked)
    )
    for article in new_words(100, seed=3):
        tokenize(article.text)
    assert len(read) > 800
    assert read.count("Minister") == 1


def test_the_articles_of_the_long_measure_are_all_different():
    made = list(many.articles(["In 2024, Minister Tran Van Minh met 12 people of Hanoi."], 50))
    assert len({article.text for article in made}) == 50


def test_lines_leave_nothing_behind():
    spans = (RegionSpan(kind="body", start=0, end=1),)
    jsonl.lines(spans)
    tracemalloc.start()
    for _ in range(1000):
        jsonl.lines(spans)
    left = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert left < 10_000
