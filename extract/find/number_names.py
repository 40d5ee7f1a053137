"""Digits that count nothing: names, codes, years, days, clock times, list markers."""

import re

from extract.find.digits import Atom
from extract.find.noun_phrases import NounPhrases
from extract.patterns import Patterns

_MARKS = frozenset(".)/-")
_BULLETS = frozenset(("", "•", "*", "-", "–"))
# A rank's own label: rank number 12, ranks No. 3.
RANK_LABELS = frozenset(("number", "no.", "no"))
_RANK_LABEL = re.compile(
    r"\b[Rr]ank(?:ed|s|ing)?(?: (?:at|as|the|its)){0,2} [Nn](?:umber|o\.?) ?\Z"
)
_OPENING = "([\"'“‘–—-"
_MARKER = re.compile(r"(?:\.[0-9]{1,2})*[.)](?=\s)")
_CODE_AFTER = re.compile(r"/[0-9]{4}(?![0-9])|/?[A-ZĐ]{2,}|[-/][A-ZĐ]|-[0-9]{3,}-")


class NumberNames:
    """Tells numbers that are no quantities, by the words around them."""

    def __init__(self, patterns: Patterns, nouns: NounPhrases) -> None:
        """Take the words that names are known by from ``patterns``."""
        words = patterns.table("numbers")["words"]
        self._nouns = nouns
        self._before = frozenset(words["names_before"].split())
        self._weak = frozenset(words["names_weak"].split())
        self._months = frozenset(words["months"].split())
        self._clock = frozenset(words["clock"].split())
        self._stop = frozenset(words["stop"].split())
        self._not_names = frozenset(words["before_counts"].split())
        self._before_count = frozenset(words["before_year_like_counts"].split())
        self._before_year = frozenset(words["before_years"].split())

    def is_name(self, text: str, atom: Atom, word: str) -> bool:
        """Whether bare digits are (part of) a name, a year, a day or a marker.

        ``word`` is ``word_before(text, atom.start)``.
        """
        start, end = atom.start, atom.end
        word = word.lstrip(_OPENING)
        low = word.lower()
        like_year = end - start == 4 and 1000 <= atom.value <= 2100
        if like_year and atom.value >= 1900 and low not in self._before_count:
            return True
        following = atom.after.group(2) if atom.after else ""
        mark = text[end : end + 1]
        if mark in _MARKS:
            if word in _BULLETS and _MARKER.match(text, end) and _starts_line(text, start):
                return True
            if (mark == ")" and text[start - 1 : start] == "(") or _CODE_AFTER.match(text, end):
                return True
        elif mark.isupper() and _CODE_AFTER.match(text, end):
            return True
        if low in self._months:
            return True
        if following:
            if following.lower() in self._clock and atom.value <= 24:
                return True
            if following[0].isupper() and following.lower() in self._months:
                return True
            if (following == "p" or following == "a") and text.startswith(
                ".m", atom.after.end() if atom.after else end
            ):
                return True
        if like_year:
            return not self._counts(text, atom, low)
        before = text[max(0, start - 9) : start]
        if self._names_after(low) or before.endswith("Group of "):
            if low in RANK_LABELS and _RANK_LABEL.search(text, max(0, start - 28), start):
                return False  # ranked number 12
            if low not in self._weak or text[atom.start] == "0":
                return True
            return word[0].isupper() or not self.plural_after(text, atom)
        if (
            word[:1].isupper()
            and word.isalpha()
            and low not in self._stop
            and (
                atom.after is None
                or not following
                or atom.after.group(1) == ""
                or following.lower() in self._stop
            )
        ):
            return len(word) > 1 and low not in self._not_names
        return False

    def is_version(self, text: str, atom: Atom) -> bool:
        """Whether a decimal is a section or a version: ``Section 5.2``, ``Industry 4.0``."""
        word = text[max(0, atom.start - 24) : atom.start].rpartition("\n")[2].split()[-1:]
        if not word:
            return _MARKER.match(text, atom.end) is not None or (
                text[atom.end : atom.end + 1] == " " and text[atom.end + 1 : atom.end + 2].isupper()
            )
        low = word[0].lstrip(_OPENING).lower()
        if self._names_after(low):
            return low not in self._weak
        return text[atom.start : atom.end].endswith(".0") and word[0][0].isupper()

    def _names_after(self, word: str) -> bool:
        """Whether a number after ``word`` is a name: ``article``, ``articles``."""
        return word in self._before or (word.endswith("s") and word[:-1] in self._before)

    def _counts(self, text: str, atom: Atom, before: str) -> bool:
        """Whether four bare digits that look like a year count something all the same."""
        if not self.plural_after(text, atom):
            return False
        if atom.value >= 1900:
            return before in self._before_count
        return before not in self._before_year

    def plural_after(self, text: str, atom: Atom) -> bool:
        """Whether a plural noun in lower case follows, which the number may count."""
        phrase = self._nouns.after(text, atom.end)
        if phrase is None:
            return False
        noun = text[phrase[0] : phrase[1]]
        return noun[0].islower() and (
            noun.endswith("s") or noun.endswith(("people", "children", "women", "men"))
        )


def word_before(text: str, at: int) -> str:
    """The word before ``at`` on its line, with what is glued to it; "" where none is near.

    >>> word_before("of nearly (about 5", 17)
    '(about'
    """
    chunk = text[max(0, at - 24) : at]
    cut = chunk.rfind("\n") + 1
    words = (chunk[cut:] if cut else chunk).rsplit(None, 1)
    return words[-1] if words else ""


def _starts_line(text: str, at: int) -> bool:
    """Whether nothing but bullets and blanks stands before ``at`` on its line."""
    return text[max(0, at - 24) : at].rpartition("\n")[2].strip(" \t\u00a0•*-–") == ""
