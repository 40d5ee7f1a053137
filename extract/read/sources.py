"""From the inputs named on the command line to the files to read."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from extract.read.endings import ENDINGS, KNOWN, ONE_ARTICLE, split, unpacked
from extract.read.listing import ANY_DEPTH, files_below
from extract.records import ErrorRecord
from extract.write.folder import RUN_FILE, is_output

STDIN = "-"
_MAGIC = "*?["
_SIDECAR = ".json"

_Choice = Callable[[Path], bool]


class Source(msgspec.Struct, frozen=True):
    """A file to read, or stdin (``path`` is None); ``name`` is its path below the input named."""

    path: Path | None
    name: str

    @property
    def stem(self) -> str:
        """The name without its ending: what articles without an id of their own are called."""
        return split(self.name)[0]

    @property
    def ending(self) -> str:
        """Such as ``.txt`` or ``.jsonl.gz``; empty for stdin."""
        return split(self.name)[1]

    @property
    def beside(self) -> Path | None:
        """Where its sidecar is, if it has one; None where it holds more than one article."""
        if self.path is None or unpacked(self.ending)[0] not in ONE_ARTICLE:
            return None
        return self.path.with_name(split(self.path.name)[0] + _SIDECAR)

    def open(self) -> BinaryIO:
        """The bytes of the source; raises OSError."""
        if self.path is None:
            return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False))
        if not stat.S_ISREG(self.path.stat().st_mode):
            raise OSError("not a regular file")
        return self.path.open("rb")

    def sidecar(self) -> BinaryIO | None:
        """The file ``NAME.json`` beside this one, where there is one; raises OSError."""
        beside = self.beside
        return Source(beside, self.name).open() if beside and beside.exists() else None

    def error(self, cause: str, record: int | None = None) -> ErrorRecord:
        """The error record of this source, or of its ``record``-th line."""
        return ErrorRecord(source=self.name, record=record, error=cause)


def find_sources(
    inputs: Iterable[str], passed_by: Callable[[Path], None] = lambda folder: None
) -> Iterator[Source | ErrorRecord]:
    """The files that ``inputs`` (files, folders, globs, ``-``) name, in the order given.

    A folder gives the files below it that have a known ending, sorted by path, listed as they are
    asked for; hidden ones are left out. A sidecar (``NAME.json`` beside an article NAME) is none.
    An input that names nothing to read gives an ErrorRecord. The output of an earlier run below a
    folder is not taken for input; ``passed_by`` is told of it.
    """

    def leave_out(folder: Path) -> bool:
        if not is_output(folder):
            return False
        if (folder / RUN_FILE).exists():  # else this very run's, or one that was stopped
            passed_by(folder)
        return True

    names = list(inputs)
    for name in names:
        if name == STDIN:
            yield Source(None, "stdin")
            continue
        path = Path(name)
        if path.is_dir():
            yield from _in_folder(path, name, leave_out)
        elif os.path.lexists(path):
            # The shell makes `news/*` into all that stands there.
            if len(names) == 1 or not _is_sidecar(path):
                yield _file(path, path.name)
        elif any(sign in name for sign in _MAGIC):
            yield from _in_glob(name, leave_out)
        else:
            yield ErrorRecord(source=_clean(name), record=None, error="no such file or folder")


def _in_folder(folder: Path, name: str, leave_out: _Choice) -> Iterator[Source | ErrorRecord]:
    empty = True
    for found in files_below(folder, (ANY_DEPTH, "*"), leave_out):
        if isinstance(found, OSError):
            empty = False
            yield _unlisted(found)
        elif split(found[1])[1] in ENDINGS:
            empty = False
            path, relative = found
            yield Source(path, _clean(relative))
    if empty:
        yield ErrorRecord(
            source=_clean(name), record=None, error=f"no article in this folder ({KNOWN})"
        )


def _in_glob(pattern: str, leave_out: _Choice) -> Iterator[Source | ErrorRecord]:
    parts = Path(pattern).parts
    fixed = next(at for at, part in enumerate(parts) if any(sign in part for sign in _MAGIC))
    empty = True
    root = Path(*parts[:fixed])
    for found in files_below(root, parts[fixed:], leave_out) if root.is_dir() else ():
        if isinstance(found, OSError):
            empty = False
            yield _unlisted(found)
            continue
        empty = False
        path, relative = found
        if not _is_sidecar(path):
            yield _file(path, relative)
    if empty:
        yield ErrorRecord(source=_clean(pattern), record=None, error="matches no file")


def _file(path: Path, name: str) -> Source | ErrorRecord:
    ending = split(path.name)[1]
    if ending in ENDINGS:
        return Source(path, _clean(name))
    if _is_sidecar(path):
        cause = "says more of the article beside it, and is none itself; name the article"
    else:
        cause = f"files ending in {ending or 'nothing'!r} are not read (only {KNOWN})"
    return ErrorRecord(source=_clean(name), record=None, error=cause)


def _is_sidecar(path: Path) -> bool:
    return path.suffix.lower() == _SIDECAR and any(
        path.with_suffix(ending).exists()
        for ending in ENDINGS
        if unpacked(ending)[0] in ONE_ARTICLE
    )


def _unlisted(problem: OSError) -> ErrorRecord:
    return ErrorRecord(
        source=_clean(str(problem.filename)),
        record=None,
        error=f"cannot be read: {problem.strerror}",
    )


def _clean(name: str) -> str:
    # A file name that is not UTF-8 holds lone surrogates, which no JSON can.
    return os.fsencode(name).decode("utf-8", "replace")
