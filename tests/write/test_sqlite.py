"""SQLite: typed tables with keys, views of the usual questions, batches merged into one file."""

import datetime
import sqlite3
from contextlib import closing

import msgspec
import pytest

from extract import extract
from extract.records import RegionSpan
from extract.result import ArticleResult
from extract.write.folder import OutputError
from extract.write.sqlite import FILE, merge, write
from extract.write.tables import TABLES

sqlite3.register_converter("DATE", lambda text: datetime.date.fromisoformat(text.decode()))
sqlite3.register_converter("BOOLEAN", lambda text: bool(int(text)))
LISTS = {
    "articles": {"regions": ("kind", "start", "end"), "warnings": ("warning",)},
    "officials": {"titles": ("title",)},
    "entities": {"titles": ("title",), "mentions": ("start",)},
    "audit": {"numbers": ("start",), "sentences": ("sent_start", "sent_end", "sentence")},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, results):
    path = tmp_path_factory.mktemp("sqlite")
    write(iter(results), path)
    return path


def query(database, sql, *values):
    with closing(sqlite3.connect(database, detect_types=sqlite3.PARSE_DECLTYPES)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, values)]


def content(database):
    """All rows of all tables."""
    tables = query(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    assert len(tables) == 18
    return {table["name"]: query(database, f'SELECT * FROM "{table["name"]}"') for table in tables}


def records_of(database, name):
    """The records of a table, their lists put together again."""
    found = query(database, f'SELECT * FROM "{name}"')
    for row in found:
        own = {"officials": ("doc_id", "start"), "entities": ("doc_id", "entity")}
        keys = own.get(name, ("doc_id", "finding") if name == "audit" else ("doc_id",))
        for field, items in LISTS.get(name, {}).items():
            where = " AND ".join(f"{key} = ?" for key in keys)
            lines = query(
                database,
                f'SELECT * FROM "{name}_{field}" WHERE {where} ORDER BY position',
                *(row[key] for key in keys),
            )
            if field == "regions":
                row[field] = tuple(RegionSpan(*(line[item] for item in items)) for line in lines)
            elif field == "sentences":
                row.update({f"{item}s": tuple(line[item] for line in lines) for item in items})
            else:
                row[field] = tuple(line[items[0]] for line in lines)
        row.pop("finding", None)
    return [{key: iso(value) for key, value in row.items()} for row in found]


def iso(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


def test_the_same_records_come_back(folder, by_table):
    database = folder / FILE
    for table in TABLES:
        assert ordered(records_of(database, table.name)) == ordered(by_table[table.name])


def ordered(records):
    return sorted(
        records,
        key=lambda record: (record["doc_id"], record.get("start", -1), str(record.get("entity"))),
    )


def test_mentions_hold_all_of_them(folder, results):
    rows = query(folder / FILE, "SELECT * FROM mentions")
    assert {tuple(row.values()) for row in rows} == {
        (m.doc_id, m.start, m.end, m.text, m.type) for r in results for m in r.mentions
    }
    assert len(rows) == sum(len(result.mentions) for result in results)


def test_keys_hold(folder):
    assert query(folder / FILE, "PRAGMA foreign_key_check") == []
    references = {
        table["name"]: {
            row["table"]
            for row in query(folder / FILE, f'PRAGMA foreign_key_list("{table["name"]}")')
        }
        for table in query(folder / FILE, "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    assert references["facts"] == {"mentions", "dates"}
    assert references["officials"] == {"mentions", "entities"}
    assert references["entities"] == {"articles"}
    assert [name for name, tables in references.items() if not tables] == ["articles"]


def test_a_row_that_refers_to_nothing_is_refused(tmp_path, results):
    facts = (msgspec.structs.replace(results[-1].facts[0], start=11),)
    wrong = msgspec.structs.replace(results[-1], facts=facts)
    with pytest.raises(OutputError) as error:
        write([wrong], tmp_path)
    assert str(error.value) == f"{tmp_path / FILE}: FOREIGN KEY constraint failed"
    assert list(tmp_path.iterdir()) == []


def test_what_a_column_means_stands_in_the_schema(folder):
    (row,) = query(folder / FILE, "SELECT sql FROM sqlite_master WHERE name = 'articles'")
    assert '"words" INTEGER NOT NULL, -- How many words it has.' in row["sql"]


def article(doc_id, text, **more):
    return extract(text, doc_id=doc_id, **more)


def test_merging_replaces_articles_that_come_again_and_nothing_else(tmp_path, results):
    database = tmp_path / "all.sqlite"
    merge(results, database)
    before = content(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE mine (note TEXT)")
        connection.execute("INSERT INTO mine VALUES ('kept')")
        connection.commit()
    changed = article(results[0].article.doc_id, "On May 2, 2024, 7 roads opened in Da Nang.")
    added = article("new", "The Ministry of Finance met.")
    merge([changed, added], database)
    assert query(database, "SELECT note FROM mine") == [{"note": "kept"}]
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DROP TABLE mine")
        connection.commit()
    fresh = tmp_path / "fresh.sqlite"
    merge([changed, *results[1:], added], fresh)
    after = content(database)
    assert {name: by_key(rows) for name, rows in after.items()} == {
        name: by_key(rows) for name, rows in content(fresh).items()
    }
    assert after != before
    assert query(database, "PRAGMA foreign_key_check") == []


def by_key(rows):
    return sorted(tuple(map(str, row.values())) for row in rows)


def test_merging_the_same_again_changes_nothing(tmp_path, results):
    database = tmp_path / "all.sqlite"
    merge(results, database)
    before = content(database)
    merge(results, database)
    assert {n: by_key(r) for n, r in content(database).items()} == {
        n: by_key(r) for n, r in before.items()
    }


def test_the_last_of_two_articles_with_one_id_counts(tmp_path):
    write([article("a", "12 roads."), article("b", "3%."), article("a", "In 2024.")], tmp_path)
    rows = query(tmp_path / FILE, "SELECT doc_id, type FROM mentions ORDER BY 1")
    assert [tuple(row.values()) for row in rows] == [("a", "date"), ("b", "percentage")]


def test_a_failed_merge_leaves_the_database_as_it_was(tmp_path, results):
    database = tmp_path / "all.sqlite"
    merge(results[:2], database)
    before = database.read_bytes()

    def breaks():
        yield from results
        raise RuntimeError

    with pytest.raises(RuntimeError):
        merge(breaks(), database)
    assert database.read_bytes() == before


def other(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (doc_id)")
        connection.commit()


def older(path):
    merge([], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE dates DROP COLUMN edtf")
        connection.commit()


REFUSED = [
    (lambda path: path.write_text("mine, and long enough to be a header of a database file " * 9),
     "file is not a database"),
    (other, "is no database that meeting-extract has written"),
    (older, "table 'dates' has other columns: another version of meeting-extract wrote it; "
     "write into a new file"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), REFUSED, ids=["text", "other", "older"])
def test_a_file_that_is_no_such_database_is_refused(tmp_path, results, make, message):
    path = tmp_path / "x.sqlite"
    make(path)
    before = path.read_bytes()
    with pytest.raises(OutputError) as error:
        merge(results, path)
    assert str(error.value) == f"{path}: {message}"
    assert path.read_bytes() == before


def test_places_that_cannot_be_written(tmp_path):
    for path in (tmp_path, tmp_path / "no" / "x.sqlite"):
        with pytest.raises(OutputError) as error:
            merge([], path)
        assert str(error.value) == f"{path}: unable to open database file"


def test_an_article_without_text(tmp_path, results):
    without = msgspec.structs.replace(results[0].article, text="")
    write([ArticleResult(article=without, mentions=(), entities=())], tmp_path)
    assert query(tmp_path / FILE, "SELECT text FROM articles") == [{"text": None}]


TEXT = (
    "😀 On July 10, 2024, Deputy Prime Minister Tran Van Minh chaired a meeting of the National "
    "Committee on Digital Services in Da Nang. Minister of Finance Le Thi Hoa spoke. "
    "In 2022, exports of Da Nang reached 2.5 billion USD. In 2023, exports of Da Nang reached "
    "3 billion USD."
)


@pytest.fixture
def database(tmp_path):
    write([article("a", TEXT, title="Meeting", published="2024-07-11")], tmp_path)
    return tmp_path / FILE


def test_view_attendance(database):
    rows = query(database, "SELECT day, article, name, posts, role FROM attendance")
    assert [tuple(row.values()) for row in rows] == [
        ("2024-07-11", "Meeting", "Tran Van Minh", "Deputy Prime Minister", "chair"),
        ("2024-07-11", "Meeting", "Le Thi Hoa", "Minister of Finance", "speaker"),
    ]


def test_view_facts_by_place(database):
    rows = query(
        database,
        "SELECT place, measure, value, unit, sentence FROM facts_by_place WHERE place_code = ?",
        "VN-DN",
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Da Nang", "exports", 2500000000, "USD",
         "In 2022, exports of Da Nang reached 2.5 billion USD."),
        ("Da Nang", "exports", 3000000000, "USD",
         "In 2023, exports of Da Nang reached 3 billion USD."),
    ]  # fmt: skip


def test_view_indicators_by_period(database):
    rows = query(
        database,
        "SELECT period_first_day, value FROM indicators_by_period WHERE measure LIKE 'exports%'",
    )
    assert [tuple(map(iso, row.values())) for row in rows] == [
        ("2022-01-01", 2500000000),
        ("2023-01-01", 3000000000),
    ]


def test_view_bodies_by_article(database):
    rows = query(database, "SELECT name, kind, mentions FROM bodies_by_article")
    assert [tuple(row.values()) for row in rows] == [
        ("National Committee on Digital Services", "committee", 1)
    ]
