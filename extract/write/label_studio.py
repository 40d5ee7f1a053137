"""Label Studio: ``label_studio/tasks.json`` to import, ``config.xml`` for the labelling interface.

Each article is a task, what was found in it the task's prediction. A mention is a region; its
attributes are controls of that region: choices, and text areas for names, titles, numbers and days.
A fact is a set of relations from the number, as in `brat`. Offsets count code points, as Label
Studio itself counts in plain text (seen in version 1.23: a prediction in UTF-16 units is drawn
beside its words behind an emoji; its own tests of emoji say the same).
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from extract.result import ArticleResult
from extract.score.scheme import LINKS, MEASURE, SCHEME, Attribute, attributes
from extract.version import __version__
from extract.write.colours import COLOURS
from extract.write.marks import Link, Mark, marks_of

FOLDER = "label_studio"
LABELS = "label"  # names of the tags that results refer to
TEXT = "text"
_FLAG = "yes"


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the tasks and the labelling configuration into ``folder/label_studio``."""
    base = folder / FOLDER
    base.mkdir(parents=True, exist_ok=True)
    (base / "config.xml").write_text(config(), encoding="utf-8")
    with (base / "tasks.json").open("w", encoding="utf-8", errors="replace", newline="") as file:
        between = "[\n"
        for result in results:
            file.write(between + json.dumps(task(result), ensure_ascii=False))
            between = ",\n"
        file.write("\n]\n" if between != "[\n" else "[]\n")


def task(result: ArticleResult) -> dict[str, Any]:
    """An article as a task; a NUL, which Label Studio's databases refuse, becomes U+FFFD."""
    article = result.article
    text = article.text.replace("\0", "\ufffd")
    marks, links = marks_of(result)
    regions = [region for mark in marks for region in _regions(mark, text)]
    prediction = {
        "model_version": f"meeting-extract {__version__}",
        "result": [*regions, *map(_relation, links)],
    }
    data = {
        TEXT: text,
        "doc_id": article.doc_id,
        "title": article.title,
        "url": article.url,
        "published": article.published,
    }
    return {"data": data, "predictions": [prediction]}


def control(label: str, attribute: Attribute) -> str:
    """The name of the control of an attribute.

    >>> control("agency", SCHEME["agency"][1])
    'agency_kind'
    """
    return f"{label}_{attribute.name}"


def _regions(mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    place = {"start": mark.start, "end": mark.end}
    words = text[mark.start : mark.end]
    yield _result(mark, LABELS, "labels", {**place, "text": words, "labels": [mark.label]})
    for attribute in attributes(mark.label) if mark.label != MEASURE else ():
        name = control(mark.label, attribute)
        value = mark.attributes.get(attribute.name)
        if attribute.form == "flag":
            value = _FLAG if value else None
        if attribute.form in ("choice", "flag"):
            if value is not None:
                yield _result(mark, name, "choices", {**place, "choices": [value]})
        elif attribute.form == "list":
            if value:
                yield _result(mark, name, "textarea", {**place, "text": list(value)})
        elif value is not None or attribute.required:
            given = value if isinstance(value, str) else json.dumps(value)
            yield _result(mark, name, "textarea", {**place, "text": [given]})


def _result(mark: Mark, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": mark.key, "from_name": name, "to_name": TEXT, "type": kind, "value": value}


def _relation(link: Link) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": link.source,
        "to_id": link.target,
        "direction": "right",
        "labels": [link.name],
    }


def config() -> str:
    """The labelling configuration: Label Studio shows a region's own controls when it is chosen."""
    view = ET.Element("View")
    ET.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    labels = ET.SubElement(view, "Labels", name=LABELS, toName=TEXT)
    for label in (*SCHEME, MEASURE):
        ET.SubElement(labels, "Label", value=label, background=COLOURS[label])
    relations = ET.SubElement(view, "Relations")
    for name in LINKS:
        ET.SubElement(relations, "Relation", value=name)
    # Long articles scroll by themselves: what is asked of a region stays in sight below them.
    scrolled = ET.SubElement(view, "View", style="max-height: 60vh; overflow-y: auto")
    ET.SubElement(scrolled, "Text", name=TEXT, value=f"${TEXT}")
    for label in SCHEME:
        shown = {"visibleWhen": "region-selected", "whenTagName": LABELS, "whenLabelValue": label}
        part = ET.SubElement(view, "View", shown)
        for attribute in attributes(label):
            _add_control(part, label, attribute)
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _add_control(part: ET.Element, label: str, attribute: Attribute) -> None:
    name = control(label, attribute)
    ET.SubElement(part, "Header", value=attribute.name, size="6")
    given = {"name": name, "toName": TEXT, "perRegion": "true"}
    if attribute.form in ("choice", "flag"):
        choices = ET.SubElement(
            part, "Choices", {**given, "choice": "single", "showInline": "true"}
        )
        for value in attribute.values or (_FLAG,):
            ET.SubElement(choices, "Choice", value=value)
    else:
        more = {} if attribute.form == "list" else {"maxSubmissions": "1"}
        ET.SubElement(part, "TextArea", {**given, "editable": "true", **more})
