"""One date expression as a rule matched it, before it becomes a span."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from extract.document import Document


class Point(msgspec.Struct):
    """Tokens ``[start, end)`` of ``Tokens`` with what the rule's groups hold.

    ``reads`` names the normaliser's reader. ``trim`` is the number of characters of the first token
    that stand before the mention (``post-`` in ``post-2025``). ``values`` of ``July 12`` are
    ``{"month": 7, "day": "12"}``.
    """

    start: int
    end: int
    rule: str
    reads: str
    values: dict[str, Any]
    trim: int = 0


class Tokens:
    """The tokens of a document without double blanks, and the date class of each.

    All indexes count these tokens; ``classes`` has one character for each.
    """

    __slots__ = ("_all", "_document", "_double_blank", "_keep", "classes")

    def __init__(self, document: Document, classes: str, double_blank: str) -> None:
        """Leave out the tokens whose class is ``double_blank``."""
        self._document = document
        self._all = classes
        self._double_blank = double_blank
        self._keep: list[int] | None = None
        self.classes = classes.replace(double_blank, "")

    def _kept(self) -> list[int] | None:
        """For each token its index in the document, listed when first asked for; None if equal."""
        if self._keep is None and len(self._all) > len(self.classes):
            blank = self._double_blank
            self._keep = [at for at, letter in enumerate(self._all) if letter != blank]
        return self._keep

    def _index(self, index: int) -> int:
        kept = self._kept()
        return index if kept is None else kept[index]

    def start(self, index: int) -> int:
        """The offset of the first character of a token."""
        return self._document.starts[self._index(index)]

    def end(self, index: int) -> int:
        """The offset behind the last character of a token."""
        return self._document.ends[self._index(index)]

    def norms(self, start: int, end: int) -> list[str]:
        """The folded words ``[start, end)``."""
        kept = self._kept()
        if kept is None:
            return list(self._document.norms[start:end])
        return [self._document.norms[at] for at in kept[start:end]]

    def at(self, offset: int) -> int:
        """The index of the token that holds the character at ``offset``."""
        token = self._document.token_at(offset)
        kept = self._kept()
        return token if kept is None else max(bisect_right(kept, token) - 1, 0)

    def norm(self, index: int) -> str:
        """The folded word at ``index``; empty beyond the text and at a line break."""
        return self._look(self._document.norms, index)

    def word(self, index: int) -> str:
        """The word at ``index`` as written; empty beyond the text and at a line break."""
        return self._look(self._document.words, index)

    def _look(self, words: Sequence[str], index: int) -> str:
        if not 0 <= index < len(self.classes):
            return ""
        word = words[self._index(index)]
        return "" if word[0] in "\r\n" else word

    def before(self, index: int) -> str:
        """The folded word before ``index``, articles left out: ``in`` for ``in the | 1990s``."""
        word = self.norm(index - 1)
        return self.norm(index - 2) if word in ("the", "a", "year", "its") else word


_YEAR_GROUPS = (
    "year",
    "iso",
    "slash",
    "slashes",
    "slash_month",
    "month_year",
    "year2",
    "code",
    "years",
    "edge_year",
    "day_year",
    "name_year",
    "glued",
)
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def year_of(values: Mapping[str, Any]) -> int | None:
    """The four-digit year that a point states itself, a range's last, or None.

    >>> year_of({"month": 7, "year": "2024"}), year_of({"slash": "12/7/2023"}), year_of({})
    (2024, 2023, None)
    """
    for name in _YEAR_GROUPS:
        text = values.get(name)
        if isinstance(text, str):
            found = _YEAR.findall(text)
            if found:
                return int(found[-1])
    return None
