"""Targets that stand before their number: ``the target of``, ``a revenue goal of``."""

from extract.facts.sentence import Sentence
from extract.facts.surroundings import Surroundings, Tokens
from extract.patterns import Patterns


class Aims:
    """Reads what a target is a target for."""

    def __init__(self, loaded: Patterns, near: Surroundings) -> None:
        self._goals = frozenset(loaded.table("facts")["measure"]["goals"].split())
        self._near = near

    def read(self, sentence: Sentence, codes: str, noun: int) -> Tokens | None:
        """``a revenue target of``, ``the GDP growth goal of``: the nouns before `target`."""
        if sentence.norm(noun) not in self._goals:
            return None
        start = noun
        while start and codes[start - 1] in "xzi":
            start -= 1
        start -= codes[max(0, start - 2) : start] == "th"  # a lending goal of
        while start < noun and self._describes(sentence.norm(start)):
            start += 1
        return (start, noun) if start < noun else None

    def is_target(self, sentence: Sentence, codes: str, left: int) -> bool:
        """``the target of``, ``the target by 2025 of``."""
        noun = left - 2
        while noun > 0 and codes[noun] == "D":
            noun -= 1
        if noun < left - 2 and codes[noun] in "pBIA":
            noun -= 1
        return sentence.norm(noun) in self._near.targets

    def _describes(self, word: str) -> bool:
        """Whether a word before `target` is an adjective, as far as its form tells."""
        return word in self._near.degrees or word.endswith(("al", "ous", "ive", "ary", "ed"))
