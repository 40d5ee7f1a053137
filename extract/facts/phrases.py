"""Noun phrases over a sentence's letters: forwards from a number, and trimmed at both edges."""

import re

from extract.facts.sentence import Sentence
from extract.patterns import Patterns

# Words up to a plural, then others of the same kind: `public services`, `information lookup`.
_UNIT = r"(?>[ty]{0,2}(?>[ey]{0,2}h?(?>(?:[xi'\"-]|/(?!N)){1,8})){0,4}(?:[eh]?z|h)?'?z?)"
_BASE = re.compile(
    rf"(?>{_UNIT}(?:(?>,[teh]{{0,2}}x{{0,3}}z){{0,6}},?c(?=[yehx]{{0,4}}z|[eh]?x){_UNIT}(?!a?N))?)"
)
_OF = re.compile(r"o(?![DOq])")
_MORE = re.compile(r"(?:[pIW](?![DLGOq])|r(?!b?[qO]))")
_PARTICIPLE = re.compile(r"(?:h(?=[txzyeN]|p|I)|e(?!Tb)(?=[pIWTBAyb]|x[bvV])|v(?=[xy]b))")
_LIST = re.compile(r"(?:,[xehy-]{0,4}z(?=[,cbve.]))*(?:,?c[xehy-]{0,5}z(?=[bvVeop,;.)]|\Z))?")
_JOINED = re.compile(r"c[xeh]{1,3}z(?=[bvVeop,;.)])")
_AT_LEVEL = re.compile(r"A[txzc,eh]+\Z")
_END_NUMBER = re.compile(r"o[ta]*N+\Z")
_FINITE = re.compile(r"[bvV]")
_LONGEST = 26  # tokens of a measure
_TIMES = frozenset(("year", "month", "quarter", "week", "period"))
_MOST_STEPS = 4


class Phrases:
    """Reads and trims noun phrases."""

    def __init__(self, loaded: Patterns) -> None:
        place = loaded.table("facts")["place"]
        self._place_nouns = frozenset(place["nouns"].split())

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
            if codes[at : at + 2] == "oN" or sentence.norm(at) == "per":
                return at
            past = at + 1
            while past < sentence.size and codes[past] in "taN":
                past += 1
            if sentence.norm(past) in self._place_nouns and codes[past + 1 : past + 2] != "'":
                return at
            if codes[past : past + 1] == "G":
                while codes[past : past + 1] == "G":
                    past += 1
                return past if codes[at] in "pW" else at
            end = self._base(codes, past)
            return end if end > past else at
        if _PARTICIPLE.match(codes, at) and (
            codes[at] == "h" or finite or "e" in codes[at + 1 : at + 9].partition(",")[0]
        ):
            past = at + 1
            if codes[at] != "h" and codes[past] in "ybx":
                return past + (codes[past] in "yx")
            if codes[past] in "pIWTBA" and (
                codes[past] == "B" or codes[past + 1 : past + 2] in "DL"
            ):
                return at
            past += codes[past] in "pIWTA"
            while past < sentence.size and codes[past] in "taN":
                past += 1
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

    def _owns(self, sentence: Sentence, at: int) -> bool:
        """``city's``."""
        return sentence.codes[at + 1 : at + 2] == "'" and sentence.norm(at) in self._place_nouns

    def is_place(self, sentence: Sentence, at: int) -> bool:
        """Whether the phrase at token ``at`` is of a place: ``the North Central region``."""
        end = at
        while end < sentence.size and end < at + 6 and sentence.codes[end] in "txz":
            end += 1
        return sentence.norm(end - 1) in self._place_nouns

    def trim(self, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
        """Tokens ``[start, end)`` without article, number, period and place at the edges, or None.

        >>> # "The number of pupils in 2023" → "number of pupils"
        """
        start = self._trim_left(sentence, start, end)
        end = self._trim_right(sentence, start, end)
        codes = sentence.codes
        if (match := _AT_LEVEL.search(codes, start + 1, end)) is not None:
            end = match.start()
        if (match := _END_NUMBER.search(codes, start + 1, end)) is not None:
            end = match.start()
        while start < end and codes[start] in 'tay,NcA-"':
            start += 1
        for at in range(start, end):
            if codes[at] in "xzi":
                return start, end
        return None

    def _trim_left(self, sentence: Sentence, start: int, end: int) -> int:
        codes = sentence.codes
        while start < end:
            code = codes[start]
            if code in "tcsyaD,-\"' _/N":
                start += 1
            elif code in "LG":
                past = start
                while past < end and codes[past] in "LG":
                    past += 1
                if past < end and sentence.norm(past) in self._place_nouns:
                    past += 1
                if past < end and codes[past] == "'":
                    start = past + 1
                elif past < end and code == "L" and codes[past] in "xzeh":
                    start = past
                elif past >= end:
                    return end
                else:
                    return start
            elif codes[start : start + 2] == "or" or self._owns(sentence, start):
                start += 2
            elif code in "pIAFW" and (past := self._place_or_date(sentence, start, end)) > start:
                start = past
            else:
                break
        return start

    def _place_or_date(self, sentence: Sentence, at: int, end: int) -> int:
        """Where ``In Hai Duong province`` or ``in 2023`` ends that starts at ``at``."""
        codes = sentence.codes
        past = at + 1
        while past < end and codes[past] in "ta":
            past += 1
        stop = past
        while stop < end and codes[stop] in "LDG":
            stop += 1
        if stop == past:
            return at
        return stop + (stop < end and sentence.norm(stop) in self._place_nouns)

    def _trim_right(self, sentence: Sentence, start: int, end: int) -> int:
        codes = sentence.codes
        while end > start:
            code = codes[end - 1]
            if code in "yatcopIATBFWsr,;:-\"'_? bq.":
                end -= 1
                continue
            if code in "DL":
                past = end
                while past > start and codes[past - 1] == code:
                    past -= 1
                end = past
                continue
            if code == ")":
                opening = codes.rfind("(", start, end)
                if opening > start and set(codes[opening:end]) & set("DN"):
                    end = opening
                    continue
            norm = sentence.norm(end - 1)
            if norm in self._place_nouns and end - 2 > start:
                if codes[end - 2] in "LG":
                    end -= 1
                    continue
                if codes[end - 2] == "t" and codes[end - 3] in "oIp":
                    end -= 3
                    continue
            if norm in _TIMES and codes[end - 2] == "t" and codes[end - 3] in "pI":
                end -= 3
                continue
            if norm in ("time", "present", "moment") and codes[end - 3 : end - 1] == "Tt":
                end -= 3
                continue
            if code == "u":
                end -= 1
                continue
            if norm in ("period", "date") and end - 2 > start and codes[end - 2] in "DT":
                end -= 1
                continue
            if code == "G":
                past = end
                while past > start and codes[past - 1] == "G":
                    past -= 1
                head = past - 1 if past > start and codes[past - 1] == "t" else past
                if head > start and codes[head - 1] in "oIBA":
                    end = head - 1
                    continue
            break
        return end
