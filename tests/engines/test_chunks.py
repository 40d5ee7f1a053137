"""Chunks of the input, worked on apart, give what one process gives for the whole."""

import json

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from extract.engines import plan as planning
from extract.engines.chunks import compare, extract_chunk, keys_of
from extract.engines.plan import PlanError, plan
from extract.job import Job, perform
from extract.read import read
from extract.read.fields import Fields
from extract.read.sources import find_sources

JOB = Job(formats=("jsonl",))
LINES = [
    b'{"id": "a", "text": "They met in Hanoi."}',
    b'{"text": "They met in Hue on May 3, 2024."}',
    b'{"text": "They  met in Hanoi."}',
    b'{"id": "a", "text": "Another of the same id."}',
    b'{"id": 7, "text": "40 farmers came.", "published": "2024-05-03"}',
    b'{"id": "x"}',
    b"{broken",
    b"[1]",
    b"",
    b"  ",
    '{"text": "Đà Nẵng 😀"}'.encode(),
    b'{"text": "Two\\nlines."}\r',
]


def joined(outcomes):
    files: dict[str, bytes] = {}
    for outcome in outcomes:
        for rows in outcome.rows():
            for name, lines in rows.items():
                files[name] = files.get(name, b"") + lines
    return {name: lines for name, lines in files.items() if lines}


def in_chunks(path, published=None):
    chunks = plan([str(path)])
    known = compare(chunks, [keys_of(chunk, Fields()) for chunk in chunks])
    return len(chunks), joined(
        extract_chunk(chunk, before, Fields(), published, JOB)
        for chunk, before in zip(chunks, known, strict=True)
    )


def whole(path, published=None):
    return joined([perform(list(read(find_sources([str(path)]), published=published)), JOB)])


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(planning, "_BYTES", 40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.booleans(), st.integers(1, 90))
def test_lines_in_chunks_of_any_size(tmp_path_factory, lines, ended, size):
    path = tmp_path_factory.mktemp("lines") / "news.jsonl"
    path.write_bytes(b"\n".join(lines) + (b"\n" if ended else b""))
    bytes_before = planning._BYTES
    planning._BYTES = size
    try:
        number, files = in_chunks(path)
    finally:
        planning._BYTES = bytes_before
    assert number == max(1, -(-path.stat().st_size // size))
    if number == 1 or any(line.strip() for line in lines):
        assert files == whole(path)


def test_the_option_published_and_a_bom(tmp_path, small):
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\n".join(LINES))
    number, files = in_chunks(path, published="2024-07-10")
    assert number > 5
    assert files == whole(path, published="2024-07-10")
    assert json.loads(files["articles.jsonl"].splitlines()[0])["published"] == "2024-07-10"


def test_a_folder_of_lines_and_parquet(tmp_path, small):
    table = pyarrow.table({"text": [f"They met {number} farmers." for number in range(9)]})
    (tmp_path / "b").mkdir()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(LINES))
    parquet.write_table(table, tmp_path / "b" / "c.parquet", row_group_size=2)
    parquet.write_table(pyarrow.table({"id": ["a"]}), tmp_path / "b" / "d.parquet")
    (tmp_path / "b" / "e.jsonl").write_bytes(b'{"text": "They met 3 farmers."}')
    number, files = in_chunks(tmp_path)
    assert number > 10
    assert files == whole(tmp_path)
    again = [json.loads(line) for line in files["articles.jsonl"].splitlines()][-1]
    assert (again["doc_id"], again["duplicate_of"]) == ("b/e#1", "b/c#4")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.jsonl", "no such file or folder"),
        ("article.txt", "the engine reads .jsonl and .parquet only"),
        ("empty", "no .jsonl or .parquet file in this folder"),
        ("broken.parquet", "broken Parquet"),
    ],
)
def test_inputs_that_cannot_be_cut(tmp_path, name, message):
    (tmp_path / "article.txt").write_text("x")
    (tmp_path / "broken.parquet").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(PlanError) as error:
        plan([str(tmp_path / name)])
    assert str(tmp_path / name) in str(error.value)
    assert message in str(error.value)


def test_an_earlier_output_is_no_input_unless_it_is_named(tmp_path):
    for name in ("a.jsonl", "out/articles.jsonl", "out/facts/part-0.jsonl", "theirs/b.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text('{"text": "x"}')
    (tmp_path / "out" / "run.json").write_text('{"program": "meeting-extract"}')
    (tmp_path / "theirs" / "run.json").write_text("[]")
    told = []
    names = [chunk.name for chunk in plan([str(tmp_path)], told.append)]
    assert (names, told) == (["a.jsonl", "theirs/b.jsonl"], [str(tmp_path / "out")])
    names = [chunk.name for chunk in plan([str(tmp_path / "out")], told.append)]
    assert (names, len(told)) == (["articles.jsonl", "facts/part-0.jsonl"], 1)
