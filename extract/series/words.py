"""The content words of a measure: what tells one indicator from another.

A measure is folded (case, accents), its words are put into the singular and American spelling,
synonyms and the document's own acronyms into one form, and words that never tell two indicators
apart are left out (``patterns/series/words.toml``). What remains is a set, so word order does not
matter; but a word such as `per`, or `to` before a name, holds the word after it, so that `students
per teacher` stays apart from `teachers per student`.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from extract.fold import fold
from extract.patterns import Patterns

Kind = Literal["share", "change", "count", "other"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*")
_POSSESSIVE = re.compile(
    r"\b(?:the|its|their) (?:city|province|country|nation|state|district|region)['’]s\b|['’]s\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b([A-Za-z])-(?=[A-Za-z]{3})")  # e-commerce
_AMERICAN = (
    (re.compile(r"isation$"), "ization"),
    (re.compile(r"(?<=..)our$"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bt])re$"), "er"),
    (re.compile(r"gramme$"), "gram"),
)
_NO_PLURAL = frozenset(["news", "goods", "means", "economics", "gas", "bus", "series", "species"])

Acronyms = Mapping[tuple[str, ...], str]


class Words:
    """Reads measures with the word lists of ``patterns/series/words.toml``."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("series/words")
        lists = {"share": "share", "change": "growth", "count": "count", "other": "count"}
        self._left_out: Mapping[str, frozenset[str]] = {
            kind: frozenset(f"{table['small']} {table[name]}".split())
            for kind, name in lists.items()
        }
        self._trade = frozenset(table["trade"].split())
        self._trade_value = frozenset(table["trade_value"].split())
        self._governing = frozenset(table["governing"].split())
        self._governing_names = frozenset(table["governing_names"].split())
        self._no_names = frozenset(table["no_names"].split())
        self._alone = frozenset(table["alone"].split())
        self._wide = frozenset(map(singular, table["wide"].split()))
        self._synonyms: Acronyms = {
            tuple(map(singular, fold(other).split())): singular(fold(first))
            for first, *others in table["synonyms"]
            for other in others
        }

    def read(
        self,
        measure: str,
        kind: Kind,
        acronyms: Acronyms | None = None,
        names: Iterable[str] = (),
    ) -> frozenset[str]:
        """The content words of ``measure``; ``names`` are folded words of its place, left out.

        >>> from extract.patterns import load
        >>> sorted(Words(load()).read("the total number of user accounts", "count"))
        ['account', 'user']
        """
        words = _words(measure)
        forms = [singular(fold(word)) for word in words]
        known = {**self._synonyms, **acronyms} if acronyms else self._synonyms
        found: list[str] = []
        governor = ""
        at = 0
        left_out = self._left_out[kind] | self._governing_names
        of_place = set(map(singular, names))
        while at < len(forms):
            length, form = _longest(forms, at, known)
            if form in self._governing or (
                form in self._governing_names and self._name_follows(words, forms, at)
            ):
                governor += f"{form} "
            elif form not in left_out and form not in of_place:
                found.append(governor + form)
                governor = ""
            at += length
        content = frozenset(found)
        if content & self._trade:
            content -= self._trade_value
        return content

    def tells(self, content: frozenset[str]) -> bool:
        """Whether ``content`` is narrow enough to be an indicator: not `total cost`, `turnover`.

        >>> from extract.patterns import load
        >>> known = Words(load())
        >>> [known.tells(frozenset(words)) for words in ({"turnover"}, {"gdp"})]
        [False, True]
        """
        if len(content) == 1:
            return content <= self._alone
        return any(
            not word[0].isdigit() and len(word) > 2 and word not in self._wide for word in content
        )

    def _name_follows(self, words: Sequence[str], forms: Sequence[str], at: int) -> bool:
        for place in range(at + 1, len(words)):
            if forms[place] != "the":
                return words[place][0].isupper() and forms[place] not in self._no_names
        return False


def without_owner(text: str) -> str:
    """``text`` without possessives: ``the city's GRDP`` gives ``GRDP``."""
    return _POSSESSIVE.sub(" ", text).strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(_JOINED.sub(r"\1", without_owner(text)))


def _longest(forms: Sequence[str], at: int, known: Acronyms) -> tuple[int, str]:
    for length in range(6, 0, -1):
        form = known.get(tuple(forms[at : at + length]))
        if form is not None and at + length <= len(forms):
            return length, form
    return 1, forms[at].replace(",", "")


@functools.lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """A folded English word in the singular and in American spelling, by its ending.

    >>> [singular(word) for word in ("ministries", "classes", "centres", "gross", "digitisation")]
    ['ministry', 'class', 'center', 'gross', 'digitization']
    """
    if len(word) > 3 and word not in _NO_PLURAL and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
            word = word[:-2]
        elif word.endswith("s"):
            word = word[:-1]
    for ending, american in _AMERICAN:
        word = ending.sub(american, word)
    return word
