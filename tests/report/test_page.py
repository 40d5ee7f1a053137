"""The file as a file: whole, self-contained, the same each time, safe to open."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import msgspec
import pytest

from extract import report
from extract.score import LabelError
from report.results_of import ROOT, article, hostile, seeds


def page(results, **options):
    return "".join(report.markup(results, **options))


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of elements that hold no markup."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.held, self.open = [], [], None
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.open = tag

    def handle_data(self, data):
        if self.open in ("script", "style"):
            self.held.append((*self.tags[-1], data))
            self.open = None


def test_nothing_comes_from_elsewhere():
    tags = Tags(page(seeds(), gold=ROOT / "gold")).tags
    assert {name for name, _ in tags} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
    } == set()
    loading = [(name, key) for name, attributes in tags for key in attributes if key == "src"]
    inline = [key for _, attributes in tags for key in attributes if key.startswith("on")]
    styled = [name for name, attributes in tags if "style" in attributes]
    assert (loading, inline, styled) == ([], [], [])


def test_the_policy_names_the_script_and_the_style():
    found = Tags(page(seeds()[:1]))
    (policy,) = (a["content"] for n, a in found.tags if a.get("http-equiv"))
    run = [data for name, a, data in found.held if name == "style" or "type" not in a]
    digests = [base64.b64encode(hashlib.sha256(d.encode()).digest()).decode() for d in run]
    early, style, script = (f"'sha256-{digest}'" for digest in digests)
    assert policy == (
        f"default-src 'none'; script-src {early} {script}; style-src {style}; "
        "base-uri 'none'; form-action 'none'"
    )


def test_hostile_text_makes_no_tag_and_no_link():
    tame, wild = Tags(page([article("Nothing.")])), Tags(page([hostile()]))
    allowed = "mark bdi small time a tr td table caption thead tbody th div noscript details code"
    new = {name for name, _ in wild.tags} - {name for name, _ in tame.tags}
    assert new <= set(allowed.split())
    links = {a["href"][:2] for n, a in wild.tags if n == "a" and "href" in a}
    assert links == {"#a", "#p", "#b", "#f", "#i", "#m"}
    assert sum(n == "script" for n, _ in wild.tags) == sum(n == "script" for n, _ in tame.tags)


def test_web_addresses_alone_are_links():
    for url, linked in [
        ("https://example.org/a?b=c&d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://[", False),
        (" https://", False),
    ]:
        tags = Tags(page([article("Text.", url=url)])).tags
        found = [a for n, a in tags if n == "a" and not a.get("href", "#").startswith("#")]
        assert [a["href"] for a in found] == ([url] if linked else [])
        assert [a["rel"] for a in found] == ["noopener noreferrer nofollow"] * linked


def test_what_is_json_in_the_page_is_json():
    held = Tags(page([hostile(), *seeds()], gold=None)).held
    blocks = [json.loads(d) for n, a, d in held if a.get("type") == "application/json"]
    assert len(blocks) == 4 + 6  # articles, people, bodies, places; six articles
    article_blocks = [block for block in blocks if "mentions" in block]
    for block, result in zip(article_blocks, [hostile(), *seeds()], strict=True):
        assert [m["to"].split("c", 1)[1] for m in block["mentions"]] == [
            f"{m.start}-{m.end}" for m in result.mentions
        ]


def test_every_link_leads_to_something():
    markup = page(seeds(), gold=ROOT / "gold")
    tags = Tags(markup).tags
    ids = {a["id"] for _, a in tags if "id" in a}
    links = {a["href"][1:] for n, a in tags if n == "a" and a.get("href", "").startswith("#")}
    assert len(links) > 400
    assert links - ids == set()


def test_the_same_each_time():
    assert page(seeds(), gold=ROOT / "gold") == page(seeds(), gold=ROOT / "gold")


def test_no_article():
    markup = page([])
    assert "There is no article in this output." in markup
    assert "<title>Report on 0 articles</title>" in markup


def test_text_that_cannot_be_written(tmp_path):
    result = article("Da Nang _ and _.", doc_id="odd")
    odd = msgspec.structs.replace(result.article, text="Da Nang \ud800 and \x00.", author="\udfff")
    report.write([msgspec.structs.replace(result, article=odd)], tmp_path)
    assert " \ufffd and \ufffd." in (tmp_path / report.FILE).read_text(encoding="utf-8")


def test_more_articles_than_a_page_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "MOST_ARTICLES", 2)
    assert report.write_page(seeds(), tmp_path) == (2, 3)
    markup = (tmp_path / report.FILE).read_text(encoding="utf-8")
    assert "This page shows the first 2 of 5 articles" in markup
    assert len(re.findall('<section class="article"', markup)) == 2


def test_more_text_than_a_page_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "MOST_CHARACTERS", 16_000)
    assert report.write_page(iter(seeds()), tmp_path) == (2, 3)


def test_an_earlier_page_stays_where_a_new_one_fails(tmp_path):
    report.write(seeds()[:1], tmp_path)
    before = (tmp_path / report.FILE).read_bytes()
    (tmp_path / "gold").mkdir()
    with pytest.raises(LabelError):
        report.write(seeds(), tmp_path, gold=tmp_path / "gold")
    assert (tmp_path / report.FILE).read_bytes() == before
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["gold", report.FILE]


def test_scores_are_those_of_the_articles_shown():
    markup = page(seeds()[:2], gold=ROOT / "gold")
    assert "Labels of articles that are not in this report: 3, not scored." in markup
    assert '<h1 id="scores-title">Scores</h1>' in markup
    assert '<h1 id="scores-title">Scores</h1>' not in page(seeds()[:2])


def test_warnings_and_duplicates_are_said():
    first = seeds()[0]
    again = msgspec.structs.replace(
        first,
        article=msgspec.structs.replace(
            first.article, doc_id="again", duplicate_of="<first>", warnings=("not English",)
        ),
    )
    markup = page([first, again])
    assert '<p class="notice">The same text as &lt;first&gt;.</p>' in markup
    assert '<p class="notice">not English</p>' in markup
