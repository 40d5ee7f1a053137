"""A format in the making: a folder of its own beside the places that its files will take."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from extract.result import ArticleResult

Write = Callable[[Iterable[ArticleResult], Path], None]
PARTIAL = ".partial"


class Scratch:
    """What ``write`` makes of results, out of the way until ``put()``; ``drop()`` forgets it."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._path = folder / (name + PARTIAL)

    def make(self, write: Write, results: Iterable[ArticleResult]) -> None:
        """Run ``write``; where it fails, nothing of what it made stays."""
        remove(self._path)
        try:
            self._path.mkdir(parents=True)
            write(results, self._path)
        except BaseException:
            self.drop()
            raise

    def names(self) -> list[str]:
        """What was made, the names of folders without ``/``."""
        return sorted(path.name for path in self._path.iterdir())

    def put(self) -> None:
        """Let what was made take its place, and that of what stood there."""
        for name in self.names():
            replace(self._path / name, self._folder / name)
        self.drop()

    def drop(self) -> None:
        """Remove what is still here."""
        remove(self._path)


def replace(made: Path, place: Path) -> None:
    """Put the file or folder ``made`` in the place of another."""
    if place.is_dir():  # `os.replace` takes no folder that holds anything
        old = place.with_name(place.name + ".old" + PARTIAL)
        remove(old)
        os.replace(place, old)
        os.replace(made, place)
        remove(old)
    else:
        os.replace(made, place)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
