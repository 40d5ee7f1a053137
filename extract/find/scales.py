"""Scale words after a number: ``1.2 million``, ``$5m``, ``40k``, ``3 lakh crore``."""

import re

from extract.find.measures import NEXT
from extract.patterns import Patterns

_LARGEST = 10**15  # no further scale word is read after this
_COUNTED = re.compile(r" [a-z]{2,20}(?:s|people|children|women|men)\b")

Next = re.Match[str] | None


class Scales:
    """Reads scale words and letters, from the lexicon ``number_words`` and ``numbers.toml``."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the scale words from ``patterns``."""
        table = patterns.table("numbers")
        self._words: dict[str, int] = dict(table["scales"])
        for row in patterns.lexicon("number_words"):
            if row["kind"] in ("scale", "hundred", "dozen"):
                self._words |= dict.fromkeys(row["term"].split("|"), int(row["value"]))
        self._letters: dict[str, int] = dict(table["scales_glued"])
        self.first_words = frozenset(self._words) | frozenset(self._letters)

    def read(self, text: str, end: int, after: Next, money: bool) -> tuple[int, int, Next]:
        """The factor of all scale words after a number, where they end, and what follows then.

        ``after`` is ``NEXT.match(text, end)``.

        >>> # "5 lakh crore rupees", 1 → (1000000000000, 12, <match " rupees">)
        """
        scale = 1
        while after is not None and scale < _LARGEST:
            word = after.group(2)
            factor = self._words.get(word) or self._words.get(word.lower())
            if factor == 12 and (scale != 1 or after.group(1) == "-"):
                break
            if factor is None and scale == 1 and after.group(1) in ("", " "):
                factor = self._letter(text, word, after, money)
            if factor is None or text[after.end() : after.end() + 1].isalnum():
                break
            scale *= factor
            end = after.end()
            after = NEXT.match(text, end)
        return scale, end, after

    def _letter(self, text: str, letter: str, after: re.Match[str], money: bool) -> int | None:
        """``$5m``, ``40k``, ``20m people``; ``500m`` alone is a length."""
        factor = self._letters.get(letter)
        if factor is None or money or (letter in "kKM" and after.group(1) == ""):
            return factor
        if after.group(1) == "" and letter in "mbB" and _COUNTED.match(text, after.end()):
            return factor
        return None
