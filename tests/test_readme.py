"""The README is true: its commands run, its Python runs, its table is what the program gives."""

import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract import extract
from extract.cli import app
from extract.cli.marked import value
from extract.series.periods import period_name

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.strip()]
OWN = [line for line in COMMANDS if line.startswith("meeting-extract ")]
STATEMENTS = [line for block in blocks("sql") for line in block.splitlines()]
MAKE = [line for line in COMMANDS if line.startswith("make ")]


def test_every_command_is_tested():
    assert (len(MAKE), len(OWN)) == (2, 22)
    assert sorted(MAKE + OWN) == sorted(COMMANDS)


def in_a_process(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "extract", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def in_this_process(arguments):
    done = CliRunner().invoke(app, arguments)
    return done.exit_code, done.stdout, done.stderr


def test_commands_in_order(tmp_path, monkeypatch):
    for name in ("seeds", "gold"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    started = set()
    for line in OWN:
        _, command, *options = shlex.split(line)
        # Each sub-command once as a user starts it; the others save the second that this takes.
        run = in_this_process if command in started else in_a_process
        started.add(command)
        status, output, complaints = run([command, *options])
        # Where the machine is busy, a run says now and then how far it is.
        said = [text for text in complaints.splitlines() if "words/s" not in text]
        assert (line, status, said) == (line, 0, [])
        assert output != ""
    assert len(started) == 10
    with closing(sqlite3.connect(tmp_path / "news.sqlite")) as connection:
        counts = [len(connection.execute(statement).fetchall()) for statement in STATEMENTS]
    assert len(counts) == 4
    assert 0 not in counts
    names = {path.name for path in (tmp_path / "records").iterdir()}
    assert {"facts.csv", "facts.jsonl", "mentions.jsonl", "officials.csv", "run.json"} <= names
    suffixes = {path.suffix for path in (tmp_path / "tables").iterdir()}
    assert suffixes == {".csv", ".html", ".json", ".jsonl"}


@pytest.mark.parametrize("line", MAKE)
def test_make_targets_exist(line):
    done = subprocess.run(
        [*line.split(), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert ".venv/bin/" in done.stdout


@pytest.mark.parametrize(
    ("code", "printed"),
    list(
        zip(
            blocks("python"),
            [
                "date July 10 month-day\nofficial Pham Minh Chinh title-before-name\n"
                "locality Da Nang gazetteer\n",
                "('Prime Minister',)\n",
            ],
            strict=True,
        )
    ),
    ids=["extract", "spacy"],
)
def test_python_blocks(code, printed):
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", printed)


def test_table_is_what_the_passage_gives():
    quoted = README.split("<!-- passage -->")[1].split("<!-- mentions -->")[0]
    passage = " ".join(re.findall(r"^> (.*)$", quoted, re.MULTILINE))
    table = README.split("<!-- mentions -->")[1].split("\n\n")[0].splitlines()[3:]
    shown = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table]
    found = extract(passage).mentions
    assert shown == [(mention.type, mention.text, value(mention)) for mention in found]


def test_series_is_what_the_seeds_give():
    table = README.split("<!-- series -->")[1].split("\n\n")[0].splitlines()[3:]
    lines = (ROOT / "outputs/frozen/series.jsonl").read_text(encoding="utf-8").splitlines()
    (share,) = [found for found in map(json.loads, lines) if found["name"].endswith("in GDP")]
    assert [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table] == [
        (
            period_name(point["period_first_day"], point["period_last_day"]),
            point["text"],
            point["status"],
            point["doc_id"],
        )
        for point in share["points"]
    ]
    assert f"outputs/frozen/charts/{share['id']}.svg" in README
