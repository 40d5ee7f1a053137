"""The list of formats, and those built at the end of a run or from an earlier output."""

import json
import multiprocessing
import os
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from extract import batch, write
from extract.article import Article
from extract.cli import app
from extract.records import RunOptions
from extract.write import FORMATS, Format

ARTICLES = [
    Article(text="Minister Tran Van Minh opened 12 roads.", doc_id="a", source="a.txt"),
    Article(text="Nothing here.", doc_id="b", source="b.txt"),
]


def counts(results, folder):
    (folder / "counts").mkdir()
    for result in results:
        (folder / "counts" / result.article.doc_id).write_text(str(len(result.mentions)))


def fails(results, folder):
    (folder / "fails.txt").write_text(next(iter(results)).article.doc_id)
    raise ValueError("no\nluck")


@pytest.fixture(autouse=True)
def built_formats(monkeypatch):
    more = {
        "counts": Format(("counts/",), counts),
        "fails": Format(("fails.txt",), fails),
        "texts": Format(("counts/",), counts, needs_text=True),
        "far": Format(("far.bin",), counts, library="no_such_library", extra="away"),
    }
    monkeypatch.setattr(write, "FORMATS", {**FORMATS, **more})


def run(path, *formats, with_text=True, overwrite=False, **options):
    asked = RunOptions(
        inputs=("x",),
        published=None,
        formats=formats,
        with_text=with_text,
        fields={},
        limit=None,
        sample=None,
        seed=0,
        timeout=None,
        report=False,
        gold=None,
    )
    return batch.run(ARTICLES, path, asked, overwrite=overwrite, **options)


def names(path):
    return {file.name for file in path.iterdir()}


@pytest.mark.parametrize("name", FORMATS)
def test_write_makes_the_files_of_the_list(tmp_path, name):
    FORMATS[name].write([], tmp_path / "o")
    made = {file.name + "/" * file.is_dir() for file in (tmp_path / "o").iterdir()}
    assert made <= set(FORMATS[name].files)
    assert made != set()


def test_no_two_formats_share_a_file_unless_they_stream_it():
    files = [file for form in FORMATS.values() if form.stream is None for file in form.files]
    assert len(files) == len(set(files))


def test_a_built_format_is_made_of_the_run(tmp_path):
    record = run(tmp_path / "o", "counts")
    assert record.errors == 0
    assert names(tmp_path / "o") == {"counts", "errors.jsonl", "run.json"}
    assert (tmp_path / "o" / "counts" / "a").read_text() == "2"
    assert (tmp_path / "o" / "counts" / "b").read_text() == "0"


def test_json_lines_stay_where_they_were_asked_for(tmp_path):
    run(tmp_path / "o", "counts", "jsonl")
    assert names(tmp_path / "o") == {
        "counts", "errors.jsonl", "run.json",
        *(name for name in FORMATS["jsonl"].files),
    }  # fmt: skip


def test_another_run_replaces_folders_and_removes_what_it_has_not(tmp_path):
    run(tmp_path / "o", "counts", "jsonl")
    (tmp_path / "o" / "counts" / "old").write_text("stale")
    run(tmp_path / "o", "counts", overwrite=True)
    assert names(tmp_path / "o") == {"counts", "errors.jsonl", "run.json"}
    assert names(tmp_path / "o" / "counts") == {"a", "b"}
    run(tmp_path / "o", "csv", overwrite=True)
    assert names(tmp_path / "o") == {*FORMATS["csv"].files, "errors.jsonl", "run.json"}


def test_a_format_that_fails_costs_nothing_else(tmp_path):
    seen = []
    record = run(
        tmp_path / "o", "fails", "counts", watch=lambda outcome, _: seen.extend(outcome.errors)
    )
    assert record.errors == 1
    (line,) = (tmp_path / "o" / "errors.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "source": "--format fails",
        "record": None,
        "error": "ValueError: no luck",
    }
    assert seen[-1].error == "ValueError: no luck"
    assert names(tmp_path / "o") == {"counts", "errors.jsonl", "run.json"}


def test_a_run_that_is_broken_off_leaves_nothing(tmp_path):
    def stop(outcome, _):
        if outcome.errors:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "o", "counts", "fails", watch=stop)
    assert names(tmp_path) == set()


def test_what_a_killed_run_left_goes_with_the_next(tmp_path, monkeypatch):
    def killed(results, folder):
        counts(results, folder)
        os._exit(9)

    monkeypatch.setitem(write.FORMATS, "slow", Format(("counts/",), killed))
    child = multiprocessing.get_context("fork").Process(target=run, args=(tmp_path / "o", "slow"))
    child.start()
    child.join()
    assert child.exitcode == 9
    assert "counts.partial" in names(tmp_path / "o")
    run(tmp_path / "o", "csv")
    assert names(tmp_path / "o") == {*FORMATS["csv"].files, "errors.jsonl", "run.json"}


def test_two_workers_build_the_same(tmp_path):
    run(tmp_path / "o", "counts", workers=2)
    assert names(tmp_path / "o" / "counts") == {"a", "b"}


