"""Reading: what comes in as articles, and the one line that each bad input gets."""

import gzip
import os
from pathlib import Path

import pytest
import zstandard

from extract.article import Article
from extract.read.endings import KNOWN
from extract.read.fields import Fields
from extract.read.sources import find_sources
from read.reading import problem, read_all, write


def test_text_file_is_kept_unchanged(tmp_path):
    path = write(tmp_path / "a.b.txt", "﻿One\r\nNguyễn \t\u2028 two\n\n")
    assert read_all(path) == [
        Article(text="One\r\nNguyễn \t\u2028 two\n\n", doc_id="a.b", source="a.b.txt")
    ]


def test_folder_is_read_in_a_stable_order(tmp_path):
    for name in ("b.txt", "a/z.md", "a/y.TXT", ".hidden/x.txt", "a/.h.txt", "a/page.doc", "c.txt"):
        write(tmp_path / name, name)
    write(tmp_path / "a" / "n.jsonl", '{"text": "n"}\n')
    assert [(item.doc_id, item.source) for item in read_all(tmp_path)] == [
        ("a/n#1", "a/n.jsonl"),
        ("a/y", "a/y.TXT"),
        ("a/z", "a/z.md"),
        ("b", "b.txt"),
        ("c", "c.txt"),
    ]


def test_an_earlier_output_is_no_input_unless_it_is_named(tmp_path):
    for name in ("n/a.txt", "n/out/articles.jsonl", "n/out/brat/a.txt", "n/theirs/b.txt", "n/z.md"):
        write(tmp_path / name, '{"text": "x"}' if name.endswith("l") else name)
    write(tmp_path / "n" / "out" / "run.json", '{"program": "meeting-extract"}')
    for name, content in (("theirs", '{"program": "another"}'), ("", "{broken")):
        write(tmp_path / "n" / name / "run.json", content)

    def found(*inputs):
        told = []
        sources = find_sources([str(tmp_path / name) for name in inputs], told.append)
        return [source.name for source in sources], told

    out = tmp_path / "n" / "out"
    assert found("n") == (["a.txt", "theirs/b.txt", "z.md"], [out])
    assert found("n/*/*.txt") == (["theirs/b.txt"], [out])
    assert found("n/out") == (["articles.jsonl", "brat/a.txt"], [])
    assert found("n/out/*.jsonl") == (["articles.jsonl"], [])
    assert found("n/out/articles.jsonl") == (["articles.jsonl"], [])
    (out / "run.json").rename(out / "checkpoint.json.partial")
    assert found("n") == (["a.txt", "theirs/b.txt", "z.md"], [])


def test_glob_names_files_below_its_fixed_part(tmp_path):
    for name in ("news/2024/a.txt", "news/2023/a.txt", "news/a.md"):
        write(tmp_path / name, name)
    found = read_all(tmp_path / "news" / "**" / "*.txt")
    assert [item.doc_id for item in found] == ["2023/a", "2024/a"]


def test_jsonl_fields(tmp_path):
    path = write(
        tmp_path / "n.jsonl",
        '﻿{"id": 7, "title": "T", "text": "One", "url": "https://example.org/1", '
        '"published": "2024-07-10T09:30:00+07:00", "author": ["A", "B"], "more": 1}\n'
        "\n"
        '{"text": "Two", "published": "July 9, 2024", "title": null, "author": ""}\r\n',
    )
    assert read_all(path) == [
        Article(
            text="One",
            doc_id="7",
            source="n.jsonl",
            record=1,
            title="T",
            url="https://example.org/1",
            published="2024-07-10",
            author="A, B",
        ),
        Article(text="Two", doc_id="n#3", source="n.jsonl", record=3, published="2024-07-09"),
    ]


def test_jsonl_field_names(tmp_path):
    path = write(tmp_path / "n.jsonl", '{"key": "k", "body": "One", "text": 5}\n')
    assert read_all(path, fields=Fields(id="key", text="body")) == [
        Article(text="One", doc_id="k", source="n.jsonl", record=1)
    ]


def test_published_option_stands_above_metadata(tmp_path):
    path = write(tmp_path / "n.jsonl", '{"id": "k", "text": "One", "published": "2020-01-01"}\n')
    assert read_all(path, published="2024-07-10") == [
        Article(
            text="One",
            doc_id="k",
            source="n.jsonl",
            record=1,
            published="2024-07-10",
            published_from="option",
        )
    ]


BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("blank.md", b" \n\t\n", "empty"),
    ("bom.txt", b"\xef\xbb\xbf\n", "empty"),
    ("binary.txt", b"\x7fELF\x00\x01", "binary, not text"),
    ("utf16.txt", "one".encode("utf-16"), "UTF-16, not UTF-8; save it as UTF-8"),
    ("latin.txt", b"one\ncaf\xe9 two", "not UTF-8: byte 0xe9 in line 2; save it as UTF-8"),
    ("none.jsonl", b"\n\n", "empty"),
]


