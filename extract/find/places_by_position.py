"""Places that no gazetteer knows, told by where their names stand: datelines, ``in Kollegal``."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.fold import fold
from extract.patterns import Patterns
from extract.span import Span

# Letters of patterns/officials.toml: A and U are capitalised words that are neither names of people
# nor common words, nor words of titles and bodies.
_BEFORE_DATE = re.compile(r"(?:^|\n)(U{1,3}),")
_SHOUTED = re.compile(r"(?:^|\n)(U{1,3})(?=(?:\([AUNXC.]{1,5}\))?[-:])")
_OPENS = re.compile(r"\s*(A{1,2})(?=(?:\([AUNXC.]{1,5}\))?[-:](?:\"|d?[A-Z]))")
_AFTER_IN = re.compile(r"(?<![A-Z'\"-])A{1,2}(?![A-Z\"-])")
# The rest of a list that `and` closes: in Gampola, Ruwanwella and Mankulam.
_LIST = re.compile(r"(?:,A{1,2}){0,20},?\+A{1,2}(?![A-Z'\"-])")
_NAME = re.compile("A{1,2}")
_SHORTEST = 4  # letters; shorter words are codes and abbreviations


class PlacesByPosition:
    """Finder of places by position."""

    def __init__(self, patterns: Patterns) -> None:
        words = patterns.table("localities")
        languages = {fold(row["term"]) for row in patterns.lexicon("words/languages")}
        demonyms = (t for row in patterns.lexicon("demonyms") for t in row["term"].split("|"))
        self._no_places = languages | {fold(term.strip()) for term in demonyms}
        self._not_before = frozenset(words["not_before_in"])
        self._not_behind = frozenset(words["not_behind_in"])

    def find(self, document: Document, taken: set[int]) -> list[Span]:
        """Candidate spans of places; none over the tokens ``taken``."""
        found = [*self._datelines(document), *self._after_in(document)]
        return [
            _span(document, start, end, rule)
            for start, end, rule in found
            if taken.isdisjoint(range(start, end))
        ]

    def _datelines(self, document: Document) -> Iterator[tuple[int, int, str]]:
        """``KOTA BARU, Nov 4 -``, ``QUETTA (APP) -``; in mixed case only where the text opens."""
        letters = document.letters["names"]
        months = {hit.start for hit in document.hits_of("months")}
        for match in _BEFORE_DATE.finditer(document.kinds) if months else ():
            if match.end() in months:
                yield *match.span(1), "dateline"
        for match in _SHOUTED.finditer(letters):
            yield *match.span(1), "dateline"
        opening = _OPENS.match(letters)
        if opening is not None and self._is_long(document, opening.start(1)):
            yield *opening.span(1), "dateline"

    def _after_in(self, document: Document) -> Iterator[tuple[int, int, str]]:
        norms, letters = document.norms, document.letters["names"]
        for match in _AFTER_IN.finditer(letters):
            start, end = match.span()
            if start == 0 or norms[start - 1] != "in" or not self._is_place(document, start, end):
                continue
            if start > 1 and norms[start - 2] in self._not_before:
                continue
            yield start, end, "after-in"
            more = _LIST.match(letters, end)
            for name in _NAME.finditer(letters, end, more.end()) if more else ():
                if self._is_place(document, *name.span()):
                    yield *name.span(), "after-in"

    def _is_place(self, document: Document, start: int, end: int) -> bool:
        norms = document.norms
        return (
            self._no_places.isdisjoint(norms[start:end])
            and norms[end : end + 1] != ["'s"]
            and not self._not_behind.intersection(norms[end : end + 1])
            and self._is_long(document, start)
        )

    def _is_long(self, document: Document, token: int) -> bool:
        return len(document.words[token]) >= _SHORTEST


def _span(document: Document, start: int, end: int, rule: str) -> Span:
    return Span(
        start=document.starts[start],
        end=document.ends[end - 1],
        type="locality",
        rule=rule,
        parts={"row": None, "class": "city"},
    )
