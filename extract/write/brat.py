"""brat stand-off: ``brat/DOC_ID.txt`` and ``.ann`` for each article, and the configuration.

The text is that of the article, unchanged; brat counts code points as the records do. A span that
runs over a line end or a tab stands as fragments, as brat itself writes it. Choices and flags are
brat's attributes; names, titles, numbers and days stand as JSON in the note (``AnnotatorNotes``) of
a mention, which brat shows and lets a person edit. Codes and keys of the gazetteer are
normalisations. A fact is a set of relations from the number: to the words of its measure, its
period, baseline and place, and the number that it qualifies.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extract.records import Agency, Locality, Mention
from extract.result import ArticleResult
from extract.score.scheme import LINKS, MEASURE, SCHEME, Attribute, attributes
from extract.write.colours import COLOURS
from extract.write.document_files import write_document
from extract.write.marks import Mark, marks_of

FOLDER = "brat"
NOTE = "AnnotatorNotes"
# brat's own parser ends a line at each of these; a tab would end the field.
_BREAK = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the articles, and what brat must know of the labels, into ``folder/brat``."""
    base = folder / FOLDER
    base.mkdir(parents=True, exist_ok=True)
    (base / "annotation.conf").write_text(_annotation_conf(), encoding="utf-8")
    (base / "visual.conf").write_text(_visual_conf(), encoding="utf-8")
    for result in results:
        article = result.article
        text = article.text.encode("utf-8", "replace")
        ann = "".join(f"{line}\n" for line in lines(result)).encode("utf-8", "replace")
        write_document(base, article.doc_id, {".txt": text, ".ann": ann})


def lines(result: ArticleResult) -> Iterator[str]:
    """The lines of an article's ``.ann`` file."""
    marks, links = marks_of(result)
    count = itertools.count(1)
    for mark in marks:
        pieces = list(fragments(result.article.text, mark.start, mark.end))
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(result.article.text[start:end] for start, end in pieces)
        yield f"{mark.key}\t{mark.label} {places}\t{words}"
        yield from _attributes(mark, count)
    for number, mark in enumerate((mark for mark in marks if mark.label != MEASURE), 1):
        note = {one.name: mark.attributes[one.name] for one in noted(mark.label)}
        yield f"#{number}\t{NOTE} {mark.key}\t{_json(note)}"
    yield from _normalisations(result.mentions, marks)
    for number, link in enumerate(links, 1):
        yield f"R{number}\t{link.name} Arg1:{link.source} Arg2:{link.target}"


def fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span without the line ends and tabs in it.

    >>> list(fragments("Da \\n Nang", 0, 9))
    [(0, 2), (5, 9)]
    """
    for match in re.finditer(r"\S[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]*", text[start:end]):
        yield start + match.start(), start + match.start() + len(match.group().rstrip())


def attribute_name(label: str, attribute: Attribute) -> str:
    """The name of an attribute in brat, where each has one list of values for all labels.

    >>> [attribute_name("date", one) for one in SCHEME["date"] if one.form == "choice"]
    ['date_modifier']
    """
    if attribute.name in ("kind", "modifier") and label in ("agency", "locality", "date"):
        return f"{label}_{attribute.name}"
    return attribute.name


def noted(label: str) -> list[Attribute]:
    """The attributes that stand in the note, not as attributes of brat."""
    return [one for one in SCHEME[label] if one.form not in ("choice", "flag")]


def _attributes(mark: Mark, count: Iterator[int]) -> Iterator[str]:
    for attribute in attributes(mark.label) if mark.label != MEASURE else ():
        value = mark.attributes.get(attribute.name)
        name = attribute_name(mark.label, attribute)
        if attribute.form == "flag" and value:
            yield f"A{next(count)}\t{name} {mark.key}"
        elif attribute.form == "choice" and value is not None:
            yield f"A{next(count)}\t{name} {mark.key} {value}"


def _normalisations(mentions: tuple[Mention, ...], marks: list[Mark]) -> Iterator[str]:
    count = itertools.count(1)
    for mention, mark in zip(mentions, marks, strict=False):
        reference = None
        if isinstance(mention, Locality) and mention.code:
            reference = f"ISO3166:{mention.code}"
        elif isinstance(mention, Agency) and mention.id:
            reference = f"gazetteer:{mention.id}"
        if reference and not re.search(r"\s", reference):
            name = _BREAK.sub(" ", mention.name)  # type: ignore[union-attr]
            yield f"N{next(count)}\tReference {mark.key} {reference}\t{name}"


def _json(note: dict[str, Any]) -> str:
    """One line of JSON; what ends a line for brat is escaped."""
    line = json.dumps(note, ensure_ascii=False)
    return _BREAK.sub(lambda found: "".join(f"\\u{ord(one):04x}" for one in found.group()), line)


def _annotation_conf() -> str:
    choices: dict[str, tuple[tuple[str, ...], list[str]]] = {}
    for label in SCHEME:
        for attribute in attributes(label):
            if attribute.form in ("choice", "flag"):
                name = attribute_name(label, attribute)
                choices.setdefault(name, (attribute.values, []))[1].append(label)
    lines = ["[entities]", *SCHEME, MEASURE, "", "[relations]"]
    numbers = "quantity|percentage"
    lines += [f"{name}\tArg1:{numbers}, Arg2:{'|'.join(to)}" for name, to in LINKS.items()]
    # A measure may hold the mentions that say which one it is.
    types = "|".join(SCHEME)
    lines += [f"<OVERLAP>\tArg1:{MEASURE}, Arg2:{types}|{MEASURE}, <OVL-TYPE>:<ANY>"]
    lines += ["", "[events]", "", "[attributes]"]
    for name, (values, labels) in choices.items():
        given = f", Value:{'|'.join(values)}" if values else ""
        lines.append(f"{name}\tArg:{'|'.join(labels)}{given}")
    return "\n".join(lines) + "\n"


def _visual_conf() -> str:
    lines = ["[labels]", *(f"{name} | {name}" for name in COLOURS), "", "[drawing]"]
    lines += ["SPAN_DEFAULT\tfgColor:black, bgColor:#e0e0e0, borderColor:darken"]
    lines += [f"{name}\tbgColor:{colour}" for name, colour in COLOURS.items()]
    return "\n".join(lines) + "\n"
