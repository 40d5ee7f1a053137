"""The files that a run will read: how many, how large, and whether they are still the same."""

import hashlib
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec

from extract.read.sources import Source
from extract.records import ErrorRecord


class Survey(msgspec.Struct, frozen=True):
    """All inputs together; the digests are of names, sizes and times of change: those of the files
    and those of the sidecars beside them.
    """

    files: int
    bytes: int
    digest: str
    sidecars: str

    def __str__(self) -> str:
        return f"{self.files:,} files, {self.bytes:,} bytes"

    def differences(self, now: "Survey") -> list[str]:
        """What is not the same, in words."""
        if (self.files, self.bytes, self.digest) != (now.files, now.bytes, now.digest):
            return [f"the inputs were others ({self}; now {now})"]
        if self.sidecars != now.sidecars:
            return ["the metadata in files NAME.json beside the inputs was other"]
        return []


def survey(sources: Iterable[Source | ErrorRecord]) -> Survey:
    """Look at every file of ``sources``, without opening any."""
    digest, sidecars = (hashlib.blake2b(digest_size=16) for _ in range(2))
    files = size = 0
    for source in sources:
        if isinstance(source, ErrorRecord) or source.path is None:
            continue
        files += 1
        size += _add(digest, source.name, source.path)
        if source.beside is not None:
            _add(sidecars, source.name, source.beside)
    return Survey(files, size, digest.hexdigest(), sidecars.hexdigest())


def _add(digest: "hashlib.blake2b", name: str, path: Path) -> int:
    """Add a file to ``digest``, be it there or not; gives its size."""
    try:
        status = path.stat()
    except OSError:
        digest.update(repr((name, None)).encode("utf-8", "surrogatepass"))
        return 0
    seen = (name, status.st_size, status.st_mtime_ns)
    digest.update(repr(seen).encode("utf-8", "surrogatepass"))
    return status.st_size


class Surveyor:
    """Makes a survey beside the run, which need not wait for it: a million files take a while."""

    def __init__(self, sources: Iterable[Source | ErrorRecord]) -> None:
        self._survey: Survey | None = None
        self._thread = threading.Thread(target=self._make, args=(sources,), daemon=True)
        self._thread.start()

    def _make(self, sources: Iterable[Source | ErrorRecord]) -> None:
        self._survey = survey(sources)

    def now(self) -> Survey | None:
        """The survey, or None while it is being made."""
        return self._survey

    def wait(self) -> Survey | None:
        """The survey, when it is made; None where that failed."""
        self._thread.join()
        return self._survey
