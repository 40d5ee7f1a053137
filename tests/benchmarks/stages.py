"""What each stage of the pipeline takes of its time."""

import time
from collections import Counter
from typing import Any

from extract import pipeline as module
from extract.article import Article
from extract.pipeline import Pipeline, default

_METHODS = ("find", "settle", "scan")
_FUNCTIONS = ("blank_furniture", "settle", "make_result")


def shares(articles: list[str]) -> dict[str, float]:
    """Part of the pipeline's time by stage, largest first; ``other`` is what lies between."""
    seconds: Counter[str] = Counter()

    def timed(name: str, work: Any) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            started = time.perf_counter()
            result = work(*arguments, **options)
            seconds[name] += time.perf_counter() - started
            return result

        return call

    built = Pipeline(default().patterns)
    for name, stage in list(vars(built).items()):
        methods = [method for method in _METHODS if hasattr(stage, method)]
        for method in methods:
            setattr(stage, method, timed(name, getattr(stage, method)))
        if not methods and callable(stage):
            setattr(built, name, timed(name, stage))
    kept = {name: getattr(module, name) for name in _FUNCTIONS if hasattr(module, name)}
    for name, work in kept.items():
        setattr(module, name, timed(name, work))
    try:
        for text in articles:
            built(Article(text=text))
        seconds.clear()
        started = time.perf_counter()
        for text in articles:
            built(Article(text=text))
        whole = time.perf_counter() - started
    finally:
        for name, work in kept.items():
            setattr(module, name, work)
    found = {name: spent / whole for name, spent in seconds.most_common()}
    return {**found, "other": 1 - sum(found.values())}
