"""One date expression as a rule matched it, before it becomes a span."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import msgspec

from extract.document import Document


class Point(msgspec.Struct):
    """Tokens ``[start, end)`` of ``Tokens`` with what the rule's groups hold.

    ``reads`` names the normaliser's reader. ``trim`` is the number of characters of the first token
    that stand before the mention (``post-`` in ``post-2025``), ``trim_end`` that of the last token
    behind it (``T10:30`` in ``2025-07-12T10:30``). ``values`` of ``July 12`` are
    ``{"month": 7, "day": "12"}``.
    """

    start: int
    end: int
    rule: str
    reads: str
    values: dict[str, Any]
    trim: int = 0
    trim_end: int = 0


class Tokens:
    """The tokens of a document without double blanks, and the date class of each.

    All indexes count these tokens; ``classes`` has one character for each.
    """

    __slots__ = ("_blanks", "_count", "_document", "_norms", "classes")

    def __init__(self, document: Document, classes: str, double_blank: str) -> None:
        """Leave out the tokens whose class is ``double_blank``."""
        self._document = document
        self._norms = document.norms
        self._blanks: list[int] = []  # for each token left out, how many kept ones stand before it
        self.classes = classes
        if double_blank in classes:
            self.classes = classes.replace(double_blank, "")
            at = classes.find(double_blank)
            while at >= 0:
                self._blanks.append(at - len(self._blanks))
                at = classes.find(double_blank, at + 1)
        self._count = len(self.classes)

    def _index(self, index: int) -> int:
        return index + bisect_right(self._blanks, index) if self._blanks else index

    def start(self, index: int) -> int:
        """The offset of the first character of a token."""
        return self._document.starts[self._index(index)]

    def end(self, index: int) -> int:
        """The offset behind the last character of a token."""
        return self._document.ends[self._index(index)]

    def norms(self, start: int, end: int) -> list[str]:
        """The folded words ``[start, end)``."""
        if not self._blanks:
            return list(self._norms[start:end])
        return [self._norms[self._index(at)] for at in range(start, end)]

    def at(self, offset: int) -> int:
        """The index of the token that holds the character at ``offset``."""
        token = self._document.token_at(offset)
        if not self._blanks:
            return token
        numbers = range(len(self._blanks))
        left_out = bisect_right(numbers, token, key=lambda number: self._blanks[number] + number)
        return max(token - left_out, 0)

    def norm(self, index: int) -> str:
        """The folded word at ``index``; empty beyond the text and at a line break."""
        if not 0 <= index < self._count:
            return ""
        norm = self._norms[self._index(index) if self._blanks else index]
        return "" if norm[0] in "\r\n" else norm

    def word(self, index: int) -> str:
        """The word at ``index`` as written; empty beyond the text and at a line break."""
        if not 0 <= index < self._count:
            return ""
        word = self._document.words[self._index(index)]
        return "" if word[0] in "\r\n" else word

    def before(self, index: int) -> str:
        """The folded word before ``index``, articles left out: ``in`` for ``in the | 1990s``."""
        word = self.norm(index - 1)
        return self.norm(index - 2) if word in ("the", "a", "year", "its") else word


_YEAR_GROUPS = frozenset(
    [
        *("year", "year_first", "iso", "slash", "slashes", "slash_short", "slash_month"),
        *("month_year", "year2", "code", "years", "edge_year", "day_year", "name_year", "glued"),
    ]
)
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def year_of(values: Mapping[str, Any]) -> int | None:
    """The four-digit year that a point states itself, a range's last, or None.

    >>> year_of({"month": 7, "year": "2024"}), year_of({"slash": "12/7/2023"}), year_of({})
    (2024, 2023, None)
    """
    for name, text in values.items():
        if name in _YEAR_GROUPS and isinstance(text, str):
            found = _YEAR.findall(text)
            if found:
                return int(found[-1])
    return None
