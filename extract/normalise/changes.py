"""Whether a percentage is a level or a change, and the change's direction."""

import re
from collections.abc import Mapping
from typing import Any

from extract.find.number import Number

_SENTENCE_END = re.compile(r"[.;:\n]\s|\n")
_WORDS = re.compile(r"[^\s,.;:()!?\"“”]+|[,.;:()]")
_ACRONYM = re.compile(r" \([A-Z][\w&-]{1,9}\)")
_COORDINATED = re.compile(r"[ ,;)/][^.;:\n]{0,58}\Z")
# `at 8.2% down from 9.6%`: two levels; but `5% down from last year`.
_FROM_RATE = re.compile(r",? (?:up|down) from (?:[a-z]+ ){0,2}\d[\d.,]*(?:%| per ?cent| pct)")
_COMPARED = re.compile(
    r"\A[^.;:\n%]{0,60}\b(?:compared (?:with|to)|than|against|versus) "
    r"(?:the |a |an |about |some )?\Z"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BESIDE = re.compile(
    r"(?: \(|,? or | [-–] |, )(?:about |nearly |almost |around |some |roughly |approximately |over "
    r"|more than |less than |at least |an estimated )?"
)

Change = tuple[str, str | None]
_LEVEL: Change = ("level", None)


class Changes:
    """Reads role and direction from the verbs and nouns of change around a percentage."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the words of change from the table ``percentages``."""
        words = {key: value.split() for key, value in table["changes"].items()}
        self._direction = dict.fromkeys(words["up"], "up") | dict.fromkeys(words["down"], "down")
        self._nouns = frozenset(words["nouns"])
        self._plain_nouns = frozenset(words["plain_nouns"])
        self._compared = frozenset(words["compared"])
        self._linking = frozenset(words["linking"])
        self._times = frozenset(words["times"])
        self._not_up = frozenset(words["not_up"])
        self._passed_over = frozenset(words["passed_over"])
        self._not_shared = frozenset(words["not_shared"])
        self._aims = frozenset(words["aims"])
        self._forecast = frozenset(words["forecast"])
        self._ends = frozenset(words["ends"])
        self._rates = frozenset(words["rates"])
        # A second percentage after one of these has a verb of its own.
        self._verbs = frozenset(words["own_verbs"])

    def read(self, text: str, number: Number, previous: Change | None) -> Change:
        """Role and direction; ``previous`` is that of the percentage before, as in
        ``rose 5% in May and 7% in June``.

        >>> # "an increase of 11%" → ("change", "up"); "rose to 45%" → ("level", None)
        """
        start, before = number.start, number.before
        if text[start] in "+-−–":
            return ("change", "up" if text[start] == "+" else "down")
        behind = self._behind(text, number.end)
        if behind is not None:
            return behind
        if (
            before is not None
            and not before.is_percentage
            and _BESIDE.fullmatch(text, before.item[1] if before.item else before.end, start)
        ):
            start = before.start  # rose by 311 (14.5%): what is said of the 311
        found = self._ahead(self._words_before(text, start))
        if found is not None or start != number.start:
            return found or _LEVEL
        if previous is not None and before is not None and before.is_percentage:
            if _COMPARED.search(text[before.end : start]):
                return previous  # growth of 6.1%, compared with 4.7% a year ago
            return previous if self._goes_on(text[before.end : start]) else _LEVEL
        return _LEVEL

    def _words_before(self, text: str, start: int) -> list[str]:
        chunk = text[max(0, start - 150) : start]
        if "(" in chunk:
            chunk = _ACRONYM.sub("", chunk)  # growth (GRDP) of 5%
        return _WORDS.findall(_SENTENCE_END.split(chunk)[-1].lower())

    def _goes_on(self, gap: str) -> bool:
        """Whether a second percentage shares the verb of the first."""
        if not _COORDINATED.match(gap):
            return False
        words = _WORDS.findall(gap.lower())
        if {",", "and", "or"}.isdisjoint(words) or not self._not_shared.isdisjoint(words[-3:]):
            return False
        return self._verbs.isdisjoint(words)

    def _ahead(self, words: list[str]) -> Change | None:
        """What the words before the number say, or None."""
        bare = self._without_modifiers(words)
        if bare and bare[-1] in self._compared and words[len(bare) : len(bare) + 1] == ["than"]:
            return None  # lower than the 27% of last year
        at = words[len(bare) : len(bare) + 2]
        if at[:1] == ["at"] and at[1:] != ["least"] and bare and bare[-1] not in self._direction:
            bare = words[: len(bare) + 1]  # projected by the bank at 5%; but: growing at 5%
        words = bare
        if words[-2:] == ["up", "to"]:
            words = words[:-2]
            if words and words[-1] not in ("by", "of"):
                return _LEVEL
        if not words or words[-1] == ",":
            return None
        last = words[-1]
        if last in ("from", "below", "above"):
            return _LEVEL
        if last == "by":
            return self._by(words)
        if last in self._direction and (last not in self._compared or last == "lower"):
            if last == "up" and words[-2:-1] and words[-2] in self._not_up:
                return _LEVEL
            return ("change", self._direction[last])
        if last in self._linking or last in self._nouns:
            return self._noun_of_change(words)
        return None

    def _without_modifiers(self, words: list[str]) -> list[str]:
        """The words without ``about``, ``sharply``, ``an estimated`` and their like at the end."""
        end = len(words)
        while end and (
            words[end - 1] in self._passed_over
            or (words[end - 1].endswith("ly") and len(words[end - 1]) > 4)
        ):
            end -= 1
        return words[:end]

    def _by(self, words: list[str]) -> Change | None:
        """``cut emissions by``: the nearest verb or noun of change, comparatives aside."""
        for word in reversed(words[-25:-1]):
            if word in self._direction and word not in self._compared:
                return ("change", self._direction[word])
        return None

    def _noun_of_change(self, words: list[str]) -> Change | None:
        """``growth reached``, ``a growth rate of``, ``a fall in output of``; not ``rise to``."""
        last = words[-1]
        for back, word in enumerate(reversed(words[-12:])):
            if back and word in (",", "(", ")"):
                if word == "," and words[-back] in self._forecast:
                    continue  # expansion, projected by the bank at 5%
                return None
            if word in self._nouns:
                if last == "to" and word != "growth":
                    return None  # a rise to 5%
                if last == "of" and back > 6:
                    return None
                if last not in ("of", "to") and word not in self._plain_nouns:
                    return None
                return ("change", self._direction.get(word, "up"))
            if word in self._direction and back < 4:
                return None
            rate = last == "of" and back > 0 and word in self._rates
            if rate and self._nouns.isdisjoint(words[-back - 3 :]):
                return None  # a share of, although sales grew
        return None

    def _behind(self, text: str, end: int) -> Change | None:
        """What follows: ``8.1% increase``, ``5% GDP growth``, ``20% higher than last year``."""
        words = _WORDS.findall(text[end : end + 90].partition("\n")[0].lower())
        for at, word in enumerate(words[:5]):
            if word in self._compared:
                return self._comparison(words, at) if at < 2 else None
            if word in self._ends or not (word[0].isalnum()):
                return None
            if at == 0 and word in ("up", "down"):
                return None if _FROM_RATE.match(text, end) else ("change", word)
            if word in self._nouns:
                return (
                    None
                    if words[at + 1 : at + 2] == ["to"]
                    else ("change", self._direction.get(word, "up"))
                )
        return None

    def _comparison(self, words: list[str], at: int) -> Change | None:
        """A change where it compares with another time; a gap between two rates is a level."""
        if (
            words[at + 1 : at + 2] == ["than"] or words[at] in ("above", "below")
        ) and not self._aims.isdisjoint(words[at + 1 : at + 5]):
            return _LEVEL  # 3.6% higher than the plan for 2019
        later = {word.removesuffix("'s").removesuffix("’s") for word in words[at + 1 : at + 9]}
        if not self._times.isdisjoint(later) or any(_YEAR.fullmatch(word) for word in later):
            return (
                "change",
                self._direction.get(words[at], "up" if words[at] == "above" else "down"),
            )
        return _LEVEL if words[at] in ("above", "below", "lower", "higher") else None
