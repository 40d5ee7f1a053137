"""Very long texts: what blocks give is what the whole would give, for far less memory."""

import json

import pytest

from extract import blocks, pipeline, workers
from extract.article import Article
from extract.blocks import cut
from extract.job import Job
from extract.records import RegionSpan

PARAGRAPH = (
    "On July {}, Prime Minister Pham Minh Chinh chaired a meeting of the Ministry of Finance in "
    "Da Nang. The province built {} roads, of which 50% were finished, up 12% from last year.\n\n"
)
TEXT = "The meeting\n\n" + "".join(PARAGRAPH.format(at % 30 + 1, at + 2) for at in range(60))


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST", 1000)
    monkeypatch.setattr(cut, "__defaults__", (1500,))


@pytest.mark.parametrize(
    ("text", "size", "wanted"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("One and.\n\nTwo and.\nThree", 12, ["One and.\n\n", "Two and.\n", "Three"]),
        ("One two. Three four", 12, ["One two. ", "Three four"]),
        ("One two three four", 10, ["One two ", "three four"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
    ],
)
def test_cut(text, size, wanted):
    assert [text[start:end] for start, end in cut(text, size)] == wanted


def test_blocks_give_what_the_whole_gives(small_blocks, monkeypatch):
    article = Article(text=TEXT, published="2024-07-10", url="https://a.gov.vn")
    in_blocks = pipeline.default()(article)
    assert len(list(pipeline.default().parts(article))) > 8
    monkeypatch.setattr(pipeline, "LONGEST", 10**9)
    assert in_blocks == pipeline.default()(article)
    assert len(in_blocks.mentions) > 400
    assert {region.kind for region in in_blocks.article.regions} == {"title", "body"}


def test_the_first_block_says_what_dates_count_from(small_blocks):
    result = pipeline.default()(Article(text="On March 5, 2019, the council met.\n\n" + TEXT))
    assert (result.article.reference_date, result.article.reference_date_from) == (
        "2019-07-01",
        "text",
    )
    days = {m.first_day for m in result.mentions if m.type == "date" and m.text == "July 7"}
    assert days == {"2019-07-07"}


def test_rows_of_blocks_are_those_of_the_whole(small_blocks, monkeypatch):
    def rows():
        (outcome,) = workers.work([Article(text=TEXT)], Job())
        made = {}
        for part in outcome.rows():
            for name, added in part.items():
                made[name] = made.get(name, b"") + added
        return made, outcome.tally

    in_blocks, tally = rows()
    monkeypatch.setattr(pipeline, "LONGEST", 10**9)
    assert (in_blocks, tally) == rows()
    assert (tally.articles, len(in_blocks["articles.jsonl"].splitlines())) == (1, 1)
    assert json.loads(in_blocks["articles.jsonl"])["text"] == TEXT


def test_regions_are_cut_with_the_text():
    regions = (RegionSpan("title", 0, 5), RegionSpan("body", 7, 20))
    assert blocks._within(regions, 3, 10) == (RegionSpan("title", 0, 2), RegionSpan("body", 4, 7))
    assert blocks._within(regions, 30, 40) == (RegionSpan("body", 0, 10),)
