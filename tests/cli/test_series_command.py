"""The command `series`: what it prints and writes, and what it refuses."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.write.series import COLUMNS

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "one": "Peru. In 2021, 4% of homes had wells. The share of solar power in Peru in 2021 was 4%.",
    "two": "Peru. The share of solar power in Peru in 2022 was 7.5%.",
    "three": "Peru. The share of solar power in Peru in 2022 was 9%. The share of =1+1 was 5%.",
}
SCREEN = """\
Share of solar power (%), Peru: 3 values, 3 articles
  2021  4%              one
  2022  9%    conflict  three
  2022  7.5%  conflict  two

1 indicators, 3 values: {}
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    folder = tmp_path_factory.mktemp("series")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    run = call("run", *map(str, folder.glob("*.txt")), "-o", str(folder / "out"), "-q")
    assert (run.exit_code, run.stderr) == (0, "")
    return folder / "out"


def call(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


def test_table_and_files(source, tmp_path):
    done = call("series", source, "-o", tmp_path / "s")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == SCREEN.format(tmp_path / "s" / "series.csv")
    assert sorted(path.name for path in (tmp_path / "s").iterdir()) == [
        "series.csv",
        "series.jsonl",
    ]
    content = (tmp_path / "s" / "series.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfindicator,name,unit,")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["value"], row["conflict"], row["doc_id"]) for row in rows] == [
        ("4", "false", "one"),
        ("9", "true", "three"),
        ("7.5", "true", "two"),
    ]
    assert rows[2]["sentence"] == "The share of solar power in Peru in 2022 was 7.5%."
    (line,) = (tmp_path / "s" / "series.jsonl").read_text(encoding="utf-8").splitlines()
    indicator = json.loads(line)
    assert indicator["id"] == "share-of-solar-power-percent-pe"
    assert [point["value"] for point in indicator["points"]] == [4, 9, 7.5]


def test_charts_and_overwrite(source, tmp_path):
    target = tmp_path / "s"
    assert call("series", source, "-o", target, "--charts").exit_code == 0
    assert sorted(path.name for path in (target / "charts").iterdir()) == [
        "share-of-solar-power-percent-pe.png",
        "share-of-solar-power-percent-pe.svg",
    ]
    again = call("series", source, "-o", target)
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr == (
        f"meeting-extract: {target / 'series.jsonl'}: is there already; "
        "add --overwrite to replace it\n"
    )
    assert call("series", source, "-o", target, "--overwrite").exit_code == 0
    assert sorted(path.name for path in target.iterdir()) == ["series.csv", "series.jsonl"]


def test_into_the_output_itself_and_a_later_run_clears_it(source, tmp_path):
    (tmp_path / "one.txt").write_text(ARTICLES["one"], encoding="utf-8")
    out = tmp_path / "out"
    assert call("run", tmp_path / "one.txt", "-o", out, "-q").exit_code == 0
    done = call("series", out, "--charts")
    assert (done.exit_code, done.stdout) == (0, f"0 indicators, 0 values: {out / 'series.csv'}\n")
    assert (out / "series.csv").read_bytes().count(b"\n") == 1
    assert list((out / "charts").iterdir()) == []
    assert call("run", tmp_path / "one.txt", "-o", out, "-q", "--overwrite").exit_code == 0
    assert not (out / "series.csv").exists()
    assert not (out / "charts").exists()


def test_an_article_does_not_command_the_terminal(tmp_path):
    lines = [
        json.dumps({"id": f"\x1b]0;{year}\x07", "text": ARTICLES["one"].replace("2021", year)})
        for year in ("2021", "2022")
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert call("run", tmp_path / "a.jsonl", "-o", tmp_path / "out", "-q").exit_code == 0
    done = call("series", tmp_path / "out", "--charts")
    assert (done.exit_code, done.stdout.count("2 values, 2 articles")) == (0, 1)
    assert all(c.isprintable() or c == "\n" for c in done.stdout)


def test_more_points_are_asked_for(source, tmp_path):
    done = call("series", source, "-o", tmp_path / "s", "--min-points", "5")
    assert "Share of solar power" in done.stdout  # in conflict
    assert call("series", source, "--min-points", "0").exit_code == 2


def test_wrong_folders(source, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "nothing"):
        done = call("series", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == (
            f"meeting-extract: {folder}: holds no articles.jsonl: "
            "did a run with --format jsonl write it?\n"
        )
    assert list(empty.iterdir()) == []
    assert not (tmp_path / "nothing").exists()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = call("series", source, "-o", tmp_path / "file")
    assert (done.exit_code, done.stderr) == (
        2,
        f"meeting-extract: {tmp_path / 'file'}: is a file; the output is a folder (-o DIR)\n",
    )


def test_an_output_without_text(tmp_path):
    (tmp_path / "one.txt").write_text(ARTICLES["one"], encoding="utf-8")
    out = tmp_path / "out"
    assert call("run", tmp_path / "one.txt", "-o", out, "-q", "--no-text").exit_code == 0
    done = call("series", out)
    assert (done.exit_code, done.stderr) == (
        2,
        f"meeting-extract: {out / 'articles.jsonl'}: line 1: no 'text' (the run had --no-text)\n",
    )
    assert not (out / "series.csv").exists()


def test_a_broken_line(source, tmp_path):
    for name in ("articles.jsonl", "mentions.jsonl"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    (tmp_path / "facts.jsonl").write_text("{broken\n", encoding="utf-8")
    done = call("series", tmp_path)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"meeting-extract: {tmp_path / 'facts.jsonl'}: line 1: ")
    assert not (tmp_path / "series.csv").exists()


def test_without_matplotlib(source, tmp_path):
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from extract.cli import app\n"
        f"app(['series', {str(source)!r}, '-o', {str(tmp_path / 's')!r}, '--charts'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "meeting-extract: charts need matplotlib: pip install 'meeting-extract[charts]'\n"
    )
    assert not (tmp_path / "s").exists()
