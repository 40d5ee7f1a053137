"""What ``patterns/agencies.toml`` says of bodies beyond where they stand: kinds, short forms."""

from collections.abc import Mapping

from extract.fold import fold
from extract.patterns import Patterns


class BodyWords:
    """The words by which bodies are normalised and linked.

    ``last`` and ``never`` are words before a head noun: of several full names that a bare head
    noun may mean, those with one of ``last`` come last; those with one of ``never`` are never
    meant.
    ``cities`` are first-level divisions whose bodies are called those of a city.
    """

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("agencies")
        self._phrases: Mapping[str, str] = table["kinds"]
        self._heads: dict[str, str] = {
            word: kind
            for kind, by_letter in table["heads"].items()
            for words in by_letter.values()
            for word in words
        }
        self.last = frozenset(table["short"]["last"])
        self.never = frozenset(table["short"]["never"])
        self.cities = frozenset(table["cities"])

    def kind_of(self, name: str, head: str | None) -> str:
        """The kind of a body by its whole name, else by its head noun, else ``other``.

        ``Provincial People's Committee`` gives ``government``, ``Court of Audit`` ``court``.
        """
        folded = fold(name)
        for phrase, kind in self._phrases.items():
            if folded.startswith(phrase[1:]) if phrase[0] == "^" else phrase in folded:
                return kind
        if head is not None and head in self._heads:
            return self._heads[head]
        return next((self._heads[word] for word in name.split() if word in self._heads), "other")
