"""Parquet, read back by pyarrow: the same records, with types."""

import datetime

import msgspec
import pyarrow
import pytest
from pyarrow import parquet

from extract.records import RegionSpan
from extract.result import ArticleResult
from extract.write import parquet as our_parquet
from extract.write.parquet import FILES, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory, results):
    path = tmp_path_factory.mktemp("parquet")
    write(iter(results), path)
    return path


def back(value):
    """A value as the records have it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        return tuple(RegionSpan(**v) if isinstance(v, dict) else v for v in value)
    return value


def test_the_same_records_come_back(folder, by_table):
    assert {path.name for path in folder.iterdir()} == set(FILES)
    for name, records in by_table.items():
        rows = parquet.read_table(folder / f"{name}.parquet").to_pylist()
        assert [{key: back(value) for key, value in row.items()} for row in rows] == records


def test_columns_have_types(folder):
    schema = parquet.read_schema(folder / "percentages.parquet")
    types = {field.name: str(field.type) for field in schema}
    assert [types[name] for name in ("doc_id", "start", "value", "points")] == [
        "string", "int64", "double", "bool",
    ]  # fmt: skip
    assert schema.field("value").metadata == {
        b"description": b"The number before the per cent sign: 80.44 for '80.44%'.",
        b"unit": b"%",
    }
    types = {f.name: str(f.type) for f in parquet.read_schema(folder / "articles.parquet")}
    assert types["published"] == "date32[day]"
    assert types["warnings"] == "list<element: string>"
    assert types["regions"].startswith("list<element: struct<kind: string, start: int64")


def test_nothing_gives_empty_tables_with_their_columns(tmp_path):
    write([], tmp_path)
    tables = {path.name: parquet.read_table(path) for path in tmp_path.iterdir()}
    assert set(tables) == set(FILES)
    assert {table.num_rows for table in tables.values()} == {0}
    assert tables["dates.parquet"].column_names[-5:] == [
        "first_day", "last_day", "granularity", "edtf", "modifier",
    ]  # fmt: skip


def test_an_article_without_text(tmp_path, results):
    article = msgspec.structs.replace(results[0].article, text="")
    write([ArticleResult(article=article, mentions=(), entities=())], tmp_path)
    assert parquet.read_table(tmp_path / "articles.parquet")["text"].to_pylist() == [None]


def test_row_groups_are_written_as_they_fill(tmp_path, results, monkeypatch):
    monkeypatch.setattr(our_parquet, "_GROUP", 50)
    monkeypatch.setattr(our_parquet, "_GROUP_TEXT", 10_000)
    write(iter(results), tmp_path)
    groups = {
        name: parquet.ParquetFile(tmp_path / name).metadata.num_row_groups
        for name in ("articles.parquet", "agencies.parquet", "audit.parquet")
    }
    assert groups == {"articles.parquet": 3, "agencies.parquet": 2, "audit.parquet": 1}


def test_pandas_reads_it(folder, by_table):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(folder / "officials.parquet")
    assert frame["name"].tolist() == [record["name"] for record in by_table["officials"]]
    assert pyarrow.types.is_list(
        parquet.read_schema(folder / "officials.parquet").field("titles").type
    )
