"""Reads an export of Label Studio (its JSON format, not JSON-MIN) of the tasks that we wrote."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.corrected.annotated import Annotated, Problems
from extract.score.scheme import LINKS, MEASURE, SCHEME, Attribute, attributes
from extract.write.label_studio import FOLDER, LABELS, TEXT, control
from extract.write.marks import Link, Mark

_CONTROLS: dict[str, Attribute] = {
    control(label, attribute): attribute for label in SCHEME for attribute in attributes(label)
}


def files(source: Path) -> Iterator[Path]:
    """The exports in a folder, the tasks of a run's output, or the one file that is named."""
    if source.is_dir():
        base = source / FOLDER if (source / FOLDER).is_dir() else source
        yield from (path for path in sorted(base.glob("*.json")) if path.name != "run.json")
    elif source.suffix == ".json":
        yield source


def read(source: Path, problems: Problems) -> Iterator[Annotated]:
    """The annotated tasks; where no task of a file is, their predictions as they are."""
    for path in files(source):
        tasks = _tasks(path, problems)
        corrected = [bool(_submitted(task)) for task in tasks]
        if tasks and not any(corrected):
            problems.warnings.append(
                f"{path}: no task is annotated: the predictions are taken as they are"
            )
        elif not all(corrected):
            left = corrected.count(False)
            problems.warnings.append(f"{path}: {left} of {len(tasks)} tasks are not annotated")
        for number, task in enumerate(tasks, 1):
            where = f"{path}: task {task.get('id', number)}"
            chosen = _chosen(task, where, problems, predicted=not any(corrected))
            if chosen is not None:
                article = _Task(where, problems).read(task, chosen)
                if article is not None:
                    yield article


def _tasks(path: Path, problems: Problems) -> list[dict[str, Any]]:
    try:
        tasks = json.loads(path.read_bytes())
    except OSError as error:
        problems.errors.append(f"{path}: {error.strerror}")
        return []
    except (ValueError, RecursionError) as error:
        problems.errors.append(f"{path}: no JSON: {error}")
        return []
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        problems.errors.append(f"{path}: no list of tasks")
        return []
    return tasks


def _submitted(task: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one
        for one in task.get("annotations") or []
        if isinstance(one, dict) and not one.get("was_cancelled")
    ]


def _chosen(
    task: dict[str, Any], where: str, problems: Problems, *, predicted: bool
) -> list[Any] | None:
    """The results that count: the one annotation, or among several the ground truth."""
    found = task.get("predictions") or [] if predicted else _submitted(task)
    if len(found) > 1:
        found = [one for one in found if one.get("ground_truth")] or found
    if len(found) > 1:
        problems.errors.append(
            f"{where}: {len(found)} annotations: mark one as ground truth, or delete the others"
        )
    if len(found) != 1:
        return None
    results = found[0].get("result") if isinstance(found[0], dict) else None
    if not isinstance(results, list):
        problems.errors.append(f"{where}: an annotation without a list of results")
        return None
    return results


