"""The class string that the grammar of bodies is written over: one letter a token."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from extract.document import Document
from extract.fold import fold
from extract.patterns import PatternError, Patterns

_PLACEABLE = frozenset("AULTYSPW")
_SHOUTED = re.compile("(?:U[ ,&'-]?){3,40}")  # an upper-case headline


class Heads(NamedTuple):
    """What is known of head nouns, folded: their kind, and what the weak ones need before them."""

    kind: Mapping[str, str]
    needs: Mapping[str, frozenset[str]]


class BodyClasses:
    """Turns a document into its class string.

    "the Ministry of Finance" gives "dHoT": article, head, of, subject.
    """

    def __init__(self, patterns: Patterns, acronyms: Iterable[str]) -> None:
        """Give each word of the lists, and each of ``acronyms``, its class letter."""
        table = patterns.table("agencies")
        self._class: dict[str, str] = dict.fromkeys(acronyms, "Q")
        self.heads = _read_heads(table)
        subjects = [word for phrase in table["portfolios"] for word in _words(phrase)]
        subjects += table["subjects"]
        for word in subjects:
            self._class[word] = "T"
            self._class.setdefault(word.lower(), "t")
        for key, words in table["words"].items():
            letter = key[0].lower() if key.endswith("_lower") else key
            if len(letter) != 1:
                raise PatternError(f"patterns/agencies.toml: [words] {key}: a class is one letter")
            self._class.update(dict.fromkeys(words, letter))
        for by_letter in table["heads"].values():
            for letter, words in by_letter.items():
                self._class.update(dict.fromkeys(words, letter))

    def letter_of(self, word: str, kind: str) -> str:
        """The letter of ``word`` wherever it stands; a word not listed has its kind's."""
        return self._class.get(word, kind)

    def of(self, document: Document) -> str:
        """The class string, one letter for each token; place names by the lexicon ``places`` are
        P.
        """
        kinds = document.kinds
        classes = list(document.letters["bodies"])
        if "UUU" in kinds or "UaU" in kinds:
            self._read_shouted(document, classes)
        for label in ("places", "places_more"):
            for start, end, rows in document.hits_of(label):
                if kinds[start] not in "AU":
                    continue
                if end == start + 1:
                    if classes[start] == "A" or (classes[start] in _PLACEABLE and _sure(rows)):
                        classes[start] = "P"
                elif all(classes[i] in _PLACEABLE or kinds[i] in "-a" for i in range(start, end)):
                    classes[start:end] = "P" * (end - start)
        return "".join(classes)

    def _read_shouted(self, document: Document, classes: list[str]) -> None:
        """Reads upper-case headlines as if they were in title case."""
        for match in _SHOUTED.finditer(document.kinds):
            for i in range(*match.span()):
                if classes[i] == "U":
                    classes[i] = self._class.get(document.words[i].capitalize(), "U")


def _sure(rows: Iterable[Mapping[str, str]]) -> bool:
    return any(row.get("kind") == "country" or row.get("strength") == "safe" for row in rows)


def _read_heads(table: Mapping[str, Any]) -> Heads:
    kind = {
        fold(word): name
        for name, by_letter in table["heads"].items()
        for words in by_letter.values()
        for word in words
    }
    needs = {fold(word): frozenset(before) for word, before in table["needs"].items()}
    return Heads(kind, needs)


def _words(phrase: str) -> list[str]:
    """The words of a subject that can carry the class T.

    >>> _words("Culture, Sports and Tourism")
    ['Culture', 'Sports', 'Tourism']
    """
    plain = phrase.replace(",", " ").replace(" - ", " ").replace("-", " ").replace("'", " ")
    return [word for word in plain.split() if word[0].isupper()]


def as_words(text: str) -> tuple[str, ...]:
    """The folded words and commas of ``text``, as the tokens of a document have them.

    >>> as_words("Labor, War Invalids")
    ('labor', ',', 'war', 'invalids')
    """
    plain = fold(text)
    for mark in (",", "'", "-"):
        plain = plain.replace(mark, f" {mark} ")
    return tuple(plain.split())
