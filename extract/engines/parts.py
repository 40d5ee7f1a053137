"""A chunk's records as part files: ``mentions/part-000007.jsonl``, on any filesystem."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from extract.engines.plan import PlanError, filesystem
from extract.job import ERRORS_FILE, Outcome
from extract.records import RunRecord
from extract.write import FORMATS, files
from extract.write.folder import PROGRAM, RUN_FILE
from extract.write.jsonl import HEADERS
from extract.write.read_back import results

if TYPE_CHECKING:  # brought by an extra
    from pyarrow.fs import FileSystem

KINDS = ("jsonl", "parquet")


def prepare(output: str, *, overwrite: bool) -> None:
    """Make the folder ``output`` ready; raises PlanError unless it is new or an earlier output."""
    from pyarrow.fs import FileSelector, FileType

    system, path = filesystem(output)
    info = system.get_file_info(path)
    if info.type == FileType.File:
        raise PlanError(f"{output}: is a file; the output is a folder (-o DIR)")
    inside = [] if info.type == FileType.NotFound else system.get_file_info(FileSelector(path))
    ours = {RUN_FILE, *map(_folder, (*files(KINDS), ERRORS_FILE))}
    if not {found.base_name for found in inside} <= ours:
        raise PlanError(f"{output}: holds other files than an earlier output of an engine")
    if inside and not overwrite:
        raise PlanError(f"{output}: holds an earlier output; add --overwrite to replace it")
    # The record of the run goes first: without it, what is left is no whole output.
    for found in sorted(inside, key=lambda found: found.base_name != RUN_FILE):
        if found.type == FileType.Directory:
            system.delete_dir(found.path)
        else:
            system.delete_file(found.path)
    system.create_dir(path, recursive=True)


def write(outcome: Outcome, number: int, output: str, formats: tuple[str, ...]) -> None:
    """Write the lines of chunk ``number`` in ``formats``; done again, it is the same."""
    system, path = filesystem(output)
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch)
        for name in HEADERS:
            (made / name).touch()
        for rows in outcome.rows():
            for name, lines in rows.items():
                with (made / name).open("ab") as file:
                    file.write(lines)
        wanted = [name for name in files(formats) if (made / name).suffix == ".jsonl"]
        if "parquet" in formats:
            FORMATS["parquet"].write(results(made), made)
            wanted += FORMATS["parquet"].files
        if (made / ERRORS_FILE).exists():
            wanted.append(ERRORS_FILE)
        for name in wanted:
            folder = f"{path}/{_folder(name)}"
            system.create_dir(folder, recursive=True)
            part = f"{folder}/part-{number:06d}{Path(name).suffix}"
            _put(system, part, (made / name).read_bytes())


def finish(record: RunRecord, output: str) -> None:
    """Write ``run.json``, the last file: with it the output is whole."""
    assert record.program == PROGRAM
    system, path = filesystem(output)
    _put(system, f"{path}/{RUN_FILE}", msgspec.json.format(msgspec.json.encode(record)) + b"\n")


def _folder(name: str) -> str:
    return Path(name).stem


def _put(system: "FileSystem", path: str, data: bytes) -> None:
    """Write a file, whole or not at all: object stores do so by themselves."""
    local = system.type_name == "local"
    with system.open_output_stream(f"{path}.partial" if local else path) as stream:
        stream.write(data)
    if local:
        system.move(f"{path}.partial", path)
