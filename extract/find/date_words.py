"""Gives each token its date class, so that a date rule is a regular expression over classes."""

import re
import string
from collections.abc import Mapping, Sequence

from extract.fold import fold
from extract.patterns import PatternError, Patterns

UNKNOWN = " "
DOUBLE_BLANK = "_"  # white space beside the one blank that is no token
# One character a class; those beyond ASCII are Latin-1 too, so that class strings stay small.
_LETTERS = string.ascii_letters + string.digits + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß"
# Common words too: a date only with a capital.
_NEEDS_CAPITAL = frozenset({"may", "march", "august"})
Value = str | int


class WordClasses:
    """Gives a word, as written, its class.

    ``macros`` names the classes for the patterns: ``<MONTH>`` is the character of all month names.
    ``meanings`` says what a word of a list stands for: ``{"july": 7, "first": 1, "end": "end"}``.
    """

    def __init__(self, patterns: Patterns) -> None:
        """Read the words, shapes and lexicons of months and weekdays."""
        table = patterns.table("dates")
        self.macros: dict[str, str] = {}
        self.meanings: dict[str, Value] = {}
        self._words: dict[str, str] = {}
        for name, words in table.get("words", {}).items():
            self._add(name, words)
        self._add_lexicon(patterns, "month")
        self._add_lexicon(patterns, "weekday")
        shapes = []
        for name, pattern in table.get("shapes", {}).items():
            shapes.append((self._letter(name), self._compile(name, pattern)))
        self._shapes = tuple(shapes)

    def _compile(self, name: str, pattern: str) -> re.Pattern[str]:
        try:
            return re.compile(pattern)
        except re.error as error:
            raise PatternError(f"patterns/dates.toml: shape {name!r}: {error}") from None

    def _letter(self, name: str) -> str:
        if name not in self.macros:
            self.macros[name] = _LETTERS[len(self.macros)]
        return self.macros[name]

    def _add(self, name: str, words: Mapping[str, Value]) -> None:
        letter = self._letter(name)
        for word, value in words.items():
            self._words[word] = letter
            self.meanings[word] = value

    def _add_lexicon(self, patterns: Patterns, column: str) -> None:
        for row in patterns.lexicon(f"{column}s"):
            name = column.upper() if row["form"] == "full" else f"{column.upper()}_SHORT"
            terms = [fold(term) for term in row["term"].split("|")]
            # `Sept` is no other word, so it stands alone like a full name.
            full = [term for term in terms if term.startswith("sept")]
            self._add(name, {term: int(row[column]) for term in terms if term not in full})
            self._add(column.upper(), {term: int(row[column]) for term in full})

    def letter_of(self, word: str) -> str:
        """The class of ``word``."""
        if word.isspace():
            return UNKNOWN if "\n" in word or "\r" in word else DOUBLE_BLANK
        folded = fold(word)
        letter = self._words.get(folded)
        if letter is not None:
            if word[0].islower() and (
                folded in _NEEDS_CAPITAL
                or letter in (self.macros["MONTH_SHORT"], self.macros["WEEKDAY_SHORT"])
            ):
                return UNKNOWN
            if letter == self.macros["BC"] or letter == self.macros["AD"]:
                return letter if word[0].isupper() else UNKNOWN
            return letter
        if len(word) > 24 or not any(character.isdigit() for character in word):
            return UNKNOWN
        for letter, pattern in self._shapes:
            if pattern.fullmatch(folded):
                return letter
        return UNKNOWN

    def read(self, norms: Sequence[str]) -> Value:
        """What the folded words of a group stand for: the first one's value, else their text.

        ``["july"]`` gives 7, ``["end", "of"]`` ``"end"``, ``["2024"]`` ``"2024"``.
        """
        value = self.meanings.get(norms[0])
        return " ".join(norms) if value is None else value
