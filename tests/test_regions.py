"""Regions: every rule's own examples, then whole pages."""

import pytest

from extract.article import Article
from extract.patterns import load
from extract.regions import Regions, blank_furniture

REGIONS = Regions(load())
RULES = load().table("page/furniture")["rule"]
CAPTION_RULES = load().table("page/captions")["rule"]
PROSE = "The council met on Monday in Hue and agreed on the plan for the year."


def find(text, **article):
    regions, metadata = REGIONS.find(Article(text=text, **article))
    return [(region.kind, text[region.start : region.end]) for region in regions], metadata


def of_kind(kind, text):
    return [part for found, part in find(text)[0] if found == kind]


EXAMPLES = [(rule["name"], example) for rule in RULES for example in rule["example"]]
COUNTER = [(rule["name"], text) for rule in RULES for text in rule["not"]]
CAPTIONS = [example["text"] for rule in CAPTION_RULES for example in rule["example"]]
NO_CAPTIONS = [text for rule in CAPTION_RULES for text in rule["not"]]


def test_rules_are_found():
    assert (len(RULES), len(CAPTION_RULES)) == (21, 3)
    assert all(rule["example"] and rule["not"] for rule in [*RULES, *CAPTION_RULES])


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{n}: {e['text'][:40]}" for n, e in EXAMPLES]
)
def test_furniture_example(rule, example):
    _, metadata = find(example["text"])
    given = {key: example[key] for key in ("author", "url", "published") if key in example}
    metadata.pop("title", None)
    assert example["mention"] in "\n".join(of_kind("furniture", example["text"]))
    assert metadata == given


@pytest.mark.parametrize(("rule", "text"), COUNTER, ids=[f"{n}: {t[:40]}" for n, t in COUNTER])
def test_furniture_counter_example(rule, text):
    assert of_kind("furniture", text) == []


@pytest.mark.parametrize("line", CAPTIONS)
def test_caption_example(line):
    assert of_kind("caption", f"{PROSE}\n{line}\n{PROSE}") == [line]


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_caption_counter_example(line):
    assert of_kind("caption", f"{PROSE}\n{line}\n{PROSE}") == []


def test_whole_page():
    text = (
        "Home > News > Politics\n"
        "Tuesday, 05/03/2024, 16:23 GMT+7\n"
        "Council adopts plan for 2024\n"
        "By Le Lan | 05/03/2024 17:00\n"
        "\n"
        f"HUE (VNA) – {PROSE}\r\n"
        "\n"
        "Delegates attending the meeting in Hue\n"
        "Mayor Tran Van Minh speaks at the meeting. Photo: Van An.\n"
        "Tasks for the coming time\n"
        f"{PROSE} — VNS\n"
        "KHANH VAN\n"
        "Source: https://example.gov.vn/a\n"
        "Tags: plan, Hue\n"
        "Related news\n"
        "Council of Da Nang adopts 12 plans\n"
        "Minister visits Hanoi\n"
        "Comment (0)"
    )
    assert find(text) == (
        [
            ("furniture", "Home > News > Politics\nTuesday, 05/03/2024, 16:23 GMT+7"),
            ("title", "Council adopts plan for 2024"),
            ("furniture", "By Le Lan | 05/03/2024 17:00"),
            ("body", "HUE"),
            ("furniture", "(VNA)"),
            ("body", f"– {PROSE}"),
            ("caption", "Delegates attending the meeting in Hue"),
            ("caption", "Mayor Tran Van Minh speaks at the meeting."),
            ("furniture", "Photo: Van An."),
            ("body", f"Tasks for the coming time\n{PROSE}"),
            (
                "furniture",
                "— VNS\nKHANH VAN\nSource: https://example.gov.vn/a\nTags: plan, Hue\n"
                "Related news\n"
                "Council of Da Nang adopts 12 plans\nMinister visits Hanoi\nComment (0)",
            ),
        ],
        {
            "published": "2024-03-05",
            "author": "KHANH VAN",
            "url": "https://example.gov.vn/a",
            "title": "Council adopts plan for 2024",
        },
    )


@pytest.mark.parametrize(
    ("text", "title", "regions"),
    [
        (f"A headline\n\n{PROSE}", None, [("title", "A headline"), ("body", PROSE)]),
        (f"{PROSE}\n\nA heading\n\n{PROSE}", None, [("body", f"{PROSE}\n\nA heading\n\n{PROSE}")]),
        ("A headline", None, [("body", "A headline")]),
        ("A headline", " a  Headline ", [("title", "A headline")]),
        (
            f"Site name\nThe headline.\n{PROSE}",
            "The headline.",
            [("body", "Site name"), ("title", "The headline."), ("body", PROSE)],
        ),
        (f"July 10, 2024\n{PROSE}", "July 10, 2024", [("title", "July 10, 2024"), ("body", PROSE)]),
        ("", None, [("body", "")]),
        (" \n ", None, [("body", " \n ")]),
        ("--\n\n***", None, [("furniture", "--\n\n***")]),
    ],
)
def test_title(text, title, regions):
    assert find(text, title=title)[0] == regions


def test_block_of_links_ends_at_prose():
    assert of_kind("furniture", f"{PROSE}\nRelated news\nMinister visits Hue\n{PROSE}") == [
        "Related news\nMinister visits Hue"
    ]


def test_names_in_a_list_are_no_reporter():
    names = "The members are elected as follows in Hue.\nLe Van An\nTran Thi Binh\nVo Van Cuong"
    assert of_kind("furniture", names) == []


def test_credit_in_the_middle_of_a_line():
    assert find(f"Minister speaks in Hue (Photo: VNA)Hue – {PROSE}")[0] == [
        ("caption", "Minister speaks in Hue"),
        ("furniture", "(Photo: VNA)"),
        ("body", f"Hue – {PROSE}"),
    ]


def test_first_stamp_counts():
    stamps = f"10/07/2023 09:30\nUpdated: 12/07/2023 10:00\n{PROSE}"
    assert find(stamps)[1] == {"published": "2023-07-10"}


def test_blanking_keeps_the_length():
    text = f"Tags: a\n{PROSE} (Photo: VNA)\nComment (0)"
    regions, _ = REGIONS.find(Article(text=text))
    assert blank_furniture(text, regions) == f"       \n{PROSE}             \n           "
