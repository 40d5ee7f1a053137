"""Acronyms of bodies: in brackets behind the full name, alone, and known ones from the lexicon."""

import re
from collections.abc import Iterable, Mapping, Sequence

from extract.document import Document
from extract.patterns import Row
from extract.span import Span

_ACRONYM = re.compile(r"(?=(?:.{0,9}[A-ZĐ]){2})[A-Za-zĐ&.]{2,10}$")


def in_brackets(document: Document, bodies: Iterable[Span], never: frozenset[str]) -> list[Span]:
    """The acronyms in brackets right behind ``bodies``, but those in ``never``.

    "Marlow Water Authority (MWA)" gives MWA with ``parts["full"]`` the span of the authority.
    """
    found = []
    words, kinds = document.words, document.kinds
    for body in bodies:
        end = body.parts["tokens"][1]
        if end + 2 >= len(words) or kinds[end] != "(":
            continue
        inner, close = end + 1, end + 2
        if words[inner] in "\"“”'" and close + 1 < len(words):
            inner, close = inner + 1, close + 2
        word = words[inner]
        if close >= len(words) or words[close][0] not in '),;"”' or word in never:
            continue
        if kinds[inner] not in "AU" or not _ACRONYM.match(word):
            continue
        found.append(_span(document, inner, "acronym-in-brackets", body))
    return found


def alone(document: Document, defined: Mapping[str, Span], taken: frozenset[int]) -> list[Span]:
    """Every further use of the acronyms ``defined`` in the document."""
    if not defined:
        return []
    return [
        _span(document, i, "acronym", defined[word])
        for i, word in enumerate(document.words)
        if word in defined and document.starts[i] not in taken
    ]


def _span(document: Document, token: int, rule: str, body: Span) -> Span:
    return Span(
        start=document.starts[token],
        end=document.ends[token],
        type="agency",
        rule=rule,
        parts={"full": body, "tokens": (token, token + 1)},
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
