"""From the inputs named on the command line to the files to read."""

import glob
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from extract.records import ErrorRecord

STDIN = "-"
_MAGIC = "*?["


class Source(msgspec.Struct, frozen=True):
    """A file to read, or stdin (``path`` is None); ``name`` is its path below the input named."""

    path: Path | None
    name: str

    @property
    def stem(self) -> str:
        """The name without its ending: what articles without an id of their own are called."""
        return self.name.removesuffix(self.path.suffix) if self.path else self.name

    def open(self) -> BinaryIO:
        """The bytes of the source; raises OSError."""
        if self.path is None:
            return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False))
        if not stat.S_ISREG(self.path.stat().st_mode):
            raise OSError("not a regular file")
        return self.path.open("rb")

    def error(self, cause: str, record: int | None = None) -> ErrorRecord:
        """The error record of this source, or of its ``record``-th line."""
        return ErrorRecord(source=self.name, record=record, error=cause)


def find_sources(inputs: Iterable[str], endings: tuple[str, ...]) -> Iterator[Source | ErrorRecord]:
    """The files that ``inputs`` (files, folders, globs, ``-``) name, in the order given.

    A folder gives the files below it that have one of ``endings``, sorted by path; hidden ones are
    left out. An input that names nothing to read gives an ErrorRecord.
    """
    for name in inputs:
        if name == STDIN:
            yield Source(None, "stdin")
            continue
        path = Path(name)
        if path.is_dir():
            yield from _in_folder(path, name, endings)
        elif os.path.lexists(path):
            yield _file(path, path.name, endings)
        elif any(sign in name for sign in _MAGIC):
            yield from _in_glob(name, endings)
        else:
            yield ErrorRecord(source=_clean(name), record=None, error="no such file or folder")


def _in_folder(folder: Path, name: str, endings: tuple[str, ...]) -> Iterator[Source | ErrorRecord]:
    problems: list[OSError] = []
    paths: list[tuple[str, Path]] = []
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = [sub for sub in folders if not sub.startswith(".")]
        for file in files:
            if not file.startswith(".") and Path(file).suffix.lower() in endings:
                path = Path(place, file)
                paths.append((path.relative_to(folder).as_posix(), path))
    for problem in problems:
        yield ErrorRecord(
            source=_clean(str(problem.filename)),
            record=None,
            error=f"cannot be read: {problem.strerror}",
        )
    if not paths and not problems:
        known = " ".join(endings)
        yield ErrorRecord(
            source=_clean(name), record=None, error=f"no article in this folder ({known})"
        )
    for relative, path in sorted(paths):
        yield Source(path, _clean(relative))


def _in_glob(pattern: str, endings: tuple[str, ...]) -> Iterator[Source | ErrorRecord]:
    parts = Path(pattern).parts
    fixed = next(at for at, part in enumerate(parts) if any(sign in part for sign in _MAGIC))
    root = Path(*parts[:fixed])
    paths = [Path(path) for path in glob.glob(pattern, recursive=True)]
    files = sorted((path.relative_to(root).as_posix(), path) for path in paths if path.is_file())
    if not files:
        yield ErrorRecord(source=_clean(pattern), record=None, error="matches no file")
    for relative, path in files:
        yield _file(path, relative, endings)


def _file(path: Path, name: str, endings: tuple[str, ...]) -> Source | ErrorRecord:
    if path.suffix.lower() not in endings:
        known = " ".join(endings)
        return ErrorRecord(
            source=_clean(name),
            record=None,
            error=f"files ending in {path.suffix or 'nothing'!r} are not read (only {known})",
        )
    return Source(path, _clean(name))


def _clean(name: str) -> str:
    # A file name that is not UTF-8 holds lone surrogates, which no JSON can.
    return os.fsencode(name).decode("utf-8", "replace")
