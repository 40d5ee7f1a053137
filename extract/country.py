"""The countries that an article is about: which place names count, what $, Rs and 3/4/2024 mean."""

import re

from extract.document import LOWER, Document
from extract.patterns import Patterns

_WEB_HOST = re.compile(r"^(?:[a-z]+://)?([^/:?#\s]+)", re.IGNORECASE)

# What one kind of evidence is worth; a name counts three times at most, so that no long list of
# one thing wins.
_COUNTRY, _DEMONYM, _SAFE, _NEAR, _CLASS_WORD, _BODY, _WEB = 2.0, 1.5, 1.5, 0.5, 1.0, 1.0, 6.0
_AT_HAND = 1.0
_HOME = 1.5


class HomeCountry:
    """Weighs the place names, demonyms and national bodies of an article, and its web address."""

    def __init__(self, patterns: Patterns) -> None:
        self._codes = {row["country"].lower() for row in patterns.lexicon("demonyms")}

    def settle(self, document: Document, url: str | None) -> None:
        """Set ``document.country`` (or None) and ``document.countries`` (those at hand in the
        text).

        A text with ``Nairobi`` and ``Kenyan`` has KE at hand; Kenya is home unless another country
        has more.
        """
        votes: dict[str, float] = {}
        for (country, _), weights in self._evidence(document).items():
            best = sorted(weights, reverse=True)[:3]
            votes[country] = votes.get(country, 0.0) + best[0] + 0.3 * sum(best[1:])
        web = self.of_address(url)
        if web:
            votes[web] = votes.get(web, 0.0) + _WEB
        document.countries = frozenset(c for c, weight in votes.items() if weight >= _AT_HAND)
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        clear = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        document.country = ranked[0][0] if clear and ranked[0][1] >= _HOME else None

    def _evidence(self, document: Document) -> dict[tuple[str, int], list[float]]:
        """Weights by country and name (the number of its lexicon row)."""
        found: dict[tuple[str, int], list[float]] = {}
        kinds = document.kinds
        classes = {hit.start: hit.rows[0]["kind"] for hit in document.hits_of("place_classes")}
        for label in ("places", "places_more"):
            for hit in document.hits_of(label):
                if kinds[hit.start] == LOWER:
                    continue
                if len({row["country"] for row in hit.rows}) > 1 and hit.end not in classes:
                    continue  # a name that two countries share says nothing
                row = hit.rows[0]
                weight = _COUNTRY if row["kind"] == "country" else _SAFE
                if row["strength"] != "safe":
                    weight = _NEAR if row["strength"] == "near" else 0.0
                    weight += _CLASS_WORD if classes.get(hit.end) == row["kind"] else 0.0
                if row["country"] and weight:
                    found.setdefault((row["country"], id(row)), []).append(weight)
        for label, weight in (("demonyms", _DEMONYM), ("agencies", _BODY)):
            for hit in document.hits_of(label):
                country = hit.rows[0].get("country", "")
                if len(country) == 2 and kinds[hit.start] != LOWER:
                    found.setdefault((country, id(hit.rows[0])), []).append(weight)
        return found

    def of_address(self, url: str | None) -> str | None:
        """The country of a web address: ``https://daklak.gov.vn/x`` gives VN, ``www.gov.uk`` GB."""
        match = _WEB_HOST.match(url or "")
        if not match:
            return None
        top = match.group(1).lower().rsplit(".", 1)[-1]
        if top in ("gov", "mil"):
            return "US"
        top = "gb" if top == "uk" else top
        return top.upper() if top in self._codes else None
