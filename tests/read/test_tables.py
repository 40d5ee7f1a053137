"""CSV, TSV and Parquet: one article a row."""

import datetime

import pyarrow
import pytest
from pyarrow import parquet

from extract.article import Article
from extract.read.fields import Fields
from read.reading import problem, read_all, write

ROWS = [
    ("id", "title", "text", "url", "published", "author"),
    ("7", "A, B", 'He said "no"\nand left.', "https://example.org/1", "2024-07-10", "A"),
    ("", "", "Two", "", "July 9, 2024", ""),
]


def articles(source, first):
    return [
        Article(
            text='He said "no"\nand left.',
            doc_id="7",
            source=source,
            record=first,
            title="A, B",
            url="https://example.org/1",
            published="2024-07-10",
            author="A",
        ),
        Article(
            text="Two",
            doc_id=f"n#{first + 1}",
            source=source,
            record=first + 1,
            published="2024-07-09",
        ),
    ]


def table(comma, rows=ROWS, end="\n"):
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "".join(comma.join(row) + end for row in quoted)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("n.csv", table(",")),
        ("n.csv", "﻿" + table(",", end="\r\n")),
        ("n.csv", table(";")),
        ("n.csv", table("\t")),
        ("n.tsv", table("\t")),
        ("n.TSV", table("\t").replace('"id"', " id ")),
    ],
)
def test_table(tmp_path, name, content):
    path = write(tmp_path / name, content)
    assert read_all(path) == articles(name, 2)


def test_field_names(tmp_path):
    path = write(tmp_path / "n.csv", "key,body,text\nk,One,5\n")
    assert read_all(path, fields=Fields(id="key", text="body")) == [
        Article(text="One", doc_id="k", source="n.csv", record=2)
    ]


def test_a_cell_longer_than_csv_allows_by_itself(tmp_path):
    text = "word " * 100_000
    path = write(tmp_path / "n.csv", f'text\n"{text}"\n')
    assert [item.text for item in read_all(path)] == [text]


def test_bad_rows_are_named_and_the_others_read(tmp_path):
    path = write(
        tmp_path / "n.csv",
        b'id,text\na,A\nb\nc,C,more\n\nd,\ne,"E" and\nf,caf\xe9\ng,\0\nh,H\n',
    )
    assert read_all(path) == [
        Article(text="A", doc_id="a", source="n.csv", record=2),
        problem("n.csv", "1 columns, but the first row names 2", 3),
        problem("n.csv", "3 columns, but the first row names 2", 4),
        problem("n.csv", "'text' is empty", 6),
        problem("n.csv", "broken row: ',' expected after '\"'", 7),
        problem("n.csv", "not UTF-8; save the table as UTF-8", 8),
        problem("n.csv", "binary, not text", 9),
        Article(text="H", doc_id="h", source="n.csv", record=10),
    ]


BAD_TABLES = [
    ("empty.csv", b"", "empty"),
    ("blank.csv", b"\n\n", "empty"),
    ("bom.csv", b"\xef\xbb\xbf", "empty"),
    ("header.csv", b"id,text\n", "no row below the header"),
    ("utf16.csv", "id,text\na,A\n".encode("utf-16"), "UTF-16, not UTF-8; save it as UTF-8"),
    (
        "names.csv",
        b"key,body\na,A\n",
        "no column 'text' in the first row (key, body); --text-field names another",
    ),
    ("none.parquet", b"", "broken Parquet: Parquet file size is 0 bytes"),
]


@pytest.mark.parametrize(
    ("name", "content", "cause"), BAD_TABLES, ids=[row[0] for row in BAD_TABLES]
)
def test_bad_table(tmp_path, name, content, cause):
    path = write(tmp_path / name, content)
    assert read_all(path) == [problem(name, cause)]


def test_a_quotation_mark_that_is_never_closed(tmp_path):
    path = write(tmp_path / "n.csv", 'text\nA\n"B\nC\n')
    assert read_all(path) == [
        Article(text="A", doc_id="n#2", source="n.csv", record=2),
        problem("n.csv", "a quotation mark that opens here is never closed", 3),
    ]


def frame(rows=ROWS):
    columns = {name: [row[at] or None for row in rows[1:]] for at, name in enumerate(rows[0])}
    columns["id"] = [int(row[0]) if row[0] else None for row in rows[1:]]
    columns["published"] = [datetime.date(2024, 7, 10), datetime.date(2024, 7, 9)]
    columns["more"] = [b"\xff", b"\0"]
    return pyarrow.table(columns)


def test_parquet(tmp_path):
    parquet.write_table(frame(), tmp_path / "n.parquet")
    assert read_all(tmp_path) == articles("n.parquet", 1)


def test_parquet_by_row_group(tmp_path):
    rows = pyarrow.table({"text": [f"Text {number}." for number in range(1000)]})
    parquet.write_table(rows, tmp_path / "n.parquet", row_group_size=100)
    found = read_all(tmp_path)
    assert [item.text for item in found] == [f"Text {number}." for number in range(1000)]
    assert [item.record for item in found] == list(range(1, 1001))


def test_bad_parquet(tmp_path):
    parquet.write_table(pyarrow.table({"body": ["x"]}), tmp_path / "a.parquet")
    parquet.write_table(pyarrow.table({"text": ["x", None, "y"]}), tmp_path / "b.parquet")
    parquet.write_table(pyarrow.table({"text": [1.5]}), tmp_path / "c.parquet")
    parquet.write_table(pyarrow.table({"text": [b"\xff"]}), tmp_path / "d.parquet")
    whole = (tmp_path / "b.parquet").read_bytes()
    write(tmp_path / "e.parquet", whole[: len(whole) // 2])
    *found, cut = read_all(tmp_path)
    assert found == [
        problem("a.parquet", "no column 'text' (body); --text-field names it"),
        Article(text="x", doc_id="b#1", source="b.parquet", record=1),
        problem("b.parquet", "no 'text' in the record", 2),
        Article(text="y", doc_id="b#3", source="b.parquet", record=3),
        problem("c.parquet", "'text' must be a string, not 1.5", 1),
        problem("d.parquet", "'text' must be a string, not \"/w==\"", 1),
    ]
    assert (cut.source, cut.record) == ("e.parquet", None)
    assert cut.error.startswith("broken Parquet: ")
