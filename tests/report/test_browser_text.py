"""In a real browser: the text, its highlights, their cards, and links that lead to characters."""

import pytest

from extract.report.text import clean
from report.results_of import hostile, seeds

# The text as the page holds it, and each highlight with the code points before it.
READ = """() => {
  const text = document.querySelector("section.article.current .text");
  const marks = [...text.querySelectorAll("mark")].map((mark) => {
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEndBefore(mark);
    const start = [...before.toString()].length;
    return [mark.classList[0], start, start + [...mark.textContent].length, mark.textContent];
  });
  return {text: text.textContent, marks};
}"""
CURRENT = "section.article.current"


def expected(result):
    return [[m.type, m.start, m.end, clean(m.text)] for m in result.mentions]


def test_every_highlight_of_the_seeds_is_at_its_characters(open_page, seeds_page):
    page = open_page(seeds_page)
    mentions = 0
    for number, result in enumerate(seeds()):
        page.evaluate("hash => { location.hash = hash }", f"a{number}")
        page.wait_for_selector(f"#a{number}.current .text")
        found = page.evaluate(READ)
        assert found["text"] == result.article.text
        assert [mark[:4] for mark in found["marks"]] == expected(result)
        mentions += len(found["marks"])
    assert mentions == 361


def test_hostile_text_is_text(open_page, hostile_page):
    page = open_page(hostile_page + "#a0")
    found = page.evaluate(READ)
    assert found["text"] == clean(hostile().article.text)
    assert found["marks"] == expected(hostile())
    assert len(found["marks"]) >= 6
    assert page.locator(".text :not(p, mark, bdi, a, span)").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.locator(f"{CURRENT} .about").inner_text().count("javascript:alert(5)") == 1
    assert page.locator(".text .control").count() == 2
    page.fill("#query", "</script>")
    page.wait_for_selector("#search.current .hits")
    assert page.locator("#results b.hit").all_inner_texts() == ["</script>"] * 2


def test_without_scripts_there_is_all_to_read(open_page, seeds_page):
    page = open_page(seeds_page, java_script_enabled=False)
    assert page.locator("section.article .text").count() == 5
    texts = [locator.text_content() for locator in page.locator(".text").all()]
    assert texts == [result.article.text for result in seeds()]
    assert page.locator("mark").count() == 361
    assert page.locator(".side table a").first.is_visible()
    page.click('#people a:text-is("Le Trung Chinh")')
    start = next(m.start for m in seeds()[3].mentions if m.text == "Le Trung Chinh")
    assert page.url.endswith(f"#a3c{start}-{start + 14}")
    assert page.locator("mark:target").is_visible()
    page.uncheck("#show-agency")
    plain = page.locator("mark.agency").first.evaluate(
        "m => getComputedStyle(m).textDecorationLine"
    )
    assert plain == "none"


def test_a_cell_leads_to_its_characters(open_page, seeds_page):
    page = open_page(seeds_page + "#a2")
    fact = next(f for f in seeds()[2].facts if f.measure and f.start > 4000)
    page.click(f'{CURRENT} .side a[href="#a2c{fact.measure_start}-{fact.measure_end}"] >> nth=0')
    shown = page.evaluate("[...CSS.highlights.get('found')].map(String)")
    assert shown == [fact.measure]
    box = page.evaluate("[...CSS.highlights.get('found')][0].getBoundingClientRect().toJSON()")
    header = page.locator(".top").bounding_box()["height"]
    assert header < box["top"] < box["bottom"] < 800
    page.click(f'{CURRENT} .side a[href="#a2c{fact.start}-{fact.end}"] >> nth=0')
    focused = page.evaluate("document.activeElement.id")
    assert focused == f"a2c{fact.start}-{fact.end}"
    page.go_back()
    page.go_back()
    assert page.url.endswith("#a2")


