"""Where the name of a body begins and ends, beyond what the grammar says."""

import re
from collections.abc import Mapping
from typing import Any

from extract.document import Document

_TO_WHOM = re.compile("d?[APQ]{1,4}")
_IN_A_NAME = frozenset("APHCX'")


class BodyEdges:
    """Moves the edges of a match of the rule ``body`` to those of the name."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Read the word lists of ``patterns/agencies.toml``."""
        self._subject_ending = re.compile(table["subject_ending"])
        self._openers = re.compile(table["openers"])
        self._keep_openers = frozenset(table["keep_openers"])
        self._ordinals = frozenset(table["ordinals"])
        self._numbered = frozenset(table["numbered"])
        self._accredited = frozenset(table["accredited"])

    def left(self, document: Document, classes: str, start: int, head: int) -> int:
        """Leaves out what a dash or the head of the sentence divides from the name.

        In "Hanoi - Ministry of Health" the name begins at "Ministry"; in "Regarding Tax Policy
        Board" at "Tax".
        """
        dash = classes.rfind("-", start + 1, head)
        while dash > 0:
            if document.starts[dash] != document.ends[dash - 1] and not (
                classes[dash - 1] == classes[dash + 1] == "P"  # Vietnam - Laos Joint Committee
            ):
                start = dash + 1
                break
            if classes[dash - 1] == "Q" and dash - 1 == start:
                if any(hit.start == dash + 1 < hit.end for hit in document.hits_of("agencies")):
                    start = dash + 1  # ASEAN-Gulf Cooperation Council: two bodies
                break
            dash = classes.rfind("-", start + 1, dash)
        if start < head and classes[start] == "A":
            word = document.norms[start]
            if (
                self._openers.search(word)
                and word not in self._keep_openers
                and _opens_sentence(document, start)
            ):
                start += 1
        return start

    def ordinal(self, document: Document, classes: str, start: int, head: int) -> int:
        """Takes in the number of `5th Army Corps`, `Third Army Region`."""
        if start and document.norms[head] in self._numbered:
            word = document.norms[start - 1]
            if classes[start - 1] == "0":
                return start - (word[-2:] in _ORDINAL_ENDS)
            if classes[start - 1] == "Y" and word in self._ordinals:
                return start - 1
        return start

    def right(self, document: Document, classes: str, head: int, end: int) -> int:
        """Takes in `and Mitigation` behind a known subject, the number of `Steering Committee 389`,
        and to whom a mission is sent.
        """
        after = classes[end : end + 3]
        first = after[:1]
        if first == "&":
            if (
                classes[end - 1] == "T"
                and end > head + 1
                and after[1:2] == "A"
                and after[2:] not in _IN_A_NAME
                and self._subject_ending.search(document.norms[end + 1])
            ):
                return end + 2
        elif first == "A":
            if (
                not after[1:2].isupper()
                and "&" in classes[head:end]
                and self._subject_ending.search(document.norms[end])
            ):
                return end + 1
        elif first == "0":
            if end == head + 1 and document.norms[head - 1] == "steering":
                number = document.words[end]
                return end + 1 if number.isdecimal() and len(number) in (2, 3) else end
        elif first == ">" and document.norms[head] in self._accredited:
            whom = _TO_WHOM.match(classes, end + 1)
            return whom.end() if whom else end
        return end


_ORDINAL_ENDS = ("st", "nd", "rd", "th")


def _opens_sentence(document: Document, token: int) -> bool:
    return document.sentence_at(document.starts[token])[0] >= document.starts[token] - 1
