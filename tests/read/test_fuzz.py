"""Whatever a file holds, reading it gives articles and errors, and never raises."""

import gzip
import io
import tempfile
import zipfile
from pathlib import Path

import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.records import ErrorRecord
from read.reading import read_all

PORTAL = (Path(__file__).parent / "pages" / "portal.html").read_bytes()


def archive(content):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", content)
        file.writestr("b.jsonl", content)
    return made.getvalue()


def check(name, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        found = read_all(path)
    assert found
    for item in found:
        assert isinstance(item, Article | ErrorRecord)
        if isinstance(item, Article):
            assert item.text.strip()
            assert item.doc_id
        else:
            assert item.error


@st.composite
def broken(draw, whole):
    """``whole`` with some bytes replaced, left out, or put in."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = at + draw(st.integers(0, 20))
        content[at:end] = draw(st.binary(max_size=20))
    return bytes(content)


TAGS = ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<a href=x>", "</a>", "<figure>"]
TAGS += ["<figcaption>", "</figure>", "<script>", "</script>", "<!--", "-->", "<h1>", "</h1>", "<"]
TAGS += ["<li>", "<ul>", "</ul>", "<br>", "<time>", "<form>", "&#x0;", "&#1114112;", "<svg>", "\0"]
TAGS += [
    '<meta property="og:title" content="',
    '"',
    ">",
    "<article>",
    "<main>",
    "<div class=caption>",
]
TAGS += ['<script type="application/ld+json">{"@type":"NewsArticle","datePublished":', "<img>"]
MARKUP = st.lists(
    st.one_of(st.sampled_from(TAGS), st.text(max_size=20), st.just("Some words of a sentence. "))
).map("".join)


@given(MARKUP)
@settings(max_examples=150, deadline=None)
def test_markup(markup):
    check("a.html", markup.encode("utf-8", "surrogatepass"))


@given(broken(PORTAL))
@settings(max_examples=40, deadline=None)
def test_pages_with_broken_bytes(content):
    check("a.html", content)


@given(st.binary(max_size=200))
@settings(max_examples=40, deadline=None)
def test_bytes_as_a_page(content):
    check("a.html", content)


@given(st.text('ab",;\n\r\t\0é ', max_size=60))
@settings(max_examples=200, deadline=None)
def test_tables(rows):
    check("a.csv", b"id,text\n" + rows.encode())


@given(st.binary(max_size=80))
@settings(max_examples=100, deadline=None)
def test_bytes_as_a_table(content):
    check("a.tsv", content)


@given(broken(archive(b'{"text": "One text of many."}\n' * 20)))
@settings(max_examples=200, deadline=None)
def test_archives(content):
    check("a.zip", content)


@given(broken(gzip.compress(b'{"text": "One text of many."}\n' * 20)))
@settings(max_examples=100, deadline=None)
def test_gzip(content):
    check("a.jsonl.gz", content)


@given(broken(zstandard.compress(b'{"text": "One text of many."}\n' * 20)))
@settings(max_examples=100, deadline=None)
def test_zstandard(content):
    check("a.jsonl.zst", content)
