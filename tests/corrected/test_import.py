"""Annotations out and back in: nothing is lost, and what cannot be taken is named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner
from write.articles import HOSTILE, everything, seeds

from extract import extract
from extract.cli import app
from extract.corrected import import_labels
from extract.score.gold import read_gold
from extract.score.labels import ATTRIBUTES, FACT_KEYS, LabelError
from extract.write import brat, label_studio

TOOLS = {"brat": brat, "label-studio": label_studio}
EXPORT = Path(__file__).parent / "label_studio_export.json"


def gold_of(results):
    """The labels that say what the results say."""
    gold = {}
    for result in results:
        mentions = [
            {"type": one.type}
            | {key: getattr(one, key) for key in ("start", "end", "text", *ATTRIBUTES[one.type])}
            for one in result.mentions
        ]
        keys = ("start", "end", "type", "measure", *FACT_KEYS)
        facts = [{key: getattr(one, key) for key in keys} for one in result.facts if one.measure]
        gold[result.article.doc_id] = (mentions, facts)
    return plain(gold)


def plain(labels):
    return json.loads(json.dumps(labels))


def read(folder):
    """The labels of a folder, without the key that only our own gold uses."""
    return plain(
        {
            doc_id: (
                [{k: v for k, v in one.items() if k != "must"} for one in labels.mentions],
                labels.facts or (),
            )
            for doc_id, labels in read_gold(folder).items()
        }
    )


# A NUL cannot go through Label Studio; an id that is cut cannot name a file of labels.
SOUND = [one for one in everything() if len(one.article.doc_id) < 80]


@pytest.mark.parametrize("tool", TOOLS)
def test_round_trip(tool, tmp_path):
    results = [one for one in SOUND if tool == "brat" or "\0" not in one.article.text]
    TOOLS[tool].write(results, tmp_path)
    done = import_labels(tmp_path, tmp_path / "gold")
    assert read(tmp_path / "gold") == gold_of(results)
    assert (done.articles, done.mentions) == (
        len(results),
        sum(len(one.mentions) for one in results),
    )
    assert done.facts == sum(len(facts) for _, facts in gold_of(results).values()) > 100
    sums = (tmp_path / "gold" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert f"{seeds()[0].article.sha256}  {seeds()[0].article.doc_id}.txt" in sums


def test_what_label_studio_itself_exported(tmp_path):
    """Made with version 1.23: our tasks opened, two spans added by hand, the task submitted."""
    task = json.loads(EXPORT.read_bytes())[0]
    assert task["data"]["text"] == HOSTILE["emoji"]
    drawn = [
        one for one in task["annotations"][0]["result"] if one.get("value", {}).get("text") == "met"
    ]
    assert [(one["value"]["start"], one["value"]["end"]) for one in drawn] == [(55, 58)]
    with pytest.raises(LabelError) as raised:
        import_labels(EXPORT, tmp_path / "gold")
    assert str(raised.value).splitlines() == [
        f"{EXPORT}: task 8: region SdJqPmheoR: official 'met': lacks name",
        f"{EXPORT}: task 8: region VcQxHuUaSS: official 'Exports': lacks name",
    ]
    assert not (tmp_path / "gold").exists()
    result = task["annotations"][0]["result"]
    task["annotations"][0]["result"] = [
        one for one in result if one.get("id") not in ("SdJqPmheoR", "VcQxHuUaSS")
    ]
    (tmp_path / "export.json").write_text(json.dumps([task]), encoding="utf-8")
    import_labels(tmp_path / "export.json", tmp_path / "gold")
    expected = gold_of([extract(HOSTILE["emoji"], doc_id="emoji", published="2024-07-12")])
    assert read(tmp_path / "gold") == expected


def test_offsets_in_utf_16_units_of_old_versions(tmp_path):
    results = [one for one in everything() if one.article.doc_id == "emoji"]
    task = label_studio.task(results[0])
    text = task["data"]["text"]
    for one in task["predictions"][0]["result"]:
        for edge in ("start", "end"):
            if edge in one.get("value", ()):
                before = text[: one["value"][edge]]
                one["value"][edge] = len(before.encode("utf-16-le")) // 2
    (tmp_path / "old.json").write_text(json.dumps([task]), encoding="utf-8")
    import_labels(tmp_path / "old.json", tmp_path / "gold")
    assert read(tmp_path / "gold") == gold_of(results)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_any_text_before(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("any")
    result = extract(f"{words}\n\nIn 2023 exports rose 12.5% to 3 tonnes.", doc_id="a")
    for name, tool in TOOLS.items():
        tool.write([result], folder)
        import_labels(folder, folder / name, name)
        assert read(folder / name) == gold_of([result])


TEXT = "In 2023 the Ministry of Health spent 12.5% more."
LINES = {
    1: "T1\tdate 3 7\t2023",
    2: '#1\tAnnotatorNotes T1\t{"first_day": "2023-01-01", "last_day": "2023-12-31"}',
    3: "T2\tagency 12 30\tMinistry of Health",
    4: "A1\tagency_kind T2 ministry",
    5: '#2\tAnnotatorNotes T2\t{"name": "Ministry of Health"}',
    6: "T3\tpercentage 37 42\t12.5%",
    7: '#3\tAnnotatorNotes T3\t{"value": 12.5}',
    8: "T4\tmeasure 31 36\tspent",
    9: "R1\tmeasure Arg1:T3 Arg2:T4",
    10: "R2\tperiod Arg1:T3 Arg2:T1",
}


def collection(folder, changes):
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = {**LINES, **changes}
    (folder / "a.ann").write_text("".join(f"{line}\n" for line in lines.values() if line))
    return folder


def test_brat_by_hand(tmp_path):
    import_labels(collection(tmp_path / "brat", {}), tmp_path / "gold")
    [(mentions, facts)] = read(tmp_path / "gold").values()
    assert mentions[1]["kind"] == "ministry"
    assert mentions[2] == {
        "type": "percentage",
        "start": 37,
        "end": 42,
        "text": "12.5%",
        "value": 12.5,
        "value_max": None,
        "per": None,
        "modifier": "exact",
        "role": "level",
        "direction": None,
        "points": False,
    }
    assert [(one["measure"], one["period_start"], one["status"]) for one in facts] == [
        ("spent", 3, "actual")
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({3: "T2\tagency 24 30\tHealth"}, ("agency", "Health", "Ministry of Health")),
        ({3: "T2\tagency 23 31\t Health "}, ("agency", "Health", "Ministry of Health")),
        (
            {3: "T2\tlocality 24 30\tHealth", 4: "A1\tlocality_kind T2 city"},
            ("locality", "Health", "Ministry of Health"),
        ),
    ],
    ids=["moved", "blanks at its ends", "another label"],
)
def test_a_corrected_mention_keeps_its_attributes(changes, expected, tmp_path):
    import_labels(collection(tmp_path / "brat", changes), tmp_path / "gold")
    [(mentions, _)] = read(tmp_path / "gold").values()
    assert (mentions[1]["type"], mentions[1]["text"], mentions[1]["name"]) == expected


def test_without_any_fact_no_file_of_facts(tmp_path):
    changes = {8: "", 9: "", 10: ""}
    import_labels(collection(tmp_path / "brat", changes), tmp_path / "gold")
    assert sorted(path.name for path in (tmp_path / "gold").iterdir()) == ["SHA256SUMS", "a.jsonl"]


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({1: "T1 date 3 7 2023"}, "line 1: 'T1 date 3 7 2023' is no mark like "),
        ({1: "T1\tday 3 7\t2023"}, "line 1: 'day' is no label; known: official, "),
        ({1: "T1\tdate 3 70\t2023"}, "line 1: T1 ends behind the text, at 70"),
        ({1: "T1\tdate 0 2;3 7\tx", 3: "T2\tagency 3 30\tx"}, "line 3: agency '2023 the Minist"),
        ({1: "T1\tdate 3 7;12 20\tx"}, "line 1: T1 leaves out ' the ': a mention is one run of "),
        ({2: ""}, "line 1: date '2023': lacks first_day and last_day"),
        ({2: "#1\tAnnotatorNotes T1\tnot sure"}, "line 2: the note of T1 is no JSON: "),
        ({2: "#1\tAnnotatorNotes T1\t[1]"}, "line 2: the note of T1 is no JSON object"),
        ({2: '#1\tAnnotatorNotes T1\t{"day": 1}'}, "line 2: the note of T1 has 'day'"),
        (
            {2: '#1\tAnnotatorNotes T1\t{"first_day": "soon", "last_day": null}'},
            "line 1: date '2023': 'soon' is no day like 2024-07-10",
        ),
        ({4: ""}, "line 3: agency 'Ministry of Health': lacks kind"),
        ({4: "A1\tagency_kind T2 office"}, "line 3: agency 'Ministry of Health': Invalid enum "),
        ({4: "A1\tagency_kind T9 ministry"}, "line 4: speaks of T9, which is not there"),
        ({4: "hello"}, "line 4: 'hello' is no line of brat's"),
        ({7: '#3\tAnnotatorNotes T3\t{"value": "12"}'}, "line 6: percentage '12.5%': Expected "),
        ({9: "R1\tmeasure Arg1:T3 Arg2:T1"}, "line 9: the measure of percentage '12.5%' is a date"),
        ({9: ""}, "line 6: percentage '12.5%' has a period but no measure"),
        ({10: "R2\tperiod Arg1:T1 Arg2:T1"}, "line 10: date '2023' has a period: only numbers "),
        ({10: "R2\tcause Arg1:T3 Arg2:T1"}, "line 10: 'cause' is no relation; known: measure, "),
    ],
)
def test_what_cannot_be_taken_is_named(changes, cause, tmp_path):
    source = collection(tmp_path / "brat", changes)
    with pytest.raises(LabelError) as raised:
        import_labels(source, tmp_path / "gold")
    lines = str(raised.value).splitlines()
    assert any(line.startswith(f"{source / 'a.ann'}: {cause}") for line in lines), lines
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brat"]


def test_one_broken_article_stops_all(tmp_path):
    source = collection(tmp_path / "brat", {})
    (source / "b.ann").write_bytes(b"\xff")
    (source / "c.ann").write_bytes(b"")
    (source / "b.txt").write_bytes(b"")
    with pytest.raises(LabelError) as raised:
        import_labels(source, tmp_path / "gold")
    assert str(raised.value).splitlines() == [
        f"{source / 'b.ann'}: not UTF-8 at byte 0",
        f"{source / 'c.txt'}: No such file or directory",
    ]
    assert not (tmp_path / "gold").exists()


def region(start, end, label, **more):
    value = {"start": start, "end": end, "labels": [label], **more}
    return {"id": f"r{start}", "from_name": "label", "to_name": "text", "value": value}


def said(start, name, given):
    kind = "choices" if name.endswith("kind") else "text"
    return {"id": f"r{start}", "from_name": name, "value": {kind: [given]}}


NAMED = said(12, "agency_name", "Ministry of Health")
SORTED = said(12, "agency_kind", "ministry")
AGENCY = region(12, 30, "agency", text="Ministry of Health")


def export_file(folder, *annotations, data=None):
    data = {"text": TEXT, "doc_id": "a"} if data is None else data
    task = {"id": 5, "data": data, "annotations": [{"result": one} for one in annotations]}
    (folder / "export.json").write_text(json.dumps([task]), encoding="utf-8")
    return folder / "export.json"


@pytest.mark.parametrize(
    ("results", "cause"),
    [
        ([AGENCY], "region r12: agency 'Ministry of Health': lacks name and kind"),
        ([region(12, 30, "body")], "region r12: 'body' is no label; known: "),
        ([region(12, 300, "agency")], "region r12: [12, 300) is not in the text"),
        (
            [region(12, 30, "agency", text="Ministry")],
            "region r12: 'Ministry' is 'Ministry of Health",
        ),
        (
            [region(37, 42, "percentage"), said(37, "percentage_value", "12,5")],
            "region r37: value '12,5' is no number like 13200000 or 80.44",
        ),
        (
            [AGENCY, NAMED, SORTED, {"type": "relation", "from_id": "r12", "to_id": "x"}],
            "relation from r12 to x: one of them is no labelled region",
        ),
    ],
)
def test_what_cannot_be_taken_from_label_studio(results, cause, tmp_path):
    source = export_file(tmp_path, results)
    with pytest.raises(LabelError) as raised:
        import_labels(source, tmp_path / "gold")
    assert f"{source}: task 5: {cause}" in str(raised.value)
    assert not (tmp_path / "gold").exists()


def test_a_region_with_another_label_keeps_what_was_said(tmp_path):
    results = [region(12, 30, "locality"), NAMED, said(12, "locality_kind", "city")]
    import_labels(export_file(tmp_path, results), tmp_path / "gold")
    [(mentions, _)] = read(tmp_path / "gold").values()
    assert (mentions[0]["type"], mentions[0]["name"]) == ("locality", "Ministry of Health")


def test_two_annotations_of_a_task(tmp_path):
    source = export_file(tmp_path, [AGENCY, NAMED, SORTED], [])
    with pytest.raises(LabelError, match="task 5: 2 annotations: mark one as ground truth"):
        import_labels(source, tmp_path / "gold")
    tasks = json.loads(source.read_bytes())
    tasks[0]["annotations"][0]["ground_truth"] = True
    source.write_text(json.dumps(tasks), encoding="utf-8")
    assert import_labels(source, tmp_path / "gold").mentions == 1


def test_tasks_that_nobody_annotated(tmp_path):
    source = export_file(tmp_path, [AGENCY, NAMED, SORTED])
    tasks = json.loads(source.read_bytes())
    tasks.append({"id": 6, "data": {"text": TEXT, "doc_id": "b"}, "annotations": []})
    source.write_text(json.dumps(tasks), encoding="utf-8")
    done = import_labels(source, tmp_path / "gold")
    assert (done.articles, done.warnings) == (1, (f"{source}: 1 of 2 tasks are not annotated",))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "no JSON: "),
        ("{}", "no list of tasks"),
        ('[{"data": {"text": "x"}, "predictions": [{"result": []}]}]', "task 1: no 'text' and 'do"),
        ("[]", "no annotations of label-studio in it"),
    ],
)
def test_files_that_are_no_export(content, cause, tmp_path):
    source = tmp_path / "export.json"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match=cause):
        import_labels(source, tmp_path / "gold")


def test_labels_that_are_there_stay(tmp_path):
    source = collection(tmp_path / "brat", {})
    import_labels(source, tmp_path / "gold")
    before = (tmp_path / "gold" / "a.jsonl").read_bytes()
    with pytest.raises(LabelError, match=r"a\.jsonl: is there already"):
        import_labels(source, tmp_path / "gold")
    import_labels(source, tmp_path / "gold", overwrite=True)
    assert (tmp_path / "gold" / "a.jsonl").read_bytes() == before
    (source / "a.ann").rename(source / "b.ann")
    (source / "a.txt").rename(source / "b.txt")
    import_labels(source, tmp_path / "gold")
    sums = (tmp_path / "gold" / "SHA256SUMS").read_text(encoding="utf-8")
    assert [line[66:] for line in sums.splitlines()] == ["a.txt", "b.txt"]
    assert sorted(read_gold(tmp_path / "gold")) == ["a", "b"]


def test_command(tmp_path):
    source = collection(tmp_path / "brat", {})
    run = CliRunner().invoke(app, ["import", str(source), "-o", str(tmp_path / "gold")])
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == f"1 article, 3 mentions, 1 fact written to {tmp_path / 'gold'}\n"


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["missing"], "missing: no such file or folder"),
        (["."], ".: neither brat's .ann files nor a .json export of Label Studio"),
        ([".", "--from", "doccano"], "--from: 'doccano' is no tool; known: brat, label-studio"),
    ],
)
def test_wrong_usage(arguments, cause, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(app, ["import", *arguments, "-o", "gold"])
    assert (run.exit_code, run.stderr) == (2, f"meeting-extract: {cause}\n")
    assert not (tmp_path / "gold").exists()
