"""The edges of a noun phrase: without article, number, period and place."""

import re

from extract.facts.openings import STATUS, Openings
from extract.facts.sentence import Sentence
from extract.patterns import Patterns

_AT_LEVEL = re.compile(r"A[txzc,eh]+\Z")
_YEAR_OF = re.compile(r"D+[xh]{0,2}\Z")
_YEARS = frozenset(("year", "years", "season", "term", "period"))
_END_NUMBER = re.compile(r"[oI][ta]*N+\Z")
_DATED = re.compile(r"[pIo]t?D+(?=e)")
_OLDER = frozenset(("over", "above", "older", "under", "below", "younger", "more"))
_TIMES = frozenset(("year", "month", "quarter", "week", "period"))


class Edges:
    """Trims phrases."""

    def __init__(self, loaded: Patterns) -> None:
        self._place_nouns = frozenset(loaded.table("facts")["place"]["nouns"].split())
        self._nominal = frozenset(loaded.table("facts")["measure"]["nominal"].split())
        self._here = self._place_nouns | {"area", "locality"}
        self._openings = Openings(self._nominal)

    def trim(self, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
        """Tokens ``[start, end)`` without article, number, period and place at the edges, or None.

        >>> # "The number of pupils in 2023" → "number of pupils"
        """
        start = self._trim_left(sentence, start, end)
        end = self._trim_right(sentence, start, end)
        codes = sentence.codes
        match = _AT_LEVEL.search(codes, start + 1, end)
        if match is not None and codes[match.start() - 1] != "e":
            end = match.start()
        if (match := _END_NUMBER.search(codes, start + 1, end)) is not None:
            end = match.start()
        end = self._shorten(sentence, start, end)
        start = self._openings.read(sentence, start, end)
        if start < 0:
            return None
        for at in range(start, end):
            if codes[at] in "xzi":
                return start, end
        alone = codes[start:end] == "h" and (
            codes[max(0, start - 1) : start] in ("", "r") or sentence.norm(start) in self._nominal
        )
        alone = alone or (
            codes[start : start + 1] == "h" and start > 0 and self._is_name(sentence, start)
        )
        alone = alone or re.fullmatch("h(?:ch)+", codes[start:end]) is not None
        return (start, end) if alone else None  # Funding fell; mining and quarrying fell

    @staticmethod
    def _shorten(sentence: Sentence, start: int, end: int) -> int:
        """Where a phrase ends before what only comments on it: ``repairs estimated``, ``the sector
        as a whole``, ``the plan for 2025 assigned by``.
        """
        codes = sentence.codes
        if sentence.norm(end - 1) in STATUS and codes[end - 1] == "e" and end - start > 1:
            end -= 1
        if codes[end - 3 : end] == "ptx" and sentence.norm(end - 1) == "whole" and end - start > 3:
            end -= 3
        dated = _DATED.search(codes, start + 1, end)
        return dated.start() if dated is not None else end

    @staticmethod
    def _is_name(sentence: Sentence, at: int) -> bool:
        """``for Housing and Building``: a name, not what is done."""
        return sentence.document.kinds[sentence.first + at] == "A"

    def _trim_left(self, sentence: Sentence, start: int, end: int) -> int:
        codes = sentence.codes
        while start < end:
            code = codes[start]
            if code in "tcsyaD,-\"' _/N" or sentence.norm(start) in ("of", "among"):
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
        while past < end and codes[past] in "tao":
            past += 1
        stop = past
        while stop < end and codes[stop] in "LDG":
            stop += 1
        if stop == past:
            return at
        return stop + (stop < end and sentence.norm(stop) in self._place_nouns)

    @staticmethod
    def _elsewhere(sentence: Sentence, start: int, end: int) -> int:
        """Where a period or a place without a mention begins that ends at ``end``, else ``end``:
        ``for the 2024-25 fiscal year``, ``in Turkwel``.
        """
        codes, kinds, first = sentence.codes, sentence.document.kinds, sentence.first
        if sentence.norm(end - 1) in _YEARS:
            match = _YEAR_OF.search(codes, max(start + 1, end - 6), end)
            return match.start() if match is not None else end
        at = end
        while at > start and kinds[first + at - 1] == "A":
            at -= 1
        if (
            at < end
            and at - 1 > start
            and codes[at - 1] == "I"
            and (at == 2 or kinds[first + at - 2] == "a")
        ):
            return at - 1
        return end

    def _trim_right(self, sentence: Sentence, start: int, end: int) -> int:
        codes = sentence.codes
        while end > start:
            code = codes[end - 1]
            if codes[end - 3 : end - 1] == "Nc" and sentence.norm(end - 1) in _OLDER:
                break  # people aged 60 and over
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
                if opening == end - 3 > start and codes[end - 2] in "xzG":
                    end = opening  # the Consumer Price Index (CPI)
                    continue
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
            if (
                norm in self._here
                and sentence.norm(end - 2) in ("the", "whole", "entire")
                and end - 3 > start
            ):
                cut = end - 2 - (sentence.norm(end - 2) != "the")
                if codes[cut - 1] in "oIp":
                    end = cut - 1
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
            if code in "xz" and (cut := self._elsewhere(sentence, start, end)) < end:
                end = cut
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

    def _owns(self, sentence: Sentence, at: int) -> bool:
        """``city's``."""
        owner = sentence.norm(at)
        return sentence.codes[at + 1 : at + 2] == "'" and (
            owner in self._place_nouns or owner in _TIMES  # the year's capital plan
        )
