"""What the grammar of bodies cannot say by classes: weak heads, articles, words around the name."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from extract.document import Document
from extract.find.body_classes import Heads

_DETERMINERS = frozenset(
    {"the", "this", "said", "our", "its", "their", "that", "his", "her", "'s", "'"}
)
_HEADS = "CHRBG"
_OF_A_NAME = re.compile("od?[A-Z]")
_PROPER = "APUQSR"  # classes of words that make a hospital or university one of its kind
_NATIONAL = frozenset({"National", "State", "Royal", "Supreme"})


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
        self._not_before = frozenset(table["not_before"])
        self._laws = frozenset(table["laws"])
        self._no_government = frozenset(table["no_government"])
        self._no_article = frozenset(table["no_article"])
        self._bare = frozenset(table["bare"])
        self._after_cabinet = frozenset(table["after_cabinet"])
        self._after_force = frozenset(table["after_force"])
        self._house = frozenset(table["house"])
        self._congress = frozenset(table["congress"])
        self._subject_ending = re.compile(table["subject_ending"])
        self._openers = re.compile(table["openers"])
        self._keep_openers = frozenset(table["keep_openers"])
        self.of_places = frozenset(table["of_places"])

    def check(
        self, document: Document, classes: str, edges: tuple[int, int, int], seen: set[str]
    ) -> Body | None:
        """The body with the ``edges`` first token, head noun, token after the last; None if it is
        none.

        ``seen`` are the head nouns of the full names found before.
        """
        start, head, end = edges
        start = self._left_edge(document, classes, start, head)
        fitting = self._fitting_head(document, classes, start, head, end, seen)
        if fitting is None:
            return None
        if fitting != head:
            head, end = fitting, fitting + 1
        bare = start == head and end == head + 1
        if bare and not self._may_stand_alone(document, classes, head, seen):
            return None
        end = self._right_edge(document, classes, head, end)
        return Body(
            start, end, head, bare, self._surroundings_fit(document, classes, start, end, head)
        )

    def _left_edge(self, document: Document, classes: str, start: int, head: int) -> int:
        for i in range(head - 1, start, -1):
            if classes[i] == "-" and document.starts[i] != document.ends[i - 1]:
                if classes[i - 1] == classes[i + 1] == "P":
                    continue  # Vietnam - Laos Joint Committee
                start = i + 1
                break
        if start < head and classes[start] == "A" and self._opens_sentence(document, start):
            word = document.norms[start]
            if self._openers.search(word) and word not in self._keep_openers:
                start += 1
        return start

    def _right_edge(self, document: Document, classes: str, head: int, end: int) -> int:
        """Takes in `and Mitigation` behind a known subject, and the number of `Steering Committee
        389`.
        """
        if (
            end == head + 1 < len(classes)
            and classes[end] == "0"
            and document.norms[head - 1] == "steering"
        ):
            number = document.words[end]
            return end + 1 if number.isdecimal() and len(number) in (2, 3) else end
        after = classes[end : end + 2]
        if after[:1] == "A" and not after[1:].isupper() and "&" in classes[head:end]:
            return end + 1 if self._subject_ending.search(document.norms[end]) else end
        if classes[end - 1] == "T" and end > head + 1 and classes[end : end + 2] == "&A":
            after = classes[end + 2 : end + 3]
            if after not in ("A", "P", "H", "C", "X", "'") and self._subject_ending.search(
                document.norms[end + 1]
            ):
                return end + 2
        return end

    def _opens_sentence(self, document: Document, token: int) -> bool:
        return document.sentence_at(document.starts[token])[0] >= document.starts[token] - 1

    def _fitting_head(
        self, document: Document, classes: str, start: int, head: int, end: int, seen: set[str]
    ) -> int | None:
        """The last head noun up to ``head`` that has before it what it needs."""
        for at in range(head, start - 1, -1):
            if classes[at] in _HEADS and self._has_its_words(
                document, classes, start, at, end if at == head else at + 1, seen
            ):
                return at
        return None

    def _has_its_words(
        self, document: Document, classes: str, start: int, at: int, end: int, seen: set[str]
    ) -> bool:
        word = document.words[at]
        needs = self._needs.get(word)
        if needs is None:
            return True
        if at == start and end == at + 1:
            return True  # a bare head: looked at later
        before = ""
        if at > start:
            before = document.norms[at - 1 if classes[at - 1] not in "'0" else max(at - 2, start)]
        if word == "House" and end > at + 1:
            return True
        if f"-{before}" in needs:
            return False
        if "+" in needs:
            return end > at + 1 or any(
                classes[i] in _PROPER or document.words[i] in _NATIONAL for i in range(start, at)
            )
        if "" in needs:
            return True
        return before in needs

    def _may_stand_alone(self, document: Document, classes: str, head: int, seen: set[str]) -> bool:
        word = document.words[head]
        before = document.norms[head - 1] if head else ""
        if _OF_A_NAME.match(classes, head + 1) or (
            word == "Treasury" and "X" in classes[max(head - 3, 0) : head + 2]
        ):
            return False  # Office of the Unread Word; Secretary of the Treasury
        if word == "Government":
            return before not in ("each", "every", "any", "no")
        if before in self._no_article:
            return False
        if word in self._bare or (word == "Congress" and document.country in self._congress):
            return True
        if word == "House" and document.country in self._house:
            return before == "the" or classes[head + 1 : head + 2] == "X"
        if word in self._needs and word not in seen:
            return False
        return before in _DETERMINERS or word in seen

    def _surroundings_fit(
        self, document: Document, classes: str, start: int, end: int, head: int
    ) -> bool:
        words, norms = document.words, document.norms
        after = words[end] if end < len(words) else ""
        if after in self._not_before or (
            after == "-"
            and classes[end - 1] in "CHRB"
            and end + 1 < len(words)
            and document.starts[end] == document.ends[end - 1]
            and words[end + 1] not in ("led", "run", "owned", "level", "funded")
        ):
            return False
        last = words[end - 1]
        if last == "Cabinet" and after in self._after_cabinet:
            return False
        if classes[end - 1] == "R" and start == head and after in self._after_force:
            return False
        before = start - 1
        if before >= 0 and classes[before] == "d":
            before -= 1
        if before > 0 and classes[before] == "n" and norms[before - 1] in self._laws:
            return False
        if classes[start - 1 : start] == "'" and norms[start - 2] == "members":
            return False  # the Members' Council of a company
        if classes[head] == "G":
            return self._is_government(document, classes, start, head)
        return True

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
