"""The rules by which Label Studio takes a labelling configuration and a prediction.

They are those of its own library (`LabelInterface.validate` and `validate_prediction` of
label-studio-sdk 2.1.2) for the tags that we use, and stricter on offsets. The library itself brings
180 MB of others (OpenCV among them) and holds numpy back.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

_ITEMS = {"Labels": "Label", "Choices": "Choice", "TextArea": None}
_PLAIN = {"View", "Style", "Header", "Relations", "Relation"}
_VALUE_KEYS = {
    "labels": {"start", "end", "text", "labels"},
    "choices": {"start", "end", "choices"},
    "textarea": {"start", "end", "text"},
}


def wrong_in_configuration(view: ET.Element) -> list[str]:
    """What Label Studio would refuse in a configuration."""
    return list(_of_configuration(view))


def wrong_in_prediction(view: ET.Element, task: dict[str, Any]) -> list[str]:
    """What Label Studio would refuse in the first prediction of ``task``."""
    results = task["predictions"][0]["result"]
    regions = [one for one in results if one.get("type") != "relation"]
    wrong = [problem for region in regions for problem in _of_region(view, region, task["data"])]
    relations = [one for one in results if one.get("type") == "relation"]
    names = {one.get("value") for one in view.iter("Relation")}
    known = {region.get("id") for region in regions}
    return wrong + [problem for one in relations for problem in _of_relation(one, known, names)]


def _of_configuration(view: ET.Element) -> Iterator[str]:
    if view.tag != "View":
        yield f"the root is {view.tag}"
    texts = [one for one in view.iter("Text")]
    if [one.get("value") for one in texts] != ["$text"]:
        yield "there must be one Text, of the data's text"
    named = [one for one in view.iter() if one.tag in _ITEMS or one.tag == "Text"]
    for name, times in Counter(one.get("name") for one in named).items():
        if not name or times > 1:
            yield f"{times} tags are called {name!r}"
    for control in (one for one in named if one.tag in _ITEMS):
        if control.get("toName") not in {one.get("name") for one in texts}:
            yield f"{control.get('name')!r} belongs to no text"
        item = _ITEMS[control.tag]
        values = [one.get("value") for one in control.iter(item)] if item else ["-"]
        if not values or None in values or len(set(values)) < len(values):
            yield f"{control.get('name')!r} needs values, each once: {values}"
    known = {*_ITEMS, *filter(None, _ITEMS.values()), *_PLAIN, "Text"}
    yield from (f"an unknown tag {one.tag}" for one in view.iter() if one.tag not in known)
    labels = {one.get("value") for one in view.iter("Label")}
    for part in view.iter("View"):
        if part.get("visibleWhen") is None:
            continue
        control = view.find(f".//Labels[@name='{part.get('whenTagName')}']")
        if control is None or part.get("whenLabelValue") not in labels:
            yield f"a part that is never shown: {part.attrib}"


def _of_region(view: ET.Element, region: dict[str, Any], data: dict[str, Any]) -> Iterator[str]:
    if missing := {"id", "from_name", "to_name", "type", "value"} - region.keys():
        yield f"no {missing} in {region}"
        return
    controls = [
        one for one in view.iter() if one.tag in _ITEMS and one.get("name") == region["from_name"]
    ]
    if not controls or controls[0].get("toName") != region["to_name"]:
        yield f"no control {region['from_name']!r} of {region['to_name']!r}"
        return
    kind, value = controls[0].tag.lower(), region["value"]
    if region["type"] != kind:
        yield f"{region['from_name']!r} is {kind}, not {region['type']}"
        return
    if value.keys() != _VALUE_KEYS[kind]:
        yield f"{region['from_name']!r} has {sorted(value)}"
        return
    start, end = value["start"], value["end"]
    if not (type(start) is type(end) is int and 0 <= start < end <= len(data["text"])):
        yield f"{region['from_name']!r} stands at {start!r} to {end!r}"
    given = value["text" if kind == "textarea" else kind]
    if not isinstance(given, list) or not given or not all(isinstance(one, str) for one in given):
        yield f"{region['from_name']!r} must be given a list of strings, not {given!r}"
    elif kind == "choices" and controls[0].get("choice") == "single" and len(given) > 1:
        yield f"{region['from_name']!r} takes one choice, not {given!r}"
    elif item := _ITEMS[controls[0].tag]:
        known = {one.get("value") for one in controls[0].iter(item)}
        yield from (f"{region['from_name']!r} has no {one!r}" for one in given if one not in known)


def _of_relation(relation: dict[str, Any], known: set[Any], names: set[Any]) -> Iterator[str]:
    for edge in ("from_id", "to_id"):
        if relation.get(edge) not in known:
            yield f"a relation {edge} {relation.get(edge)!r}, which is no region"
    if relation.get("direction") not in ("left", "right", "bi"):
        yield f"a relation to the {relation.get('direction')!r}"
    if not relation.get("labels") or not {*relation["labels"]} <= names:
        yield f"a relation called {relation.get('labels')!r}"
