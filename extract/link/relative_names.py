"""Completes names that are relative to a place: ``Provincial People's Committee`` in an article on
Nghe An.
"""

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extract.document import Document, Hit
from extract.fold import fold
from extract.span import Span

_LEVELS = {
    "provincial": "province",
    "municipal": "city",
    "city": "city",
    "district": "district",
    "communal": "commune",
    "commune": "commune",
    "ward": "commune",
    "state": "province",
}
_STATE = r"State(?= (?:House of Assembly|Government|Executive Council|Assembly|Legislat|Police))"
_OPEN = "|".join(word.capitalize() for word in _LEVELS if word != "state")
_LEVEL = re.compile(rf"(?:^|(?<= the )|(?<= of ))({_OPEN}|{_STATE})(?= [A-Z])")
_PLACE_LABELS = ("places", "places_more")
_NOT_CORE = frozenset({*_LEVELS, "province", "town", "county", "of", "the", "in", "'s"})


class Place(NamedTuple):
    """A division named in the text: where, its name, and the level that a body of it has."""

    start: int
    name: str
    level: str


@functools.lru_cache(maxsize=20_000)
def level_of(name: str) -> str | None:
    """The level that ``name`` leaves open.

    >>> level_of("Provincial People's Committee"), level_of("Dak Lak Provincial People's Committee")
    ('province', None)
    """
    found = _LEVEL.search(name)
    return _LEVELS[found.group(1).lower()] if found else None


def complete(name: str, place: str) -> str:
    """``name`` with its place.

    >>> complete("Standing Committee of the Provincial Party Committee", "Nghe An")
    'Standing Committee of the Nghe An Provincial Party Committee'
    >>> complete("City People's Committee", "Ho Chi Minh City")
    "Ho Chi Minh City People's Committee"
    """
    found = _LEVEL.search(name)
    if found is None:
        return name
    level = found.group(1)
    words = place if place.endswith(f" {level}") else f"{place} {level}"
    return name[: found.start()] + words + name[found.end() :]


def complete_places(
    bodies: list[Span], spans: list[Span], document: Document, cities: frozenset[str]
) -> None:
    """Give each relative name among ``bodies`` its place; a full form in the document stands for
    both. ``cities`` are first-level divisions whose bodies are those of a city.
    """
    placed = _places_inside(bodies, document)
    inside = {start: hits[0].rows[0]["name"] for start, hits in placed.items()}
    full_forms: dict[tuple[str, str], str] = {}
    relative = []
    for span in bodies:
        name = span.attributes["name"]
        place = inside.get(span.start)
        if place is None:
            if level_of(name):
                relative.append(span)
        elif not span.parts.get("bare") and "full" not in span.parts:
            core = core_of(name, place)
            full_forms.setdefault((core, place), name)
            span.key = f"{core}, {fold(place)}"
    if not relative:
        return
    places = _Places(spans, placed, document, cities)
    for span in relative:
        name = span.attributes["name"]
        place = places.before(span.start, str(level_of(name)))
        if place:
            core = core_of(name, None)
            span.attributes["name"] = full_forms.get((core, place)) or complete(name, place)
            span.key = f"{core}, {fold(place)}"


def _places_inside(bodies: list[Span], document: Document) -> dict[int, list[Hit]]:
    """The place hits inside each of ``bodies``, by the start of the body."""
    hits = [
        hit
        for label in _PLACE_LABELS
        for hit in document.hits_of(label)
        if document.kinds[hit.start] in "AU"
    ]
    if not hits:
        return {}
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    starts = [hit.start for hit in hits]
    placed: dict[int, list[Hit]] = {}
    for span in bodies:
        first, stop = span.parts["tokens"]
        at = bisect_left(starts, first)
        end = first
        while at < len(hits) and starts[at] < stop:
            hit = hits[at]
            if hit.end <= stop and hit.start >= end:
                placed.setdefault(span.start, []).append(hit)
                end = hit.end
            at += 1
    return placed


class _Places:
    """The divisions that a document names, in its localities and inside the names of bodies."""

    def __init__(
        self,
        spans: list[Span],
        placed: dict[int, list[Hit]],
        document: Document,
        cities: frozenset[str],
    ) -> None:
        """Gather the places from ``spans`` and from the names of bodies."""
        self._cities = cities
        self._country = document.country
        self._places: list[Place] = []
        for span in spans:
            if span.type == "locality":
                known = span.attributes
                self._add(span.start, known.get("name"), known.get("kind"), known.get("code"))
        for hits in placed.values():
            for hit in hits:
                row = hit.rows[0]
                self._add(document.starts[hit.start], row["name"], row.get("kind"), row.get("code"))
        self._places.sort()

    def _add(self, start: int, name: str | None, kind: str | None, code: str | None) -> None:
        if not name or kind in (None, "", "country", "region"):
            return
        if self._country and code and not code.startswith(self._country):
            return
        if kind == "province" and name in self._cities:
            kind = "city"
        self._places.append(Place(start, name, str(kind)))

    def before(self, start: int, level: str) -> str | None:
        """The place of ``level`` named nearest before ``start``, else the one named most."""
        fitting = [place for place in self._places if place.level == level]
        if not fitting:
            return None
        earlier = [place for place in fitting if place.start <= start]
        if earlier:
            return earlier[-1].name
        return Counter(place.name for place in fitting).most_common(1)[0][0]


def country_of_words(document: Document, first: int, stop: int) -> set[str]:
    """The countries that places and adjectives in tokens ``[first, stop)`` belong to."""
    return {
        row["country"]
        for label in (*_PLACE_LABELS, "demonyms")
        for hit in _within(document.hits_of(label), first, stop)
        for row in hit.rows
    }


def _within(hits: list[Hit], first: int, stop: int) -> Iterator[Hit]:
    at = bisect_left(hits, first, key=lambda hit: hit.start)
    while at < len(hits) and hits[at].start < stop:
        if hits[at].end <= stop:
            yield hits[at]
        at += 1


def core_of(name: str, place: str | None) -> str:
    """What kind of body ``name`` is, without its place and level words.

    >>> core_of("People's Committee of Hai Duong province", "Hai Duong")
    "people's committee"
    """
    folded = fold(name)
    if place:
        folded = folded.replace(fold(place), " ")
    return " ".join(word for word in folded.split() if word not in _NOT_CORE)
