from urllib.parse import unquote

import pytest

from extract.score.export import export, file_name
from extract.score.gold import read_gold
from extract.score.labels import LabelError
from extract.score.output import read_output
from score.labels_of import TEXT, fact, labels, mention, write_output

NAMES = [
    ("000_8c4c", "000_8c4c"),
    ("Ngày 10", "Ng%C3%A0y 10"),
    ("news/2024/a", "news/2024/a"),
    ("news/2024:07", "news/2024%3A07"),
    ("../x", "..%2Fx"),
    ("a/../../x", "a%2F..%2F..%2Fx"),
    ("/etc/x", "%2Fetc%2Fx"),
    ("https://a.b/c?d", "https%3A%2F%2Fa.b%2Fc%3Fd"),
    ("..", "%2E%2E"),
    ("100%", "100%25"),
]


@pytest.mark.parametrize(("doc_id", "name"), NAMES)
def test_file_name(doc_id, name):
    assert file_name(doc_id) == name
    assert unquote(name) == doc_id


def test_an_output_comes_back_as_labels(tmp_path):
    out, folder = tmp_path / "out", tmp_path / "labels"
    extra = {"problem": None, "region": "body", "entity": 1, "id": None}
    mentions = [mention("date", 3, 7) | extra, mention("quantity", 18, 19, value=0.5)]
    facts = [fact(18, 19, period_start=3) | {"rule": "r"}]
    write_output(out, [labels(*mentions, facts=facts), labels(doc_id="https://b")])
    written = export(read_output(out), folder)
    assert [path.relative_to(folder).as_posix() for path in written] == [
        "a.jsonl",
        "a.facts.jsonl",
        "https%3A%2F%2Fb.jsonl",
        "https%3A%2F%2Fb.facts.jsonl",
    ]
    gold = read_gold(folder, {"a": TEXT})
    assert sorted(gold) == ["a", "https://b"]
    assert gold["a"].mentions == (
        mention("date", 3, 7) | {"must": False},
        mention("quantity", 18, 19, value=0.5) | {"must": False},
    )
    assert gold["a"].facts == (fact(18, 19, period_start=3),)
    assert gold["https://b"].mentions == gold["https://b"].facts == ()


def test_corrections_are_never_overwritten(tmp_path):
    out, folder = tmp_path / "out", tmp_path / "labels"
    write_output(out, [labels(mention("date", 3, 7)), labels(doc_id="b")])
    folder.mkdir()
    (folder / "b.jsonl").write_text("mine")
    with pytest.raises(LabelError, match=r"b\.jsonl: is there already"):
        export(read_output(out), folder)
    assert [path.name for path in folder.iterdir()] == ["b.jsonl"]
    assert (folder / "b.jsonl").read_text() == "mine"
