import json

from extract.score.freeze import fallen, lost_musts, main
from extract.score.rows import make_table
from extract.score.scores import score
from score.labels_of import labels, mention, write_gold, write_lines, write_output

GOLD = labels(mention("date", 3, 7, must=True), mention("date", 41, 45))


def test_freeze(tmp_path, capsys):
    out, gold, frozen = (tmp_path / name for name in ("out", "gold", "frozen"))
    write_gold(gold, [GOLD])
    write_output(out, [labels(mention("date", 3, 7))])
    write_lines(out / "run.json", [{"seconds": 1}])
    assert main([str(out), str(gold), str(frozen)]) == 0
    names = sorted(path.name for path in frozen.iterdir())
    assert names == ["articles.jsonl", "mentions.jsonl", "scores.json"]
    kept = json.loads((frozen / "scores.json").read_text())
    assert kept["date"] == kept["all"] == {"strict": 0.666667, "record": 0.666667}
    assert kept["agency"] == {"strict": None, "record": None}
    assert capsys.readouterr().err == ""


def test_a_wrong_must_line_is_named(tmp_path, capsys):
    write_gold(tmp_path / "gold", [GOLD])
    write_output(tmp_path / "out", [labels(mention("date", 3, 7, last_day="2024-12-31"))])
    assert main([str(tmp_path / name) for name in ("out", "gold", "frozen")]) == 1
    assert capsys.readouterr().err == "freeze: must line lost: date '2024' at a [3, 7)\n"


def test_wrong_usage(tmp_path, capsys):
    assert main([]) == 2
    assert main([str(tmp_path / "nothing"), str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith("nothing: no such folder\n")


def test_what_is_no_longer_reached():
    scores = score(make_table({"a": GOLD}, {"a": labels(mention("date", 3, 7))}))
    frozen = {
        "date": {"strict": 0.7, "record": 0.666667},
        "agency": {"strict": None, "record": 0.5},
        "facts": {"measure": 0.25},
    }
    assert fallen(frozen, scores) == [
        "date strict fell from 0.7000 to 0.6667",
        "agency record fell from 0.5000 to 0.0000",
        "facts measure fell from 0.2500 to 0.0000",
    ]
    assert fallen({"date": {"strict": 0.666667, "record": 0.5}}, scores) == []


def test_lost_musts():
    for found, lost in [
        ([mention("date", 3, 7)], []),
        ([mention("date", 0, 7)], ["date '2024' at a [3, 7)"]),
        ([mention("quantity", 3, 7)], ["date '2024' at a [3, 7)"]),
        ([], ["date '2024' at a [3, 7)"]),
    ]:
        assert lost_musts(make_table({"a": GOLD}, {"a": labels(*found)})) == lost
