"""TimeML: read back by an XML parser, the same text and the same places."""

from xml.etree import ElementTree as ET

import pytest

from extract import extract
from extract.write import timex3
from extract.write.document_files import doc_id_of
from write.articles import everything

TIME_UNITS = {"year", "month", "week", "day", "hour", "minute", "second"}


def spans(text):
    """The TIMEX3s in a TEXT element, and where they stand in its characters."""
    at, found = len(text.text or ""), []
    for element in text:
        words = element.text or ""
        found.append((at, at + len(words), element))
        at += len(words) + len(element.tail or "")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("timex3")
    timex3.write(iter(everything()), folder)
    return folder / "timex3"


def test_the_same_text_and_places(folder):
    paths = {doc_id_of(folder, path): path for path in folder.rglob("*.tml")}
    assert sorted(paths) == sorted(result.article.doc_id for result in everything())
    count = 0
    for result in everything():
        root = ET.parse(paths[result.article.doc_id]).getroot()
        text = root.find("TEXT")
        whole = "".join(text.itertext())
        assert len(whole) == len(result.article.text)
        changed = {
            before
            for before, after in zip(result.article.text, whole, strict=True)
            if before != after
        }
        assert changed <= set("\0\x0b\x0c\x1c\x1f")
        expected = [
            (one.start, one.end)
            for one in result.mentions
            if one.type == "date" or (one.type == "quantity" and one.unit in TIME_UNITS)
        ]
        found = spans(text)
        assert [(start, end) for start, end, _ in found] == expected
        count += len(found)
        tids = [one.get("tid") for one in root.iter("TIMEX3")]
        assert len(set(tids)) == len(tids)
        for _, _, element in found:
            for name in ("beginPoint", "endPoint"):
                assert element.get(name) is None or element.get(name) in tids
    assert count > 60


def test_carriage_returns_and_what_xml_cannot_hold(folder):
    root = ET.parse(folder / "emoji.tml").getroot()
    assert "Da Nang.\r\nExports" in "".join(root.find("TEXT").itertext())
    root = ET.parse(folder / "control.tml").getroot()
    assert "".join(root.find("TEXT").itertext()).startswith("In\ufffd2023\ufffd the\ufffd ")


def test_document_time(folder):
    root = ET.parse(folder / "emoji.tml").getroot()
    [created] = root.find("DCT")
    assert created.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2024-07-12",
        "functionInDocument": "CREATION_TIME",
    }
    assert (root.find("DOCID").text, created.text) == ("emoji", "2024-07-12")
    unknown = ET.fromstring(timex3.timeml(extract("It rained.", doc_id="a")).encode())
    assert unknown.find("DCT") is None


VALUES = [
    ("in the first quarter of 2024", ["DATE 2024-Q1"]),
    ("in the first half of 2024", ["DATE 2024-H1"]),
    ("in May 2024", ["DATE 2024-05"]),
    ("on 13 May 2024", ["DATE 2024-05-13"]),
    ("in 2024", ["DATE 2024"]),
    ("this week", ["DATE 2024-W28"]),
    ("in the third week of May 2024", ["DURATION P7D 2024-05-15/2024-05-21"]),
    ("in the 1990s", ["DATE 199X"]),
    ("from 2022 to 2025", ["DURATION P4Y 2022/2025"]),
    ("from March to August 2024", ["DURATION P6M 2024-03/2024-08"]),
    ("from 5 to 9 May 2024", ["DURATION P5D 2024-05-05/2024-05-09"]),
    ("in FY2024", ["DATE FY2024"]),
    ("by the end of 2023", ["DATE 2023 END"]),
    ("by the end of June 2023", ["DATE 2023-06 END"]),
    ("by the end of the third quarter of 2023", ["DATE 2023-Q3 END"]),
    ("in mid-2024", ["DATE 2024 MID"]),
    ("in mid-July", ["DATE 2024-07 MID"]),
    ("in the mid-1930s", ["DATE 193X MID"]),
    ("early last year", ["DATE 2023 START"]),
    ("in the late 1980s", ["DATE 198X END"]),
    ("as it had c. 1850", ["DATE 1850 APPROX"]),
    ("in the spring of 1920", ["DATE 1920-SP"]),
    ("in 300 B.C.", ["DATE BC0300"]),
    ("before 2030", ["DATE 2030"]),
    ("within 6 months", ["DURATION P6M"]),
    ("for over 90 minutes", ["DURATION PT90M MORE_THAN"]),
    ("for at least 2.5 years", ["DURATION P2.5Y EQUAL_OR_MORE"]),
    ("for up to 3 days", ["DURATION P3D EQUAL_OR_LESS"]),
    ("for 2 to 3 weeks", ["DURATION P2W to P3W"]),
    ("for 3 km", []),
    ("for some time", []),
]


@pytest.mark.parametrize(("words", "expected"), VALUES, ids=[words for words, _ in VALUES])
def test_values(words, expected):
    result = extract(f"Exports rose {words}.", published="2024-07-12", doc_id="a")
    root = ET.fromstring(timex3.timeml(result).encode())
    values = {one.get("tid"): one.get("value") for one in root.iter("TIMEX3")}
    found = []
    for _, _, one in spans(root.find("TEXT")):
        points = [values[one.get(name)] for name in ("beginPoint", "endPoint") if one.get(name)]
        parts = [one.get("type"), one.get("value"), one.get("mod"), one.get("comment")]
        found.append(" ".join(part for part in (*parts, "/".join(points)) if part))
    assert found == expected


def test_an_unknown_day_is_no_guess():
    result = extract("He spoke on Monday.", doc_id="a")
    root = ET.fromstring(timex3.timeml(result).encode())
    assert [one.get("value") for one in root.find("TEXT")] == ["XXXX-XX-XX"]
