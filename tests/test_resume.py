"""Runs that are stopped, in any way, and go on: the bytes are those of a run never stopped."""

import json
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract import batch, checkpoint, pipeline, resume
from extract.cli import app
from extract.cli.inputs import Inputs
from extract.cli.progress import Progress
from extract.crew import WorkerError
from extract.records import RunOptions
from extract.resume import FinishedError
from extract.write.folder import OutputError
from extract.write.growing import WriteError

PROSE = "On July 10, 2024, Prime Minister Pham Minh Chinh opened {} roads in Da Nang, up 12%."
ROOT = Path(batch.__file__).parents[1]


def write_input(path, count, text=PROSE):
    lines = [
        json.dumps({"id": f"a{at}", "text": text.replace("{}", str(at + 2))}) for at in range(count)
    ]
    lines.insert(count // 2, "broken")
    path.write_text("\n".join(lines))


def options(path, **changes):
    asked = {
        "inputs": (str(path),),
        "published": None,
        "formats": ("jsonl", "csv"),
        "with_text": True,
        "fields": {},
        "limit": None,
        "sample": None,
        "seed": 0,
        "timeout": None,
        "report": False,
        "gold": None,
    }
    return RunOptions(**{**asked, **changes})


def run(path, output, **more):
    asked = options(path)
    found = Inputs(asked)
    return batch.run(found.items(), output, asked, surveyor=found.surveyor, **more)


def content(path):
    """What a run gives, but for the seconds it took."""
    files = {file.name: file.read_bytes() for file in path.iterdir()}
    files["run.json"] = {**json.loads(files["run.json"]), "seconds": None}
    return files


@pytest.fixture
def often(monkeypatch):
    """Checkpoints whenever something is done."""
    monkeypatch.setattr(resume, "_EVERY", 0)
    monkeypatch.setattr(resume, "_SHARE", 0)
    monkeypatch.setattr(os, "fsync", lambda file: None)  # slow, and no test cuts the power


@pytest.fixture
def stopped(tmp_path, often):
    """Stops a run into ``tmp_path / "o"`` after some articles."""

    def stop(after, cause=KeyboardInterrupt, **more):
        left = after

        def watch(*_):
            nonlocal left
            left -= 1
            if left == 0:
                raise cause

        with pytest.raises(cause):
            run(tmp_path / "n.jsonl", tmp_path / "o", watch=watch, **more)

    write_input(tmp_path / "n.jsonl", 10)
    return stop


def in_a_process(function, *arguments):
    """``function`` in a forked process, that has the pipeline already."""
    pipeline.default()
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    return process


def test_killed_at_twenty_moments(tmp_path, often):
    path = tmp_path / "n.jsonl"
    write_input(path, 60)
    pipeline.default()
    started = time.monotonic()
    run(path, tmp_path / "whole")
    took = time.monotonic() - started
    wanted = content(tmp_path / "whole")
    draw = random.Random(8)
    done = []
    for at in range(20):
        output = tmp_path / str(at)
        process = in_a_process(run, path, output)
        process.join(draw.uniform(0, took))
        process.kill()
        process.join()
        left = checkpoint.load(output)
        done.append(left.mark.items if left else None)
        if (output / "run.json").exists():
            assert content(output) == wanted
        else:
            run(path, output, resume=True)
            assert content(output) == wanted
    assert len(set(done)) > 5, "killed at many places"


def test_killed_again_and_again(tmp_path, often):
    path = tmp_path / "n.jsonl"
    write_input(path, 120)
    run(path, tmp_path / "whole")
    done = [0]
    while not (tmp_path / "o" / "run.json").exists():
        process = in_a_process(lambda: run(path, tmp_path / "o", resume=True))
        while process.is_alive():
            left = checkpoint.load(tmp_path / "o")
            if left and left.mark.items > done[-1] + 30:
                process.kill()
            time.sleep(0.001)
        process.join()
        left = checkpoint.load(tmp_path / "o")
        done.append(left.mark.items if left else 121)
    assert content(tmp_path / "o") == content(tmp_path / "whole")
    assert done == sorted(done)
    assert 3 <= len(done) <= 5


@pytest.mark.parametrize("after", [1, 6, 11])
def test_stopped_between_two_articles(tmp_path, stopped, after):
    run(tmp_path / "n.jsonl", tmp_path / "whole")
    stopped(after)
    assert checkpoint.load(tmp_path / "o").mark.items == after
    seen = []
    run(
        tmp_path / "n.jsonl",
        tmp_path / "o",
        resume=True,
        watch=lambda outcome, _: seen.append(outcome),
    )
    assert len(seen) == 11 - after, "nothing is done twice"
    assert content(tmp_path / "o") == content(tmp_path / "whole")


def test_stopped_while_files_take_their_places(tmp_path, often, monkeypatch):
    path = tmp_path / "n.jsonl"
    write_input(path, 5)
    run(path, tmp_path / "whole")
    real = os.replace
    for last in range(0, 20, 3):
        output = tmp_path / str(last)
        left = last

        def replace(source, target, output=output):
            nonlocal left
            if not str(target).endswith(".partial"):
                if left == 0:
                    raise KeyboardInterrupt
                left -= 1
            real(source, target)

        monkeypatch.setattr(os, "replace", replace)
        try:
            run(path, output)
        except KeyboardInterrupt:
            monkeypatch.undo()
            run(path, output, resume=True)
        assert content(output) == content(tmp_path / "whole")


def test_full_disk(tmp_path, often):
    path = tmp_path / "n.jsonl"
    write_input(path, 60)
    run(path, tmp_path / "whole")

    def until_full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            run(path, tmp_path / "o")
        except WriteError as error:
            os._exit(17 if str(error).endswith("o: cannot be written: File too large") else 1)

    process = in_a_process(until_full)
    process.join()
    assert process.exitcode == 17
    assert 0 < checkpoint.load(tmp_path / "o").mark.items < 61
    run(path, tmp_path / "o", resume=True)
    assert content(tmp_path / "o") == content(tmp_path / "whole")


def test_a_stopped_run_is_not_overrun(tmp_path, stopped):
    stopped(4)
    before = sorted(os.listdir(tmp_path / "o"))
    with pytest.raises(OutputError) as caught:
        run(tmp_path / "n.jsonl", tmp_path / "o")
    assert str(caught.value) == (
        f"{tmp_path / 'o'}: holds a run that was stopped after 4 articles; "
        "go on with --resume or start again with --overwrite"
    )
    assert sorted(os.listdir(tmp_path / "o")) == before
    run(tmp_path / "n.jsonl", tmp_path / "whole")
    run(tmp_path / "n.jsonl", tmp_path / "o", overwrite=True)
    assert content(tmp_path / "o") == content(tmp_path / "whole")


def test_nothing_done_leaves_nothing(tmp_path, often):
    write_input(tmp_path / "n.jsonl", 3)
    items = iter(())

    def breaking():
        yield from items
        raise WorkerError

    asked = options(tmp_path / "n.jsonl")
    with pytest.raises(WorkerError):
        batch.run(breaking(), tmp_path / "o", asked, surveyor=Inputs(asked).surveyor)
    assert not (tmp_path / "o").exists()


def test_an_earlier_output_stays_until_the_new_one_is_whole(tmp_path, stopped):
    run(tmp_path / "n.jsonl", tmp_path / "o")
    before = content(tmp_path / "o")
    stopped(4, overwrite=True)
    kept = content(tmp_path / "o")
    assert {name: kept[name] for name in before} == before
    run(tmp_path / "n.jsonl", tmp_path / "o", resume=True)
    assert content(tmp_path / "o") == before


def test_resume_of_nothing_starts_and_of_a_whole_run_says_so(tmp_path):
    write_input(tmp_path / "n.jsonl", 3)
    record = run(tmp_path / "n.jsonl", tmp_path / "o", resume=True)
    with pytest.raises(FinishedError) as caught:
        run(tmp_path / "n.jsonl", tmp_path / "o", resume=True)
    assert caught.value.record == record


def test_one_run_at_a_time(tmp_path, stopped):
    write_input(tmp_path / "n.jsonl", 10)

    def another(*_):
        with pytest.raises(OutputError) as caught:
            run(tmp_path / "n.jsonl", tmp_path / "o", resume=True)
        assert str(caught.value) == f"{tmp_path / 'o'}: another run is writing into it"

    run(tmp_path / "n.jsonl", tmp_path / "o", watch=another)
    assert not any(name.endswith(".partial") for name in os.listdir(tmp_path / "o"))


CHANGES = [
    (["--published", "2024-01-01"], "option 'published' was none, now 2024-01-01"),
    (["--format", "csv"], "option 'formats' was jsonl,csv,"),
    (["--no-text"], "option 'with_text' was True, now False"),
    (["--text-field", "body"], "option 'fields' was "),
    (["--limit", "3"], "option 'limit' was none, now 3"),
    (["m.jsonl"], "option 'inputs' was n.jsonl, now n.jsonl,m.jsonl"),
]


@pytest.fixture
def command(tmp_path, stopped, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments, stop_after=0, sign=signal.SIGINT):
        left = stop_after

        def watch(*_):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), sign)
                time.sleep(5)

        monkeypatch.setattr(Progress, "watch", watch)
        done = CliRunner().invoke(app, ["run", "n.jsonl", "-q", "-o", "o", *arguments])
        return done.exit_code, done.stderr

    return invoke


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_command_says_how_to_go_on(command, sign, status):
    assert command(stop_after=4, sign=sign) == (
        status,
        "meeting-extract: stopped; 4 articles done and kept; "
        "to go on, give the same command with --resume\n",
    )
    assert command("--resume", "--workers", "2") == (1, "")
    assert command("--resume") == (
        1,
        "meeting-extract: o: holds the whole output already; nothing is left to do\n",
    )


