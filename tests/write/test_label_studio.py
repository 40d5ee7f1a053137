"""Label Studio: the configuration and every prediction are such as it takes."""

import json
from xml.etree import ElementTree as ET

import pytest

from extract.score.scheme import SCHEME
from extract.write import label_studio
from write.articles import everything
from write.label_studio_rules import wrong_in_configuration, wrong_in_prediction


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("label_studio")
    label_studio.write(iter(everything()), folder)
    return folder / "label_studio"


def test_label_studio_takes_configuration_and_predictions(folder):
    view = ET.parse(folder / "config.xml").getroot()
    assert wrong_in_configuration(view) == []
    assert [one.get("value") for one in view.iter("Label")] == [*SCHEME, "measure"]
    tasks = json.loads((folder / "tasks.json").read_bytes())
    assert len(tasks) == len(everything())
    for task in tasks:
        assert wrong_in_prediction(view, task) == []


@pytest.mark.parametrize("change", ["to_name", "type", "labels", "start", "from_name", "from_id"])
def test_what_label_studio_refuses_is_found(folder, change):
    view = ET.parse(folder / "config.xml").getroot()
    task = json.loads((folder / "tasks.json").read_bytes())[0]
    results = task["predictions"][0]["result"]
    first = results[-1 if change == "from_id" else 0]
    if change in ("labels", "start"):
        first["value"][change] = ["court"] if change == "labels" else "0"
    else:
        first[change] = "court"
    assert len(wrong_in_prediction(view, task)) == 1


def test_the_same_mentions_in_code_points(folder):
    for task, result in zip(
        json.loads((folder / "tasks.json").read_bytes()), everything(), strict=True
    ):
        text = task["data"]["text"]
        assert task["data"]["doc_id"] == result.article.doc_id
        assert text == result.article.text.replace("\0", "\ufffd")
        values = [
            one["value"] for one in task["predictions"][0]["result"] if one.get("type") == "labels"
        ]
        found = [
            (value["labels"], value["start"], value["end"])
            for value in values
            if value["labels"] != ["measure"]
        ]
        assert found == [([one.type], one.start, one.end) for one in result.mentions]
        assert [value["text"] for value in values] == [
            text[value["start"] : value["end"]] for value in values
        ]


def test_attributes_are_controls_of_their_region(folder):
    [task] = [
        task
        for task in json.loads((folder / "tasks.json").read_bytes())
        if task["data"]["doc_id"] == "emoji"
    ]
    given = [
        (one["from_name"], one["value"].get("text") or one["value"].get("choices"))
        for one in task["predictions"][0]["result"]
        if one.get("id") == "T6" and one["from_name"] != "label"
    ]
    assert given == [
        ("quantity_value", ["3000000"]),
        ("quantity_unit", ["t"]),
        ("quantity_modifier", ["exact"]),
        ("quantity_status", ["actual"]),
    ]


def test_configuration_is_plain_xml(folder):
    view = ET.parse(folder / "config.xml").getroot()
    assert [one.get("value") for one in view.iter("Relation")] == [
        "measure",
        "period",
        "baseline",
        "place",
        "relates_to",
    ]


def test_nothing_at_all(tmp_path):
    label_studio.write([], tmp_path)
    assert json.loads((tmp_path / "label_studio" / "tasks.json").read_bytes()) == []
