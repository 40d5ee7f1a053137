"""Reads a person's name that begins or ends at a token."""

import re

from extract.document import LOWER
from extract.find.title_text import Text
from extract.find.vietnamese import is_syllable
from extract.patterns import Patterns, expand

_LONGEST = 8  # tokens of a name
_MOST_SYLLABLES = 5
_REACH = 60  # tokens looked at on either side to see whether it is a headline
# Small words that a headline leaves without a capital.
_SMALL = frozenset(
    ("with", "from", "over", "into", "amid", "after", "before", "under", "than", "per")
)
_NAME_LETTERS = frozenset("NVAXIUCnE-'\"")
_NAMES = frozenset("NVAXU")
_SURE_NAMES = frozenset("NVAU")


class PersonNames:
    """Reader of names."""

    def __init__(self, patterns: Patterns, hints: frozenset[str]) -> None:
        table = patterns.table("officials")
        self._name = re.compile(
            expand(table["grammar"]["name"], table["macros"], "patterns/officials.toml")
        )
        self._hints = hints
        self._things = frozenset(table["names"]["named_things"].split())
        self._last_things = self._things - frozenset(table["names"]["surnames_too"].split())

    def after(self, text: Text, start: int) -> int | None:
        """The end of the name that begins at token ``start``, or None where none does."""
        match = self._name.match(text.letters, start)
        if match is None:
            return None
        end = self._shorten(text, start, text.cut_at_dash(start, match.end()))
        return end if self._is_name(text, start, end) else None

    def before(self, text: Text, end: int) -> int | None:
        """The start of the name that ends before token ``end``, or None where none does."""
        letters = text.letters
        start = end
        while start > 0 and end - start < _LONGEST and letters[start - 1] in _NAME_LETTERS:
            if letters[start - 1] == "-" and not text.glued(start - 1):
                break
            start -= 1
        for at in range(start, end):
            if end - at == 1 and end - start > 1:
                return None
            if letters[at] in "NVAXUC" and self.after(text, at) == end:
                if (
                    letters[at] in "CX"
                    and end - at > 2
                    and self._opens(text, at)
                    and letters[at + 1] in "NVA"
                ):
                    continue
                return at
        return None

    def _opens(self, text: Text, token: int) -> bool:
        return token == 0 or text.letters[token - 1] in '\n.:;"?!'

    def _shorten(self, text: Text, start: int, end: int) -> int:
        letters, norms = text.letters, text.document.norms
        if letters[start] == "V" and start + 1 < end and is_syllable(norms[start + 1]):
            stop = start + 1
            while stop < min(end, start + _MOST_SYLLABLES) and is_syllable(norms[stop]):
                stop += 1
            if (
                stop < end
                and letters[stop] in "NAX'-"
                and letters[stop - 1] != "C"
                and stop - start < 3
            ):
                return end
            return stop
        common = letters.find("C", start + 1, end)
        if common >= 0 and in_headline(text, start):
            return common
        while end - start > 1 and letters[end - 1] == "U" and not self._is_surname(norms[end - 1]):
            end -= 1
        while end - start > 1 and letters[end - 1] in "n-'\"":
            end -= 1
        return end

    def _capitals_fit(self, text: Text, start: int, end: int) -> bool:
        """Whether the upper-case words are initials (JD Vance) or a name in capitals."""
        letters, norms = text.letters, text.document.norms
        shouted = text.document.kinds[start - 1 : start] == "U"
        if shouted and all(len(norms[at]) > 3 for at in range(start, end) if letters[at] == "U"):
            return True
        if letters[start] == "V" and all(map(is_syllable, norms[start:end])):
            return True
        for at in range(start, end):
            if letters[at] == "U" and not self._is_surname(norms[at]):
                initials = at == start and letters[at - 1 : at] != "U"
                if "." not in norms[at] and not (
                    initials and len(norms[at]) < 4 and letters[at + 1 : at + 2] in "NVAX"
                ):
                    return False
        return True

    def _is_surname(self, norm: str) -> bool:
        return norm in self._hints or len(norm) > 5

    def _is_name(self, text: Text, start: int, end: int) -> bool:
        while start < end - 1 and text.letters[start] == "n":
            start += 1  # President von der Aue
        letters = text.letters[start:end]
        norms = text.document.norms
        if end < len(norms) and norms[end] in self._things and text.document.kinds[end] in "AU":
            return False
        if end - start > 1 and norms[end - 1] in self._last_things:
            # Hoa Binh Dam is none; Tran Van Dam is one, as all three are Vietnamese syllables.
            return letters[0] == "V" and end - start > 2 and all(map(is_syllable, norms[start:end]))
        if end - start == 1:
            word = text.document.words[start]
            return (
                (letters in "NVAX" or (letters == "C" and text.letters[start - 1 : start] == "H"))
                and not (letters in "AN" and text.is_place(start, end))
                and (word[1:2].islower() or word.isupper() or word[1:2] == "'")
            )
        if letters[1:] == "-a" or _NAMES.isdisjoint(letters):  # Co-operation
            return False
        if "U" in letters and not self._capitals_fit(text, start, end):
            return False
        if "C" in letters and _SURE_NAMES.isdisjoint(letters):
            return text.letters[end : end + 1] in ("v", "i") and not in_headline(text, start)
        if letters[0] == "C":
            return (
                letters[1] in "NVAX"
                and not in_headline(text, start)
                and not self._opens(text, start)
            )
        return letters[0] in "NVAXUI" and not text.is_place(start, end)


def in_headline(text: Text, token: int) -> bool:
    """Whether all words of weight in the sentence around the token have a capital."""
    document, letters = text.document, text.letters
    start, end = document.sentence_at(document.starts[token])
    first = max(document.token_at(start), token - _REACH)
    last = min(document.token_at(end - 1), token + _REACH)
    kinds, words = document.kinds, document.words
    low = kinds.find(LOWER, first, last + 1)
    while low >= 0:
        if letters[low] not in "of>@+d=n" and words[low] not in _SMALL:
            return False
        low = kinds.find(LOWER, low + 1, last + 1)
    return last - first >= 3
