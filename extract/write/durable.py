"""Writing that a power cut does not undo."""

import contextlib
import os
from pathlib import Path

_NEW = ".new.partial"


def write_durably(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file ``path``: whole and on the disk, or not at all."""
    new = path.with_name(path.name + _NEW)
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Let what was renamed in the folder ``path`` be so after a power cut, if that can be had."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
