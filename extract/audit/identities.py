"""The identities that a sentence states in words: the rules of ``patterns/audit.toml``."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from extract.audit import changes, comparisons, durations, shares, sums
from extract.audit.line import PERIOD, Line
from extract.patterns import PatternError, Patterns
from extract.records import Finding

_Reader = Callable[[Line, str, re.Match[str]], Finding | None]
_READERS: dict[str, _Reader] = {
    "part-share": shares.part_share,
    "own-share": shares.own_share,
    "pair": shares.pair,
    "remaining": shares.remaining,
    "shares": shares.listed,
    "percent-change": changes.change,
    "multiple": changes.multiple,
    "sum": sums.stated_total,
    "list": sums.parts_of,
    "holders": sums.holders,
    "part": comparisons.part,
    "target": comparisons.exceeds,
    "duration": durations.duration,
}
_NUMBERS = frozenset("QPMK")
_LETTERS = _NUMBERS | {"D", PERIOD, "N"}
_MOST_KEPT = 1000  # combinations of letters


class _Identity(NamedTuple):
    """A rule, its reader, the letters that a sentence must have, and of each group one word."""

    name: str
    pattern: re.Pattern[str]
    read: _Reader
    letters: str
    words: tuple[tuple[str, ...], ...]


class Identities:
    """All rules, run over one sentence after the other."""

    def __init__(self, loaded: Patterns) -> None:
        self.identities: list[_Identity] = []
        lists = loaded.table("audit")["words"]
        for rule in loaded.rules("audit", keys=("reads", "letters", "words", "also")):
            reads, letters = rule.more.get("reads"), rule.more.get("letters", "")
            if reads not in _READERS or rule.regex is None or not _LETTERS.issuperset(letters):
                raise PatternError(f"audit.toml: rule '{rule.name}': no pattern, reads or letters")
            words = tuple(
                tuple(lists[given] if isinstance(given, str) else given)
                for key in ("words", "also")
                if (given := rule.more.get(key)) is not None
            )
            self.identities.append(
                _Identity(rule.name, rule.regex, _READERS[reads], "".join(sorted(letters)), words)
            )
        self._chosen: dict[str, tuple[_Identity, ...]] = {}

    def that_fit(self, line: Line, letters: str) -> list[_Identity]:
        """The rules that the sentence can match at all, by its numbers and words."""
        rules = self._chosen.get(letters)
        if rules is None:
            rules = self._for(letters)
        if not rules:
            return []
        text = line.document.text[line.start : line.end].lower()
        return [rule for rule in rules if _has_words(text, rule.words)]

    @staticmethod
    def find(line: Line, rules: Iterable[_Identity]) -> Iterator[Finding]:
        """What the sentence states about its own numbers."""
        for rule in rules:
            for match in rule.pattern.finditer(line.text):
                found = rule.read(line, rule.name, match)
                if found is not None:
                    yield found

    def _for(self, letters: str) -> tuple[_Identity, ...]:
        """The rules for which a sentence has the letters."""
        if len(self._chosen) > _MOST_KEPT:
            self._chosen.clear()
        chosen = self._chosen[letters] = tuple(
            rule for rule in self.identities if _has(letters, rule.letters)
        )
        return chosen


def _has_words(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    """Whether ``text`` has one word of each group."""
    for words in groups:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _has(letters: str, needed: str) -> bool:
    """Whether ``letters`` has all that is ``needed``, where ``N`` is any number."""
    numbers = sum(letter in _NUMBERS for letter in letters)
    if numbers < sum(letter in _NUMBERS or letter == "N" for letter in needed):
        return False
    return all(letters.count(one) >= needed.count(one) for one in set(needed) - {"N"})
