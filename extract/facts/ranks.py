"""What ranks and multiples are of."""

import re

from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.surroundings import Surroundings, Tokens
from extract.patterns import Patterns

_YEAR_NAME = re.compile(r"t?D{1,4}(?=x)")


class Ranks:
    """Reads what is ranked."""

    def __init__(self, loaded: Patterns, near: Surroundings) -> None:
        words = loaded.table("facts")["measure"]["superlatives"]
        self._superlatives = frozenset(words.split())
        self._near = near

    def read(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """What is ranked: ``ranked first in X``, ``reached 45 Mbps, ranking 7th``."""
        near = before is not None and "," in codes[before.past : numeral.at]
        for at in range(numeral.past, min(numeral.past + 14, sentence.size)):
            code = codes[at]
            if code in "IW" or (code == "p" and sentence.norm(at) in ("for", "on")):
                year = _YEAR_NAME.match(codes, at + 1)  # in the 2023 DTI index
                if year is None and codes[at + 1 : at + 3].strip("t")[:1] in ("D", "L"):
                    continue
                if {"same", "corresponding"} & {sentence.norm(at + 1), sentence.norm(at + 2)}:
                    continue
                if self._near.phrases.is_place(sentence, at + 1):
                    continue
                found = self._ranked(sentence, codes, year.end() if year is not None else at + 1)
                if found is not None:
                    numeral.rule = "rank"
                    return found
            if code in ",;:()bvVms":
                break
        if before is not None and (near or numeral.unit == "times"):
            return share(numeral, before, "rank")
        numeral.rule = "subject"
        return self._near.subject(sentence, codes, numeral)

    def _ranked(self, sentence: Sentence, codes: str, start: int) -> Tokens | None:
        """The phrase from token ``start``: ``the fastest growth rate``, ``the UN rankings``."""
        while sentence.norm(start) in self._superlatives or codes[start : start + 1] == "t":
            start += 1
        past = start
        while codes[past : past + 1] == "G":
            past += 1
        found = self._near.phrases.after(sentence, past)
        if found is None:
            return None
        inner = codes.find("I", found[0], found[1])
        return (start if past > start else found[0], inner if inner > 0 else found[1])
