"""The subject and the object that stand before a number in its clause."""

import re

from extract.facts.phrases import Phrases
from extract.facts.sentence import Numeral, Sentence

_FAR = 60  # tokens looked back
_STOPS = frozenset(";:.Ss(")
_VERBS = frozenset("bvVm")
_OLDER = frozenset(("over", "above", "older", "under", "below", "up", "more"))  # aged 12 and over
_LISTED = re.compile(
    r"[xzh]{1,2}c[xzh]{1,3}(?:[IpAo]t?[xzhD]{1,4}){0,2}\Z"
)  # , forestry and fishery production
_OF_LIST = re.compile(r"ot?[xzhe]{1,3}\Z")
_TEMPORAL = frozenset(("before", "after", "during", "since", "until"))
_DATED = re.compile(r"[pIAB]t?D+(?=t?[xz])t?")
_GROUP = frozenset("bvyVTe")
_INSERTS = (",g", ",r", ",e", ",u")  # , making up 20%, and , launched in 2017,
_LIST = re.compile(r"c(?![DN])")
_TOLD = re.compile(r"S[tGOLDIyxzp]{1,12}\Z")  # told the Senate that
_SPOKEN = re.compile(r'["?]?,["?]?[tqxzOGL\']{1,9}[SeV][yqxzOGLD]{0,6}\Z')  # , the mayor said,


