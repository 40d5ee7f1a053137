"""Files of one article each, named for its ``doc_id`` so that the name leads back to it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from extract.score.export import file_name

_LONGEST = 200  # bytes of one part of a path; file systems take 255, endings and all
_ID = ".doc_id"


def write_document(base: Path, doc_id: str, contents: Mapping[str, bytes]) -> None:
    """Write ``contents``, by ending, below ``base``; what is too long to be a name is cut.

    A cut name has a digest in it, and beside it stands a file ``NAME.doc_id`` that holds the id.
    """
    name = file_name(doc_id)
    if any(len(part) > _LONGEST for part in name.split("/")):
        digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()
        name = file_name(doc_id).replace("/", "%2F")[:120].rsplit("%", 1)[0] + f"~{digest[:32]}"
        contents = {**contents, _ID: doc_id.encode("utf-8", "replace")}
    for ending, content in contents.items():
        path = base / (name + ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def doc_id_of(base: Path, path: Path) -> str:
    """The ``doc_id`` of a file that `write_document` wrote below ``base``, or a tool beside it.

    >>> doc_id_of(Path("brat"), Path("brat/news/2024%3A07.ann"))
    'news/2024:07'
    """
    sidecar = path.with_name(path.stem + _ID)
    if sidecar.is_file():
        return sidecar.read_text(encoding="utf-8")
    return unquote(path.relative_to(base).as_posix().removesuffix(path.suffix))
