"""Reads a brat collection: ``NAME.ann`` with the text it is about, ``NAME.txt``."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from extract.corrected.annotated import Annotated, Problems
from extract.score.scheme import LINKS, MEASURE, SCHEME, attributes
from extract.write.brat import FOLDER, NOTE, attribute_name
from extract.write.document_files import doc_id_of
from extract.write.marks import Link, Mark

_MARK = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) (T\d+)(?: (\S+))?")
_RELATION = re.compile(r"R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)\s*")
_NOTE = re.compile(r"#\d+\t(\S+) (\S+)\t(.*)")
_LEFT_ALONE = ("N", "*", "E")  # normalisations and what is none of our labels


def files(source: Path) -> Iterator[Path]:
    """The ``.ann`` files of a collection, of a run's output, or the one file that is named."""
    if source.is_dir():
        yield from sorted(_base(source).rglob("*.ann"))
    elif source.suffix == ".ann":
        yield source


def read(source: Path, problems: Problems) -> Iterator[Annotated]:
    """The articles of a collection; an article that cannot be read is a problem."""
    for path in files(source):
        text, ann = (_decoded(file, problems) for file in (path.with_suffix(".txt"), path))
        if text is not None and ann is not None:
            doc_id = doc_id_of(_base(source) if source.is_dir() else path.parent, path)
            yield _File(path, text, problems).read(doc_id, ann)


def _base(source: Path) -> Path:
    return source / FOLDER if (source / FOLDER).is_dir() else source


def _decoded(path: Path, problems: Problems) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        problems.errors.append(f"{path}: {error.strerror}")
    except UnicodeDecodeError as error:
        problems.errors.append(f"{path}: not UTF-8 at byte {error.start}")
    return None


class _File:
    """One ``.ann`` file in reading."""

    def __init__(self, path: Path, text: str, problems: Problems) -> None:
        self._path = path
        self._text = text
        self._problems = problems
        self._marks: dict[str, Mark] = {}
        self._links: list[Link] = []
        self._later: list[tuple[str, str]] = []  # lines that speak of marks

    def read(self, doc_id: str, ann: str) -> Annotated:
        for number, line in enumerate(ann.split("\n"), 1):
            where = f"{self._path}: line {number}"
            line = line.rstrip("\r")
            if line.startswith("T"):
                self._mark(where, line)
            elif line.strip() and not line.startswith(_LEFT_ALONE):
                self._later.append((where, line))
        for where, line in self._later:
            self._say(where, line)
        return Annotated(doc_id, self._text, str(self._path), [*self._marks.values()], self._links)

    def _wrong(self, where: str, cause: str) -> None:
        self._problems.errors.append(f"{where}: {cause}")

    def _mark(self, where: str, line: str) -> None:
        match = _MARK.fullmatch(line)
        if match is None:
            return self._wrong(where, f"{line!r} is no mark like 'T1<tab>date 0 4<tab>2024'")
        key, label, places = match.groups()
        if label not in (*SCHEME, MEASURE):
            return self._wrong(where, f"{label!r} is no label; known: {', '.join(SCHEME)}")
        if key in self._marks:
            return self._wrong(where, f"a second {key}")
        spans = sorted(tuple(map(int, place.split())) for place in places.split(";"))
        if spans[-1][1] > len(self._text):
            return self._wrong(where, f"{key} ends behind the text, at {spans[-1][1]}")
        for (_, before), (after, _) in pairwise(spans):
            if self._text[before:after].strip():
                gap = self._text[before:after]
                return self._wrong(where, f"{key} leaves out {gap!r}: a mention is one run of text")
        self._marks[key] = Mark(key, label, spans[0][0], spans[-1][1], {}, where)

    def _say(self, where: str, line: str) -> None:
        if match := _ATTRIBUTE.fullmatch(line):
            self._attribute(where, *match.groups())
        elif match := _RELATION.fullmatch(line):
            self._relation(where, *match.groups())
        elif match := _NOTE.fullmatch(line):
            self._note(where, *match.groups())
        else:
            self._wrong(where, f"{line!r} is no line of brat's")

    def _attribute(self, where: str, name: str, key: str, value: str | None) -> None:
        mark = self._known(where, key)
        if mark is None or mark.label == MEASURE:
            return
        for attribute in attributes(mark.label):
            if attribute_name(mark.label, attribute) == name:
                given: Any = True if attribute.form == "flag" else value
                mark.attributes.setdefault(attribute.name, given)
                if mark.attributes[attribute.name] != given:
                    self._wrong(where, f"a second {name} of {key}")

    def _relation(self, where: str, name: str, source: str, target: str) -> None:
        if name not in LINKS:
            self._wrong(where, f"{name!r} is no relation; known: {', '.join(LINKS)}")
        elif self._known(where, source) and self._known(where, target):
            self._links.append(Link(name, source, target, where))

    def _note(self, where: str, kind: str, key: str, note: str) -> None:
        mark = self._known(where, key) if kind == NOTE and key.startswith("T") else None
        if mark is None:
            return
        try:
            found = json.loads(note)
        except ValueError as error:
            return self._wrong(where, f"the note of {key} is no JSON: {error}")
        if not isinstance(found, dict):
            return self._wrong(where, f"the note of {key} is no JSON object")
        known = {one.name for label in SCHEME for one in SCHEME[label]}
        if unknown := [name for name in found if name not in known]:
            return self._wrong(where, f"the note of {key} has {', '.join(map(repr, unknown))}")
        mark.attributes.update(found)

    def _known(self, where: str, key: str) -> Mark | None:
        if key not in self._marks:
            self._wrong(where, f"speaks of {key}, which is not there")
        return self._marks.get(key)