@pytest.mark.parametrize(("change", "said"), CHANGES, ids=[said for _, said in CHANGES])
def test_another_option_is_seen(tmp_path, command, change, said):
    write_input(tmp_path / "m.jsonl", 1)
    command(stop_after=4)
    status, message = command("--resume", *change)
    assert status == 2
    assert message.startswith(f"meeting-extract: o: the run that was stopped cannot go on: {said}")
    assert message.endswith(". Start again with --overwrite instead of --resume\n")


def test_changed_input_is_seen(tmp_path, command):
    command(stop_after=4)
    with (tmp_path / "n.jsonl").open("a") as file:
        file.write('\n{"text": "The council met."}')
    status, message = command("--resume")
    assert (status, "the inputs were others (1 files, " in message) == (2, True)


def test_changed_content_is_seen(tmp_path, command):
    command(stop_after=4)
    path = tmp_path / "n.jsonl"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("opened 3 roads", "opened 4 roads"))
    os.utime(path, ns=times)
    assert command("--resume") == (
        2,
        "meeting-extract: o: the run cannot go on: the inputs were others before\n",
    )


def test_changed_metadata_beside_the_input_is_seen(tmp_path, command):
    for name in "bcd":
        (tmp_path / "m" / f"{name}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "m" / f"{name}.txt").write_text(PROSE)
    beside = tmp_path / "m" / "d.json"
    beside.write_text('{"published": "2024-07-11"}')
    assert command("m", stop_after=4)[0] == 130
    beside.write_text('{"published": "2025-07-11"}')
    os.utime(beside, (1, 1))
    assert command("m", "--resume") == (
        2,
        "meeting-extract: o: the run that was stopped cannot go on: the metadata in files "
        "NAME.json beside the inputs was other. Start again with --overwrite instead of "
        "--resume\n",
    )
    beside.unlink()
    (tmp_path / "m" / "c.json").write_text('{"id": "other"}')
    assert "the metadata in files NAME.json" in command("m", "--resume")[1]


def test_other_patterns_are_seen(tmp_path, command):
    command(stop_after=4)
    left = checkpoint.load(tmp_path / "o")
    checkpoint.save(
        tmp_path / "o",
        checkpoint.msgspec.structs.replace(
            left, identity=checkpoint.msgspec.structs.replace(left.identity, rules="")
        ),
    )
    status, message = command("--resume")
    assert (status, "the patterns or the program's code were others" in message) == (2, True)


def test_the_digest_of_the_rules_follows_own_patterns(tmp_path):
    built_in = checkpoint.rules_digest(None)
    assert checkpoint.rules_digest(tmp_path) == built_in
    (tmp_path / "dates.toml").write_text("x")
    one = checkpoint.rules_digest(tmp_path)
    (tmp_path / "dates.toml").write_text("y")
    assert len({built_in, one, checkpoint.rules_digest(tmp_path)}) == 3


def test_standard_input_cannot_be_resumed(command):
    assert command("-", "--resume") == (
        2,
        "meeting-extract: --resume: standard input cannot be read again; save it in a file first\n",
    )


def test_ctrl_c_with_workers(tmp_path):
    write_input(tmp_path / "n.jsonl", 3000, PROSE * 30)
    with subprocess.Popen(
        [sys.executable, "-m", "extract", "run", "n.jsonl", "-q", "--workers", "2", "-o", "o"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        while not (left := checkpoint.load(tmp_path / "o")) or left.mark.items == 0:
            time.sleep(0.02)
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: workers get it too
        started = time.monotonic()
        _, said = process.communicate()
        took = time.monotonic() - started
    left = checkpoint.load(tmp_path / "o")
    assert (process.returncode, said.decode()) == (
        130,
        "meeting-extract: n.jsonl: line 1501: broken JSON: JSON is malformed: invalid character "
        "(byte 0)\n"
        * (left.mark.items > 1500)
        + f"meeting-extract: stopped; {left.mark.items} articles done and kept; "
        "to go on, give the same command with --resume\n",
    )
    assert left.mark.items < 3000
    assert took < 20  # a second on a machine that does nothing else; all of it would take a minute


def test_ctrl_c_while_the_first_checkpoint_is_written(tmp_path, often, monkeypatch):
    write_input(tmp_path / "n.jsonl", 3)
    real = checkpoint.save

    def save(folder, noted):
        real(folder, noted)
        if noted.mark.items:
            raise KeyboardInterrupt

    monkeypatch.setattr(checkpoint, "save", save)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "n.jsonl", tmp_path / "o")
    assert checkpoint.load(tmp_path / "o").mark.items == 1
