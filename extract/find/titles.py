"""Finds titles: a post or rank with the words before it and the phrase after it."""

import re

import msgspec
from spacy.lang.en.stop_words import STOP_WORDS

from extract.find.title_text import Text
from extract.find.vietnamese import is_syllable
from extract.patterns import Patterns, expand

_PREFIX_WORDS = 10  # words that a title may have before its post
_EDGES = frozenset("du,=-(")
_RANKS = frozenset("RrF")
_WHERE = frozenset(("in", "at", "from", "near", "outside"))
_NAME_LIKE = frozenset("ANVXUIC")
_GIVEN = frozenset("NV")
# `General` behind a subject or body and before a name is a rank of its own.
_RANK_BEHIND = re.compile("(?<=[TKC])G(?=[NVXA]{1,2}[NVXAC])")
_BEFORE_NAME = frozenset("HNVAX")


class Title(msgspec.Struct):
    """A title at tokens ``[start, end)``; its post at ``[head, head_end)``."""

    start: int
    head: int
    head_end: int
    end: int


class Titles:
    """Finder of titles."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("officials")
        grammar, macros = table["grammar"], table["macros"]
        where = "patterns/officials.toml"
        self._head = re.compile(expand(grammar["head"], macros, where))
        self._right = re.compile(expand(grammar["right"], macros, where))

    def find(self, text: Text) -> list[Title]:
        """All titles in order; a phrase after the post may still hold the name that follows it."""
        titles: list[Title] = []
        floor = 0
        letters = text.letters
        for match in self._head.finditer(letters):
            head, head_end = match.span()
            if head < floor or (letters[head] == "L" and letters[head - 2 : head] == "Ko"):
                continue  # House of Representatives is no title
            head_end = text.cut_at_dash(head, head_end)
            if text.letters[head_end : head_end + 1] == "-" and text.glued(head_end):
                continue  # PM-KISAN
            right = self._right.match(text.letters, head_end)
            end = text.cut_at_dash(head_end, right.end()) if right else head_end
            while end > head_end and text.letters[end - 1] in "-/'+@of>d,":
                end -= 1
            rank = _RANK_BEHIND.search(letters, head_end, end)
            if rank is not None:
                end = rank.start()  # Minister of Public Security | General Luong Tam Quang
            if letters[end : end + 1] == "E" and letters[end + 1 : end + 2] in _BEFORE_NAME:
                end += 1  # Minister of Finance II Datuk Seri …
            for begun in range(max(head_end, end - 3), end):
                end = max(end, text.place_at.get(begun, 0))  # Governor of Jammu | and Kashmir
            end = text.body_goes_on(head_end, end)
            while end > head_end and letters[end - 1 : end + 1] in ("MR", "MG"):
                end -= 1  # Chief of Staff | Senior Colonel
            start = self._left(text, head, floor)
            if self._is_plain_word(text, start, head, head_end, end):
                continue
            last = titles[-1] if titles else None
            if last is not None and self._of_holder(letters, last, start):
                last.end = floor = end  # Prime Minister's Adviser on Finance
                continue
            ranks = _RANKS.issuperset(text.letters[head]) or (
                last and text.letters[last.head] in _RANKS
            )
            if last is not None and last.end == start and last.head_end == last.end and not ranks:
                last.head, last.head_end, last.end = head, head_end, end  # chief Council negotiator
            else:
                titles.append(Title(start, head, head_end, end))
            floor = end
        return titles

    def _of_holder(self, letters: str, last: Title, start: int) -> bool:
        """Whether the title before is whose aide the new one is."""
        return (
            start == last.end + 1
            and letters[last.end] == "'"
            and last.end == last.head_end
            and letters[last.head] in "PpBb"
        )

    def _is_plain_word(self, text: Text, start: int, head: int, head_end: int, end: int) -> bool:
        """Whether a post is only a word: `as its head`, `under the chair of Ana Ruiz`."""
        letters = text.letters
        if letters[head] not in "wbl" or start < head or letters[head - 1 : head] == "'":
            return False
        if end == head_end:
            follows = letters[end : end + 1]
            return not follows.isupper() and not (letters[head] == "b" and follows == ",")
        if letters[head_end] != "o":
            return False
        return text.document.norms[head] == "chair" and letters[head_end + 1] != "d"

    def _left(self, text: Text, head: int, floor: int) -> int:
        letters = text.letters
        lowest = max(floor, head - _PREFIX_WORDS)
        at = joined = head
        while at > lowest:
            before = letters[at - 1]
            if (
                before in "MmYyKkTtJjGg"
                or (before in "CX" and at - 2 >= lowest and letters[at - 2] in "KT+")
                or (
                    # Principal Scientific Adviser: the first word was read as a title of its own.
                    before == "C" and at - 1 == lowest > 0 and letters[lowest - 1] == "W"
                )
            ):
                at -= 1
            elif (
                before == "."
                and at - 1 > lowest
                and letters[at - 2] == "M"
                and text.glued_before(at - 1)
            ):
                at -= 2  # Sr. Lt. Gen.
            elif before == "a" and letters[at] == "k" and letters[at - 2 : at - 1] in _EDGES:
                at -= 1  # the appropriations committee chairman
            elif (
                before == "a"
                and at - 3 >= lowest
                and letters[at - 3 : at - 1] in ("K-", "T-")
                and text.glued(at - 2)
            ):
                at -= 3  # Party-list Rep.
            elif (
                before in "-/"
                and at - 1 > lowest
                and text.glued(at - 1)
                and letters[at - 2] in "MYKTtmyUA"
            ) or (
                before == "'"
                and at - 1 > lowest
                and (letters[at - 2] == "K" or text.document.words[at - 1] in ("'", "\u2019"))
                and letters[at - 2].isupper()
            ):
                at -= 1  # the Workers' Party
                if letters[at - 1] not in "KT":
                    at -= 1
            elif (
                before in "U0EIV"
                and at - 1 > lowest
                and text.document.kinds[at - 1] != "A"
                and letters[at - 2] == "K"
                and letters[at] in "wWbBpP"
            ) or (before == "0" and letters[at] == "K" and letters[at - 2 : at - 1] in ("A", "K")):
                at -= 1  # Commission VI member, Albay 2nd District Representative
            elif before == "H" and text.document.norms[at - 1] == "lord" and letters[at] in "PBWJ":
                at -= 1  # Lord Mayor
            elif (
                before == "+"
                and at - 1 > lowest
                and letters[at - 2] in "TKCJt"
                and letters[at] in "TCKJtX"
            ):
                joined = at
                at -= 2
            else:
                break
        if joined != head and letters[at - 1 : at] in _GIVEN:
            at = joined  # Jerome Power and National Council Director
        while at < head and letters[at] in "-/'+G" and letters[at] != "G":
            at += 1
        body = text.body_before(head)
        if body is not None and lowest <= body < at:
            at = body
            while at > lowest and letters[at - 1] == "K":
                at -= 1
        at = self._capitals(text, at, lowest)
        if (
            at == head
            and letters[head] in "wb"
            and at - 1 in text.place_ends
            and letters[at - 1] == "'"
        ):
            at = next(
                (
                    start
                    for start in range(max(lowest, at - 6), at)
                    if text.place_at.get(start) == at - 1
                ),
                at,
            )
        while at > lowest and letters[at - 1] in "Mm":
            at -= 1  # former UK prime minister
        if at < head and at - 2 >= lowest and letters[at - 1] in "of" and letters[at - 2] in "KT":
            at -= 2  # Bank of England Governor, Ministry of Health spokesperson
            while at > lowest and letters[at - 1] in "KTAU":
                at -= 1
        return at

    def _capitals(self, text: Text, at: int, lowest: int) -> int:
        """Take a place, an adjective or an acronym before the title: Hungarian, BARMM."""
        letters = text.letters
        body = text.body_before(at)
        if body is not None:
            at = max(body, lowest)
            if at not in text.place_ends:
                return at
        if at in text.place_ends and letters[at] not in "KT":
            for start in range(max(lowest, at - 4), at):
                if text.place_at.get(start, 0) == at:
                    return at if start and text.document.norms[start - 1] in _WHERE else start
        if letters[at] == "Q" and letters[at + 1 : at + 2] not in _NAME_LIKE:
            return at  # Leo Varadkar TD
        run = at
        while run > lowest and at - run < 4 and letters[run - 1] in _NAME_LIKE:
            run -= 1
            if letters[run - 1] == "-" and letters[run - 2] in "UA" and text.glued(run - 1):
                run -= 2  # PML-N leader
        if run == lowest > 0 and at - run <= 2 and letters[run - 1] not in "\n.,;:":
            return at  # PM Modi Heads to Paris
        lower = letters[at].islower()
        if run == at or (
            letters[at] not in "KT"
            and not lower
            and at - run > 1
            and not set(letters[run:at]) & {"U", "C"}
        ):
            return at
        if letters[run] in "CXI" and self._opens(text, run) and not self._is_noun(text, run, at):
            run += 1
        words = text.document.norms[run:at]
        if (
            letters[run : run + 1] == "V"
            and len(words) > 1
            and all(map(is_syllable, words))
            and letters[at] not in "K"
        ):
            return at
        return run

    def _is_noun(self, text: Text, token: int, at: int) -> bool:
        """Whether a sentence's first word may belong to a title: Palace, not Speaking."""
        norm = text.document.norms[token]
        if text.document.words[token].isupper() and 1 < len(norm) < 4:
            return text.document.kinds[token + 1] != "U"  # UP Chief Minister
        if token + 1 == at and norm.endswith("s"):
            return False  # Says Minister …
        return norm not in STOP_WORDS and not norm.endswith(("ing", "ly", "ed", "while", "day"))

    def _opens(self, text: Text, token: int) -> bool:
        """Whether a sentence or a line begins with the token."""
        return token == 0 or text.letters[token - 1] in '\n.:;"?!- '
