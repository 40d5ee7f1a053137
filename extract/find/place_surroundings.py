"""Whether what stands around a place name makes it part of a longer name."""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from extract.document import CAPITALISED, DASH, LOWER, UPPER, Document, Hit
from extract.fold import fold
from extract.patterns import Patterns
from extract.span import Span

_NAME_KINDS = frozenset((CAPITALISED, UPPER))
# Letters of patterns/officials.toml whose words begin a title: Kelantan Deputy Chief Minister,
# U.S. Senator.
_TITLE_LETTERS = "PBWSLYMFR"
_MAY_FOLLOW = ("months", "weekdays", "places", "places_more", "demonyms", "place_classes")
_PLACES = ("places", "places_more")
_MAY_PRECEDE = ("months", "weekdays", "place_classes")
# Further words with which a sentence may begin before a place.
_OPENING = frozenset(("despite", "unlike", "besides", "amid", "meanwhile", "currently", "today"))
_LONGEST_HEADLINE = 40  # tokens


class NextTo(NamedTuple):
    """Tokens of one document at which something starts or ends that may be next to a place."""

    followers: set[int]
    leaders: set[int]
    place_ends: set[int]


class Surroundings:
    """Looks at the words before and after a name."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("localities")
        self.compass = frozenset(table["compass"])
        self._occasions = frozenset(table["occasions"])
        self._road_words = frozenset(table["road_words"])
        letters = patterns.table("officials")["letters"]
        self._title_words = frozenset(
            fold(word) for letter in _TITLE_LETTERS for word in letters[letter].split()
        )

    def look_at(self, document: Document, officials: Iterable[Span]) -> NextTo:
        """Where months, demonyms, places and people stand: they may be next to a place."""
        hits = document.hits
        followers = {hit.start for label in _MAY_FOLLOW for hit in hits.get(label, ())}
        # Ambassador to Vietnam Yamada Takio
        followers |= {document.token_at(person.start) for person in officials}
        leaders = {hit.end - 1 for label in _MAY_PRECEDE for hit in hits.get(label, ())}
        place_ends = {hit.end - 1 for label in _PLACES for hit in hits.get(label, ())}
        return NextTo(followers, leaders, place_ends)

    def block(self, document: Document, near: NextTo, hit: Hit, has_class: bool = False) -> bool:
        """True for ``Paris`` in ``Paris Hilton``, ``Jordan`` in ``Michael Jordan``.

        A class word beside the name (``has_class``) says that what follows is no part of it.
        """
        kinds, norms = document.kinds, document.norms
        before, after = hit.start - 1, hit.end
        # the Vietnam-Russia Strategic Partnership
        paired = before > 0 and kinds[before] == DASH and before - 1 in near.place_ends
        if after < len(kinds) and not has_class:
            if norms[after] in self._road_words:
                return True
            if kinds[after] in _NAME_KINDS and not (
                paired
                or after in near.followers
                or norms[after] in self._occasions
                or norms[after] in self._title_words
                or _in_headline(document, after)
            ):
                return True
            glued = kinds[after] == DASH and document.starts[after] == document.ends[after - 1]
            if glued and not self._road_words.isdisjoint(norms[after + 1 : after + 4]):
                return True  # Hanoi-Hai Phong expressway
        if self._half_of_a_double_name(document, near, hit):
            return True
        return (
            before >= 0
            and kinds[before] in _NAME_KINDS
            and not self._may_precede(document, near, before)
        )

    def _half_of_a_double_name(self, document: Document, near: NextTo, hit: Hit) -> bool:
        """``Punggol`` in ``Pasir Ris-Punggol``; not ``China`` in ``US-China talks``."""
        kinds, starts, ends = document.kinds, document.starts, document.ends
        dash, other = hit.start - 1, hit.start - 2
        if other >= 0 and kinds[dash] == DASH and kinds[other] in _NAME_KINDS:
            glued = ends[other] == starts[dash] and ends[dash] == starts[hit.start]
            if glued and other not in near.place_ends:
                return True
        dash, other = hit.end, hit.end + 1
        if other < len(kinds) and kinds[dash] == DASH and kinds[other] in _NAME_KINDS:
            glued = ends[dash - 1] == starts[dash] and ends[dash] == starts[other]
            return glued and other not in near.followers
        return False

    def _may_precede(self, document: Document, near: NextTo, token: int) -> bool:
        word = document.norms[token]
        if word in self.compass or word in STOP_WORDS or token in near.leaders or word in _OPENING:
            return True
        first = document.sentence_at(document.starts[token])[0] == document.starts[token]
        if first and word.endswith(("ing", "ed", "ly")):  # Visiting Laos, he said
            return True
        return _in_headline(document, token)


def _in_headline(document: Document, token: int) -> bool:
    """Whether the token's sentence is written in title case."""
    start, end = document.sentence_at(document.starts[token])
    first, last = document.token_at(start), document.token_at(max(end - 1, start)) + 1
    if last - first > _LONGEST_HEADLINE:
        return False
    kinds = document.kinds[first:last]
    capital = kinds.count(CAPITALISED) + kinds.count(UPPER)
    lower = sum(
        document.kinds[i] == LOWER and document.norms[i] not in STOP_WORDS
        for i in range(first, last)
    )
    return capital >= 4 and lower * 5 < capital