@pytest.mark.parametrize(("name", "content", "cause"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_bad_file(tmp_path, name, content, cause):
    write(tmp_path / name, content)
    write(tmp_path / "zzz.txt", "good")
    assert read_all(tmp_path) == [
        problem(name, cause),
        Article(text="good", doc_id="zzz", source="zzz.txt"),
    ]


BAD_LINES = [
    (b'{"text": "One"', "broken JSON: Input data was truncated"),
    (b"hello", "broken JSON: JSON is malformed: invalid character (byte 0)"),
    (b'["One"]', 'not a JSON object; each line must be one, such as {"text": …}'),
    (b'{"title": "T"}', "no 'text' in the record"),
    (b'{"text": null}', "no 'text' in the record"),
    (b'{"text": "  "}', "'text' is empty"),
    (b'{"text": ["One"]}', "'text' must be a string, not [\"One\"]"),
    (b'{"text": "One", "title": {"en": "T"}}', '\'title\' must be a string, not {"en":"T"}'),
    (
        b'{"text": "One", "published": "next week"}',
        "'published': 'next week' is no day such as 2024-07-10",
    ),
    (
        b'{"text": "One", "published": "2024-02-30"}',
        "'published': '2024-02-30' is no day of the calendar: day is out of range for month",
    ),
    (b'{"text": "caf\xe9"}', "not UTF-8"),
]


@pytest.mark.parametrize(("line", "cause"), BAD_LINES, ids=[cause[:40] for _, cause in BAD_LINES])
def test_bad_line(tmp_path, line, cause):
    path = write(
        tmp_path / "n.jsonl", b'{"id": "a", "text": "A"}\n' + line + b'\n{"id": "b", "text": "B"}'
    )
    assert read_all(path) == [
        Article(text="A", doc_id="a", source="n.jsonl", record=1),
        problem("n.jsonl", cause, record=2),
        Article(text="B", doc_id="b", source="n.jsonl", record=3),
    ]


def test_second_article_of_an_id(tmp_path):
    write(tmp_path / "a.txt", "one")
    write(tmp_path / "a.md", "two")
    assert read_all(tmp_path) == [
        Article(text="two", doc_id="a", source="a.md"),
        problem("a.txt", "a second article with the id 'a'; each needs an id of its own"),
    ]


def test_inputs_that_name_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "page.doc", "<p>")
    (tmp_path / "empty").mkdir()
    assert read_all("gone.txt", "empty", "*.md", "page.doc", "none/*.md") == [
        problem("gone.txt", "no such file or folder"),
        problem("empty", f"no article in this folder ({KNOWN})"),
        problem("*.md", "matches no file"),
        problem("page.doc", f"files ending in '.doc' are not read (only {KNOWN})"),
        problem("none/*.md", "matches no file"),
    ]


def test_unreadable_files(tmp_path):
    os.symlink(tmp_path / "gone", tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert read_all(tmp_path) == [
        problem("a.txt", "cannot be read: No such file or directory"),
        problem("b.txt", "cannot be read: not a regular file"),
    ]


def test_file_name_that_is_not_utf8(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("one")
    assert read_all(tmp_path) == [Article(text="one", doc_id="caf�", source="caf�.txt")]


@pytest.mark.parametrize(
    ("content", "doc_ids"),
    [
        ("A text.", ["stdin"]),
        ('\n {"text": "a"}\n{"id": "b", "text": "b"}', ["stdin#2", "b"]),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}'), ["stdin#1", "stdin#2"]),
        (zstandard.compress(b"A text."), ["stdin"]),
        ("<!DOCTYPE html><p>The board will meet in Hanoi today.", ["stdin"]),
    ],
)
def test_stdin(tmp_path, monkeypatch, content, doc_ids):
    with write(tmp_path / "in", content).open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert [item.doc_id for item in read_all("-")] == doc_ids


def test_second_article_of_an_id_names_its_line(tmp_path):
    path = write(tmp_path / "n.jsonl", '{"id": "a", "text": "A"}\n{"id": "a", "text": "B"}\n')
    cause = "a second article with the id 'a'; each needs an id of its own"
    assert read_all(path)[1] == problem("n.jsonl", cause, record=2)


@pytest.mark.parametrize(
    ("start", "name"), [(b"PK\x03\x04", "a zip archive"), (b"PAR1", "Parquet")]
)
def test_stdin_that_must_be_a_file(tmp_path, monkeypatch, start, name):
    with write(tmp_path / "in", start + b"...").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        cause = f"cannot be read: {name} on standard input is not read; name the file"
        assert read_all("-") == [problem("stdin", cause)]


def test_an_article_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr("extract.read.jsonl.LONGEST_ARTICLE", 40)
    path = write(
        tmp_path / "n.jsonl",
        '{"text": "A"}\n{"text": "' + "long " * 30 + '"}\n{"text": "B"}\n',
    )
    assert [getattr(item, "text", item) for item in read_all(path)] == [
        "A",
        problem("n.jsonl", "longer than 0 MB", record=2),
        "B",
    ]


def test_same_text_is_flagged_and_kept(tmp_path):
    write(tmp_path / "a.txt", "One text of a meeting.")
    write(tmp_path / "b.txt", "Another text.")
    write(
        tmp_path / "c.jsonl", '{"text": "One  text\\nof a meeting. "}\n{"text": "Another text."}\n'
    )
    write(tmp_path / "d.txt", "One text of a meeting.")
    assert [(item.doc_id, item.duplicate_of) for item in read_all(tmp_path)] == [
        ("a", None),
        ("b", None),
        ("c#1", "a"),
        ("c#2", "b"),
        ("d", "a"),
    ]
