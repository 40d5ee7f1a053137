"""Turns tokens into letters, so that the grammar of titles and names is regular expressions."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from extract.document import Document
from extract.fold import fold
from extract.kinds import kind_of
from extract.patterns import Patterns

# Accented Latin letters; a word without them is looked up as it stands.
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
# Tan is a surname, but an honorific in `Tan Sri`.
_TAN = re.compile(r"\bTan (?!Sri\b|Seri\b)")


_BURMESE = frozenset(("U", "Daw"))


class Letters:
    """Knows the letter of every word that ``patterns/officials.toml`` and the word lists name."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("officials")
        names = {row["term"] for row in patterns.lexicon("words/person_names")}
        common = {row["term"] for row in patterns.lexicon("words/common_words")}
        names |= set(table["names"]["more_names"].split())
        common |= STOP_WORDS | set(table["names"]["not_names"].split())
        names -= STOP_WORDS
        self.names = frozenset(names)
        self.surnames = frozenset(fold(w) for w in table["names"]["vietnamese_surnames"].split())
        letters: dict[str, str] = {}
        for letter, words in table["letters"].items():
            for word in words.split():
                _add(letters, word, letter, lower=letter not in "DERF")
        for word in table["lower"]["v"].split():
            letters.setdefault(word, "v")
        for letter, words in table["lower"].items():
            for word in words.split():
                letters[word] = letter
        for word in filter(str.isalpha, STOP_WORDS):
            letters.setdefault(word, "v")
        for letter, words in table["exact"].items():
            letters.update(dict.fromkeys(words.split(), letter))
        for word in self.surnames:
            _add(letters, word, "V", lower=False)
        for word in names:
            _add(letters, word, "X" if word in common else "N", lower=False)
        for word in common:
            _add(letters, word, "C", lower=False)
        for code in range(ord("A"), ord("Z") + 1):
            letters[chr(code)] = letters[chr(code) + "."] = "I"
        letters["&"] = "+"
        self._known = letters

    def letter_of(self, word: str) -> str:
        """The letter of ``word``; an accented one has that of its plain form, in its own case."""
        letter = self._known.get(word)
        if letter is not None:
            return letter
        kind = kind_of(word)
        if _ACCENTED.search(word) is None:
            return kind
        plain = fold(word)
        form = plain.capitalize() if kind == "A" else plain.upper() if kind == "U" else plain
        return self._known.get(form, kind)

    def of(self, document: Document) -> str:
        """The letters of all tokens of ``document``.

        ``Deputy Minister of Health Dao Hong Lan`` gives ``YPoTVNN``.
        """
        letters = document.letters["names"]
        if "Tan " in document.text:
            for match in _TAN.finditer(document.text):
                at = document.token_at(match.start())
                letters = letters[:at] + "N" + letters[at + 1 :]
        if "MM" in document.countries and not _BURMESE.isdisjoint(document.words):
            letters = _burmese(document, letters)
        return letters


def _burmese(document: Document, letters: str) -> str:
    """`U` and `Daw` before a name are Mr and Ms in Myanmar."""
    names = document.kinds[1:] + " "
    return "".join(
        [
            "H" if word in _BURMESE and after == "A" else letter
            for word, letter, after in zip(document.words, letters, names, strict=True)
        ]
    )


def _add(letters: dict[str, str], word: str, letter: str, lower: bool = True) -> None:
    plain = fold(word)
    if not plain[0].isalpha():
        return
    for form in {plain.capitalize(), plain.upper(), plain.title()}:
        if len(form) > 1 and not form[0].islower():
            letters.setdefault(form, letter)
    if lower:
        letters.setdefault(plain, letter.lower())
