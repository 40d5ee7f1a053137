"""How far reading is, in bytes of the files."""

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from extract.read.sources import Source
from extract.records import ErrorRecord


class Meter:
    """Counts the bytes of the sources that pass through it."""

    def __init__(self) -> None:
        self._before = 0  # bytes of the sources that are done
        self._size = 0  # of the one being read
        self._stream: BinaryIO | None = None

    def __call__(self) -> int:
        """How many bytes were read so far."""
        if self._stream is None:
            return self._before
        try:
            return self._before + min(self._stream.tell(), self._size)
        except (OSError, ValueError):  # closed: read to its end
            return self._before + self._size

    def measured(self, sources: Iterable[Source | ErrorRecord]) -> Iterator[Source | ErrorRecord]:
        """``sources``, each of which says when it is opened."""
        for source in sources:
            if isinstance(source, ErrorRecord) or source.path is None:
                yield source
                continue
            yield _Measured(source.path, source.name, self)
            self._before += self._size
            self._size, self._stream = 0, None

    def opened(self, stream: BinaryIO) -> None:
        """Take note of the stream that is read from now on."""
        self._stream = stream
        self._size = os.fstat(stream.fileno()).st_size


class _Measured(Source, frozen=True):
    meter: Meter

    def open(self) -> BinaryIO:
        """The bytes of the source; raises OSError."""
        stream = super().open()
        self.meter.opened(stream)
        return stream
