"""Web pages: the article of each, as people read it, and nothing of a page without one."""

import sys
import time
from pathlib import Path

import pytest

from extract.read.html.characters import decode
from read.reading import problem, read_all, write

PAGES = Path(__file__).parent / "pages"

PORTAL = """\
Deputy PM urges faster work on coastal road
Wednesday, July 10, 2024 16:40
Deputy Prime Minister Tran Van Minh has asked four provinces to hand over all land for the coastal \
road before the end of September.
Chairing a meeting in Da Nang on July 10, Mr Minh said that 212 of 305 kilometres had been opened, \
while site clearance stood at 87.5 per cent, up 12 percentage points against the end of last year.
Deputy Prime Minister Tran Van Minh speaks at the meeting in Da Nang. Photo: Portal
The Ministry of Transport reported that contractors had spent 18,400 billion VND, or 61 per cent \
of this year’s plan, by June 30. “No province may wait for another,” the deputy minister said.
Province\tLength (km)\tLand handed over
Quang Nam\t96\t91%
Quang Ngai\t84\t83%
The People's Committees must report on:
resettlement of the last 340 households;
sources of sand for 2.1 million cubic metres of fill.
The next meeting is planned for August 15.
"""
NEWSPAPER = """\
Council café plan backed
Councillors visited the square on Tuesday. Owen Pryce
Councillors voted 31 to 14 on Wednesday to turn the old customs house into a café and library, at \
a cost of £4.2m.
The leader of the council, Jane Hollis, told the meeting that the building had stood empty for \
eleven years and that repairs alone cost £85,000 a year.
“We would rather pay once,” she said.
The plan shows 60 seats on two floors.
Opponents said that only 9% of residents had answered the survey. The Ministry of Housing has \
until 31 March to object.
"""
NOTICE = """\
Meeting of the board
The Board of Customs will meet in Hanoi on 5 May 2024 at 9.00.
"""
TABLES = """\
Budget statement, first half of 2024
The Ministry of Finance published the figures below on 12 July 2024.
Revenue and spending, billion VND
Item\tPlan\tFirst half\tShare of plan
Domestic revenue\t1,440\t842\t58.5%
Crude oil\t46\t31\t67.4%
Spending\t803\t37.9%
Spending rose by 5.3% against the first half of 2023.
"""
DIVS = """\
Cabinet decisions of 4 June 2024
The Cabinet met in Colombo on Tuesday with the President in the chair.
1. Rs. 450 million for rural roads
The Cabinet approved the proposal of the Minister of Highways to repair 1,200 km of roads in nine \
districts.
2. Drinking water in Jaffna
The Minister of Water Supply informed the Cabinet that 38% of households in the district had no \
piped water, and was asked to report again within three months.
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("portal.html", PORTAL),
        ("notice.html", NOTICE),
        ("tables.html", TABLES),
        ("divs.htm", DIVS),
    ],
)
def test_text_of_a_page(name, text):
    assert [item.text for item in read_all(PAGES / name)] == [text]


def test_metadata_of_a_page():
    (article,) = read_all(PAGES / "portal.html")
    assert (article.doc_id, article.source, article.title, article.author) == (
        "portal",
        "portal.html",
        "Deputy PM urges faster work on coastal road",
        "Nguyen Thu Ha",
    )
    assert (article.published, article.published_from, article.url, article.warnings) == (
        "2024-07-10",
        "metadata",
        "https://portal.example.gov/news/coastal-road-12345.htm",
        (),
    )


def test_a_page_in_another_charset(tmp_path):
    page = (PAGES / "newspaper.html").read_text(encoding="utf-8").encode("cp1252")
    (article,) = read_all(write(tmp_path / "a.html", page))
    assert (article.text, article.title, article.author, article.published, article.warnings) == (
        NEWSPAPER,
        "Council café plan backed",
        "Maria Brandt, Owen Pryce",
        "2023-11-02",
        (),
    )


def test_a_page_of_links_has_no_article():
    assert read_all(PAGES / "navigation.html") == [
        problem("navigation.html", "no article in this page")
    ]


def page_text(tmp_path, markup):
    (item,) = read_all(write(tmp_path / "a.html", markup))
    return getattr(item, "text", item.__class__.__name__)


SENTENCE = "The minister met five people in Hanoi today."

SHAPES = [
    (f"<p>{SENTENCE}", f"{SENTENCE}\n"),
    (f"<form><div><p>{SENTENCE}</p></div></form>", f"{SENTENCE}\n"),
    (
        f"<nav><a>Home</a> <a>News</a></nav><h1>Talks</h1><p>{SENTENCE}<footer>Street 1</footer>",
        f"Talks\n{SENTENCE}\n",
    ),
    (
        "<p>The\n minister <b>met</b> five people on\n<time>5 July</time>.<br>It rained.",
        "The minister met five people on 5 July.\nIt rained.\n",
    ),
    (
        "<pre>The minister met\nfive people in Hanoi.\n\nIt rained\nall day.</pre>",
        "The minister met five people in Hanoi.\nIt rained all day.\n",
    ),
    (
        "<p>Caf&eacute; &amp; bar&nbsp;&#8212; 5&#37; of seats, &lt;b&gt; in Ha&shy;noi&#8203;.",
        "Café & bar — 5% of seats, <b> in Hanoi.\n",
    ),
    (f"<p hidden>Not this one, please, at all.</p><p>{SENTENCE}", f"{SENTENCE}\n"),
    (f"<!-- <p>Not this one, please.</p> --><p>{SENTENCE}<!-- the end", f"{SENTENCE}\n"),
    (f"<script>if (a <b) x('<p>Not this, please.')</script><p>{SENTENCE}", f"{SENTENCE}\n"),
    (f"<p onclick='alert(1)' {'x ' * 9000}>{SENTENCE}", f"{SENTENCE}\n"),
    (f"\0<p>{SENTENCE}\x01", "ErrorRecord"),
    (f"<?xml version='1.0' encoding='utf-8'?><html><p>{SENTENCE}</html>", f"{SENTENCE}\n"),
    ("", "ErrorRecord"),
    ("<html>", "ErrorRecord"),
    ("<frameset><frame src=x></frameset>", "ErrorRecord"),
    ("<script>document.write('The minister met five people.')</script>", "ErrorRecord"),
    ("<noscript>Turn on JavaScript to read this page.</noscript>", "ErrorRecord"),
    ("<div>" * 100_000 + SENTENCE, "ErrorRecord"),
]


@pytest.mark.parametrize(("markup", "text"), SHAPES, ids=[row[0][:40] for row in SHAPES])
def test_shape_of_a_page(tmp_path, markup, text):
    assert page_text(tmp_path, markup) == text


FIGURE = '<figure><img src="a.jpg"><figcaption>{}</figcaption></figure>'
PROSE = [f"Sentence number {number} says that 12 of 40 roads are open now." for number in range(8)]
HEAD = "<html><body><main><h1>Roads</h1>{}<div class='article-body'>{}</div>{}</main></body></html>"


def paragraphs(*parts):
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


CAPTIONS = [
    # above, between, directly below the article
    (
        HEAD.format(FIGURE.format("First view"), paragraphs(*PROSE), ""),
        ["Roads", "First view", *PROSE],
    ),
    (
        HEAD.format("", paragraphs(*PROSE[:4], FIGURE.format("A <b>view</b>"), *PROSE[4:]), ""),
        ["Roads", *PROSE[:4], "A view", *PROSE[4:]],
    ),
    (
        HEAD.format("", paragraphs(*PROSE), FIGURE.format("One") + FIGURE.format("Two views")),
        ["Roads", *PROSE, "One", "Two views"],
    ),
    # of pictures that belong to other articles, or of none
    (
        HEAD.format(
            "",
            paragraphs(*PROSE),
            f"<div class='related'>{FIGURE.format('Not this')}</div>"
            f"<a href=x>{FIGURE.format('Nor this')}</a>",
        ),
        ["Roads", *PROSE],
    ),
    (
        HEAD.format("", paragraphs(*PROSE[:4], "<p class=caption>No picture</p>", *PROSE[4:]), ""),
        ["Roads", *PROSE],
    ),
    # old pages: a table around the picture
    (
        HEAD.format(
            "",
            paragraphs(
                *PROSE[:4],
                "<table><tr><td><img src=a></td></tr><tr><td class=Caption>View</td></tr></table>",
                *PROSE[4:],
            ),
            "",
        ),
        ["Roads", *PROSE[:4], "View", *PROSE[4:]],
    ),
]


@pytest.mark.parametrize(("markup", "lines"), CAPTIONS)
def test_captions(tmp_path, markup, lines):
    assert page_text(tmp_path, markup).splitlines() == lines


@pytest.mark.parametrize(
    ("raw", "text", "warning"),
    [
        ("é".encode(), "é", None),
        ("﻿é".encode(), "é", None),
        ("é".encode("utf-16"), "é", None),
        ("é".encode("utf-32"), "é", None),
        (b"\xfe\xff\x00\xe9", "é", None),
        (b'<META charset="ISO-8859-1">\x93\xe9', '<META charset="ISO-8859-1">“é', None),
        (b"<meta charset=windows-1258>\xd0", "<meta charset=windows-1258>Đ", None),
        ("<meta charset=latin1>é".encode(), "<meta charset=latin1>é", None),
        ("<meta charset=gb2312>镕".encode("gbk"), "<meta charset=gb2312>镕", None),
        (
            b'<meta charset=iso-2022-jp>\x1b$B$"\x1b(B',
            "<meta charset=iso-2022-jp>あ",
            None,
        ),
        (b"<meta charset=zlib>\xe9", "<meta charset=zlib>é", "no charset"),
        (b"<meta charset=none>\xe9", "<meta charset=none>é", "no charset"),
        (b"\xe9", "é", "no charset"),
        (b"<meta charset=shift_jis>\x81", "<meta charset=shift_jis>�", "characters are lost"),
    ],
)
def test_characters(raw, text, warning):
    decoded = decode(raw)
    assert decoded.text == text
    assert warning in (decoded.warning or "") if warning else decoded.warning is None


def test_what_was_guessed_is_said(tmp_path):
    (article,) = read_all(write(tmp_path / "a.html", b"<p>The caf\xe9 will open in May 2024."))
    assert (article.text, article.warnings) == (
        "The café will open in May 2024.\n",
        ("the page names no charset and is not UTF-8; read as windows-1252",),
    )


def test_a_page_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr("extract.read.html.LONGEST_PAGE", 1_000_000)
    path = write(tmp_path / "a.html", "<p>" + "word " * 300_000)
    assert read_all(path) == [problem("a.html", "longer than 1 MB; split it into articles")]


def test_a_page_with_too_much_markup(tmp_path):
    scripts = "<script>" + "x" * 6_000_000 + "</script>"
    assert page_text(tmp_path, f"{scripts}<p>{SENTENCE}") == f"{SENTENCE}\n"
    path = write(tmp_path / "a.html", f"<p>{SENTENCE}" * 120_000)
    assert read_all(path) == [problem("a.html", "more than 5 MB of markup")]


def test_many_attributes_take_no_time(tmp_path):
    names = " ".join(f"a{number}=x" for number in range(100_000))
    started = time.process_time()
    assert page_text(tmp_path, f"<p {names}>{SENTENCE}") == f"{SENTENCE}\n"
    assert time.process_time() - started < 10  # the parser alone takes a minute


def test_without_trafilatura(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = write(tmp_path / "a.html", f"<p>{SENTENCE}")
    cause = "web pages need trafilatura: pip install 'meeting-extract[html]'"
    assert read_all(path) == [problem("a.html", cause)]


def test_without_pyarrow(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = write(tmp_path / "a.parquet", "PAR1")
    cause = "Parquet needs pyarrow: pip install 'meeting-extract[parquet]'"
    assert read_all(path) == [problem("a.parquet", cause)]