class Clauses:
    """Finds the phrases before a number that its verb belongs to."""

    def __init__(self, phrases: Phrases, openers: frozenset[str]) -> None:
        self._trim = phrases.trim
        self._openers = openers

    @staticmethod
    def view(sentence: Sentence, numeral: Numeral) -> str:
        """The letters as that number sees them: those outside see no brackets' contents."""
        return sentence.codes if numeral.bracket >= 0 else sentence.flat

    def verb(self, codes: str, upto: int) -> int:
        """The last finite verb before token ``upto`` in its clause, or -1."""
        at = upto - 1
        least = max(0, upto - _FAR)
        while at >= least:
            code = codes[at]
            infinitive = code == "m" and "T" in (codes[at - 1], codes[at - 2 : at].strip("y"))
            if code in _VERBS and not infinitive:
                return at
            if code in ";:(":
                return -1
            at -= 1
        return -1

    def subject(self, sentence: Sentence, codes: str, upto: int) -> tuple[int, int] | None:
        """The subject of the last finite verb before token ``upto``, trimmed, or None."""
        verb = self.verb(codes, upto)
        if verb < 0:
            return None
        return self.subject_of(sentence, codes, verb)

    def subject_of(self, sentence: Sentence, codes: str, verb: int) -> tuple[int, int] | None:
        """The subject of the verb at token ``verb``."""
        start = end = self._group_start(codes, verb)
        if start > 1 and codes[start - 1] == "c":  # have grown and reached
            earlier = self.verb(codes, start - 1)
            if earlier >= 0 and not set(codes[earlier:start]) & set(",N"):
                return self.subject_of(sentence, codes, earlier)
        least = max(0, end - _FAR)
        while start > least:
            code = codes[start - 1]
            if code in _STOPS:
                break
            if code == ",":
                past = self._over_comma(codes, start - 1, end, least)
                if past == start and self._is_listed(sentence, codes, start - 1, end):
                    past = start - 1
                if past == start:
                    break
                if codes[past : past + 2] in _INSERTS or _SPOKEN.match(codes, past, start - 1):
                    end = past
                start = past
                continue
            if (
                code == "r"
                and start > 1
                and (
                    codes[start - 2] in "ceSmh"
                    or _TOLD.search(codes, max(0, start - 14), start - 1)
                )
            ):
                break
            if code == "v" and codes[start] in "pIAWB":
                start -= 1  # revenue earned in
                continue
            if code in _VERBS:
                relative = max(codes.rfind("r", max(least, start - 14), start - 1), -1)
                if relative < 0 or codes.find(",", relative, start) >= 0:
                    joint = codes.find("c", start, end)
                    start = joint + 1 if joint >= 0 else start
                    break
                start = relative
                continue
            if code == "c" and codes[start] == "t" and "N" in codes[least:start]:
                break
            if (
                code == "c"
                and start > 1
                and codes[start - 2] in "ND"
                and "N" in codes[least:start]
                and sentence.norm(start) not in _OLDER
            ):
                break
            start -= 1
        return self._named(sentence, codes, start, end)

    def _named(
        self, sentence: Sentence, codes: str, start: int, end: int
    ) -> tuple[int, int] | None:
        """The phrase ``[start, end)``, or what its relative word stands for."""
        while start < end and codes[start] in "c,y":
            start += 1
        if codes[end - 1 : end] == "q" and start < end - 1:
            return None  # whereas this time it is
        if codes[start : start + 2] == "or":
            start += 2
        elif codes[start : start + 1] == "r" and codes[start - 1 : start] != ",":
            start += 1  # that
        relative = codes.find("r", start, end)
        own = relative >= 0 and not _VERBS.intersection(codes[relative:end])
        if own and codes[relative + 1 : end].strip("tye"):
            return self._trim(sentence, relative + 1, end)  # where prices have, whose income has
        if own:
            if relative > start:
                end = relative
            elif start > 1 and codes[start - 1] == ",":
                back = start - 1
                while back > 0 and codes[back - 1] not in ",;:.bvVmgSsN_(T":
                    if sentence.norm(back - 1) in _TEMPORAL:
                        break
                    back -= 1
                start, end = back + (codes[back] == "r"), start - 1
        while start < end and codes[start] in "tcsya,D":
            start += 1
        if (dated := _DATED.match(codes, start, end)) is not None:
            start = dated.end()  # between 2015 and 2020 the share
        if start < end and codes[start] in "oATBg" and codes[start + 1 : start + 2] != "r":
            return None
        if start < end and codes[start] in "q" and codes[start + 1 : start + 2] != "p":
            return None
        prepositional = codes[start : start + 1] in ("p", "W") and "N" not in codes[start:end]
        if prepositional and sentence.norm(start + 1) != "capita":
            return None  # under the ceilings of the plan,
        return self._trim(sentence, start, end)

    @staticmethod
    def _group_start(codes: str, verb: int) -> int:
        """Where the verb group starts: ``is estimated to reach``."""
        start = verb
        while start and codes[start - 1] in _GROUP:
            start -= 1
        while start < verb and codes[start] in "eTy":
            start += 1
        return start

    def _is_listed(self, sentence: Sentence, codes: str, comma: int, end: int) -> bool:
        """``agriculture, forestry and fishery production``: a word before the comma is of the list;
        so is ``the value of agricultural, forest and aquatic production``.
        """
        if _LISTED.match(codes, comma + 1, end) is None:
            return False
        if _OF_LIST.search(codes, max(0, comma - 6), comma) is not None:
            return True
        opening = max(codes.rfind(mark, 0, comma) for mark in ",;:") + 1
        words = codes[opening:comma]
        return words.strip("c") in ("x", "xx", "h") and sentence.norm(opening) not in self._openers

    @staticmethod
    def _over_comma(codes: str, comma: int, end: int, least: int) -> int:
        """Where to go on left of a comma within the subject: a list, or ``, in 2023,``."""
        inside = codes[comma + 1 : end]
        if not inside and (spoken := _SPOKEN.search(codes, max(0, comma - 18), comma)) is not None:
            return spoken.start()
        if comma > least and codes[comma - 1] == "z" and _LIST.search(inside):
            opening = max(codes.rfind(mark, least, comma) for mark in ",;:") + 1
            if inside[:1] not in "pIAWoFTD" and codes[opening : opening + 1] not in "pIAB":
                return comma
        if inside == "" or not inside.strip("pIAtDcyaBo"):
            opening = codes.rfind(",", least, comma)
            inside = codes[opening + 1 : comma] if opening >= 0 else "x"
            if codes[comma + 1 : end] == "" and opening >= 0 and not inside.strip("pIAtDyaBFxozN"):
                return opening
            if codes[comma + 1 : end] == "" and opening >= 0 and inside[:1] in ("g", "r", "e", "u"):
                return opening  # Exports, making up 20% of the total, fell
            return comma
        return comma + 1

    def noun_before(
        self, sentence: Sentence, codes: str, end: int, *, bare: bool = False
    ) -> tuple[int, int] | None:
        """The noun phrase that ends at token ``end``, with an article unless ``bare``."""
        start = end
        while start and end - start < 12 and codes[start - 1] in "xzieh'oy":
            start -= 1
        if start == end or not (bare or codes[start - 1 : start] == "t"):
            return None
        start += codes[start - 1 : start] == "T" or (
            codes[start] == "z" and codes[start - 1 : start] in ("G", "O", "L")
        )
        verb = codes.rfind("e", start, end - 1)
        if verb > 0 and codes[verb - 1] in "xzbqyhDLGO":
            start = verb + 1  # has backed projects
        return self._trim(sentence, start, end)

    def object(self, sentence: Sentence, verb: int, end: int) -> tuple[int, int] | None:
        """The phrase between a verb at token ``verb`` and token ``end``, if it names something."""
        codes = sentence.codes
        start = verb + 1
        while start < end and codes[start] in "yTbe":
            if codes[start] == "e" and codes[start + 1] in "xz" and codes[verb] in "mVi":
                break  # to bring subsidised loans to
            start += 1
        if start >= end or codes[start] in "pIAFWBD,;" or sentence.norm(start) == "short":
            return None  # fell short of demand by
        if codes.find(",", start, end) >= 0 or codes.find("AN", start, end) >= 0:
            return None
        found = self._trim(sentence, start, end)
        cut = codes[verb] == "V" and sentence.codes[end] == "T"  # to cut the rise to
        if found is not None and not cut and not codes[found[0] : found[1]].strip("iV"):
            return None  # represents an increase of
        return found
