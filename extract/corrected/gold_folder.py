"""Writes a folder of labels, whole or not at all."""

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from extract.score.export import file_name
from extract.score.gold import read_gold
from extract.score.labels import LabelError

Lines = list[dict[str, Any]]
_SUMS = "SHA256SUMS"


def write_gold(
    labels: Mapping[str, tuple[Lines, Lines, str]],
    directory: Path,
    *,
    with_facts: bool,
    overwrite: bool = False,
) -> None:
    """Write mention lines, fact lines and the texts' digests, by ``doc_id``, into ``directory``.

    They are written beside it, read as `score` reads them, and only then put in their places.
    Raises LabelError where a file is there already (unless ``overwrite``) or cannot be written.
    """
    contents: dict[str, bytes] = {}
    for doc_id, (mentions, facts, _) in labels.items():
        name = file_name(doc_id)
        contents[f"{name}.jsonl"] = _encoded(mentions)
        if with_facts:
            contents[f"{name}.facts.jsonl"] = _encoded(facts)
    there = [directory / name for name in contents if (directory / name).exists()]
    if there and not overwrite:
        raise LabelError(f"{there[0]}: is there already; import into a new folder or --overwrite")
    try:
        contents[_SUMS] = _sums(directory / _SUMS, labels)
        directory.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", dir=directory.parent))
        try:
            for name, content in contents.items():
                path = scratch / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            read_gold(scratch, {doc_id: text for doc_id, (_, _, text) in labels.items()})
            _put(scratch, directory, contents)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise LabelError(f"{directory}: cannot be written: {error.strerror}") from None


def _encoded(lines: Lines) -> bytes:
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _sums(path: Path, labels: Mapping[str, tuple[Lines, Lines, str]]) -> bytes:
    """The digests of the texts, with those of other articles that stand there already."""
    found = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            digest, _, name = line.partition("  ")
            found[name] = digest
    for doc_id, (_, _, text) in labels.items():
        if doc_id.isprintable():  # a line end in it would break the list
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            found[f"{doc_id}.txt"] = digest
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items())).encode()


def _put(scratch: Path, directory: Path, names: Iterable[str]) -> None:
    """Move all files to their places; where one cannot be moved, those moved before are undone."""
    undone: list[tuple[Path, bytes | None]] = []
    try:
        for name in names:
            place = directory / name
            place.parent.mkdir(parents=True, exist_ok=True)
            before = place.read_bytes() if place.exists() else None
            os.replace(scratch / name, place)
            undone.append((place, before))
    except OSError:
        for place, before in undone:
            with contextlib.suppress(OSError):
                place.unlink() if before is None else place.write_bytes(before)
        raise
