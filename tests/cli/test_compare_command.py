from pathlib import Path

from score.labels_of import labels, mention, write_gold, write_output
from typer.testing import CliRunner

from extract.cli import app

RUNNER = CliRunner()

TEXT = """\
Changes by article and rule
article  rule  added  removed  changed  gains  losses
a        r         1        0        1      2       0

a
  ~ date '2024' [3, 7): last_day '2024-12-31' → '2024-01-01' (r, gain)
  + date '2023' [41, 45) (r, gain)

Scores
"""


def command(*arguments):
    return RUNNER.invoke(app, ["compare", *map(str, arguments)])


def folders(tmp_path):
    write_output(tmp_path / "old", [labels(mention("date", 3, 7, last_day="2024-12-31"))])
    both = labels(mention("date", 3, 7), mention("date", 41, 45))
    write_output(tmp_path / "new", [both])
    write_gold(tmp_path / "labels", [both])
    return [tmp_path / name for name in ("old", "new", "labels")]


def test_compare(tmp_path):
    old, new, gold = folders(tmp_path)
    result = command(old, new, "--gold", gold)
    assert result.exit_code == 0
    assert result.stdout.startswith(TEXT)
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "date strict 0.667 1.000 +0.333" in lines
    assert "date record 0.000 1.000 +1.000" in lines
    assert "agency strict – – –" in lines


def test_without_gold(tmp_path):
    old, new, _ = folders(tmp_path)
    result = command(old, new)
    assert "(r)" in result.stdout
    assert "gain)" not in result.stdout
    assert "Scores" not in result.stdout


def test_nothing_differs(tmp_path):
    old, _, _ = folders(tmp_path)
    assert command(old, old).stdout == "No mention differs.\n"


def test_a_folder_that_is_not_there(tmp_path):
    old, _, _ = folders(tmp_path)
    missing = Path(tmp_path / "missing")
    result = command(old, missing)
    assert (result.exit_code, result.stderr) == (2, f"meeting-extract: {missing}: no such folder\n")
