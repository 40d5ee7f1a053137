"""The class string that the grammar of bodies is written over: one letter a token."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from extract.document import Document
from extract.fold import fold
from extract.patterns import PatternError, Patterns

_PLACEABLE = frozenset("AULTYSP")


class Heads(NamedTuple):
    """What is known of head nouns: their class letter, kind, and what must stand before the weak
    ones.
    """

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

    def of(self, document: Document) -> str:
        """The class string, one letter for each token; place names by the lexicon ``places`` are
        P.
        """
        classes = list(map(self._class.get, document.words, document.kinds))
        for label in ("places", "places_more"):
            for hit in document.hits_of(label):
                if document.kinds[hit.start] not in "AU":
                    continue
                inner = range(hit.start, hit.end)
                if all(classes[i] in _PLACEABLE or document.kinds[i] in "-a" for i in inner):
                    if (
                        hit.end - hit.start == 1
                        and classes[hit.start] != "A"
                        and not _sure(hit.rows)
                    ):
                        continue
                    for i in inner:
                        classes[i] = "P"
        return "".join(classes)


def _sure(rows: Iterable[Mapping[str, str]]) -> bool:
    return any(row.get("kind") == "country" or row.get("strength") == "safe" for row in rows)


def _read_heads(table: Mapping[str, Any]) -> Heads:
    kind = {
        word: name
        for name, by_letter in table["heads"].items()
        for words in by_letter.values()
        for word in words
    }
    needs = {word: frozenset(before) for word, before in table["needs"].items()}
    return Heads(kind, needs)


def _words(phrase: str) -> list[str]:
    """The words of a subject that can carry the class T.

    >>> _words("Culture, Sports and Tourism")
    ['Culture', 'Sports', 'Tourism']
    """
    plain = phrase.replace(",", " ").replace(" - ", " ").replace("'", " ")
    return [word for word in plain.split() if word[0].isupper()]


def as_words(text: str) -> tuple[str, ...]:
    """The folded words and commas of ``text``, as the tokens of a document have them.

    >>> as_words("Labor, War Invalids")
    ('labor', ',', 'war', 'invalids')
    """
    return tuple(fold(text).replace(",", " , ").replace("'", " ' ").split())
