"""A pandas frame in, a frame of records out."""

import pandas
import pytest

from extract import extract_frame
from extract.engines.frame import records_of

TEXT = "On July 10, 2024, Minister Tran Van Minh met 40 farmers in Hanoi."


def test_rows_are_the_lines_of_a_run():
    rows = extract_frame(pandas.DataFrame({"id": ["a"], "text": [TEXT]}))
    assert list(rows.columns) == ["doc_id", "file", "record"]
    assert rows["file"].value_counts().to_dict() == {
        "mentions": 4,
        "entities": 2,
        "facts": 1,
        "articles": 1,
    }
    assert set(rows["doc_id"]) == {"a"}
    mentions = records_of(rows, "mentions")
    assert list(mentions["text"]) == ["July 10, 2024", "Tran Van Minh", "40", "Hanoi"]


def test_a_bad_row_is_an_error_and_stops_nothing():
    frame = pandas.DataFrame(
        {
            "id": ["a", None, "c"],
            "text": [None, 3.5, TEXT],
            "published": [None, None, pandas.Timestamp("2024-07-10")],
        }
    )
    rows = extract_frame(frame)
    errors = records_of(rows, "errors")
    assert list(errors["record"]) == [1, 2]
    assert list(errors["error"]) == [
        "no 'text' in the record",
        "'text' must be a string, not 3.5",
    ]
    assert records_of(rows, "articles")["published"].item() == "2024-07-10"


def test_an_empty_frame_gives_an_empty_frame():
    rows = extract_frame(pandas.DataFrame({"text": []}))
    assert (len(rows), list(rows.columns)) == (0, ["doc_id", "file", "record"])
    assert records_of(rows, "facts").empty


def test_the_index_of_the_frame_does_not_matter():
    frame = pandas.DataFrame({"id": ["a", "b"], "text": [TEXT, TEXT]}, index=[7, 7])
    assert list(records_of(extract_frame(frame), "articles")["doc_id"]) == ["a", "b"]


def test_dask_map_partitions():
    dask = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    frame = pandas.DataFrame({"id": ["a", "b"], "text": [TEXT, TEXT]})
    meta = extract_frame(frame.iloc[:0])
    rows = dask.from_pandas(frame, npartitions=2).map_partitions(extract_frame, meta=meta).compute()
    assert rows.reset_index(drop=True).equals(extract_frame(frame))


def test_spark_map_in_pandas():
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed")
    session = sql.SparkSession.builder.master("local[1]").getOrCreate()
    table = session.createDataFrame([("a", TEXT)], "id string, text string")
    rows = table.mapInPandas(
        lambda frames: map(extract_frame, frames), "doc_id string, file string, record string"
    ).toPandas()
    assert list(records_of(rows, "mentions")["text"])[:2] == ["July 10, 2024", "Tran Van Minh"]
