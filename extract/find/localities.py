"""Finds localities: gazetteer names where the context allows it, names beside a class word."""

import re
from collections.abc import Iterable
from typing import Any

from extract.document import CAPITALISED, LOWER, UPPER, Document, Hit
from extract.find.class_words import ClassWords
from extract.find.place_surroundings import NextTo, Surroundings
from extract.find.places_by_position import PlacesByPosition
from extract.patterns import Patterns, Row
from extract.span import Span

_ANCHORS = frozenset(("places", "places_more", "place_classes"))
_NAME_KINDS = frozenset((CAPITALISED, UPPER))
_RUN = re.compile("[AU]{2,40}")


class Localities:
    """Finder of localities."""

    def __init__(self, patterns: Patterns) -> None:
        patterns.rules("localities")
        self._prepositions = frozenset(patterns.table("localities")["place_prepositions"])
        self._surroundings = Surroundings(patterns)
        self._class_words = ClassWords(patterns)
        self._by_position = PlacesByPosition(patterns)
        self._upper_only = frozenset(
            term.strip().lower().replace(".", "")
            for label in ("places", "places_more")
            for row in patterns.lexicon(label)
            for term in row["term"].split("|")
            if term.replace(".", "").replace("&", "").isupper()
        )

    def find(self, document: Document, officials: Iterable[Span] = ()) -> list[Span]:
        """Candidate spans of localities; each one's ``parts`` hold its gazetteer row, if any."""
        if document.hits.keys().isdisjoint(_ANCHORS):
            return self._by_position.find(document, set())
        classes = self._class_words.in_document(document)
        near = self._surroundings.look_at(document, officials)
        spans = []
        left: list[Hit] = []
        shown: dict[tuple[str, ...], Row] = {}  # weak names beside a class word: Busia county
        named: set[int] = set()  # tokens that belong to an accepted gazetteer name
        for hit in self._longest(document):
            kind = classes.kind_beside(hit.start, hit.end)
            if self._surroundings.block(document, near, hit, kind is not None):
                continue
            if kind is not None and classes.is_whole_of_list(hit.start):
                # 13 districts of Maharashtra: the state is no district
                at_hand = (row for row in hit.rows if row["country"] in document.countries)
                kind = None if any(row["kind"] == "province" for row in at_hand) else kind
            row = self._choose(document, hit, kind)
            if row is None:
                left.append(hit)
                continue
            if kind is not None and row["strength"] == "weak":
                shown[tuple(document.norms[hit.start : hit.end])] = row
            start = self._with_compass(document, hit, row)
            named.update(range(start, hit.end))
            rule = "compass" if start < hit.start else "gazetteer-class" if kind else "gazetteer"
            parts = {"row": None if start < hit.start else row, "class": kind}
            spans.append(_span(document, start, hit.end, rule, parts))
        for hit in left if shown else ():
            row = shown.get(tuple(document.norms[hit.start : hit.end]))
            if row is not None and not self._is_plain_word(document, hit):
                named.update(range(hit.start, hit.end))
                parts = {"row": row, "class": None}
                spans.append(_span(document, hit.start, hit.end, "gazetteer", parts))
        by_class = classes.named(named)
        return [
            *spans,
            *by_class,
            *self._again(document, near, by_class, named),
            *self._by_position.find(document, named),
        ]

    def _longest(self, document: Document) -> list[Hit]:
        """Capitalised hits, the longest at each place; rows of one surface form joined."""
        kinds, words = document.kinds, document.words
        by_span: dict[tuple[int, int], tuple[Row, ...]] = {}
        for label in ("places_more", "places"):
            for start, end, rows in document.hits_of(label):
                if kinds[start] not in _NAME_KINDS or kinds[end - 1] == LOWER:
                    continue
                if (
                    end - start == 1
                    and kinds[start] != UPPER
                    and document.norms[start] in self._upper_only
                ):
                    continue  # Us, who
                if end - start > 1 and words[start + 1] == "\n":
                    continue
                by_span[start, end] = by_span.get((start, end), ()) + rows
        hits: list[Hit] = []
        for start, end in sorted(by_span, key=lambda span: (span[0], -span[1])):
            if not hits or start >= hits[-1].end:
                hits.append(Hit(start, end, by_span[start, end]))
        return hits

    def _choose(self, document: Document, hit: Hit, class_kind: str | None) -> Row | None:
        """The row that ``hit`` stands for here, or None where it is no place."""
        best, best_score = None, 0.0
        for row in hit.rows:
            score = self._score(document, hit, row, class_kind)
            if score > best_score:
                best, best_score = row, score
        return best

    def _score(self, document: Document, hit: Hit, row: Row, class_kind: str | None) -> float:
        at_hand = row["country"] in document.countries
        strength = row["strength"]
        if strength == "weak" and class_kind is None:
            placed = self._is_placed(document, hit)
            if not (at_hand and (placed or self._before_larger(document, hit))):
                return 0.0
        if (
            strength == "near"
            and class_kind is None
            and not at_hand
            and not self._before_larger(document, hit)
        ):
            return 0.0
        if class_kind is not None and not at_hand and class_kind != row["kind"]:
            return 0.0
        if class_kind is not None and not at_hand and strength == "weak":
            return 0.0
        score = (
            1.0 + (2.0 if at_hand else 0.0) + (1.0 if row["country"] == document.country else 0.0)
        )
        if class_kind:
            score += 4.0 if row["kind"] == class_kind else 0.0
        else:
            score += {"country": 1.5, "region": 1.0}.get(row["kind"], 0.5)
            score += 0.2 if strength == "safe" else 0.0
        if self._out_of_time(document, row):
            score -= 0.8
        return score

    def _is_placed(self, document: Document, hit: Hit) -> bool:
        """``in Nan``, ``District Attock, Punjab``: where a place stands rather than a word."""
        before = document.norms[hit.start - 1] if hit.start else ""
        if before in self._prepositions:
            return True
        return before == "," and hit.start > 1 and document.kinds[hit.start - 2] in _NAME_KINDS

    def _is_plain_word(self, document: Document, hit: Hit) -> bool:
        """Whether a name that is a word too opens its sentence (``Mobile``), or is ``Western``."""
        if not self._surroundings.compass.isdisjoint(document.norms[hit.start : hit.end]):
            return True
        first = document.sentence_at(document.starts[hit.start])[0] == document.starts[hit.start]
        return first and document.letters["names"][hit.start] in "CX"

    def _out_of_time(self, document: Document, row: Row) -> bool:
        day = document.reference.isoformat() if document.reference else ""
        if not day:
            return bool(row["until"]) and bool(row["since"])
        return bool((row["since"] and day < row["since"]) or (row["until"] and day > row["until"]))

    def _before_larger(self, document: Document, hit: Hit) -> bool:
        """``Galway, Ireland``: a comma and a name that some gazetteer row of its country bears."""
        words = document.words
        if hit.end + 1 >= len(words) or words[hit.end] != ",":
            return False
        for label in ("places_more", "places"):
            for other in document.hits_of(label):
                if other.start == hit.end + 1 and other.rows[0]["kind"] in ("country", "province"):
                    return any(row["country"] == other.rows[0]["country"] for row in hit.rows)
        return False

    def _with_compass(self, document: Document, hit: Hit, row: Row) -> int:
        before = hit.start - 1
        if before >= 0 and row["kind"] == "country" and document.kinds[before] == CAPITALISED:
            first = document.sentence_at(document.starts[hit.start])[0] == document.starts[before]
            if document.norms[before] in self._surroundings.compass and not first:
                return before
        return hit.start

    def _again(
        self, document: Document, near: NextTo, spans: list[Span], named: set[int]
    ) -> list[Span]:
        """Bare mentions of names that a class word has marked elsewhere (``Thach Ha district``)."""
        names: dict[tuple[str, ...], Span] = {}
        for span in spans:
            if span.rule.startswith("class-"):
                first = document.token_at(span.start)
                last = document.token_at(span.end - 1) + 1
                named.update(range(first, last))
                if last - first > 1:
                    names.setdefault(tuple(document.norms[first:last]), span)
        found = []
        for match in _RUN.finditer(document.kinds) if names else ():
            for first in range(match.start(), match.end()):
                for size in range(2, min(5, match.end() - first + 1)):
                    known = names.get(tuple(document.norms[first : first + size]))
                    if known is None or named.intersection(range(first, first + size)):
                        continue
                    hit = Hit(first, first + size, ())
                    if not self._surroundings.block(document, near, hit):
                        found.append(
                            _span(document, first, first + size, "class-again", known.parts)
                        )
        return found


def _span(document: Document, start: int, end: int, rule: str, parts: dict[str, Any]) -> Span:
    return Span(
        start=document.starts[start],
        end=document.ends[end - 1],
        type="locality",
        rule=rule,
        parts=parts,
    )
