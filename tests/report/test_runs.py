"""Which runs make a report, and what it is then made of."""

import json

import pytest
from typer.testing import CliRunner

from extract import batch, report
from extract.cli import app
from extract.report import FILE


def write_articles(path, count):
    lines = (
        json.dumps({"id": str(n), "text": f"On July 10, 2024, {n + 2} roads opened in Da Nang."})
        for n in range(count)
    )
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path):
    def run_(count, *options):
        output = tmp_path / "out"
        path = write_articles(tmp_path / "in.jsonl", count)
        arguments = ["run", str(path), "-o", str(output), "--overwrite", "--workers", "1", "-q"]
        done = CliRunner().invoke(app, [*arguments, *map(str, options)])
        assert done.exit_code == 0, done.stderr
        return output, done.stderr

    return run_


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_few_articles_give_a_report(run):
    output, _ = run(2)
    text = (output / FILE).read_text(encoding="utf-8")
    assert "<title>Report on 2 articles</title>" in text
    assert FILE not in names(run(2, "--no-report")[0])
    assert FILE not in names(run(2, "--no-text")[0])


def test_many_articles_only_when_asked(run, monkeypatch):
    monkeypatch.setattr(batch, "MOST_UNASKED", 3)
    assert FILE in names(run(3)[0])
    assert FILE not in names(run(4)[0])
    assert FILE in names(run(4, "--report")[0])
    assert FILE in names(run(4, "--format", "jsonl,report")[0])


def test_long_articles_only_when_asked(run, monkeypatch):
    monkeypatch.setattr(batch, "MOST_WORDS_UNASKED", 10)
    assert FILE not in names(run(2)[0])
    assert FILE in names(run(2, "--report")[0])


def test_without_json_lines(run, monkeypatch):
    monkeypatch.setattr(batch, "MOST_UNASKED", 3)
    made = names(run(3, "--format", "csv")[0])
    assert FILE in made and "mentions.jsonl" not in made
    output, _ = run(9, "--format", "csv")
    assert {name.rpartition(".")[2] for name in names(output)} == {"csv", "jsonl", "json"}
    assert {name for name in names(output) if name.endswith("jsonl")} == {"errors.jsonl"}
    assert len((output / "quantities.csv").read_text().splitlines()) == 10


def test_a_run_says_that_the_report_shows_a_part(run, monkeypatch):
    monkeypatch.setattr(report, "MOST_ARTICLES", 3)
    output, said = run(5, "--report")
    assert said == (
        "meeting-extract: report.html shows the first 3 of 5 articles; "
        "--sample 3 chooses from all\n"
    )
    assert "This page shows the first 3 of 5 articles" in (output / FILE).read_text()


def test_what_cannot_be(tmp_path):
    path = write_articles(tmp_path / "in.jsonl", 1)
    for options, cause in [
        (["--report", "--no-text"], "report needs the text of the articles"),
        (["--gold", str(tmp_path / "none")], "no such folder of labels"),
    ]:
        done = CliRunner().invoke(app, ["run", str(path), "-o", str(tmp_path / "out"), *options])
        assert (done.exit_code, cause in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_labels_of_other_articles_cost_the_report_only(run, tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "other.jsonl").write_text("")
    path = write_articles(tmp_path / "in.jsonl", 1)
    output = tmp_path / "out"
    arguments = ["run", str(path), "-o", str(output), "--gold", str(tmp_path / "gold"), "-q"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 1
    assert "labels of none of the articles of this report" in done.stderr
    assert {"mentions.jsonl"} <= names(output) and FILE not in names(output)


def test_the_command(run, tmp_path):
    output, _ = run(2, "--no-report")
    done = CliRunner().invoke(app, ["report", str(output)])
    assert (done.exit_code, done.stdout) == (0, f"all articles in {output / FILE}\n")
    by_command = (output / FILE).read_bytes()
    output, _ = run(2, "--report")
    assert (output / FILE).read_bytes() == by_command
    for folder, cause in [(tmp_path, "holds no articles.jsonl"), (tmp_path / "no", "holds no")]:
        done = CliRunner().invoke(app, ["report", str(folder)])
        assert (done.exit_code, cause in done.stderr) == (2, True)
    output, _ = run(2, "--no-text")
    done = CliRunner().invoke(app, ["report", str(output)])
    assert (done.exit_code, "the run had --no-text" in done.stderr) == (2, True)
    done = CliRunner().invoke(app, ["report", str(output), "--gold", str(tmp_path / "no")])
    assert (done.exit_code, "no such folder of labels" in done.stderr) == (2, True)
