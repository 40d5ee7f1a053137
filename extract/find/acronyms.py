"""Acronyms of bodies: in brackets behind the full name, alone, and known ones from the lexicon."""

import itertools
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from operator import attrgetter

from extract.document import Document
from extract.patterns import Row
from extract.span import Span

_ACRONYM = re.compile(r"(?=(?:.{0,9}[A-ZĐ]){2})[A-Za-zĐ&.]{2,10}$|[A-Z]{1,3}\d\d$")  # C06
_MANY = re.compile(r"[A-Z]{2,9}s$")  # MPs
_IN_BRACKETS = re.compile(r"""\("?(?:(?P<many>U(?:-?U){1,2})(?=\))|(?P<one>[AU0])(?=[),;"]))""")
_UPPER = re.compile("U")
_KNOWN = re.compile("Q")
_CAPITALS = re.compile("(?:[A-Z][A-Z'&-]*)$")
_MIN_INITIALS = 3
_POSTS = (["Minister"], ["Ministers"])
_LOWER = ("ministry", "department")


def in_brackets(
    document: Document, bodies: Iterable[Span], never: frozenset[str]
) -> tuple[dict[str, Span], list[Span]]:
    """The bodies by their acronyms in brackets, but those in ``never``, and the mentions there.

    "Marlow Water Authority (MWA)" gives MWA with ``parts["full"]`` the span of the authority.
    """
    found: dict[int, Span] = {}
    defined: dict[str, Span] = {}
    for body in sorted(bodies, key=attrgetter("start")):  # of two that end here the longer
        match = _IN_BRACKETS.match(document.kinds, body.parts["tokens"][1])
        if match is None:
            continue
        first, stop = match.span("many" if match["many"] else "one")
        text = document.text[document.starts[first] : document.ends[stop - 1]]
        if text in never or not _ACRONYM.match(document.words[first]) or _MANY.match(text):
            continue
        defined.setdefault(text, body)
        found.setdefault(first, _span(document, first, stop, "acronym-in-brackets", body))
    return defined, list(found.values())


def by_initials(
    document: Document, bodies: Iterable[Span], defined: dict[str, Span], never: frozenset[str]
) -> None:
    """Adds to ``defined`` the words of ``document`` that are the initials of one of ``bodies``.

    In "The Economic Coordination Committee met. The ECC agreed." that is ECC.
    """
    upper = {document.words[match.start()] for match in _UPPER.finditer(document.kinds)}
    upper = {word for word in upper if len(word) >= _MIN_INITIALS}.difference(defined, never)
    names: dict[str, str] = {}
    fitting: dict[str, Span] = {}
    for body in bodies if upper else ():
        start, end = body.parts["tokens"]
        if end - start < _MIN_INITIALS:
            continue
        words = document.text[body.start : body.end].split()
        front = [word[0] for word in itertools.takewhile(str.istitle, words)]
        for letters in {"".join([w[0] for w in words if w[0].isupper()]), "".join(front)} & upper:
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

    def find(self, document: Document, classes: str, defined: Container[str]) -> list[Span]:
        """The known acronyms in ``document``, but those that it defines itself."""
        found = []
        others: dict[str, bool] = {}
        for match in _KNOWN.finditer(classes):
            at = match.start()
            word = document.words[at]
            row = self.row(word, document.country)
            if row is None or word in defined or _shouted(document.kinds, at):
                continue
            if word not in others:
                others[word] = _is_anothers(document, classes, word)
            if not others[word]:
                parts = {"tokens": (at, at + 1), "rows": (row,), "acronym": True}
                found.append(
                    Span(
                        start=document.starts[at],
                        end=document.ends[at],
                        type="agency",
                        rule="known-acronym",
                        parts=parts,
                    )
                )
        return found


def _is_anothers(document: Document, classes: str, word: str) -> bool:
    """Whether the document introduces the acronym for what is no body: `Excess Crude Account
    (ECA)`.
    """
    at = document.text.find(f"({word})")
    if at < 0:
        return False
    bracket = document.token_at(at)
    before = _CAPITALS.search(classes, max(bracket - 8, 0), bracket)
    return before is not None and not set("HCRBGK").intersection(before.group())


def _shouted(kinds: str, at: int) -> bool:
    """Whether the word stands among upper-case words: a shouted headline, where WHO may be who."""
    return kinds[at - 1 : at] == "U" and kinds[at + 1 : at + 2] == "U"
