"""Acronyms of bodies: in brackets behind the full name, alone, and known ones from the lexicon."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from extract.document import Document
from extract.patterns import Row
from extract.span import Span

_ACRONYM = re.compile(r"(?=(?:.{0,9}[A-ZĐ]){2})[A-Za-zĐ&.]{2,10}$")
_MANY = re.compile(r"[A-Z]{2,9}s$")  # MPs
_IN_BRACKETS = re.compile(r"""\("?(?:(?P<many>U(?:-?U){1,2})(?=\))|(?P<one>[AU])(?=[),;"]))""")
_MIN_INITIALS = 3
_POSTS = (["Minister"], ["Ministers"])
_LOWER = ("ministry", "department")


def in_brackets(
    document: Document, bodies: Iterable[Span], never: frozenset[str]
) -> tuple[dict[str, Span], list[Span]]:
    """The bodies by their acronyms in brackets, but those in ``never``, and the mentions there.

    "Marlow Water Authority (MWA)" gives MWA with ``parts["full"]`` the span of the authority.
    """
    found = []
    defined: dict[str, Span] = {}
    for body in bodies:
        match = _IN_BRACKETS.match(document.kinds, body.parts["tokens"][1])
        if match is None:
            continue
        first, stop = match.span("many" if match["many"] else "one")
        text = document.text[document.starts[first] : document.ends[stop - 1]]
        if text in never or not _ACRONYM.match(document.words[first]) or _MANY.match(text):
            continue
        defined.setdefault(text, body)
        found.append(_span(document, first, stop, "acronym-in-brackets", body))
    return defined, found


def by_initials(
    document: Document, bodies: Iterable[Span], defined: dict[str, Span], never: frozenset[str]
) -> None:
    """Adds to ``defined`` the words of ``document`` that are the initials of one of ``bodies``.

    In "The Economic Coordination Committee met. The ECC agreed." that is ECC.
    """
    if "U" not in document.kinds:
        return
    upper = {word for word in document.words if word.isupper()}.difference(defined, never)
    names: dict[str, str] = {}
    fitting: dict[str, Span] = {}
    for body in bodies if upper else ():
        start, end = body.parts["tokens"]
        if end - start < _MIN_INITIALS:
            continue
        letters = "".join(
            [document.words[i][0] for i in range(start, end) if document.kinds[i] == "A"]
        )
        if letters in upper and len(letters) >= _MIN_INITIALS:
            name = " ".join(document.norms[start:end])
            if names.setdefault(letters, name) == name:
                fitting.setdefault(letters, body)
            else:
                fitting.pop(letters, None)
    defined.update(fitting)


def alone(document: Document, defined: Mapping[str, Span], taken: Container[int]) -> list[Span]:
    """Every further use of the acronyms ``defined`` in the document."""
    found = []
    for text, body in defined.items():
        at = document.text.find(text)
        while at >= 0:
            stop = at + len(text)
            first, last = document.token_at(at), document.token_at(stop - 1)
            if (
                document.starts[first] == at
                and document.ends[last] == stop
                and at not in taken
                and (after := document.words[last + 1 : last + 2]) not in _POSTS
            ):
                if after and after[0] in _LOWER and after[0] in _norms(document, body):
                    last += 1  # PUPR ministry
                found.append(_span(document, first, last + 1, "acronym", body))
            at = document.text.find(text, stop)
    return found


def _norms(document: Document, body: Span) -> Sequence[str]:
    start, end = body.parts["tokens"]
    return document.norms[start:end]


def _span(document: Document, first: int, stop: int, rule: str, body: Span) -> Span:
    return Span(
        start=document.starts[first],
        end=document.ends[stop - 1],
        type="agency",
        rule=rule,
        parts={"full": body, "tokens": (first, stop)},
    )


class KnownAcronyms:
    """The acronyms of ``agencies.csv``; one is read in the documents of its country, or anywhere
    if international.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        """Index the rows by acronym."""
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            for acronym in filter(None, row["acronym"].split("|")):
                self._rows.setdefault(acronym.strip(), []).append(row)

    def words(self) -> tuple[str, ...]:
        """All of them, for the class string."""
        return tuple(self._rows)

    def row(self, word: str, country: str | None) -> Row | None:
        """The one row that ``word`` stands for in a document of ``country``, else None."""
        rows = self._rows.get(word, ())
        at_home = [row for row in rows if country and row["country"] == country]
        fitting = at_home or [row for row in rows if not row["country"]]
        return fitting[0] if len(fitting) == 1 else None
