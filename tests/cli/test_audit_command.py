"""The command `audit`."""

import pytest
from typer.testing import CliRunner

from extract.cli import app

TEXT = (
    "Ministries synchronised 132,626/253,837 records, reaching 50.25%.\n"
    "They met on Monday,\u001b[31m May 6, 2024.\n"
    "The budget is 469 million VND, comprising 425 million VND from taxes and 44 million VND"
    " from fees.\n"
)


@pytest.fixture
def output(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "out"
    done = CliRunner().invoke(app, ["run", str(tmp_path / "a.txt"), "-o", str(folder)])
    assert done.exit_code == 0, done.stderr
    assert [line.split() for line in done.stdout.splitlines() if "│ inconsistent" in line] == [
        ["│", "inconsistent", "│", "1", "│"]
    ]
    return folder


def invoke(*arguments):
    done = CliRunner().invoke(app, ["audit", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


def test_what_is_inconsistent_is_shown(output):
    assert invoke(output) == (
        0,
        "inconsistent: 50.25% → 52.25% (part-share, a at 58)\n"
        "  132,626 of 253,837 is 52.25%, not 50.25%.\n"
        "  | Ministries synchronised 132,626/253,837 records, reaching 50.25%.\n"
        "\n"
        "2 checked: 1 inconsistent, 0 within rounding, 1 consistent\n",
        "",
    )


def test_all_shows_what_is_right_too(output):
    _, text, _ = invoke(output, "--all")
    assert text.index("inconsistent: 50.25%") < text.index("consistent: 469 million VND")
    assert "  425 million VND + 44 million VND is 469 million VND, as stated.\n" in text


def test_fail_tells_by_the_exit_status(output):
    assert invoke(output, "--fail")[0] == 1
    lines = (output / "audit.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (output / "audit.jsonl").write_text(lines[1], encoding="utf-8")
    assert invoke(output, "--fail")[0] == 0


def test_a_sentence_gives_the_terminal_no_orders(output):
    path = output / "audit.jsonl"
    line = path.read_text(encoding="utf-8").replace("Ministries", "\\u001b[31mMinistries")
    path.write_text(line, encoding="utf-8")
    _, text, _ = invoke(output)
    assert "\u001b" not in text
    assert "  | �[31mMinistries" in text


def test_wrong_folders(tmp_path, output):
    status, text, error = invoke(tmp_path / "nowhere")
    assert (status, text) == (2, "")
    assert error.endswith(
        "nowhere: holds no audit.jsonl: did a run with --format jsonl write it?\n"
    )
    (output / "audit.jsonl").write_text("{\n", encoding="utf-8")
    status, _, error = invoke(output)
    assert status == 2
    assert "audit.jsonl: line 1: " in error
