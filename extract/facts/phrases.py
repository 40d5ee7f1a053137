"""Noun phrases over a sentence's letters, read forwards from a number."""

import re

from extract.facts.edges import Edges
from extract.facts.sentence import Sentence
from extract.patterns import Patterns

# Words up to a plural, then others of the same kind: `public services`, `information lookup`.
_UNIT = (
    r"(?>[ty]{0,2}(?>[ey]{0,2}h?(?:ec(?=x[xz]))?"
    r"(?>(?:[xi'\"-]|/(?!N)){1,8})){0,4}(?:[eh]?z|h)?'?z?)"
)
_BASE = re.compile(
    rf"(?>{_UNIT}(?:(?>,[teh]{{0,2}}x{{0,3}}z){{0,6}},?c(?=[yehx]{{0,4}}z|[eh]?x){_UNIT}(?!a?N|T))?)"
)
_OF = re.compile(r"o(?![DOq])")
_MORE = re.compile(r"(?:[pIW](?![DLGOq])|r(?!b?[qO]))")
_PARTICIPLE = re.compile(r"(?:h(?=[txzyeN]|p|I)|e(?!Tb)(?=[pIWTBAyb]|x[bvVm])|v(?=[xy]b))")
_LIST = re.compile(
    r"(?:,[xehy-]{0,4}z(?=[,cbve.]))*(?:(?:,c(?!e)|c)[xehy-]{0,5}z(?=[bvVmeop,;.)]|ca?N|\Z))?"
)
_JOINED = re.compile(r"c[xeh]{1,3}z(?=[bvVmeop,;.)])")
_SUM = re.compile(r"o[ta]*N")
_FINITE = re.compile(r"[bvVm]")
_LONGEST = 26  # tokens of a measure
_MOST_STEPS = 4


class Phrases:
    """Reads noun phrases; ``trim`` cuts their edges."""

    def __init__(self, loaded: Patterns) -> None:
        table = loaded.table("facts")
        self._place_nouns = frozenset(table["place"]["nouns"].split())
        self.trim = Edges(loaded).trim
        self._adverbial = frozenset(table["measure"]["adverbial"].split())
        self._parts = frozenset(table["measure"]["parts"].split())

    def after(self, sentence: Sentence, at: int, head: int = 0) -> tuple[int, int] | None:
        """The phrase that starts at token ``at``, with its phrases and participles, or None.

        ``head`` is where its first part ends, if that is known.
        """
        codes = sentence.codes
        start = at
        while start < sentence.size and codes[start] in "ta":
            start += 1
        end = head or self._base(codes, start)
        if end <= start:
            return None
        limit = min(sentence.size, start + _LONGEST)
        end = self._name(sentence, end, limit)
        if head and codes[head - 1] in "xz":
            match = (_LIST if codes[head - 1] == "z" else _JOINED).match(codes, head, limit)
            end = match.end() if match else end
        finite = bool(_FINITE.search(codes, end, limit)) or bool(
            _FINITE.search(codes, max(0, at - 12), at)
        )
        for _ in range(_MOST_STEPS):
            further = self._further(sentence, codes, end, finite)
            if further <= end or end >= limit:
                break
            end = further
        return self.trim(sentence, start, min(end, limit))

    @staticmethod
    def _name(sentence: Sentence, end: int, limit: int) -> int:
        """Where a capitalised name goes on after its plural: ``Transforming Cities Fund``."""
        kinds, first = sentence.document.kinds, sentence.first
        if kinds[first + end - 1] in "AU" and sentence.codes[end - 1] == "z":
            while end < limit and kinds[first + end] in "AU" and sentence.codes[end] in "xz":
                end += 1
        return end

    def _base(self, codes: str, at: int) -> int:
        match = _BASE.match(codes, at, at + _LONGEST)
        return match.end() if match else at

    def _further(self, sentence: Sentence, codes: str, at: int, finite: bool) -> int:
        """Where one more `of`, `for`, `in` phrase or participle ends, else ``at``."""
        if _OF.match(codes, at) or _MORE.match(codes, at):
            if codes[at] == "r":
                return self._clause(codes, at)
            word = sentence.norm(at)
            if codes[at : at + 2] == "oN" or word == "per" or word in self._adverbial:
                return at
            if codes[at] == "W" and codes[at + 1 : at + 2] in ("t", "a", "N"):
                return at  # with a focus on, with over 9,000 members
            past = at + 1
            while past < sentence.size and codes[past] in "ta":
                past += 1
            if codes[past : past + 1] == "N":
                return at  # families in 12 states
            if sentence.norm(past) in self._place_nouns and codes[past + 1 : past + 2] != "'":
                return at
            if codes[past : past + 1] == "G":
                while codes[past : past + 1] == "G":
                    past += 1
                return past if codes[at] in "pW" else at
            end = self._base(codes, past)
            if codes[at] == "W" and _SUM.match(codes, end):
                return at  # projects with a total value of 15 billion
            return end if end > past else at
        if sentence.norm(at) in self._parts:
            return at
        if _PARTICIPLE.match(codes, at) and (
            codes[at] == "h"
            or finite
            or sentence.norm(at + 1) == "as"
            or "e" in codes[at + 1 : at + 9].partition(",")[0]
        ):
            past = at + 1
            if codes[at] != "h" and codes[past] in "ybx":
                return past + (codes[past] in "yx")
            if codes[past] in "pIWTBA" and (
                codes[past] == "B" or codes[past + 1 : past + 3].strip("t")[:1] in ("D", "L", "")
            ):
                return at
            past += codes[past] in "pIWTA"
            while past < sentence.size and codes[past] in "ta":
                past += 1
            if codes[past : past + 1] == "N":
                return at  # bursaries targeting 52,000 students
            end = self._base(codes, past)
            return end if end > past else past
        return at

    @staticmethod
    def _clause(codes: str, at: int) -> int:
        """The end of a relative clause without comma: up to the main verb."""
        past = at + 1
        while past < len(codes) and past < at + 14 and codes[past] in "bvy":
            past += 1
        while past < len(codes) and past < at + 14 and codes[past] not in "bv,;:()sNDr":
            past += 1
        return past if past < len(codes) and codes[past] in "bv" else at

    def is_place(self, sentence: Sentence, at: int) -> bool:
        """Whether the phrase at token ``at`` is of a place: ``the North Central region``."""
        end = at
        while end < sentence.size and end < at + 6 and sentence.codes[end] in "txz":
            end += 1
        last = sentence.norm(end - 1)
        return last in self._place_nouns and (last != "capital" or sentence.codes[at] == "t")
