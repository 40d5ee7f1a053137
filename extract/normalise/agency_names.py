"""The name and kind of a body as it stands, before linking."""

import functools
import re
from collections.abc import Sequence

from extract.body_words import BodyWords
from extract.document import Document
from extract.patterns import Row
from extract.span import Span

_OWN = re.compile(r"^Ministry [^'’]{1,80}['’]s (?=[A-Z])")
_SPACES = re.compile(r"\s+")


class ReadAgency:
    """Reads agencies; knows the kinds of bodies."""

    def __init__(self, words: BodyWords) -> None:
        self._kind_of = functools.lru_cache(maxsize=20_000)(words.kind_of)

    def __call__(self, span: Span, document: Document) -> None:
        """Fill name, kind, id.

        The span "provincial Party Committee" gets the name "Provincial Party Committee" and the
        kind "party".
        """
        text = document.text[span.start : span.end]
        row = fitting_row(span.parts.get("rows", ()), document.country)
        name = tidy(span.parts.get("name") or text)
        if row is not None and not row["id"] and span.parts.get("acronym"):
            name = row["name"]  # an acronym of a whole class of bodies: the place says which
        span.attributes = {
            "name": name,
            "kind": row["kind"] if row else self._kind_of(_own(name), _head_word(span, document)),
            "id": (row["id"] or None) if row else None,
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


def _head_word(span: Span, document: Document) -> str | None:
    if "head" in span.parts:
        return str(document.words[span.parts["head"]]).capitalize()
    word = span.parts.get("head_word")
    return word if isinstance(word, str) else None
