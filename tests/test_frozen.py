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
def now(tmp_path_factory):
    """The scores and the table of what the seeds give now."""
    folder = tmp_path_factory.mktemp("seeds") / "output"
    result = CliRunner().invoke(app, ["run", str(ROOT / "seeds"), "-o", str(folder), "-q"])
    assert result.exit_code == 0, result.stderr
    return score_folders(folder, GOLD)


def frozen_scores():
    return json.loads((FROZEN / "scores.json").read_text(encoding="utf-8"))


def test_no_score_fell(now):
    scores, _ = now
    assert fallen(frozen_scores(), scores) == []


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
    assert names - {"facts.jsonl"} == {
        "articles.jsonl",
        "charts",
        "entities.jsonl",
        "mentions.jsonl",
        "scores.json",
        "series.csv",
        "series.jsonl",
    }
    for path in sorted([*FROZEN.glob("*.json*"), *FROZEN.rglob("*.svg")]):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'"(?:/(?!>)|[A-Z]:\\)[^"]*"', text) == []
        assert '"seconds"' not in text
