"""What the grammar of bodies cannot say by classes: weak heads, articles, words around the name."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from extract.document import Document
from extract.find.body_classes import Heads
from extract.find.body_edges import BodyEdges

_DETERMINERS = frozenset(
    {"the", "this", "said", "our", "its", "their", "that", "his", "her", "'s", "'"}
)
_HEADS = "CHRBG"
_OF_A_NAME = re.compile("od?[A-Z]")
_PROPER = "APUQSR"  # classes of words that make a hospital or university one of its kind
_NATIONAL = frozenset({"national", "state", "royal", "supreme"})
_ALL_OF_THEM = ("each", "every", "any", "no")
_LEAGUES = ("1", "2", "3")  # Division 2 is one of sports
_HYPHENED = ("led", "run", "owned", "funded")


class Body(NamedTuple):
    """A checked body: tokens ``[start, end)``, its head noun, and whether it is the head noun
    alone.

    ``stands`` is False where the words around make it no body: `Law on the State Bank of Vietnam`.
    """

    start: int
    end: int
    head: int
    bare: bool
    stands: bool


class BodyChecks:
    """Decides on each match of the rule ``body``, and where its name begins and ends."""

    def __init__(self, table: Mapping[str, Any], heads: Heads) -> None:
        """Read the word lists of ``patterns/agencies.toml``."""
        self._needs = heads.needs
        self._edges = BodyEdges(table)
        self._not_before = frozenset(table["not_before"])
        self._laws = frozenset(table["laws"])
        self._commercial_banks = frozenset(table["commercial_banks"])
        self._in_law_brackets = frozenset(table["in_law_brackets"])
        self._no_government = frozenset(table["no_government"])
        self._no_article = frozenset(table["no_article"])
        self._bare = frozenset(word.lower() for word in table["bare"])
        self._after_cabinet = frozenset(table["after_cabinet"])
        self._after_force = frozenset(table["after_force"])
        self._after_house = frozenset(table["after_house"])
        self._bare_in = {key: frozenset(table[key]) for key in ("house", "congress", "centre")}
        self.of_places = frozenset(table["of_places"])

    def check(
        self, document: Document, classes: str, start: int, head: int, end: int, seen: set[str]
    ) -> Body | None:
        """The body of tokens ``[start, end)`` with its head noun at ``head``; None if it is none.

        ``seen`` are the folded head nouns of the full names found before.
        """
        if start < head and (classes[start] == "A" or "-" in classes[start:head]):
            start = self._edges.left(document, classes, start, head)
        if classes[head] == "R":
            start = self._edges.ordinal(document, classes, start, head)
        if document.norms[head] in self._needs:
            fitting = self._fitting_head(document, classes, start, head, end)
            if fitting is None:
                return None
            if fitting != head:
                head, end = fitting, fitting + 1
        bare = start == head and end == head + 1
        if bare and not self._may_stand_alone(document, classes, head, seen):
            return None
        if end < len(classes) and classes[end] in "&A0>":
            end = self._edges.right(document, classes, head, end)
        stands = self._surroundings_fit(document, classes, start, end, head)
        return Body(start, end, head, bare, stands)

    def _fitting_head(
        self, document: Document, classes: str, start: int, head: int, end: int
    ) -> int | None:
        """The last head noun up to ``head`` that has before it what it needs."""
        for at in range(head, start - 1, -1):
            if classes[at] in _HEADS and self._has_its_words(
                document, classes, start, at, end if at == head else at + 1
            ):
                return at
        return None

    def _has_its_words(
        self, document: Document, classes: str, start: int, at: int, end: int
    ) -> bool:
        word = document.norms[at]
        needs = self._needs.get(word)
        if needs is None or (at == start and end == at + 1):
            return True  # a bare head: looked at later
        before = ""
        if at > start:
            before = document.norms[at - 1 if classes[at - 1] not in "'0" else max(at - 2, start)]
        if word == "house" and end > at + 1:
            return True
        if f"-{before}" in needs:
            return False
        if "+" in needs and (
            end > at + 1
            or any(map(_PROPER.__contains__, classes[start:at]))
            or not _NATIONAL.isdisjoint(document.norms[start:at])
        ):
            return True
        if "#" in needs and (
            (at > start and classes[at - 1] in "0Y")
            or (classes[at + 1 : at + 2] == "0" and document.norms[at + 1] not in _LEAGUES)
        ):
            return True
        if "+o" in needs and classes[at + 1 : at + 3] == "oP":
            return document.norms[at + 2] not in self._commercial_banks
        if "+of" in needs and at > start and classes[at + 1 : at + 2] == "o":
            return True
        if "P" in needs and at > start and classes[at - 1] == "P":
            return True
        if ">deputies" in needs and "deputies" in document.norms[at:end]:
            return True
        return "" in needs or before in needs

    def _may_stand_alone(self, document: Document, classes: str, head: int, seen: set[str]) -> bool:
        word = document.norms[head]
        before = document.norms[head - 1] if head else ""
        if _OF_A_NAME.match(classes, head + 1) or (
            word == "treasury" and "X" in classes[max(head - 3, 0) : head + 2]
        ):
            return False  # Office of the Unread Word; Secretary of the Treasury
        if word == "union":
            return before == "the" and classes[head + 1 : head + 2] not in ("X", "-")
        if word == "government":
            return before not in _ALL_OF_THEM
        if before in self._no_article:
            return False
        if word in self._bare:
            return True
        countries = self._bare_in.get(word)
        if countries is not None and document.country in countries:
            if before == "the" or word == "congress":
                return True
            after = document.norms[head + 1] if head + 1 < len(classes) else ""
            post = classes[head + 1 : head + 2] == "X"
            if word == "house" and (post or after in self._after_house):
                return True
        if word in seen:
            return True
        return word not in self._needs and before in _DETERMINERS

    def _surroundings_fit(
        self, document: Document, classes: str, start: int, end: int, head: int
    ) -> bool:
        after = classes[end : end + 1]
        if (after.isalpha() or after in ("(", "-")) and not self._fits_before(
            document, classes, start, end, head
        ):
            return False
        before = start - 1
        if before > 0:
            kind = classes[before]
            if kind == "d":
                before -= 1
                kind = classes[before]
            if kind == "n" and document.norms[before - 1] in self._laws:
                return False
            if kind == "'" and document.norms[start - 2] == "members":
                return False  # the Members' Council of a company
        if classes[head] == "G":
            return self._is_government(document, classes, start, head)
        return True

    def _fits_before(
        self, document: Document, classes: str, start: int, end: int, head: int
    ) -> bool:
        """Whether the word after the name leaves it one: not `Planning Act`, `Cabinet Secretary`,
        `Army General`, nor `461 Standing Committee members`.
        """
        after = document.words[end]
        kind = classes[end]
        if after in self._not_before:
            return False
        if kind == "(":
            return end + 1 >= len(classes) or document.norms[end + 1] not in self._in_law_brackets
        if kind == "-":
            return (
                classes[end - 1] not in "CHRB"
                or end + 1 >= len(classes)
                or document.starts[end] != document.ends[end - 1]
                or document.words[end + 1] in _HYPHENED
            )
        if kind == "a" and start and document.kinds[start - 1] == "0" and after.endswith("s"):
            return not document.words[start - 1].replace(",", "").isdecimal()
        last = document.norms[end - 1]
        if last == "cabinet" and after in self._after_cabinet:
            return False
        return not (classes[end - 1] == "R" and start == head and after in self._after_force)

    def _is_government(self, document: Document, classes: str, start: int, head: int) -> bool:
        """Not `digital Government`, `e-Government`, `levels of Government`, `Local Government`."""
        before = head - 1
        if before < 0:
            return True
        if classes[before] == "-" and document.starts[head] == document.ends[before]:
            return False
        if classes[before] == "o" and before:
            before -= 1
        return document.norms[before] not in self._no_government
