"""From inputs on any filesystem that Arrow knows to chunks that a worker reads by itself.

A chunk is some row groups of a Parquet file or some bytes of a JSON Lines file, cut at line ends.
Its number gives the order, so that a cluster's output is that of one process.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from extract.read.sources import Source
from extract.write.folder import RUN_FILE, is_of_run

if TYPE_CHECKING:  # brought by an extra
    from pyarrow.fs import FileSystem

ENDINGS = (".jsonl", ".parquet")
_BYTES = 2_000_000  # of a chunk


class PlanError(ValueError):
    """An input is not there, or cannot be cut into chunks; the message names it."""


class Chunk(msgspec.Struct, frozen=True):
    """``[start, stop)`` of a file: bytes of JSON Lines, or row groups of Parquet.

    ``name`` is the file's path below the input named; ``whole`` says that it is all of the file,
    ``before`` how many rows of Parquet are ahead of it.
    """

    number: int
    uri: str
    name: str
    start: int
    stop: int
    whole: bool
    before: int = 0

    @property
    def source(self) -> Source:
        """What errors and articles call the file."""
        return Source(None, self.name)

    @property
    def is_parquet(self) -> bool:
        """Whether it is of a Parquet file."""
        return self.name.lower().endswith(".parquet")


def plan(
    inputs: Iterable[str], passed_by: Callable[[str], None] = lambda folder: None
) -> list[Chunk]:
    """The chunks of all files that ``inputs`` (files and folders, ``s3://bucket/news``) hold.

    The output of an earlier run below a folder is not taken for input; ``passed_by`` is told of it.
    Raises PlanError where an input is missing, or is no JSON Lines or Parquet.
    """
    chunks: list[Chunk] = []
    for given in inputs:
        files = list(_files(given, passed_by))
        if not files:
            raise PlanError(f"{given}: no {' or '.join(ENDINGS)} file in this folder")
        for uri, name in files:
            cuts = list(_cuts(uri, name))
            for start, stop, before in cuts:
                whole = len(cuts) == 1
                chunks.append(Chunk(len(chunks), uri, name, start, stop, whole, before))
    return chunks


def filesystem(uri: str) -> tuple["FileSystem", str]:
    """The filesystem of an address or path, and the path there; raises PlanError."""
    try:
        from pyarrow.fs import FileSystem
    except ImportError:
        raise PlanError("the engine needs pyarrow: pip install 'meeting-extract[ray]'") from None
    try:
        found: tuple[FileSystem, str] = FileSystem.from_uri(
            uri if "://" in uri else os.path.abspath(uri)
        )
    except (ValueError, OSError) as error:
        raise PlanError(f"{uri}: {error}") from None
    return found


def _files(given: str, passed_by: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """Addresses and names of the files of an input, in the order of their paths."""
    from pyarrow.fs import FileSelector, FileType

    system, path = filesystem(given)
    info = system.get_file_info(path)
    if info.type == FileType.NotFound:
        raise PlanError(f"{given}: no such file or folder")
    if info.type == FileType.File:
        name = path.rpartition("/")[2]
        if not name.lower().endswith(ENDINGS):
            raise PlanError(f"{given}: the engine reads {' and '.join(ENDINGS)} only")
        yield given, name
        return
    top = path.rstrip("/")
    below = system.get_file_info(FileSelector(top, recursive=True))
    names = sorted(
        (found.path[len(top) + 1 :] for found in below if found.type == FileType.File),
        key=lambda name: name.split("/"),
    )
    outputs = tuple(_outputs(system, top, names))
    for folder in outputs:
        passed_by(f"{given.rstrip('/')}/{folder}".rstrip("/"))
    for name in names:
        hidden = any(part.startswith(".") for part in name.split("/"))
        if name.lower().endswith(ENDINGS) and not hidden and not name.startswith(outputs):
            yield f"{given.rstrip('/')}/{name}", name


def _outputs(system: "FileSystem", top: str, names: list[str]) -> Iterator[str]:
    """The folders below ``top``, with a slash, that hold the output of an earlier run."""
    for name in names:
        folder, slash, last = name.rpartition("/")
        if slash and last == RUN_FILE:
            with system.open_input_file(f"{top}/{name}") as file:
                if is_of_run(file.read()):
                    yield folder + slash


def _cuts(uri: str, name: str) -> Iterator[tuple[int, int, int]]:
    """Start, stop and rows before of each chunk of a file."""
    system, path = filesystem(uri)
    if name.lower().endswith(".parquet"):
        yield from _groups(system, path, uri)
        return
    size = system.get_file_info(path).size
    for start in range(0, max(size, 1), _BYTES):
        yield start, min(start + _BYTES, size), 0


def _groups(system: "FileSystem", path: str, uri: str) -> Iterator[tuple[int, int, int]]:
    import pyarrow
    from pyarrow import parquet

    try:
        with system.open_input_file(path) as stream, parquet.ParquetFile(stream) as file:
            sizes = [
                (group.num_rows, group.total_byte_size)
                for group in map(file.metadata.row_group, range(file.num_row_groups))
            ]
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise PlanError(f"{uri}: broken Parquet: {' '.join(str(error).split())[:200]}") from None
    start = rows = waiting = before = 0
    for number, (count, size) in enumerate(sizes):
        rows, waiting = rows + count, waiting + size
        if waiting >= _BYTES or number + 1 == len(sizes):
            yield start, number + 1, before
            start, before, waiting, rows = number + 1, before + rows, 0, 0
    if not sizes:
        yield 0, 0, 0