def convert(*arguments):
    return CliRunner().invoke(app, ["convert", *map(str, arguments)])


def test_convert_adds_to_an_output(tmp_path):
    run(tmp_path / "o", "jsonl")
    before = names(tmp_path / "o")
    done = convert(tmp_path / "o", "--format", "counts,csv")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"counts, csv written to {tmp_path / 'o'}\n"
    assert names(tmp_path / "o") == before | {"counts", *FORMATS["csv"].files}


def test_convert_gives_what_the_run_gives(tmp_path):
    run(tmp_path / "o", "jsonl", "csv")
    assert convert(tmp_path / "o", "--format", "jsonl,csv", "-o", tmp_path / "p").exit_code == 0
    made = {file.name: file.read_bytes() for file in (tmp_path / "p").iterdir()}
    assert made == {name: (tmp_path / "o" / name).read_bytes() for name in made}
    assert len(made) == len(FORMATS["jsonl"].files) + len(FORMATS["csv"].files)


def test_convert_replaces_only_with_overwrite(tmp_path):
    run(tmp_path / "o", "jsonl", "counts")
    (tmp_path / "o" / "counts" / "old").write_text("stale")
    done = convert(tmp_path / "o", "--format", "csv,counts")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"meeting-extract: {tmp_path / 'o' / 'counts'}: is there already; "
        "add --overwrite to replace it\n"
    )
    assert not (tmp_path / "o" / "dates.csv").exists()
    assert convert(tmp_path / "o", "--format", "csv,counts", "--overwrite").exit_code == 0
    assert names(tmp_path / "o" / "counts") == {"a", "b"}


def test_convert_when_a_format_fails(tmp_path):
    run(tmp_path / "o", "jsonl")
    before = names(tmp_path / "o")
    done = convert(tmp_path / "o", "--format", "fails,counts")
    assert (done.exit_code, done.stderr) == (
        1,
        "meeting-extract: --format fails: ValueError: no luck\n",
    )
    assert names(tmp_path / "o") == before | {"counts"}


def test_convert_of_an_output_without_text(tmp_path):
    run(tmp_path / "o", "jsonl", with_text=False)
    done = convert(tmp_path / "o", "--format", "texts", "-o", tmp_path / "p")
    path = tmp_path / "o" / "articles.jsonl"
    assert (done.exit_code, done.stderr) == (
        1,
        f"meeting-extract: --format texts: {path}: line 1: no 'text' (the run had --no-text)\n",
    )
    assert names(tmp_path) == {"o"}


def test_convert_of_no_output(tmp_path):
    done = convert(tmp_path, "--format", "counts", "-o", tmp_path / "p")
    assert (done.exit_code, done.stderr) == (
        2,
        f"meeting-extract: {tmp_path}: holds no articles.jsonl: "
        "did a run with --format jsonl write it?\n",
    )
    (tmp_path / "file").write_text("mine")
    run(tmp_path / "o", "jsonl")
    done = convert(tmp_path / "o", "--format", "counts", "-o", tmp_path / "file")
    assert (done.exit_code, done.stderr) == (
        2,
        f"meeting-extract: {tmp_path / 'file'}: is a file; the output is a folder (-o DIR)\n",
    )


def test_convert_into_a_database(tmp_path):
    run(tmp_path / "o", "jsonl")
    before = names(tmp_path / "o")
    database = tmp_path / "all.sqlite"
    for _ in range(2):
        done = convert(tmp_path / "o", "--into", database)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == f"added to {database}\n"
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT doc_id, count(*) FROM mentions GROUP BY 1").fetchall()
    assert found == [("a", 2)]
    assert names(tmp_path / "o") == before
    done = convert(tmp_path / "o", "--into", tmp_path / "o" / "run.json")
    assert (done.exit_code, done.stderr) == (
        2,
        f"meeting-extract: {tmp_path / 'o' / 'run.json'}: file is not a database\n",
    )


def test_convert_to_nothing(tmp_path):
    done = convert(tmp_path)
    assert (done.exit_code, done.stderr) == (
        2,
        "meeting-extract: nothing to write: name --format LIST or --into FILE\n",
    )


KNOWN = ", ".join([*FORMATS, "counts", "fails", "texts", "far"])
REFUSED = [
    (["jsonl", "xls"], f"--format: 'xls' is no format; known: {KNOWN}"),
    ([""], f"--format: nothing is no format; known: {KNOWN}"),
    (["far"], "--format: far needs no_such_library: pip install 'meeting-extract[away]'"),
    (["texts"], "--format: texts needs the text of the articles, which --no-text leaves out"),
]


@pytest.mark.parametrize(("formats", "message"), REFUSED)
def test_formats_that_cannot_be_written(tmp_path, formats, message):
    (tmp_path / "a.txt").write_text("Nothing here.")
    arguments = [str(tmp_path / "a.txt"), "--format", ",".join(formats), "--no-text"]
    done = CliRunner().invoke(app, ["run", *arguments, "-o", str(tmp_path / "o")])
    assert (done.exit_code, done.stderr) == (2, f"meeting-extract: {message}\n")
    assert names(tmp_path) == {"a.txt"}
