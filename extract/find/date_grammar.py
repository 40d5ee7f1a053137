"""The date rules as regular expressions over classes: which of them fit at a token."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extract.find.date_first import first_pairs
from extract.find.date_words import UNKNOWN
from extract.patterns import Rule

_LONGEST = 40  # tokens of a run whose matches are kept
_MAX_CACHE = 20_000  # runs kept before the cache is emptied, so that memory stays flat


class Fit(NamedTuple):
    """How a rule fits some run of classes; positions count from the run's first token."""

    rule: Rule
    end: int
    groups: dict[str, tuple[int, int]]


class Match:
    """A rule's match in a document, with the methods of ``re.Match``."""

    __slots__ = ("_at", "_groups")

    def __init__(self, at: int, groups: dict[str, tuple[int, int]]) -> None:
        """``groups`` count from ``at``."""
        self._at = at
        self._groups = groups

    def span(self, name: str) -> tuple[int, int]:
        """The tokens of a group; -1 where it took no part."""
        group = self._groups.get(name)
        return (self._at + group[0], self._at + group[1]) if group else (-1, -1)

    def start(self, name: str) -> int:
        """The first token of a group; -1 where it took no part."""
        return self.span(name)[0]

    def end(self, name: str) -> int:
        """The token behind a group; -1 where it took no part."""
        return self.span(name)[1]


class Grammar:
    """All rules, in order.

    No rule goes past a token of no class, so what fits at a token hangs on the one before it and on
    the run of tokens with a class from it on. Such runs are few (``July 12, 2024``), and what fits
    one is worked out once.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort ``rules`` by the classes with which they can start."""
        self._rules: list[tuple[Rule, re.Pattern[str]]] = []
        self._rules_of: dict[str, list[int]] = {}  # numbers of rules by one class or two
        self._cache: dict[str, tuple[Fit, ...]] = {}
        for rule in rules:
            if rule.regex is None:
                continue
            for start in sorted(first_pairs(rule.regex.pattern)):
                self._rules_of.setdefault(start, []).append(len(self._rules))
            self._rules.append((rule, rule.regex))
        # A class or two with which rules start, and a pattern of the tokens worth a look.
        self.starts = frozenset(self._rules_of)
        alone = sorted(start for start in self.starts if len(start) == 1)
        pairs = sorted(start for start in self.starts if len(start) == 2)
        first = "".join(alone) + "".join(start[0] for start in pairs)
        second = "".join(start[1] for start in pairs)
        self.first = re.compile(f"[{first}](?:(?<=[{''.join(alone)}])|(?=[{second}]))")

    def fits(self, classes: str, at: int) -> tuple[Fit, ...]:
        """The rules that fit at token ``at``, in order."""
        stop = classes.find(UNKNOWN, at, at + _LONGEST)
        if stop < 0:
            if at + _LONGEST < len(classes):
                return self._fits(classes, at)
            stop = len(classes)
        run = classes[at - 1 : stop] if at else UNKNOWN + classes[:stop]
        fits = self._cache.get(run)
        if fits is None:
            if len(self._cache) > _MAX_CACHE:
                self._cache.clear()
            fits = self._cache[run] = self._fits(run, 1)
        return fits

    def _fits(self, classes: str, at: int) -> tuple[Fit, ...]:
        pair = classes[at : at + 2]
        numbers = {*self._rules_of.get(pair[0], ()), *self._rules_of.get(pair, ())}
        fits = []
        for number in sorted(numbers):
            rule, regex = self._rules[number]
            match = regex.match(classes, at)
            if match is not None:
                groups = {
                    name: (start - at, match.end(name) - at)
                    for name in match.re.groupindex
                    if (start := match.start(name)) >= 0
                }
                fits.append(Fit(rule, match.end() - at, groups))
        return tuple(fits)
