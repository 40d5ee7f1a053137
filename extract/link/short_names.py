"""Which full name of the document a short form stands for: ``the Committee``, ``Steering
Committee``.
"""

import functools
from bisect import bisect_left
from typing import NamedTuple

from extract.body_words import BodyWords
from extract.document import Document
from extract.fold import fold
from extract.link.relative_names import country_of_words
from extract.span import Span

_LINKS = frozenset({"of", "for", "on", "under", "implementing", "against"})
FUNCTION = _LINKS | {"the", "and", "in"}
_HOUSE_OF_ASSEMBLY = ("house", "of", "assembly")
_OF_A_STATE = frozenset(
    {"government", "parliament", "assembly", "senate", "cabinet", "congress", "house"}
)


class Full(NamedTuple):
    """A mention of a body by a name of several words."""

    at: int
    words: tuple[str, ...]
    span: Span


class ShortNames:
    """The full names of a document, asked for by their short forms."""

    def __init__(self, bodies: list[Span], document: Document, known: BodyWords) -> None:
        """Index the full names among ``bodies``."""
        self._known = known
        self._document = document
        self._by_words: dict[tuple[str, ...], list[Full]] = {}
        for span in bodies:
            if not (span.parts.get("bare") or "full" in span.parts or span.parts.get("acronym")):
                words = words_of(span.attributes["name"])
                self._by_words.setdefault(words, []).append(Full(span.start, words, span))
        self._with_word: dict[str, list[tuple[str, ...]]] = {}
        last_words = {words_of(span.attributes["name"])[-1] for span in bodies}
        for name in self._by_words:
            for word in last_words.intersection(name):
                self._with_word.setdefault(word, []).append(name)
        self._fitting: dict[tuple[str, ...], list[Full]] = {}

    def full_name(self, span: Span) -> Span | None:
        """The mention by full name that ``span`` is short for: the nearest before, else the only
        one after.
        """
        words = words_of(span.attributes["name"])
        if words not in self._fitting:
            self._fitting[words] = self._all_fitting(words)
        fitting = self._fitting[words]
        if not fitting:
            return None
        if words[-1] not in _OF_A_STATE:
            before = bisect_left(fitting, span.start, key=lambda full: full.at)
            if before:
                return fitting[before - 1].span
        return fitting[0].span if all(full.words == fitting[0].words for full in fitting) else None

    def _all_fitting(self, words: tuple[str, ...]) -> list[Full]:
        never = self._known.never
        known = self._with_word.get(words[-1], ())
        names = [full for full in known if is_short_for(words, full, never)]
        if len(names) > 1 and len(words) == 1:
            last = self._known.last
            names = [name for name in names if not last.intersection(name[:4])] or names
        fitting = [full for name in names for full in self._by_words[name]]
        if words[-1] in _OF_A_STATE:
            inner = {
                name for name in names if any(is_short_for(name, other, never) for other in names)
            }
            fitting = [full for full in fitting if full.words not in inner]
            fitting = [full for full in fitting if self._of_this_state(words[-1], full.span)]
        return sorted(fitting, key=lambda full: full.at)

    def _of_this_state(self, word: str, full: Span) -> bool:
        """Whether `Government` may stand for ``full``: for the home country's, never for
        another's.
        """
        if "tokens" not in full.parts:
            return False
        countries = country_of_words(self._document, *full.parts["tokens"])
        if not countries or self._document.country is None:
            return word != "government"
        return self._document.country in countries


def is_short_for(
    words: tuple[str, ...], full: tuple[str, ...], never: frozenset[str] = frozenset()
) -> bool:
    """Whether ``words`` are the head of the full name, less what says which body it is.

    A bare head noun never stands for a name in which one of ``never`` is before it.

    >>> is_short_for(("steering", "committee"), ("state", "steering", "committee", "on", "tax"))
    True
    >>> is_short_for(("ministry", "of", "tax"), ("office", "of", "the", "ministry", "of", "tax"))
    False
    """
    size = len(words)
    if size >= len(full) or words[0] not in full:
        return False
    for at in range(full.index(words[0]), len(full) - size + 1):
        if full[at : at + size] != words:
            continue
        before, after = full[at - 1] if at else "", full[at + size : at + size + 1]
        if before in FUNCTION and full[at - 2 : at + 1] != _HOUSE_OF_ASSEMBLY:
            continue
        if after and after[0] not in _LINKS:
            continue
        if size == 1 and before in never:
            continue
        return True
    return False


@functools.lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, commas apart."""
    return tuple(fold(name).replace(",", " ,").split())
