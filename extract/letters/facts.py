"""A sentence as a string of letters, one a token, over which the rules of facts are written.

``t`` determiner, ``o`` of, ``I A T B F W`` in at to by from with, ``p`` other preposition, ``c``
and/or, ``r`` relative word, ``s`` conjunction, ``a`` approximator, ``y`` adverb, ``q`` pronoun,
``u`` up/down, ``b`` auxiliary, ``v`` verb of level, ``g`` its -ing form, ``S`` verb of saying,
``V`` verb of change, ``m`` other finite verb, ``i`` noun of change (or both), ``e`` other word in
-ed, ``h`` in -ing, ``z`` plural, ``x`` any other word. Mentions stand as ``N`` number, ``D`` date,
``L`` place, ``G`` agency, ``O`` official. Marks stand for themselves.
"""

from extract.patterns import Patterns
from extract.records import Direction

_NO_ADVERBS = frozenset(
    ("supply", "reply", "apply", "family", "assembly", "july", "italy", "rally")
)
_MARKS = frozenset(",.;:()/&%")
_DASHES = frozenset("-–—−‐‑―")
_QUOTES = frozenset("\"“”«»‘``''")
MENTIONS = {
    "quantity": "N",
    "percentage": "N",
    "date": "D",
    "locality": "L",
    "agency": "G",
    "official": "O",
}


class Letters:
    """From a folded word to its letter; words not listed get theirs from their ending."""

    def __init__(self, loaded: Patterns) -> None:
        facts = loaded.table("facts")
        changes = loaded.table("percentages")["changes"]
        compared = frozenset(changes["compared"].split())
        nouns = frozenset(changes["nouns"].split())
        self.direction: dict[str, Direction] = {}
        for table in (changes, facts["role"]):
            self.direction |= dict.fromkeys(table["up"].split(), "up")
            self.direction |= dict.fromkeys(table["down"].split(), "down")
        self._listed = {
            word: "i" if word in nouns else "V"
            for word in self.direction
            if word not in compared and word not in ("up", "down")
        }
        for letter, words in facts["classes"].items():
            self._listed |= dict.fromkeys(words.split(), letter)

    def letter_of(self, word: str) -> str:
        """The letter of a folded word."""
        return self._listed.get(word) or _by_ending(word)


def _by_ending(word: str) -> str:
    """``x``, or what the ending says.

    >>> [_by_ending(word) for word in ("households", "connected", "using", "sharply", "–", "'s")]
    ['z', 'e', 'h', 'y', '-', "'"]
    """
    first = word[0]
    if not first.isalnum():
        if first in _MARKS and len(word) == 1:
            return first
        if word in ("'s", "’s", "'", "’"):
            return "'"
        if first in _DASHES:
            return "-"
        return '"' if first in _QUOTES else " " if first.isspace() else "?"
    if len(word) > 4:
        if word.endswith("ly") and word not in _NO_ADVERBS:
            return "y"
        if word.endswith("ed") and not word.endswith(("eed", "hundred")):
            return "e"
        if word.endswith("ing"):
            return "h"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return "z"
    return "z" if word in ("people", "children", "women", "men", "staff", "personnel") else "x"