def test_links_from_other_views_and_from_outside(open_page, seeds_page):
    page = open_page(seeds_page + "#places")
    page.click('#places td a:text-is("Da Nang")')
    page.wait_for_selector("mark.found")
    assert page.locator("mark.found").inner_text() == "Da Nang"
    mention = seeds()[4].mentions[30]
    page.goto(f"{seeds_page}#a4c{mention.start}-{mention.end}")
    page.reload()
    assert page.locator("mark.found").inner_text() == mention.text
    for hash_ in ("#a99", "#a1c5-3", "#nowhere", "#%"):
        page.goto(seeds_page + hash_)
        page.reload()
        assert page.locator("main > section:visible").count() == 1


def test_toggles(open_page, seeds_page):
    page = open_page(seeds_page + "#a0")
    style = "m => [getComputedStyle(m).textDecorationLine, getComputedStyle(m).backgroundColor]"
    agency, official = page.locator("mark.agency").first, page.locator("mark.official").first
    before = official.evaluate(style)
    assert agency.evaluate(style)[0] == "underline"
    page.uncheck("#show-agency")
    assert agency.evaluate(style) == ["none", "rgba(0, 0, 0, 0)"]
    assert official.evaluate(style) == before
    agency.hover()
    page.wait_for_timeout(50)
    assert page.locator("#card").is_hidden()
    counts = page.locator(".legend .count").all_inner_texts()
    assert counts == ["5", "26", "7", "27", "10", "10"]
    page.check("#show-agency")
    assert agency.evaluate(style)[0] == "underline"


def test_every_type_has_a_look_without_colour(open_page, seeds_page):
    page = open_page(seeds_page + "#a0")
    kinds = ["official", "agency", "locality", "quantity", "percentage", "date"]
    looks = [
        page.locator(f"mark.{kind}").first.evaluate(
            "m => { const s = getComputedStyle(m); return [s.textDecorationStyle,"
            " s.textDecorationLine, s.boxShadow != 'none'].join() }"
        )
        for kind in kinds
    ]
    assert len(set(looks)) == 6
    page.check("#show-letters")
    letters = [
        page.locator(f"mark.{kind}").first.evaluate("m => getComputedStyle(m, '::before').content")
        for kind in kinds
    ]
    assert letters == ['"P"', '"B"', '"L"', '"Q"', '"%"', '"D"']


def test_the_card_on_hover(open_page, seeds_page):
    page = open_page(seeds_page + "#a0")
    page.hover('mark.official:text-is("Tran Luu Quang")')
    card = page.locator("#card")
    words = card.inner_text()
    assert "Tran Luu Quang" in words and "Deputy Prime Minister" in words
    assert "name-before-title" in words and "characters 105–119" in words
    page.mouse.move(5, 300)
    card.wait_for(state="hidden")
    page.click("mark.percentage >> nth=0")
    page.mouse.move(5, 300)
    page.wait_for_timeout(300)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_keyboard(open_page, seeds_page):
    page = open_page(seeds_page + "#a3")
    focused = "document.activeElement.tagName + ' ' + document.activeElement.textContent"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "MARK":
            break
    first, second, third = (m.text for m in seeds()[3].mentions[:3])
    assert page.evaluate(focused) == f"MARK {first}"
    assert page.locator("#card").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == f"MARK {second}"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == f"MARK {third}"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    following = [m.start for m in seeds()[3].mentions if m.text == first][1]
    assert page.evaluate("document.activeElement.id").startswith(f"a3c{following}-")
    page.keyboard.press("End")
    assert page.evaluate(focused) == f"MARK {seeds()[3].mentions[-1].text}"
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"


@pytest.mark.parametrize("number", [0, 4])
def test_previous_and_next(open_page, seeds_page, number):
    page = open_page(f"{seeds_page}#a{number}")
    links = page.locator(f"{CURRENT} .steps a").all_inner_texts()
    assert links == (["Next ›"] if number == 0 else ["‹ Previous"])