class _Task:
    """One task in reading."""

    def __init__(self, where: str, problems: Problems) -> None:
        self._where = where
        self._problems = problems

    def read(self, task: dict[str, Any], results: list[Any]) -> Annotated | None:
        data = task.get("data")
        text = data.get(TEXT) if isinstance(data, dict) else None
        doc_id = data.get("doc_id") if isinstance(data, dict) else None
        if not isinstance(text, str) or not isinstance(doc_id, str) or not doc_id:
            self._wrong(
                "no 'text' and 'doc_id' in its data: is it a JSON export of tasks that "
                "--format label-studio wrote?"
            )
            return None
        regions = [
            one for one in results if isinstance(one, dict) and one.get("type") != "relation"
        ]
        labelled = [one for one in regions if one.get("from_name") == LABELS]
        places = _Places(text, labelled)
        marks = {mark.key: mark for one in labelled if (mark := self._mark(one, places))}
        for region in regions:
            self._attribute(region, marks)
        links = [
            link
            for one in results
            if isinstance(one, dict) and one.get("type") == "relation"
            for link in self._links(one, marks)
        ]
        return Annotated(doc_id, text, self._where, [*marks.values()], links)

    def _wrong(self, cause: str) -> None:
        self._problems.errors.append(f"{self._where}: {cause}")

    def _mark(self, region: dict[str, Any], places: "_Places") -> Mark | None:
        key, value = str(region.get("id")), region.get("value")
        where = f"{self._where}: region {key}"
        labels = value.get("labels") if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(labels, list) or len(labels) != 1:
            self._wrong(f"region {key}: not one label but {labels!r}")
            return None
        label = labels[0]
        if label not in (*SCHEME, MEASURE):
            self._wrong(f"region {key}: {label!r} is no label; known: {', '.join(SCHEME)}")
            return None
        try:
            start, end = places.find(value)
        except ValueError as error:
            self._wrong(f"region {key}: {error}")
            return None
        return Mark(key, label, start, end, {}, where)

    def _attribute(self, region: dict[str, Any], marks: dict[str, Mark]) -> None:
        attribute = _CONTROLS.get(str(region.get("from_name")))
        mark, value = marks.get(str(region.get("id"))), region.get("value")
        if attribute is None or mark is None or not isinstance(value, dict):
            return
        given = value.get("choices" if attribute.form in ("choice", "flag") else "text")
        given = [given] if isinstance(given, str) else given
        if not isinstance(given, list) or not given:
            return
        own = region["from_name"].startswith(f"{mark.label}_")
        # Of a region that changed its label, what was said under the old one counts where the new
        # one says nothing.
        if not own and attribute.name in mark.attributes:
            return
        try:
            mark.attributes[attribute.name] = _value(attribute, given)
        except ValueError as error:
            self._wrong(f"region {mark.key}: {attribute.name} {error}")

    def _links(self, one: dict[str, Any], marks: dict[str, Mark]) -> Iterator[Link]:
        source, target = str(one.get("from_id")), str(one.get("to_id"))
        where = f"{self._where}: relation from {source} to {target}"
        if source not in marks or target not in marks:
            return self._problems.errors.append(f"{where}: one of them is no labelled region")
        if one.get("direction") == "left":
            source, target = target, source
        names = one.get("labels") or []
        for name in names:
            if name in LINKS:
                yield Link(name, source, target, where)
            else:
                self._problems.errors.append(f"{where}: {name!r}; known: {', '.join(LINKS)}")
        if not names:
            self._problems.errors.append(f"{where}: without a label")


def _value(attribute: Attribute, given: list[Any]) -> Any:
    """The value of a control.

    >>> _value(Attribute("value", "number"), ["80.5"]), _value(Attribute("unit", "text"), ["null"])
    (80.5, None)
    """
    if attribute.form == "list":
        return [str(one).strip() for one in given if str(one).strip()]
    if attribute.form == "flag":
        return True
    if len(given) > 1:
        raise ValueError(f"has {len(given)} values: {given}")
    value = str(given[0]).strip()
    if value == "null":
        return None
    if attribute.form != "number":
        return value
    if not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value, re.ASCII):
        raise ValueError(f"{value!r} is no number like 13200000 or 80.44")
    number = float(value)
    return number if re.search(r"[.eE]", value) else int(value)


class _Places:
    """Where the regions of a text are: in code points, or in UTF-16 units as old versions count."""

    def __init__(self, text: str, regions: list[dict[str, Any]]) -> None:
        self._text = text
        self._units: list[int] | None = None
        if any(ord(character) > 0xFFFF for character in text):
            units = _unit_starts(text)
            values = [one["value"] for one in regions if isinstance(one.get("value"), dict)]
            if all(_fits(text, value, units) for value in values) and not all(
                _fits(text, value, None) for value in values
            ):
                self._units = units

    def find(self, value: dict[str, Any]) -> tuple[int, int]:
        """Start and end of a region; ValueError where they do not fit the text."""
        start, end = _place(value, self._units)
        if not 0 <= start < end <= len(self._text):
            raise ValueError(f"[{value.get('start')}, {value.get('end')}) is not in the text")
        if not _fits(self._text, value, self._units):
            raise ValueError(
                f"{value['text']!r} is {self._text[start:end]!r} in the task's text: "
                "was it annotated on another text?"
            )
        return start, end


def _unit_starts(text: str) -> list[int]:
    """By UTF-16 unit, the code point that it belongs to; at the end, that behind the last."""
    found = [at for at, one in enumerate(text) for _ in range(2 if ord(one) > 0xFFFF else 1)]
    return [*found, len(text)]


def _place(value: dict[str, Any], units: list[int] | None) -> tuple[int, int]:
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int:
        return -1, -1
    if units is None:
        return start, end
    inside = 0 <= start < len(units) and 0 <= end < len(units)
    return (units[start], units[end]) if inside else (-1, -1)


def _fits(text: str, value: dict[str, Any], units: list[int] | None) -> bool:
    """Whether the words that a region names stand where it says; blanks and line ends aside.

    Label Studio writes a line end in them as a backslash and an n.
    """
    words = value.get("text")
    start, end = _place(value, units)
    if not isinstance(words, str):
        return True
    found = "".join(text[start:end].split()) if start >= 0 else None
    return found in ("".join(words.split()), "".join(words.replace("\\n", "").split()))
