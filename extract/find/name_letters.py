"""Turns tokens into letters, so that the grammar of titles and names is regular expressions."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from extract.document import Document
from extract.fold import fold
from extract.patterns import Patterns

# Runs of accented Latin letters; a word without them is looked up as it stands.
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]+")
# Tan is a surname, but an honorific in `Tan Sri`.
_TAN = re.compile(r"\bTan (?!Sri\b|Seri\b)")


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
        self._letters = letters

    def of(self, document: Document) -> str:
        """The letters of all tokens of ``document``.

        ``Deputy Minister of Health Dao Hong Lan`` gives ``YPoTVNN``.
        """
        words, kinds = document.words, document.kinds
        letters = list(map(self._letters.get, words, kinds))
        if "Tan " in document.text:
            for match in _TAN.finditer(document.text):
                letters[document.token_at(match.start())] = "N"
        if not document.text.isascii():
            last = -1
            for match in _ACCENTED.finditer(document.text):
                token = document.token_at(match.start())
                if token != last:
                    word, norm = words[token], document.norms[token]
                    letters[token] = self._accented(word, norm, kinds[token])
                    last = token
        return "".join(letters)

    def _accented(self, word: str, norm: str, kind: str) -> str:
        """An accented word has the letter of its plain form, in its own case."""
        if kind == "A":
            return self._letters.get(norm.capitalize(), kind)
        return self._letters.get(norm.upper() if kind == "U" else norm, kind)


def _add(letters: dict[str, str], word: str, letter: str, lower: bool = True) -> None:
    plain = fold(word)
    if not plain[0].isalpha():
        return
    for form in {plain.capitalize(), plain.upper(), plain.title()}:
        if len(form) > 1 and not form[0].islower():
            letters.setdefault(form, letter)
    if lower:
        letters.setdefault(plain, letter.lower())
