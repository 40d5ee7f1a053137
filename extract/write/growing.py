"""Files that grow together, each beside the place that it will take."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from extract.write.scratch import PARTIAL


class WriteError(Exception):
    """What was made cannot be written: the disk is full, or gone; the message names the folder."""


class Growing:
    """The files ``NAME.partial`` of ``folder``; ``lengths`` are their lengths in bytes.

    Its functions raise WriteError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self.lengths: dict[str, int] = {}

    def start(self, headers: Mapping[str, bytes]) -> None:
        """New files, with what stands at their top; raises OSError."""
        for name, header in headers.items():
            file = self._partial(name).open("wb")
            self._files[name] = file
            file.write(header)
            self.lengths[name] = len(header)

    def go_on(self, lengths: Mapping[str, int], final: Mapping[str, int]) -> None:
        """The files of a run that was stopped, cut to ``lengths``; raises OSError, ValueError.

        Those of ``final`` may have been put in their places already, if they have that length.
        """
        for name, length in lengths.items():
            path = self._partial(name)
            place = self._folder / name
            if not path.exists() and place.exists() and place.stat().st_size == final.get(name):
                os.replace(place, path)
            if path.stat().st_size < length:
                raise ValueError(f"{path} is shorter than it was")
            self._files[name] = path.open("r+b")
            self._files[name].truncate(length)
            self._files[name].seek(length)
        self.lengths = dict(lengths)

    def add(self, rows: Mapping[str, bytes]) -> None:
        """Append ``rows`` to the files."""
        with self._named():
            for name, part in rows.items():
                self._files[name].write(part)
                self.lengths[name] += len(part)

    def flush(self) -> None:
        """Let what was added be read from the files."""
        with self._named():
            for file in self._files.values():
                file.flush()

    def sync(self) -> None:
        """Let what was added be there after a power cut."""
        self.flush()
        with self._named():
            for file in self._files.values():
                os.fsync(file.fileno())

    def close(self) -> None:
        """Close the files; what does not fit on the disk any more is lost."""
        for file in self._files.values():
            with contextlib.suppress(OSError):
                file.close()

    def put(self, name: str) -> None:
        """Let a file, closed by now, take its place."""
        os.replace(self._partial(name), self._folder / name)

    def drop(self, name: str) -> None:
        """Remove a file, closed by now."""
        self._partial(name).unlink(missing_ok=True)

    def _partial(self, name: str) -> Path:
        return self._folder / (name + PARTIAL)

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WriteError(f"{self._folder}: cannot be written: {error.strerror}") from None
