"""Currencies that share a sign or noun, told apart by the document; what a number is per."""

import re
from collections.abc import Mapping
from typing import Any

from extract.document import LOWER, Document
from extract.patterns import Patterns

_PER = re.compile(
    r"(?:/| ?per |(?<=[\w%)]) (?:a|an|each|every|for each|for every) )"
    r"([^\W\d_][\w²³.-]{0,24}|1,000 [a-z]+|100,000 [a-z]+)"
)
_EARLIER = re.compile(r" (?:earlier|ago|before|later|on)\b")  # 5 million tonnes a year earlier
_PEOPLE = {"capita", "person", "people", "head", "inhabitant", "citizen"}
_ANNUM = {"annum": "year", "yr": "year", "p.a": "year", "day": "day"}


class Units:
    """Reads units that depend on the document."""

    def __init__(self, patterns: Patterns) -> None:
        """Take currencies and units from ``patterns``."""
        table: Mapping[str, Any] = patterns.table("numbers")
        self._default: dict[str, str] = table["currency_default"]
        self._codes: dict[tuple[str, str], str] = {}
        self._signs: dict[str, list[tuple[str, str]]] = {}
        for row in patterns.lexicon("currencies"):
            for country in row["countries"].split():
                self._codes.setdefault((row["noun"], country), row["code"])
            for symbol in row["symbols"].split("|"):
                if len(symbol) > 1 and row["noun"]:
                    self._signs.setdefault(row["noun"], []).append((symbol, row["code"]))
        self._units = {
            form: row["unit"]
            for row in patterns.lexicon("units")
            for form in (*row["term"].split("|"), *filter(None, row["symbols"].split("|")))
        }

    def currency(self, code: str, document: Document) -> str | None:
        """The ISO 4217 code of a currency found as ``code``: ``$`` in Australian news is AUD.

        The document's country decides; else the only such currency that the document names;
        else the one meant most in world news, which for ``$`` is USD.
        """
        if len(code) == 3 and code.isupper():
            return code
        noun = "dollar" if code == "$" else code
        nouns = _SLASH if code == "/-" else (noun,)
        country = document.country or ""
        local = next(filter(None, (self._codes.get((one, country)) for one in nouns)), None)
        if local:
            return local
        if noun != "dollar":
            written = {iso for sign, iso in self._signs.get(noun, ()) if sign in document.text}
            if len(written) == 1:
                return written.pop()
            if not country:
                near = self._of_places(noun, document)
                if near is not None:
                    return near
        return self._default.get(code) or self._default.get(noun)

    def _of_places(self, noun: str, document: Document) -> str | None:
        """The one currency of that name among those of the places named, Colombo's rupee."""
        countries = {
            row["country"]
            for label in ("places", "places_more")
            for hit in document.hits_of(label)
            if document.kinds[hit.start] != LOWER
            for row in hit.rows
        }
        found = {self._codes[noun, one] for one in countries if (noun, one) in self._codes}
        return found.pop() if len(found) == 1 else None

    def per(self, text: str, end: int, measured: bool) -> str | None:
        """What a number that ends at ``end`` is per: ``/kg`` → ``kg``, ``a tonne`` → ``t``.

        A bare article counts only before a unit, after a number that has one itself.
        """
        mark = text[end : end + 1]
        if mark != "/" and (mark != " " or text[end + 1 : end + 2] not in _FIRST_OF_PER):
            return None
        found = _PER.match(text, end)
        if found is None:
            return None
        word = found.group(1).rstrip(".-")
        mark = found.group()[: found.start(1) - end].strip()
        unit = self._units.get(word) or self._units.get(word.lower())
        if mark in ("a", "an", "each", "every", "for each", "for every"):
            if (mark != "a" and mark != "an" and unit is None) or _EARLIER.match(text, found.end()):
                return None
            return unit if measured or unit in _TIME_UNITS else None
        if word.lower() in _PEOPLE:
            return "person"
        if unit is not None:
            return unit
        return _ANNUM.get(word.lower(), word)


_SLASH = ("rupee", "shilling", "taka")  # 5,000/-
_FIRST_OF_PER = ("p", "a", "e", "f")  # per, a, an, each, every, for each
_TIME_UNITS = {"day", "week", "month", "year", "hour", "minute", "second"}
