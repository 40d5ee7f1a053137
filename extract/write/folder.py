"""The output folder: each file whole or not at all."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from extract.result import ArticleResult
from extract.write.durable import sync_folder
from extract.write.growing import Growing
from extract.write.lock import Lock
from extract.write.scratch import PARTIAL, Scratch, Write, remove

PROGRAM = "meeting-extract"
RUN_FILE = "run.json"
CHECKPOINT_FILE = "checkpoint.json"


class OutputError(Exception):
    """The output folder cannot be written; the message names it and the cause."""


class Folder:
    """Files that grow beside those of an earlier run and take their places when all is written.

    Used as a context: ``keep()`` puts the files in place; without it nothing of them stays, unless
    ``stay`` is set, so that a later run can go on with them. Until then their names end in
    ``.partial``.
    """

    def __init__(
        self, path: Path, headers: Mapping[str, bytes], *, overwrite: bool = False
    ) -> None:
        check(path, overwrite=overwrite)
        self.path = path
        self.stay = False
        self._headers = headers
        self._lengths: Mapping[str, int] = {}
        self._final: Mapping[str, int] = {}
        self._lock = Lock(path)
        self._growing = Growing(path)
        self._built: list[Scratch] = []
        self._made: list[Path] = []

    @classmethod
    def reopened(cls, path: Path, lengths: Mapping[str, int], final: Mapping[str, int]) -> Self:
        """The folder of a run that was stopped, its files cut to ``lengths``.

        Where that run was about to put them in place, they are as long as ``final`` says.
        """
        folder = cls(path, {}, overwrite=True)
        folder.stay = True
        folder._lengths, folder._final = lengths, final
        return folder

    def __enter__(self) -> Self:
        try:
            self._made = _make(self.path)
            if not self._lock.take():
                raise OutputError(f"{self.path}: another run is writing into it")
            if self._lengths:
                self._growing.go_on(self._lengths, self._final)
            else:
                self._growing.start(self._headers)
        except OSError as error:
            self._leave()
            raise OutputError(f"{self.path}: cannot be written: {error.strerror}") from None
        except ValueError as error:
            self._leave()
            raise OutputError(f"{error}; start again with --overwrite") from None
        return self

    @property
    def lengths(self) -> dict[str, int]:
        """How many bytes each file has by now."""
        return dict(self._growing.lengths)

    def add(self, rows: Mapping[str, bytes]) -> None:
        """Append ``rows`` to the files; raises WriteError."""
        self._growing.add(rows)

    def build(self, name: str, write: Write, results: Iterable[ArticleResult]) -> None:
        """Make a format beside the files; where that fails, nothing of it stays.

        ``name`` is one of what it makes: what a killed run left under it goes with the next one.
        """
        scratch = Scratch(self.path, name)
        scratch.make(write, results)
        self._built.append(scratch)

    def flush(self) -> None:
        """Let what was added be read from the files; raises WriteError."""
        self._growing.flush()

    def sync(self) -> None:
        """Let what was added be there after a power cut; raises WriteError."""
        self._growing.sync()

    def keep(self, stale: Iterable[str], spool: Iterable[str] = ()) -> None:
        """Put everything in its place; remove what is in ``stale`` and was not made.

        The files of ``spool`` were only made for others to be built from: they are not kept.
        Raises WriteError.
        """
        self.flush()
        self._growing.close()
        unkept = set(spool)
        files = set(self._growing.lengths) - unkept
        kept = {RUN_FILE} | files
        for scratch in self._built:
            kept.update(scratch.names())
            scratch.put()
        for name in sorted(files, key=lambda name: name == RUN_FILE):
            self._growing.put(name)
        names = {name.rstrip("/") for name in stale}
        for name in names - kept:
            remove(self.path / name)
        sync_folder(self.path)
        # From here on there is nothing to go on with.
        for name in (CHECKPOINT_FILE, *names, *unkept):
            remove(self.path / (name + PARTIAL))
        self._lock.give()
        self._made = []
        self.stay = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave()

    def _leave(self) -> None:
        self._growing.close()
        if not self.stay:
            self._drop()
        self._lock.give()

    def _drop(self) -> None:
        made = [*self._growing.lengths]
        for name in [*made, CHECKPOINT_FILE] if made else []:
            remove(self.path / (name + PARTIAL))
        for scratch in self._built:
            scratch.drop()
        self._lock.give()
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
    if not is_output(path):
        raise OutputError(
            f"{path}: holds other files than an earlier output; choose another folder"
        )
    if not overwrite:
        raise OutputError(f"{path}: holds an earlier output; add --overwrite to replace it")


def is_output(path: Path) -> bool:
    """Whether ``path`` holds the output of a run, or of one that was stopped as it ended."""
    if (path / (CHECKPOINT_FILE + PARTIAL)).exists():  # stopped as its files took their places
        return True
    try:
        return is_of_run((path / RUN_FILE).read_bytes())
    except OSError:
        return False


def is_of_run(raw: bytes) -> bool:
    """Whether ``raw``, what a file ``run.json`` holds, says that a run of ours made the folder."""
    try:
        run = msgspec.json.decode(raw)
    except msgspec.DecodeError:
        return False
    return isinstance(run, dict) and run.get("program") == PROGRAM


def _make(path: Path) -> list[Path]:
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    return missing
