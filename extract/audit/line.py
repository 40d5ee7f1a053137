"""A sentence with its numbers and dates as one letter each: what the rules of the audit read.

``Q`` is a quantity, ``P`` a percentage, ``M`` a multiple, ``K`` a rank, ``D`` a date; all other
words are in lower case, approximators before a number left out.
"""

import re
from collections.abc import Mapping

from extract.document import Document
from extract.records import Fact
from extract.span import Span

_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_APPROXIMATORS = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|more than|less than"
    r"|under|just|only|some|an estimated|estimated|well|exactly|as much as|as many as"
    r"|close to) )+\Z"
)
# Their last words: most words before a number are none of these.
_LAST = frozenset(
    ("about", "around", "approximately", "approx", "approx.", "roughly", "nearly", "almost", "over")
) | frozenset(("than", "under", "just", "only", "some", "estimated", "well", "exactly", "as", "to"))
PERIOD = "S"  # beside the letter of a date that has two ends
_LETTERS = {"times": "M", "rank": "K"}


class Line:
    """The sentence ``[start, end)`` with its numbers and dates; ``text`` is its pattern."""

    __slots__ = ("_facts", "doc_id", "document", "end", "spans", "start", "text", "where")

    def __init__(
        self, document: Document, doc_id: str, start: int, end: int, spans: list[Span]
    ) -> None:
        self.document, self.doc_id = document, doc_id
        self.start, self.end, self.spans = start, end, spans
        self.text = ""
        self.where: dict[int, int] = {}  # from a place in the pattern to the number there
        self._facts: Mapping[int, Fact] = {}

    def read(self, facts: Mapping[int, Fact]) -> str:
        """Make the pattern; ``facts`` are those of the article, by start."""
        self._facts = facts
        text = self.document.text
        pieces: list[str] = []
        size, past = 0, self.start
        for index, span in enumerate(self.spans):
            gap = text[past : span.start]
            if gap != " " and gap:
                gap = _BLANKS.sub(" ", gap.lower())
                if gap[:-1].rpartition(" ")[2] in _LAST:
                    gap = _APPROXIMATORS.sub("", gap)
            pieces += (gap, letter(span))
            size += len(gap)
            self.where[size] = index
            size += 1
            past = span.end
        pieces.append(_BLANKS.sub(" ", text[past : self.end].lower()))
        self.text = "".join(pieces)
        return self.text

    @staticmethod
    def place(match: re.Match[str], group: str) -> int:
        """Where a group of a rule's pattern has matched, or its second or third one; else -1."""
        groups = match.re.groupindex
        for name in (group, f"{group}2", f"{group}3"):
            at = match.start(name) if name in groups else -1
            if at >= 0:
                return at
        return -1

    def span(self, match: re.Match[str], group: str) -> Span | None:
        """The number or date that a group of a rule's pattern has matched."""
        at = self.place(match, group)
        return self.spans[self.where[at]] if at >= 0 else None

    def at(self, start: int | None) -> Span | None:
        """The number or date that starts at character ``start``."""
        for span in self.spans:
            if span.start == start:
                return span
        return None

    def fact(self, span: Span) -> Fact | None:
        """What is known of a number."""
        return self._facts.get(span.start)


def letter(span: Span) -> str:
    """The letter of a number or date."""
    if span.type == "date":
        return "D"
    if span.type == "percentage":
        return "P"
    return _LETTERS.get(span.attributes["unit"], "Q")
