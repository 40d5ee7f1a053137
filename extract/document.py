"""The token table of one article: what every finder reads."""

import datetime
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.patterns import Row
from extract.records import ReferenceFrom
from extract.sentences import split_sentences

# A token's kind, one character, so that a grammar can be a regular expression over
# `Document.kinds`.
CAPITALISED = "A"  # Hanoi, McDonald, Đà
UPPER = "U"  # VAST, EU, A
LOWER = "a"  # committee
NUMBER = "0"  # any token with a digit in it: 2,398 5G 41/53
SPACE = " "  # white space of more than one blank
BREAK = "\n"  # white space with a line break
DASH = "-"
APOSTROPHE_S = "'"  # 's ’s and a lone apostrophe
QUOTE = '"'
OTHER = "?"  # everything else; the marks of SELF stand for themselves
SELF = frozenset(",.;:()/&!%")


class Hit(NamedTuple):
    """A lexicon entry in the text: tokens ``[start, end)`` and its row(s)."""

    start: int
    end: int
    rows: tuple[Row, ...]


class Document:
    """The tokens, lexicon hits and sentences of one article."""

    __slots__ = (
        "_sentence_starts",
        "countries",
        "country",
        "ends",
        "hits",
        "kinds",
        "letters",
        "norms",
        "reference",
        "reference_from",
        "sentences",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        words: Sequence[str],
        norms: Sequence[str],
        kinds: str,
        starts: Sequence[int],
        ends: Sequence[int],
        hits: dict[str, list[Hit]],
        letters: Mapping[str, str],
    ) -> None:
        self.text = text
        self.words = words
        self.norms = norms
        self.kinds = kinds
        self.starts = starts
        self.ends = ends
        self.hits = hits
        self.letters = letters  # grammar → class string, see extract.letters
        self.sentences = split_sentences(text)
        self._sentence_starts = [start for start, _ in self.sentences]
        self.reference: datetime.date | None = None
        self.reference_from: ReferenceFrom | None = None
        self.country: str | None = None
        self.countries: frozenset[str] = frozenset()

    def token_at(self, offset: int) -> int:
        """The index of the token that holds the character at ``offset``, or the last before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The ``(start, end)`` characters of the sentence around ``offset``."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def hits_of(self, label: str) -> list[Hit]:
        """The hits of lexicon ``label``, by start; overlapping ones included."""
        return self.hits.get(label, [])
