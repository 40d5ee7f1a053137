"""A run on a local Ray cluster gives what a run in one process gives."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from extract.cli import app

pytest.importorskip("ray", reason="Ray is not installed: pip install 'meeting-extract[ray]'")
ROOT = Path(__file__).parents[2]


def command(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "extract", "run", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def part_lines(folder, file):
    return b"".join(path.read_bytes() for path in sorted((folder / file).glob("part-*.jsonl")))


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ray")
    text = (ROOT / "seeds" / "003_d4afef9b9c1e03bf.txt").read_text(encoding="utf-8")
    lines = [json.dumps({"id": f"a{number}", "text": f"{text}\n{number}"}) for number in range(8)]
    lines += ["{broken", lines[0], json.dumps({"text": text + "\n1"})]
    (folder / "news.jsonl").write_text("\n".join(lines))
    one = command("news.jsonl", "-o", "one", "--workers", "1", "--format", "jsonl", cwd=folder)
    many = command(
        "news.jsonl", "-o", "many", "--engine", "ray", "--format", "jsonl,parquet", cwd=folder
    )
    return folder, one, many


@pytest.mark.parametrize("file", ["articles", "mentions", "entities", "facts", "audit", "errors"])
def test_the_same_lines(runs, file):
    folder, one, many = runs
    assert (one.returncode, many.returncode) == (1, 1)
    written = (folder / "one" / f"{file}.jsonl").read_bytes()
    assert part_lines(folder / "many", file) == written
    assert written or file == "audit"


def test_errors_and_counts_are_told(runs):
    folder, one, many = runs
    assert many.stderr.splitlines() == one.stderr.splitlines()
    counted = json.loads((folder / "many" / "run.json").read_text())
    assert (counted["articles"], counted["errors"], counted["duplicates"]) == (9, 2, 1)


def test_parquet_parts_hold_the_same_rows(runs):
    folder = runs[0]
    rows = parquet.read_table(folder / "many" / "officials").num_rows
    lines = (folder / "one" / "mentions.jsonl").read_text().splitlines()
    assert rows == sum('"type":"official"' in line for line in lines) > 0


def test_an_output_is_replaced_only_when_asked(runs):
    folder = runs[0]
    again = command("news.jsonl", "-o", "many", "--engine", "ray", cwd=folder)
    assert (again.returncode, again.stdout) == (2, "")
    assert "add --overwrite" in again.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--engine", "spark"], "'spark' is no engine; known: local, ray"),
        (["--engine", "ray", "--limit", "3"], "--limit: not with --engine ray"),
        (["--engine", "ray", "--resume"], "--resume: not with --engine ray"),
        (["--engine", "ray", "--format", "csv"], "writes jsonl and parquet, not csv"),
    ],
)
def test_what_it_cannot_do_is_wrong_usage(tmp_path, monkeypatch, options, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.jsonl").write_text('{"text": "x"}')
    done = CliRunner().invoke(app, ["run", "news.jsonl", "-o", "wrong", *options])
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert not (tmp_path / "wrong").exists()


def test_a_cluster_that_is_not_there(runs):
    options = ["--engine", "ray", "--ray-address", "ray://nowhere.invalid:1"]
    done = command("news.jsonl", "-o", "wrong", *options, cwd=runs[0])
    assert (done.returncode, done.stdout) == (2, "")
    assert "--ray-address" in done.stderr
    assert "Traceback" not in done.stderr


RECIPE = """
import pandas, ray
from extract import extract_frame
ray.init(include_dashboard=False, log_to_driver=False, logging_level="error")
frame = pandas.DataFrame({"id": ["a", "b"], "text": ["They met in Hanoi.", "40 farmers came."]})
rows = ray.data.from_pandas(frame).map_batches(extract_frame, batch_format="pandas").to_pandas()
assert list(rows.record) == list(extract_frame(frame).record)
print(len(rows))
"""


def test_the_recipe_for_ray_data():
    done = subprocess.run(
        [sys.executable, "-c", RECIPE],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["6"]), done.stderr
