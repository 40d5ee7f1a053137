"""The identities that a sentence states in words: the rules of ``patterns/audit.toml``."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extract.audit import changes, comparisons, durations, shares, sums
from extract.audit.line import Line
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
_LETTERS = frozenset("QPMKDN")


class _Identity(NamedTuple):
    """A rule, its reader, the letters that a sentence must have, and words of which it has one."""

    name: str
    pattern: re.Pattern[str]
    read: _Reader
    letters: str
    words: tuple[str, ...]


class Identities:
    """All rules, run over one sentence after the other."""

    def __init__(self, loaded: Patterns) -> None:
        self.identities: list[_Identity] = []
        for rule in loaded.rules("audit", keys=("reads", "letters", "words")):
            reads, letters = rule.more.get("reads"), rule.more.get("letters", "")
            if reads not in _READERS or rule.regex is None or not _LETTERS.issuperset(letters):
                raise PatternError(f"audit.toml: rule '{rule.name}': no pattern, reads or letters")
            words = tuple(rule.more.get("words", ()))
            self.identities.append(
                _Identity(rule.name, rule.regex, _READERS[reads], "".join(sorted(letters)), words)
            )
        self._chosen: dict[str, tuple[_Identity, ...]] = {}

    def find(self, line: Line, letters: str, text: str) -> Iterator[Finding]:
        """What the sentence states about its own numbers; ``letters`` are its numbers and dates."""
        for identity in self._for("".join(sorted(letters))):
            if identity.words and not any([word in text for word in identity.words]):
                continue
            for match in identity.pattern.finditer(text):
                found = identity.read(line, identity.name, match)
                if found is not None:
                    yield found

    def _for(self, letters: str) -> tuple[_Identity, ...]:
        """The rules that a sentence with these letters can match at all."""
        chosen = self._chosen.get(letters)
        if chosen is None:
            if len(self._chosen) > 1000:
                self._chosen.clear()
            chosen = self._chosen[letters] = tuple(
                identity for identity in self.identities if _has(letters, identity.letters)
            )
        return chosen


def _has(letters: str, needed: str) -> bool:
    """Whether ``letters`` has all that is ``needed``, where ``N`` is any number."""
    if len(letters) - letters.count("D") < len(needed) - needed.count("D"):
        return False
    return all(letters.count(one) >= needed.count(one) for one in set(needed) - {"N"})
