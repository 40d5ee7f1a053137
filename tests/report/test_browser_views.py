"""In a real browser: the views over all articles; narrow, dark, printed, accessible."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from extract import report
from report.results_of import article, seeds

VIEWS = ["articles", "people", "bodies", "places", "facts", "indicators", "audit", "scores"]
VIEWS += ["search=digital", "a0", "a3c105-119"]


def first_cells(page, view, column):
    cells = page.locator(f"#{view} tbody tr td:nth-child({column})")
    return cells.all_inner_texts()


def test_the_list_of_articles_sorts_and_filters(open_page, seeds_page):
    page = open_page(seeds_page)
    words = [result.article.words for result in seeds()]
    assert first_cells(page, "articles", 5) == [f"{count:,}" for count in words]
    page.click('#articles th button:text-is("Words")')
    down = sorted(words, reverse=True)
    assert first_cells(page, "articles", 5) == [f"{count:,}" for count in down]
    assert page.get_attribute('#articles th:has-text("Words")', "aria-sort") == "descending"
    page.click('#articles th button:text-is("Words")')
    assert first_cells(page, "articles", 5) == [f"{count:,}" for count in sorted(words)]
    page.click('#articles th button:text-is("Date")')
    dates = first_cells(page, "articles", 4)
    assert dates == [*sorted(date for date in dates if date), ""]
    page.fill('[aria-label="Filter 5 articles"]', "NATIONAL committee")
    page.wait_for_selector('#articles .status:text-is("1 of 5 rows")')
    assert first_cells(page, "articles", 3) == [seeds()[0].article.doc_id]
    page.fill('[aria-label="Filter 5 articles"]', "no such words")
    page.wait_for_selector('#articles td:text-is("No row matches this filter.")')


def test_facts_of_all_articles(open_page, seeds_page):
    page = open_page(seeds_page + "#facts")
    facts = [fact for result in seeds() for fact in result.facts]
    assert page.locator("#facts tbody tr").count() == len(facts) == 143
    page.select_option('#facts select[aria-label="Status"]', "target")
    targets = [fact for fact in facts if fact.status == "target"]
    assert page.locator("#facts tbody tr").count() == len(targets) > 0
    page.select_option('#facts select[aria-label="Status"]', "")
    page.click('#facts th button:text-is("Value")')
    numbers = [n for n in first_cells(page, "facts", 3) if re.fullmatch(r"[\d,]+", n)]
    values = [int(number.replace(",", "")) for number in numbers]
    assert values == sorted(values, reverse=True) and len(values) > 10


def test_search(open_page, seeds_page):
    page = open_page(seeds_page)
    page.keyboard.press("/")
    page.keyboard.type("nghệ AN")
    page.wait_for_selector("#search.current .hits")
    number = sum(r.article.text.lower().count("nghe an") for r in seeds())
    assert number > 3
    assert page.locator("#results b.hit").all_inner_texts() == ["Nghe An"] * number
    assert f"{number} places in the texts" in page.inner_text("#found")
    page.click("#results li:has(b.hit) a >> nth=1")
    page.wait_for_selector("section.article.current")
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["Nghe An"]
    page.go_back()
    assert page.input_value("#query") == "nghệ AN"
    page.fill("#query", "province VN-61")
    page.wait_for_selector('#results b:text-is("Hai Duong")')
    page.fill("#query", "qqqqq")
    page.wait_for_selector('#found:has-text("Nothing found for “qqqqq”.")')


def test_charts_lead_to_their_numbers(open_page, seeds_page):
    page = open_page(seeds_page + "#indicators")
    dot = page.locator("#indicators svg a.dot").first
    assert re.match(r"\d{4}.*: ", dot.get_attribute("aria-label"))
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.found")
    page.go_back()
    page.click("#indicators details:not([open]) summary >> nth=0")
    assert page.locator("#indicators details[open] table").first.is_visible()


def test_scores_where_labels_are_given(open_page, seeds_page):
    page = open_page(seeds_page + "#scores")
    row = page.locator('#scores tr:has(td:text-is("official"))').first.inner_text().split("\t")
    assert row[:3] == ["official", "28", "28"]
    page.click("#scores .grid td:nth-child(2) a >> nth=0")
    assert page.evaluate("[...CSS.highlights.get('found')].map(String).join().length") > 0


@pytest.mark.parametrize("width", [375, 768])
def test_narrow_windows_do_not_scroll_sideways(open_page, seeds_page, width):
    page = open_page(seeds_page, width=width, height=700)
    for view in VIEWS:
        page.evaluate("hash => { location.hash = hash }", view)
        page.wait_for_timeout(30)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (view, wide <= 0) == (view, True)


def test_the_card_fits_a_narrow_window(open_page, seeds_page):
    page = open_page(seeds_page + "#a0", width=375, height=700)
    page.click("mark.agency >> nth=1")
    box = page.locator("#card").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 375 and box["y"] + box["height"] <= 700


def test_long_words_do_not_widen_the_page(open_page, tmp_path):
    words = f"Minister {'x' * 3000} said {'9' * 400} people met in Da Nang in 2024."
    report.write([article(words, doc_id="y" * 500, title="z" * 500)], tmp_path)
    page = open_page((tmp_path / report.FILE).as_uri(), width=375, height=700)
    for view in ["articles", "a0", "facts"]:
        page.evaluate("hash => { location.hash = hash }", view)
        page.wait_for_timeout(30)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_dark_mode(open_page, seeds_page):
    def brightness(scheme):
        page = open_page(seeds_page + "#a0", color_scheme=scheme)
        colours = page.evaluate(
            "[document.body, document.querySelector('mark.agency')].map((e) =>"
            " [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])"
        )
        return [[sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in c] for c in colours]

    for paper, ink in brightness("light"):
        assert paper > ink + 300
    for paper, ink in brightness("dark"):
        assert paper < ink - 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_of_accessibility(open_page, small_page, scheme):
    page = open_page(small_page, color_scheme=scheme)
    axe = Axe()
    found = []
    views = ["articles", "indicators", "audit", "a0"]  # all colours; each takes its time
    if scheme == "light":
        views += ["people", "bodies", "places", "facts", "scores", "search=online", "a1"]
    for view in views:
        page.evaluate("hash => { location.hash = hash }", view)
        page.wait_for_timeout(50)
        if view == "a0":
            page.hover("mark.official >> nth=0")
        for violation in axe.run(page).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"]]
            found.append((view, violation["id"], len(nodes), nodes[0]))
    assert found == []


def test_no_violation_in_an_empty_report(open_page, tmp_path):
    report.write([], tmp_path)
    page = open_page((tmp_path / report.FILE).as_uri())
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    for view in VIEWS[:7]:
        page.evaluate("hash => { location.hash = hash }", view)
        page.wait_for_timeout(30)
        assert page.locator("main .empty:visible").count() == 1


def test_findings_come_first_where_they_are_inconsistent(open_page, small_page):
    page = open_page(small_page + "#audit")
    assert first_cells(page, "audit", 2) == ["inconsistent"]
    page.click("#audit td:nth-child(4) a")
    assert page.locator("mark.found").inner_text() == "50.25%"
    assert page.locator("section.article.current .findings li.inconsistent").count() == 1
    page.goto(small_page + "#articles")
    assert first_cells(page, "articles", 13) == ["1", "0"]


def test_print_shows_the_text_and_no_controls(open_page, seeds_page):
    page = open_page(seeds_page + "#a0")
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden() and page.locator("#query").is_hidden()
    assert page.locator(".text").is_visible() and page.locator(".side table").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
