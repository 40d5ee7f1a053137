"""Packed files, archives and sidecars."""

import gzip
import io
import random
import zipfile
import zlib

import pyarrow
import pytest
import zstandard
from pyarrow import parquet

from extract.article import Article
from extract.read.endings import KNOWN
from read.reading import problem, read_all, write

_CHANCE = random.Random(3)
LINES = b"".join(b'{"text": "%s"}\n' % _CHANCE.randbytes(50).hex().encode() for _ in range(5000))
PACKERS = {".gz": gzip.compress, ".zst": zstandard.compress}


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize(
    ("name", "content", "doc_id", "text"),
    [
        ("a.txt", b"One", "a", "One"),
        ("a.jsonl", b'{"text": "One"}', "a#1", "One"),
        ("a.csv", b"text\nOne\n", "a#2", "One"),
        ("2024.07.md", b"One", "2024.07", "One"),
        (
            "a.html",
            b"<p>The board will meet in Hanoi.</p>",
            "a",
            "The board will meet in Hanoi.\n",
        ),
    ],
)
def test_packed(tmp_path, ending, name, content, doc_id, text):
    write(tmp_path / (name + ending), PACKERS[ending](content))
    write(tmp_path / ("other" + ending), b"of another kind")
    (found,) = read_all(tmp_path)
    assert (found.doc_id, found.source, found.text) == (doc_id, name + ending, text)


@pytest.mark.parametrize("ending", PACKERS)
def test_many_frames(tmp_path, ending):
    pack = PACKERS[ending]
    write(tmp_path / f"n.jsonl{ending}", pack(LINES) + pack(b"") + pack(b'{"text": "Last."}'))
    found = read_all(tmp_path)
    assert (len(found), found[-1].text) == (5001, "Last.")


