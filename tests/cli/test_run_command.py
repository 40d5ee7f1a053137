"""``meeting-extract run``: exit status, what stands on stderr, and what is written."""

import json
import os
import pty
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.read.endings import KNOWN
from extract.write import FORMATS

GOOD = "On July 10, 2024, Prime Minister Pham Minh Chinh opened three roads in Da Nang."


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments, stdin=None):
        return CliRunner().invoke(app, ["run", *arguments], input=stdin)

    return invoke


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_good_run(run, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    result = run("a.txt", "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    table = [line.strip("│ ").split("│") for line in result.stdout.splitlines() if "│" in line]
    shown = {row[0].strip(): row[1].strip() for row in table}
    assert {key: shown[key] for key in ("articles", "words", "official", "quantity", "errors")} == {
        "articles": "1",
        "words": "15",
        "official": "1",
        "quantity": "1",
        "errors": "0",
    }
    assert result.stdout.splitlines()[-1] == "written to out"
    assert [line["doc_id"] for line in lines(tmp_path / "out" / "articles.jsonl")] == ["a"]


def test_earlier_outputs_are_not_read_again(run, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    for name in ("one", "two"):
        assert run("a.txt", "-q", "-o", name).exit_code == 0
    result = run(".", "-q", "-o", "three", "--report")
    assert (result.exit_code, result.stderr) == (
        0,
        "meeting-extract: one: an earlier output, not read (nor are others, if any); "
        "name it to read it\n",
    )
    assert [line["doc_id"] for line in lines(tmp_path / "three" / "articles.jsonl")] == ["a"]
    again = run("one/articles.jsonl", "-q", "-o", "four")
    assert (again.exit_code, again.stderr) == (0, "")


def test_quiet_run_prints_nothing(run, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    result = run("a.txt", "-q", "-o", "out")
    assert (result.exit_code, result.output) == (0, "")


def test_default_output(run, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    assert run("a.txt", "-q").exit_code == 0
    assert (tmp_path / "output" / "mentions.jsonl").exists()


def test_some_articles_fail(run, tmp_path):
    (tmp_path / "n.jsonl").write_text(f'{{"text": "{GOOD}"}}\nbroken\n{{"text": "{GOOD}"}}\n')
    (tmp_path / "z.txt").write_bytes(b"\x00\x01")
    result = run("n.jsonl", "z.txt", "gone.txt", "-o", "out", "-q")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "meeting-extract: n.jsonl: line 2: broken JSON: "
        "JSON is malformed: invalid character (byte 0)",
        "meeting-extract: z.txt: binary, not text",
        "meeting-extract: gone.txt: no such file or folder",
    ]
    assert [line["doc_id"] for line in lines(tmp_path / "out" / "articles.jsonl")] == ["n#1", "n#3"]
    assert [
        (line["source"], line["record"]) for line in lines(tmp_path / "out" / "errors.jsonl")
    ] == [
        ("n.jsonl", 2),
        ("z.txt", None),
        ("gone.txt", None),
    ]


WRONG_USAGE = [
    (["gone.txt"], "gone.txt: no such file or folder"),
    (["empty"], f"empty: no article in this folder ({KNOWN})"),
    (["*.md", "b.txt"], "*.md: matches no file; b.txt: no such file or folder"),
    (
        ["a.txt", "--published", "July 10"],
        "--published: 'July 10' is no day such as 2024-07-10",
    ),
    (
        ["a.txt", "--published", "2024-02-30"],
        "--published: '2024-02-30' is no day of the calendar: day is out of range for month",
    ),
    (
        ["a.txt", "--format", "jsonl,xlsx"],
        f"--format: 'xlsx' is no format; known: {', '.join(FORMATS)}",
    ),
    (["a.txt", "-o", "a.txt"], "a.txt: is a file; the output is a folder (-o DIR)"),
    (
        ["a.txt", "-o", "full"],
        "full: holds other files than an earlier output; choose another folder",
    ),
    (["a.txt", "--patterns", "empty/none"], "empty/none: no such folder of patterns"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_USAGE, ids=[m for _, m in WRONG_USAGE])
def test_wrong_usage(run, tmp_path, arguments, message):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"meeting-extract: {message}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "empty", "full"]
    assert (tmp_path / "a.txt").read_text() == GOOD


def test_no_input_is_wrong_usage(run):
    assert run().exit_code == 2


def test_overwrite(run, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    assert run("a.txt", "-q", "-o", "out").exit_code == 0
    again = run("a.txt", "-q", "-o", "out")
    assert (again.exit_code, again.stderr) == (
        2,
        "meeting-extract: out: holds an earlier output; add --overwrite to replace it\n",
    )
    assert run("a.txt", "-q", "-o", "out", "--overwrite", "--format", "csv").exit_code == 0
    assert not (tmp_path / "out" / "mentions.jsonl").exists()
    assert (tmp_path / "out" / "dates.csv").read_bytes().startswith(b"\xef\xbb\xbfdoc_id,")


def test_published_and_no_text(run, tmp_path):
    (tmp_path / "2020-01-01.txt").write_text("On July 10, the council met in Da Nang.")
    assert (
        run("2020-01-01.txt", "-q", "-o", "out", "--published", "2023-07-12", "--no-text").exit_code
        == 0
    )
    (article,) = lines(tmp_path / "out" / "articles.jsonl")
    assert "text" not in article
    assert (article["published"], article["reference_date"], article["reference_date_from"]) == (
        "2023-07-12",
        "2023-07-12",
        "option",
    )
    days = [
        line["first_day"]
        for line in lines(tmp_path / "out" / "mentions.jsonl")
        if line["type"] == "date"
    ]
    assert days == ["2023-07-10"]


def test_field_options(run, tmp_path):
    (tmp_path / "n.jsonl").write_text(
        '{"key": "k", "body": "The council met.", "head": "H", "day": "2024-07-10"}'
    )
    options = [
        "--text-field",
        "body",
        "--id-field",
        "key",
        "--title-field",
        "head",
        "--published-field",
        "day",
    ]
    assert run("n.jsonl", "-q", "-o", "out", *options).exit_code == 0
    (article,) = lines(tmp_path / "out" / "articles.jsonl")
    assert (article["doc_id"], article["title"], article["published"], article["text"]) == (
        "k",
        "H",
        "2024-07-10",
        "The council met.",
    )


def test_stdin_as_module(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "extract", "run", "-", "-o", str(tmp_path / "out"), "-q"],
        input=GOOD.encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert [line["doc_id"] for line in lines(tmp_path / "out" / "articles.jsonl")] == ["stdin"]


def test_progress_bar_on_a_terminal_only(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    terminal, child = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "extract", "run", "a.txt", "-o", "out"],
        cwd=tmp_path,
        env={**os.environ, "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=child,
    ) as process:
        os.close(child)
        shown = b""
        try:
            while part := os.read(terminal, 4096):
                shown += part
        except OSError:  # the other end is closed
            pass
        assert process.wait() == 0
    os.close(terminal)
    assert "articles" in shown.decode()
