"""The output folder: each file whole or not at all."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from extract.result import ArticleResult
from extract.write.scratch import PARTIAL, Scratch, Write, remove

PROGRAM = "meeting-extract"
RUN_FILE = "run.json"


class OutputError(Exception):
    """The output folder cannot be written; the message names it and the cause."""


class Folder:
    """Files that grow beside those of an earlier run and take their places when all is written.

    Used as a context: ``keep()`` puts the files in place; without it nothing of them stays. Until
    then their names end in ``.partial``.
    """

    def __init__(self, path: Path, headers: Mapping[str, bytes], *, overwrite: bool) -> None:
        check(path, overwrite=overwrite)
        self.path = path
        self._headers = headers
        self._files: dict[str, BinaryIO] = {}
        self._built: list[Scratch] = []
        self._made: list[Path] = []
        self._kept = False

    def __enter__(self) -> Self:
        try:
            self._made = _make(self.path)
            for name, header in self._headers.items():
                file = (self.path / (name + PARTIAL)).open("wb")
                self._files[name] = file
                file.write(header)
        except OSError as error:
            self._drop()
            raise OutputError(f"{self.path}: cannot be written: {error.strerror}") from None
        return self

    def add(self, rows: Mapping[str, bytes]) -> None:
        """Append ``rows`` to the files."""
        for name, part in rows.items():
            self._files[name].write(part)

    def build(self, name: str, write: Write, results: Iterable[ArticleResult]) -> None:
        """Make a format of its own name beside the files; where that fails, nothing of it stays."""
        scratch = Scratch(self.path, name)
        scratch.make(write, results)
        self._built.append(scratch)

    def flush(self) -> None:
        """Let what was added be read from the files."""
        for file in self._files.values():
            file.flush()

    def keep(self, stale: Iterable[str], spool: Iterable[str] = ()) -> None:
        """Put everything in its place; remove what is in ``stale`` and was not made.

        The files of ``spool`` were only made for others to be built from: they are not kept.
        """
        for file in self._files.values():
            file.close()
        unkept = set(spool)
        kept = {RUN_FILE} | (set(self._files) - unkept)
        for scratch in self._built:
            kept.update(scratch.names())
            scratch.put()
        for name in sorted(self._files, key=lambda name: name == RUN_FILE):
            partial = self.path / (name + PARTIAL)
            if name in unkept:
                partial.unlink()
            else:
                os.replace(partial, self.path / name)
        for name in {name.rstrip("/") for name in stale} - kept:
            remove(self.path / name)
        self._kept = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._kept:
            self._drop()

    def _drop(self) -> None:
        for name, file in self._files.items():
            file.close()
            (self.path / (name + PARTIAL)).unlink(missing_ok=True)
        for scratch in self._built:
            scratch.drop()
        for folder in self._made:
            with contextlib.suppress(OSError):  # not empty: something else is in it
                folder.rmdir()


def check(path: Path, *, overwrite: bool) -> None:
    """Raise OutputError unless ``path`` is new, empty or (``overwrite``) an earlier output."""
    if not os.path.lexists(path):
        return
    if not path.is_dir():
        raise OutputError(f"{path}: is a file; the output is a folder (-o DIR)")
    if all(file.name.endswith(PARTIAL) for file in path.iterdir()):  # nothing, or a killed run's
        return
    if not _is_output(path):
        raise OutputError(
            f"{path}: holds other files than an earlier output; choose another folder"
        )
    if not overwrite:
        raise OutputError(f"{path}: holds an earlier output; add --overwrite to replace it")


def _is_output(path: Path) -> bool:
    try:
        run = msgspec.json.decode((path / RUN_FILE).read_bytes())
    except (OSError, msgspec.DecodeError):
        return False
    return isinstance(run, dict) and run.get("program") == PROGRAM


def _make(path: Path) -> list[Path]:
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    return missing