@pytest.mark.parametrize(
    ("ending", "cause"),
    [
        (".gz", "broken gzip: Compressed file ended before the end-of-stream marker was reached"),
        (".zst", "broken Zstandard: it ends in the middle of a frame"),
    ],
)
def test_what_came_before_a_cut_is_kept(tmp_path, ending, cause):
    packed = PACKERS[ending](LINES)
    write(tmp_path / f"n.jsonl{ending}", packed[: len(packed) * 2 // 3])
    *found, error = read_all(tmp_path)
    assert error == problem(f"n.jsonl{ending}", f"cannot be read: {cause}")
    assert 100 < len(found) < 5000
    assert {type(item) for item in found} == {Article}


@pytest.mark.parametrize("ending", PACKERS)
def test_broken(tmp_path, ending):
    packed = bytearray(PACKERS[ending](LINES))
    write(tmp_path / f"a.txt{ending}", b"not packed at all")
    write(tmp_path / f"b.txt{ending}", b"")
    packed[len(packed) // 2 :] = b"\xff" * 100
    write(tmp_path / f"c.txt{ending}", bytes(packed))
    first, second, third = (item.error for item in read_all(tmp_path))
    assert first.startswith("cannot be read: broken ")
    assert second == "empty"
    assert third.startswith("cannot be read: broken ")


@pytest.mark.parametrize("ending", PACKERS)
def test_a_bomb_is_not_unpacked_whole(tmp_path, ending):
    write(tmp_path / f"a.txt{ending}", PACKERS[ending](b"a " * 100_000_000))
    assert read_all(tmp_path) == [
        problem(f"a.txt{ending}", "longer than 100 MB; split it into articles")
    ]


def archive(path, members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def test_zip(tmp_path):
    table = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["Row"]}), table)
    archive(
        tmp_path / "n.zip",
        {
            "news/b.txt": "Two",
            "a.jsonl": '{"text": "One", "id": "k"}\n{"text": "More"}',
            "t.csv": "text\nCell\n",
            "c/c.txt.gz": gzip.compress(b"Three"),
            "d.parquet": table.getvalue(),
            "page.htm": "<p>The board will meet in Hanoi.",
            "news/": "",
            "news/picture.png": "x",
            ".hidden.txt": "x",
            "__MACOSX/news/._b.txt": "x",
        },
    )
    assert [(item.doc_id, item.source, item.text) for item in read_all(tmp_path)] == [
        ("k", "n.zip/a.jsonl", "One"),
        ("n.zip/a#2", "n.zip/a.jsonl", "More"),
        ("n.zip/c/c", "n.zip/c/c.txt.gz", "Three"),
        ("n.zip/d#1", "n.zip/d.parquet", "Row"),
        ("n.zip/news/b", "n.zip/news/b.txt", "Two"),
        ("n.zip/page", "n.zip/page.htm", "The board will meet in Hanoi.\n"),
        ("n.zip/t#2", "n.zip/t.csv", "Cell"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["n.zip"]


def test_a_member_without_a_name(tmp_path):
    path = archive(tmp_path / "n.zip", {"a.txt": "Text", "Q.txt": "Text"})
    path.write_bytes(path.read_bytes().replace(b"Q.txt", b"\0.txt"))
    assert [item.source for item in read_all(path)] == ["n.zip/a.txt"]


def test_paths_that_lead_out(tmp_path):
    names = [
        "../a.txt",
        "/etc/b.txt",
        "C:/c.txt",
        "x/../../d.txt",
        "..\\e.txt",
        "ok.txt",
        "f..g.txt",
    ]
    archive(tmp_path / "n.zip", dict.fromkeys(names, "Text"))
    found = {item.source: getattr(item, "error", None) for item in read_all(tmp_path)}
    outside = "a path that leads out of the archive"
    assert found == {
        f"n.zip/{name}": None if name in ("ok.txt", "f..g.txt") else outside for name in names
    }
    assert [path.name for path in tmp_path.iterdir()] == ["n.zip"]


def test_an_archive_in_an_archive(tmp_path):
    inner = archive(tmp_path / "in.zip", {"a.txt": "Text"}).read_bytes()
    outer = archive(tmp_path / "out.zip", {"in.zip": inner})
    assert read_all(outer) == [problem("out.zip/in.zip", "an archive in an archive; take it out")]


def test_bad_archives(tmp_path):
    whole = archive(tmp_path / "good.zip", {"a.txt": "Text " * 100}).read_bytes()
    (tmp_path / "good.zip").unlink()
    write(tmp_path / "a.zip", b"no archive")
    write(tmp_path / "b.zip", b"")
    write(tmp_path / "c.zip", whole[:-30])
    archive(tmp_path / "d.zip", {"picture.png": "x"})
    assert read_all(tmp_path) == [
        problem("a.zip", "broken zip: File is not a zip file"),
        problem("b.zip", "broken zip: File is not a zip file"),
        problem("c.zip", "broken zip: File is not a zip file"),
        problem("d.zip", f"no article in this archive ({KNOWN})"),
    ]


def test_bad_members(tmp_path):
    path = archive(
        tmp_path / "n.zip",
        {"a.txt": "Text", "b.txt": "Wrong", "c.txt": "Other", "d.txt": "Last"},
        zipfile.ZIP_STORED,
    )
    raw = bytearray(path.read_bytes())
    at = raw.find(b"Wrong")
    raw[at : at + 5] = b"Wreck"  # no longer what its checksum says
    directory = raw.find(b"PK\x01\x02", raw.find(b"PK\x01\x02", raw.find(b"PK\x01\x02") + 1) + 1)
    raw[directory + 8] |= 1  # encrypted
    directory = raw.find(b"PK\x01\x02", directory + 1)
    raw[directory + 10] = 99  # packed in a way that nobody knows
    path.write_bytes(bytes(raw))
    assert read_all(tmp_path) == [
        Article(text="Text", doc_id="n.zip/a", source="n.zip/a.txt"),
        problem("n.zip/b.txt", "cannot be read: broken zip: Bad CRC-32 for file 'b.txt'"),
        problem("n.zip/c.txt", "cannot be read: encrypted; a password is needed"),
        problem(
            "n.zip/d.txt",
            "cannot be read: broken zip: That compression method is not supported",
        ),
    ]


def test_lines_of_a_member_before_it_breaks_are_kept(tmp_path):
    path = archive(tmp_path / "n.zip", {"n.jsonl": LINES})
    raw = bytearray(path.read_bytes())
    packed = len(zlib.compress(LINES))
    raw[packed * 2 // 3 : packed * 2 // 3 + 8] = b"\xff" * 8
    path.write_bytes(bytes(raw))
    found = read_all(tmp_path)
    texts = [item.text for item in found if isinstance(item, Article)]
    assert 100 < len(texts) < 5000
    assert found[-1].error.startswith("cannot be read: broken zip: ")


def test_sidecar(tmp_path):
    write(tmp_path / "a.txt", "Text")
    write(
        tmp_path / "a.json",
        '{"id": 5, "title": "T", "url": "https://example.org", "published": "2024-07-10",'
        ' "author": ["A", "B"], "text": "ignored"}',
    )
    write(tmp_path / "b.txt", "Other")
    expected = Article(
        text="Text",
        doc_id="5",
        source="a.txt",
        title="T",
        url="https://example.org",
        published="2024-07-10",
        author="A, B",
    )
    other = Article(text="Other", doc_id="b", source="b.txt")
    assert read_all(tmp_path) == [expected, other]
    assert read_all(tmp_path / "*") == [expected, other]
    assert read_all(*sorted(tmp_path.iterdir())) == [expected, other]
    assert read_all(tmp_path / "a.json") == [
        problem(
            "a.json", "says more of the article beside it, and is none itself; name the article"
        )
    ]


def test_sidecar_of_a_page_counts_for_more(tmp_path):
    write(tmp_path / "a.html", "<title>Page</title><p>The board will meet in Hanoi today.</p>")
    write(tmp_path / "a.json", '{"title": "Better"}')
    (found,) = read_all(tmp_path)
    assert (found.title, found.text) == ("Better", "The board will meet in Hanoi today.\n")


def test_sidecar_in_an_archive(tmp_path):
    archive(tmp_path / "n.zip", {"x/a.txt": "Text", "x/a.json": '{"published": "2024-07-10"}'})
    assert [item.published for item in read_all(tmp_path)] == ["2024-07-10"]


BAD_SIDECARS = [
    ('{"title": ', "broken JSON: Input data was truncated"),
    ("[1]", "not a JSON object"),
    ("", "broken JSON: Input data was truncated"),
    (b'{"title": "\xff"}', "not UTF-8"),
    ('{"published": "soon"}', "'published': 'soon' is no day such as 2024-07-10"),
    ('{"title": 1.5}', "'title' must be a string, not 1.5"),
    ('{"x": "' + "x" * 1_000_000 + '"}', "longer than 1 MB"),
]


@pytest.mark.parametrize(("content", "cause"), BAD_SIDECARS, ids=[row[1] for row in BAD_SIDECARS])
def test_bad_sidecar(tmp_path, content, cause):
    write(tmp_path / "a.txt", "Text")
    write(tmp_path / "a.json", content)
    assert read_all(tmp_path) == [problem("a.txt", f"its metadata in a.json: {cause}")]


def test_a_sidecar_of_nothing_known_is_said(tmp_path):
    write(tmp_path / "a.txt", "Text")
    write(tmp_path / "a.json", '{"name": "x"}')
    assert [item.warnings for item in read_all(tmp_path)] == [
        ("a.json has none of the fields id title url published author",)
    ]
