"""The files that a run will read: how many, how large, and whether they are still the same."""

import hashlib
import threading
from collections.abc import Iterable

import msgspec

from extract.read.sources import Source
from extract.records import ErrorRecord


class Survey(msgspec.Struct, frozen=True):
    """All inputs together; the digest is one of names, sizes and times of change."""

    files: int
    bytes: int
    digest: str

    def __str__(self) -> str:
        return f"{self.files:,} files, {self.bytes:,} bytes"


def survey(sources: Iterable[Source | ErrorRecord]) -> Survey:
    """Look at every file of ``sources``, without opening any."""
    digest = hashlib.blake2b(digest_size=16)
    files = size = 0
    for source in sources:
        if isinstance(source, ErrorRecord) or source.path is None:
            continue
        files += 1
        try:
            status = source.path.stat()
        except OSError:
            digest.update(repr((source.name, None)).encode())
            continue
        size += status.st_size
        seen = (source.name, status.st_size, status.st_mtime_ns)
        digest.update(repr(seen).encode("utf-8", "surrogatepass"))
    return Survey(files, size, digest.hexdigest())


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
