"""One document as the grammar of titles sees it: letters, places, bodies."""

from bisect import bisect_left

from extract.document import Document
from extract.span import Span

_PLACES = ("places", "places_more", "demonyms")
_PREFIX_WORDS = 10  # words of a body's name before a post
_BODY = frozenset("KTCANVXUJM+o")


class Text:
    """One document as the title grammar sees it: its letters, places and bodies."""

    def __init__(self, document: Document, letters: str, agencies: list[Span]) -> None:
        self.document = document
        self.letters = letters
        self.starts, self.ends = document.starts, document.ends
        bodies = [span for span in agencies if span.type == "agency"]
        self._agencies = sorted(span.start for span in bodies)
        self._body_starts = {span.end: span.start for span in bodies}
        self._body_ends = {span.start: span.end for span in bodies}
        kinds = document.kinds
        hits = [
            (hit.start, hit.end)
            for label in _PLACES
            for hit in document.hits_of(label)
            if kinds[hit.start] in "AU"
        ]
        self.place_ends = {end for _, end in hits}
        self.place_at = dict(sorted(hits))  # of two places at one token the longer

    def glued(self, token: int) -> bool:
        """Whether the token stands without a blank on either side, as a hyphen does."""
        starts, ends = self.starts, self.ends
        return ends[token - 1] == starts[token] and (
            token + 1 < len(starts) and ends[token] == starts[token + 1]
        )

    def glued_before(self, token: int) -> bool:
        """Whether no blank stands before the token."""
        return self.ends[token - 1] == self.starts[token]

    def is_place(self, start: int, end: int) -> bool:
        """Whether the tokens are exactly, or begin and end with, known places."""
        return self.place_at.get(start, 0) >= end

    def in_place(self, token: int, first: int) -> bool:
        """Whether a place that begins at ``first`` or later goes on at ``token``."""
        return any(
            self.place_at.get(start, 0) > token for start in range(max(first, token - 4), token)
        )

    def has_agency(self, start: int, end: int) -> bool:
        """Whether a body's name begins among the tokens."""
        at = bisect_left(self._agencies, self.starts[start])
        return at < len(self._agencies) and self._agencies[at] < self.ends[end - 1]

    def is_body_at(self, token: int) -> bool:
        """Whether a body's name begins with the token."""
        return token < len(self.starts) and self.starts[token] in self._body_ends

    def body_goes_on(self, first: int, end: int) -> int:
        """Where the body ends that begins among the tokens and goes on at ``end``.

        ``Working Group | implementing Project 12``, ``| of the Lang Son provincial Police``;
        ``end`` itself where no body does. One that goes on in capitals must end with a word of
        bodies, else a name that follows might be taken in.
        """
        if end >= len(self.letters):
            return end
        after = end
        while self.letters[after : after + 1] in ("o", "d"):
            after += 1
        for token in (*range(first, end), *([after] if end < after < len(self.starts) else [])):
            stop = self._body_ends.get(self.starts[token], 0)
            if stop > self.ends[end - 1]:
                last = self.document.token_at(stop - 1)
                if self.letters[end].islower() or self.letters[last] in "KT":
                    return last + 1
        return end

    def body_before(self, token: int) -> int | None:
        """Where a body's name begins that ends before the token, a short form in brackets between.

        At ``Secretary`` in ``Department of Finance (DOF) Secretary`` it is ``Department``.
        """
        if token == 0:
            return None
        letters = self.letters
        bracketed = (
            letters[token - 1] == ")"
            and letters[token - 3 : token - 2] == "("
            and letters[token - 2] in "UANX"
        )
        if bracketed:
            token -= 3
        start = self._body_starts.get(self.ends[token - 1])
        if start is not None:
            return self.document.token_at(start)
        if not bracketed:
            return None
        at = token
        while (
            at > 0
            and token - at < _PREFIX_WORDS
            and (letters[at - 1] in _BODY or (letters[at - 1] == "a" and letters[at - 2] == "A"))
        ):
            at -= 1
        while at < token and letters[at] in "+oa":
            at += 1
        return at if at < token else None

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens with single blanks."""
        return " ".join(self.document.text[self.starts[start] : self.ends[end - 1]].split())

    def cut_at_dash(self, start: int, end: int) -> int:
        """Where the first dash that is no hyphen stands in the tokens, else their end."""
        at = self.letters.find("-", start, end)
        while at >= 0:
            if not self.glued(at):
                return at
            at = self.letters.find("-", at + 1, end)
        return end
