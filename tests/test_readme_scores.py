"""The README's scores are what the command that it names prints."""

from pathlib import Path

from typer.testing import CliRunner

from extract.cli import app

ROOT = Path(__file__).parents[1]
START, END = "<!-- scores:start -->", "<!-- scores:end -->"


def command(*arguments):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_readme_has_the_scores_of_this_version(tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (readme.count(START), readme.count(END)) == (1, 1)
    shown = readme.partition(START)[2].partition(END)[0]
    command("run", ROOT / "seeds", "-o", tmp_path / "out", "-q")
    printed = command("score", tmp_path / "out", "--gold", ROOT / "gold", "--markdown")
    assert shown.strip() == printed.strip()


def test_the_readme_calls_them_by_their_name():
    before = (ROOT / "README.md").read_text(encoding="utf-8").partition(START)[0]
    section = before.rpartition("\n## ")[2]
    assert "evelopment scores" in section
    assert "meeting-extract score" in section
