"""No version may fall behind ``outputs/frozen`` on the seeds; ``make freeze`` renews it."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.score import score_folders
from extract.score.freeze import fallen, kept_scores, lost_musts

ROOT = Path(__file__).parents[1]
GOLD, FROZEN = ROOT / "gold", ROOT / "outputs" / "frozen"


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What a run on the seeds gives now."""
    folder = tmp_path_factory.mktemp("seeds") / "output"
    result = CliRunner().invoke(app, ["run", str(ROOT / "seeds"), "-o", str(folder), "-q"])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def now(output):
    """The scores and the table of that."""
    return score_folders(output, GOLD)


def frozen_scores():
    return json.loads((FROZEN / "scores.json").read_text(encoding="utf-8"))


def test_no_score_fell(now):
    scores, _ = now
    assert fallen(frozen_scores(), scores) == []


def test_the_audit_of_the_seeds_is_the_frozen_one(output):
    """A finding that is gone or new is looked at before it is frozen."""
    assert (output / "audit.jsonl").read_bytes() == (FROZEN / "audit.jsonl").read_bytes()


def test_the_audit_finds_what_is_wrong_in_the_seeds_and_nothing_else():
    lines = (FROZEN / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = [
        (one["doc_id"][:3], one["stated"], one["recomputed"])
        for one in map(json.loads, lines)
        if one["verdict"] == "inconsistent"
    ]
    assert wrong == [
        ("000", "14.5%", "14.9%"),
        ("001", "2,087,114", "2,107,114"),
        ("001", "50.25%", "52.25%"),
        ("001", "96.28%", "97.26%"),
    ]


def test_no_must_line_is_lost(now):
    _, table = now
    assert lost_musts(table) == []


def test_the_frozen_scores_are_those_of_the_frozen_output():
    scores, _ = score_folders(FROZEN, GOLD)
    assert frozen_scores() == kept_scores(scores)
    assert len(scores.articles) == 5


def test_nothing_of_a_run_or_a_machine_is_frozen():
    assert (FROZEN / "report.png").stat().st_size < 300_000  # the picture in the README
    names = {path.name for path in FROZEN.iterdir()} - {"report.png"}
    assert names == {
        "articles.jsonl",
        "audit.jsonl",
        "charts",
        "entities.jsonl",
        "facts.jsonl",
        "mentions.jsonl",
        "scores.json",
        "series.csv",
        "series.jsonl",
    }
    for path in sorted([*FROZEN.glob("*.json*"), *FROZEN.rglob("*.svg")]):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'"(?:/(?!>)|[A-Z]:\\)[^"]*"', text) == []
        assert '"seconds"' not in text
