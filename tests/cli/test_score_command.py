import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from score.labels_of import TEXT, labels, mention, write_gold, write_output
from typer.testing import CliRunner

from extract.cli import app

ROOT = Path(__file__).parents[2]
RUNNER = CliRunner()


def command(*arguments):
    return RUNNER.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """An output that has one of two dates, and its labels; run from an empty folder."""
    write_gold(tmp_path / "labels", [labels(mention("date", 3, 7), mention("date", 41, 45))])
    write_output(tmp_path / "out", [labels(mention("date", 3, 7, last_day="2024-12-31"))])
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    return tmp_path / "out", tmp_path / "labels"


def test_the_table(folders):
    out, gold = folders
    result = command("score", out, "--gold", gold)
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "Mentions (1 article)"
    assert "date strict 1 0 0 1 0 1.000 0.500 0.667" in lines
    assert lines[-1] == "Note: no facts in the labels."
    assert "missed date" not in result.stdout


def test_gold_is_the_default(folders, monkeypatch):
    out, gold = folders
    result = command("score", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "meeting-extract: gold: no such folder of labels: name one with --gold\n"
    )
    gold.rename(gold.with_name("gold"))
    monkeypatch.chdir(gold.parent)
    assert command("score", out).exit_code == 0


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--fail-under", "0.66"], 0, ""),
        (["--fail-under", "0.67"], 1, "meeting-extract: --fail-under 0.67: it is 0.667\n"),
        (["--fail-under", "0"], 0, ""),
        (["--fail-under-record", "0"], 0, ""),
        (
            ["--fail-under", "0.1", "--fail-under-record", "0.1"],
            1,
            "meeting-extract: --fail-under-record 0.1: it is 0.000\n",
        ),
    ],
)
def test_fail_under(folders, options, status, message):
    out, gold = folders
    result = command("score", out, "--gold", gold, *options)
    assert (result.exit_code, result.stderr) == (status, message)
    assert result.stdout.startswith("Mentions (1 article)\n")


def test_fail_under_is_a_share(folders):
    out, gold = folders
    assert command("score", out, "--gold", gold, "--fail-under", "90").exit_code == 2


def test_errors_and_json(folders, tmp_path):
    out, gold = folders
    path = tmp_path / "scores.json"
    result = command("score", out, "--gold", gold, "--errors", "--json", path)
    assert result.exit_code == 0
    listed = result.stdout[result.stdout.index("wrong last_day") :]
    assert listed.splitlines()[0] == "wrong last_day of date, rule r: 1, cost 2"
    assert "missed date: 1, cost 1" in listed
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["mentions"]["all"]["schemes"]["strict"]["f1"] == 2 / 3
    assert [cause["kind"] for cause in found["errors"]] == [
        "wrong last_day of date",
        "missed date",
    ]


def test_json_into_a_folder_that_is_not_there(folders, tmp_path):
    out, gold = folders
    result = command("score", out, "--gold", gold, "--json", tmp_path / "no" / "scores.json")
    assert result.exit_code == 2
    assert result.stderr.endswith("scores.json: No such file or directory\n")


def test_markdown(folders):
    out, gold = folders
    result = command("score", out, "--gold", gold, "--markdown")
    assert result.stdout.startswith("**Mentions (1 article)**\n\n| type | gold |")


def test_another_article_is_refused(folders):
    out, gold = folders
    write_output(out, [labels(text=TEXT.replace("2024", "1999"))])
    result = command("score", out, "--gold", gold)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"meeting-extract: {gold / 'a.jsonl'}: line 1: '2024' at [3, 7) is '1999' in the article: "
        "these labels are of another text\n"
    )


def test_a_folder_that_is_no_output(folders, tmp_path):
    _, gold = folders
    result = command("score", tmp_path / "empty", "--gold", gold)
    assert result.exit_code == 2
    assert "articles.jsonl: no such file" in result.stderr


def test_export_correct_score(folders, tmp_path):
    """What the README tells a user to do."""
    out, _ = folders
    mine = tmp_path / "mine"
    result = command("score", out, "--export", mine)
    assert result.exit_code == 0
    assert result.stdout == f"1 file of labels to correct in {mine}\n"
    assert command("score", out, "--gold", mine, "--fail-under-record", "1").exit_code == 0
    path = mine / "a.jsonl"
    corrected = path.read_text(encoding="utf-8").replace("2024-12-31", "2024-12-30")
    path.write_text(corrected, encoding="utf-8")
    assert command("score", out, "--gold", mine, "--fail-under-record", "1").exit_code == 1
    assert command("score", out, "--export", mine).exit_code == 2


def test_agreement_of_two_labellings(folders, tmp_path):
    _, gold = folders
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    result = command("score", gold, "--gold", gold, "--texts", texts, "--fail-under-record", "1")
    assert result.exit_code == 0
    result = command("score", gold, "--gold", gold)
    assert result.exit_code == 2
    assert "--texts" in result.stderr


def test_the_seeds_in_under_three_seconds():
    arguments = ["score", "gold", "--gold", "gold", "--texts", "seeds"]
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [sys.executable, "-m", "extract", *arguments], cwd=ROOT, capture_output=True, check=True
    )
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The processor's seconds, not the clock's, so that a busy machine does not fail it.
    assert ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime < 3
    assert result.stdout.startswith(b"Mentions (5 articles)\n")
