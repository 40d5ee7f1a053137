"""Folders and globs: one stable order, listed a directory at a time."""

import glob
import itertools
import os
import random
from pathlib import Path

import pytest

from extract.read import listing
from extract.read.listing import files_below
from read.reading import write

NAMES = ("a", "a.b", "a-b", "b", "B", "ab", "_", "é", ".hidden", "z z", "[x]")


@pytest.fixture
def tree(tmp_path):
    """A folder of some hundred files at up to four levels, whose names sort in odd ways."""
    chance = random.Random(7)
    for _ in range(300):
        parts = [chance.choice(NAMES) for _ in range(chance.randint(0, 3))]
        path = tmp_path.joinpath(*(f"{part}d" for part in parts), chance.choice(NAMES) + ".txt")
        write(path, "x")
    write(tmp_path / "a" / "x.txt", "x")
    write(tmp_path / "a.b" / "x.txt", "x")
    write(tmp_path / "a-b" / "x.txt", "x")
    return tmp_path


def below(folder, *parts):
    return [relative for _, relative in files_below(folder, parts)]


def test_the_order_is_that_of_all_paths_sorted(tree):
    everything = [
        Path(place, file).relative_to(tree).as_posix()
        for place, _, files in os.walk(tree)
        for file in files
    ]
    plain = [path for path in everything if not any(p.startswith(".") for p in path.split("/"))]
    assert len(plain) > 100
    assert below(tree, "**", "*") == sorted(plain)


@pytest.mark.parametrize(
    "pattern", ["*.txt", "*/*.txt", "**/a*.txt", "a*/**/*.txt", "**/bd/*", "?d/**/[ab]*", ".h*"]
)
def test_globs_find_what_python_s_find(tree, pattern):
    wanted = [
        Path(path).relative_to(tree).as_posix()
        for path in glob.glob(f"{tree}/{pattern}", recursive=True)
        if Path(path).is_file()
    ]
    assert wanted
    assert below(tree, *pattern.split("/")) == sorted(wanted)


def test_a_folder_is_listed_when_it_is_come_to(tree, monkeypatch):
    listed = []
    scandir = os.scandir

    def watched(folder):
        listed.append(str(folder))
        return scandir(folder)

    monkeypatch.setattr(listing.os, "scandir", watched)
    first = list(itertools.islice(files_below(tree, ("**", "*")), 2))
    assert (len(first), len(listed)) == (2, 2)


def test_folders_that_are_left_out(tree):
    asked = []

    def leave_out(folder):
        asked.append(folder.relative_to(tree).as_posix())
        return folder.name == "ad"

    found = [relative for _, relative in files_below(tree, ("**", "*"), leave_out)]
    assert found == [path for path in below(tree, "**", "*") if "ad" not in path.split("/")[:-1]]
    assert len(found) < len(below(tree, "**", "*"))
    assert "ad" in asked
    assert not any(folder.startswith("ad/") for folder in asked)


def test_links(tmp_path):
    write(tmp_path / "real" / "a.txt", "x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "circle").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert below(tmp_path, "**", "*") == ["gone.txt", "loop", "real/a.txt"]
    assert below(tmp_path, "*", "a.txt") == ["link/a.txt", "real/a.txt"]


def test_a_folder_that_cannot_be_listed(tmp_path, monkeypatch):
    write(tmp_path / "a" / "x.txt", "x")
    write(tmp_path / "b" / "x.txt", "x")
    scandir = os.scandir

    def failing(folder):
        if Path(folder).name == "a":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(listing.os, "scandir", failing)
    error, found = files_below(tmp_path, ("**", "*"))
    assert (type(error), found[1]) == (PermissionError, "b/x.txt")
