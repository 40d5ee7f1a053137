"""Worker processes: what dies or takes too long costs one article, and none outlives the run."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract import worker_process, workers
from extract.article import Article
from extract.crew import WorkerError
from extract.job import Job
from extract.records import ErrorRecord

PROSE = "On July 10, 2024, Prime Minister Pham Minh Chinh opened {} roads in Da Nang, up 12%."

# What every process runs as it starts: a pipeline that is there at once, and does what texts say.
ODD_PIPELINE = """
import functools, os, signal, sys, time, types
from pathlib import Path

def call(article):
    from extract.records import ArticleRecord
    from extract.result import ArticleResult
    if article.text.startswith("die"):
        tries = Path(os.environ["TRIES"])
        with tries.open("a") as file:
            file.write(article.doc_id + " ")
        if article.text == "die" or tries.read_text().count(article.doc_id) < 2:
            os.kill(os.getpid(), signal.SIGKILL)
    if article.text == "exit":
        os._exit(7)
    while article.text == "spin":
        pass
    if article.text == "deaf":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    values = dict.fromkeys(ArticleRecord.__struct_fields__)
    values.update(doc_id=article.doc_id, words=1, text=article.text)
    return ArticleResult(article=ArticleRecord(**values), mentions=(), entities=())

sys.modules["extract.pipeline"] = types.ModuleType("extract.pipeline")
call.parts = lambda article: iter([call(article)])
sys.modules["extract.pipeline"].default = functools.cache(lambda patterns: call)
"""


@pytest.fixture
def odd(tmp_path, monkeypatch):
    """Runs articles of these texts in worker processes: the errors and the ids done, in order."""
    (tmp_path / "site" / "sitecustomize.py").parent.mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(ODD_PIPELINE)
    root = str(Path(workers.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "site"), root]))
    monkeypatch.setenv("TRIES", str(tmp_path / "tries"))
    monkeypatch.setattr(workers, "_FEW", 0)
    monkeypatch.setattr(workers, "_MOST_ITEMS", 3)

    def run(*texts, count=1, timeout=None):
        items = [Article(text=text, doc_id=f"a{at}", source="n") for at, text in enumerate(texts)]
        job = Job(formats=("jsonl",), timeout=timeout)
        outcomes = list(workers.work(items, job, count))
        added = [rows for outcome in outcomes for rows in outcome.rows()]
        rows = b"".join(rows.get("articles.jsonl", b"") for rows in added)
        done = [line.split(b'"')[3].decode() for line in rows.splitlines()]
        return [error for outcome in outcomes for error in outcome.errors], done

    return run


def error(at, cause):
    return ErrorRecord(source="n", record=None, error=f"article 'a{at}': {cause}")


def test_an_article_that_kills_workers_is_tried_once_more_and_named(odd, tmp_path):
    errors, done = odd(PROSE, "die", *[PROSE] * 6)
    assert errors == [error(1, "worker died (signal 9)")]
    assert done == ["a0", "a2", "a3", "a4", "a5", "a6", "a7"]
    assert (tmp_path / "tries").read_text() == "a1 a1 "


def test_a_worker_that_dies_once_costs_nothing(odd, tmp_path):
    errors, done = odd(*[PROSE] * 3, "die once", count=2)
    assert (errors, done) == ([], ["a0", "a1", "a2", "a3"])
    assert (tmp_path / "tries").read_text() == "a3 a3 "


def test_exit_status_is_named(odd):
    assert odd("exit") == ([error(0, "worker died (exit status 7)")], [])


def test_an_article_that_takes_too_long_is_named(odd, monkeypatch):
    monkeypatch.setattr(worker_process, "_GRACE", 1)
    errors, done = odd(PROSE, "spin", PROSE, "deaf", PROSE, timeout=1)
    assert errors == [error(at, "took longer than 1 s (--timeout)") for at in (1, 3)]
    assert done == ["a0", "a2", "a4"]


def test_workers_that_cannot_start(odd, tmp_path):
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import os, extract.job as j\nj.prepare = lambda job: os._exit(3)"
    )
    with pytest.raises(WorkerError) as caught:
        odd(PROSE)
    assert str(caught.value) == "worker processes die as they start (exit status 3)"


def test_too_long_in_this_process(monkeypatch):
    from extract.pipeline import Pipeline

    real = Pipeline.parts

    def call(self, article):
        while article.text == "spin":
            pass
        return real(self, article)

    monkeypatch.setattr(Pipeline, "parts", call)
    items = [Article(text="spin", source="n"), Article(text=PROSE, source="n")]
    # The other one may take its time, on a machine that has much else to do.
    monkeypatch.setattr(Job, "seconds", lambda _, item: 0.5 if item.text == "spin" else 600.0)
    outcomes = list(workers.work(items, Job()))
    assert [outcome.errors for outcome in outcomes] == [
        (
            ErrorRecord(
                source="n",
                record=None,
                error="article 'article': took longer than 0.5 s (--timeout)",
            ),
        ),
        (),
    ]


def test_few_articles_start_no_process(monkeypatch):
    monkeypatch.setattr(workers, "Crew", None)
    outcomes = list(workers.work([Article(text=PROSE)] * 3, Job(), 8))
    assert [outcome.tally.articles for outcome in outcomes] == [1, 1, 1]


def test_workers_end_with_the_process_that_started_them(tmp_path):
    code = """
import sys
from extract import workers
from extract.article import Article
from extract.job import Job
workers._FEW = 0
if __name__ == "__main__":
    def endless():
        while True:
            yield Article(text="On July 10, 2024, Minister Tran Van Minh spoke.")
    for outcome in workers.work(endless(), Job(), 2):
        print("done", flush=True)
"""
    (tmp_path / "run.py").write_text(code)
    root = str(Path(workers.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, "run.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"done\n"
        children = _children(process.pid)
        assert len(children) >= 2
        process.kill()
        process.communicate()
    ends = time.monotonic() + 60
    while any(map(_alive, children)) and time.monotonic() < ends:
        time.sleep(0.05)
    left = [pid for pid in children if _alive(pid)]
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert left == []


def _children(pid):
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("no /proc here that names the children of a process")
    return [int(child) for child in path.read_text().split()]


def _alive(pid):
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"
