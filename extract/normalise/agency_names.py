"""The name and kind of a body as it stands, before linking."""

import functools
import re
from collections.abc import Mapping, Sequence

from extract import patterns
from extract.document import Document
from extract.fold import fold
from extract.patterns import Row
from extract.span import Span

_OWN = re.compile(r"^Ministry [^'’]{1,80}['’]s (?=[A-Z])")
_SPACES = re.compile(r"\s+")


def read_agency(span: Span, document: Document) -> None:
    """Fill name, kind, id.

    The span "provincial Party Committee" gets the name "Provincial Party Committee" and the kind
    "party".
    """
    text = document.text[span.start : span.end]
    row = fitting_row(span.parts.get("rows", ()), document.country)
    name = tidy(span.parts.get("name") or text)
    if row is not None and not row["id"] and span.parts.get("acronym"):
        name = row["name"]  # an acronym of a whole class of bodies, of which the place says which
    kind = row["kind"] if row is not None else kind_of(_own(name), _head_word(span, document))
    span.attributes = {
        "name": name,
        "kind": kind,
        "id": (row["id"] or None) if row is not None else None,
    }


def _own(name: str) -> str:
    """What follows the ministry that a body belongs to.

    >>> _own("Ministry of Finance's Department of Tax Policy"), _own("Party Committee")
    ('Department of Tax Policy', 'Party Committee')
    """
    return _OWN.sub("", name) if name.startswith("Ministry") else name


def tidy(text: str) -> str:
    """``text`` with single blanks and a capital first letter.

    >>> tidy("provincial  Party Committee")
    'Provincial Party Committee'
    """
    if "  " in text or "\n" in text or "\t" in text or "\xa0" in text:
        text = _SPACES.sub(" ", text)
    return text[:1].upper() + text[1:]


def fitting_row(rows: Sequence[Row], country: str | None) -> Row | None:
    """The one row of the article's own country, else the one international row."""
    for wanted in (country, ""):
        fitting = [row for row in rows if row["country"] == wanted]
        if len(fitting) == 1:
            return fitting[0]
    return None


@functools.lru_cache(maxsize=20_000)
def kind_of(name: str, head: str | None) -> str:
    """The kind of a body by its name, else by its head noun.

    >>> kind_of("Provincial People's Committee", "Committee"), kind_of("Court of Audit", "Court")
    ('government', 'court')
    """
    folded = fold(name)
    phrases, heads = _kinds()
    for phrase, kind in phrases.items():
        if folded.startswith(phrase[1:]) if phrase[0] == "^" else phrase in folded:
            return kind
    if head is not None and head in heads:
        return heads[head]
    for word in name.split():
        if word in heads:
            return heads[word]
    return "other"


def _head_word(span: Span, document: Document) -> str | None:
    if "head" in span.parts:
        return str(document.words[span.parts["head"]]).capitalize()
    word = span.parts.get("head_word")
    return word if isinstance(word, str) else None


@functools.cache
def _kinds() -> tuple[Mapping[str, str], Mapping[str, str]]:
    table = patterns.load().table("agencies")
    heads = {
        word: kind
        for kind, by_letter in table["heads"].items()
        for words in by_letter.values()
        for word in words
    }
    return table["kinds"], heads
