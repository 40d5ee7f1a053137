"""The wheel: built, installed into a fresh environment, run outside the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def command(*arguments, cwd, **environment):
    clean = {key: item for key, item in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        cwd=folder,
    )
    (path,) = folder.glob("*.whl")
    return path


def test_what_is_in_it(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"extract", "meeting_extract-0.1.0.dist-info"}
    shipped = {name for name in names if name.startswith("extract/")}
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "extract").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    patterns = {
        f"extract/_patterns/{path.relative_to(ROOT / 'patterns').as_posix()}"
        for path in (ROOT / "patterns").rglob("*")
        if path.is_file()
    }
    assert shipped == package | patterns


def test_it_runs_outside_the_checkout(wheel, tmp_path):
    command(sys.executable, "-m", "venv", "--without-pip", tmp_path / "env", cwd=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    site = command(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
    )
    site_packages = Path(site.stdout.strip())
    command(
        sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target",
        site_packages, wheel, cwd=tmp_path,
    )  # fmt: skip
    # The libraries come from here; an editable install of ours, which a .pth file of theirs names,
    # does not.
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (tmp_path / "a.txt").write_text(
        "On July 10, 2024, Prime Minister Pham Minh Chinh met in Da Nang."
    )
    where = command(python, "-c", "import extract; print(extract.__file__)", cwd=tmp_path)
    assert where.stdout.strip() == str(site_packages / "extract" / "__init__.py")
    run = command(python, "-m", "extract", "run", "a.txt", "-o", "out", cwd=tmp_path)
    assert (run.stderr, run.stdout.splitlines()[-1]) == ("", "written to out")
    lines = (tmp_path / "out" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(line["type"], line["text"]) for line in map(json.loads, lines)] == [
        ("date", "July 10, 2024"),
        ("official", "Pham Minh Chinh"),
        ("locality", "Da Nang"),
    ]
    # spaCy finds the component by its entry point.
    component = command(
        python,
        "-c",
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('meeting_extract')\n"
        "doc = nlp('Exports to Japan')\n"
        "print([span._.record['code'] for span in doc.spans['localities']])",
        cwd=tmp_path,
    )
    assert component.stdout == "['JP']\n"
    script = command(
        site_packages / "bin" / "meeting-extract",
        "--version",
        cwd=tmp_path,
        PYTHONPATH=str(site_packages),
    )
    assert script.stdout == "meeting-extract 0.1.0\n"
