"""One run at a time writes into a folder."""

import contextlib
from pathlib import Path
from typing import BinaryIO

from extract.write.scratch import PARTIAL

try:
    import fcntl
except ImportError:  # Windows: two runs at once are not noticed
    fcntl = None  # type: ignore[assignment]


class Lock:
    """The file ``lock.partial`` of a folder, locked; a run that dies lets go of it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ("lock" + PARTIAL)
        self._file: BinaryIO | None = None

    def take(self) -> bool:
        """Lock the folder; False where another run has. Raises OSError."""
        self._file = self._path.open("ab")
        if fcntl is not None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._file.close()
                self._file = None
                return False
            except OSError:  # a file system without locks
                pass
        return True

    def give(self) -> None:
        """Let go of the folder, if it was taken."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
            self._file.close()
            self._file = None
