"""Whole runs: order, errors one by one, the same bytes for any number of workers, flat memory."""

import itertools
import json
import tracemalloc

import msgspec
import pytest

from extract import batch, pipeline, workers
from extract.article import Article
from extract.records import ErrorRecord, RunOptions

OPTIONS = RunOptions(
    inputs=("x",),
    published=None,
    formats=("jsonl", "csv"),
    with_text=True,
    fields={},
    limit=None,
    sample=None,
    seed=0,
    timeout=None,
    report=False,
    gold=None,
)
PROSE = "On July 10, 2024, Prime Minister Pham Minh Chinh opened {} roads in Da Nang, up 12%."


def articles(count):
    for number in range(count):
        yield Article(
            text=PROSE.format(number % 10 + 2), doc_id=f"a{number}", source=f"a{number}.txt"
        )


def content(path):
    return {file.name: file.read_bytes() for file in path.iterdir() if file.name != "run.json"}


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_run_counts_what_it_wrote(tmp_path):
    error = ErrorRecord(source="bad.txt", record=None, error="empty")
    seen = []
    record = batch.run(
        [*articles(2), error], tmp_path / "o", OPTIONS, watch=lambda *step: seen.append(step)
    )
    mentions = lines(tmp_path / "o" / "mentions.jsonl")
    assert (record.articles, record.words, record.errors) == (2, 34, 1)
    assert sum(record.mentions.values()) == len(mentions)
    assert record.entities == len(lines(tmp_path / "o" / "entities.jsonl"))
    assert lines(tmp_path / "o" / "errors.jsonl") == [
        {"source": "bad.txt", "record": None, "error": "empty"}
    ]
    assert len(seen) == 3
    run = json.loads((tmp_path / "o" / "run.json").read_text())
    assert (run["program"], run["articles"], run["options"]["formats"]) == (
        "meeting-extract",
        2,
        ["jsonl", "csv"],
    )
    assert sorted(content(tmp_path / "o")) == [
        "agencies.csv",
        "articles.csv",
        "articles.jsonl",
        "audit.csv",
        "audit.jsonl",
        "dates.csv",
        "entities.csv",
        "entities.jsonl",
        "errors.jsonl",
        "facts.csv",
        "facts.jsonl",
        "localities.csv",
        "mentions.jsonl",
        "officials.csv",
        "percentages.csv",
        "quantities.csv",
    ]


def test_a_run_counts_duplicates_and_warnings(tmp_path):
    first, *others = articles(3)
    marked = [
        msgspec.structs.replace(article, duplicate_of="a0", warnings=("one", "two"))
        for article in others
    ]
    record = batch.run([first, *marked], tmp_path / "o", OPTIONS)
    assert (record.duplicates, record.warnings) == (2, 2)
    found = lines(tmp_path / "o" / "articles.jsonl")
    assert [(line["duplicate_of"], line["warnings"]) for line in found] == [
        (None, []),
        ("a0", ["one", "two"]),
        ("a0", ["one", "two"]),
    ]


def test_lines_are_in_input_order(tmp_path):
    batch.run(articles(40), tmp_path / "o", OPTIONS)
    wanted = [f"a{number}" for number in range(40)]
    found = lines(tmp_path / "o" / "mentions.jsonl")
    assert [line["doc_id"] for line in lines(tmp_path / "o" / "articles.jsonl")] == wanted
    assert list(dict.fromkeys(line["doc_id"] for line in found)) == wanted
    for _, group in itertools.groupby(found, key=lambda line: line["doc_id"]):
        starts = [line["start"] for line in group]
        assert starts == sorted(starts)


def test_workers_write_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_FEW", 100)
    monkeypatch.setattr(workers, "_CHUNK", 500)
    items = [*articles(20), ErrorRecord(source="bad", record=1, error="no"), *articles(40)][:45]
    for count in (1, 2):
        batch.run(iter(items), tmp_path / str(count), OPTIONS, workers=count)
    monkeypatch.undo()
    batch.run(iter(items), tmp_path / "0", OPTIONS)
    assert content(tmp_path / "2") == content(tmp_path / "1") == content(tmp_path / "0")


def test_an_article_that_fails_stops_nothing(tmp_path, monkeypatch):
    real = pipeline.Pipeline.parts

    def failing(self, article):
        if article.doc_id == "a1":
            raise RecursionError("too\ndeep")
        return real(self, article)

    monkeypatch.setattr(pipeline.Pipeline, "parts", failing)
    record = batch.run(articles(3), tmp_path / "o", OPTIONS)
    assert (record.articles, record.errors) == (2, 1)
    assert [line["doc_id"] for line in lines(tmp_path / "o" / "articles.jsonl")] == ["a0", "a2"]
    assert lines(tmp_path / "o" / "errors.jsonl") == [
        {"source": "a1.txt", "record": None, "error": "article 'a1': RecursionError: too deep"}
    ]


@pytest.mark.parametrize("few", [10_000_000, 100])
def test_reading_that_breaks_off_leaves_nothing(tmp_path, monkeypatch, few):
    monkeypatch.setattr(workers, "_FEW", few)

    def breaking():
        yield from articles(20)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch.run(breaking(), tmp_path / "o", OPTIONS, workers=2)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path):
    batch.run(articles(400), tmp_path / "warm", OPTIONS)  # what is loaded once does not count
    peaks = []
    for count in (50, 400):
        tracemalloc.start()
        batch.run(articles(count), tmp_path / str(count), OPTIONS)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5
