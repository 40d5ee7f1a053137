"""The measure of percentages and fractions."""

import re

from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.surroundings import Surroundings, Tokens

_NOUN_ONLY = re.compile(r"x{1,2}(?=[,.;c]|\Z)")
_OWNER = re.compile(r"t?x{1,2}'(?=a?N)")
_LENGTH = re.compile(r"t?a?N+o")
_EQUAL = re.compile(r"[^;:(NS]{0,8}?,(?:[vg][Tp]|[rq]b)")  # in 2029, equal to; , that is
_RESTATED = re.compile(r"[xzhepyoIAtD_]{0,16}(?:[,-]?[cg][Tp]?|,|,vT)")


class Shares:
    """Reads what a percentage is a percentage of."""

    def __init__(self, near: Surroundings, wholes: frozenset[str]) -> None:
        self._near = near
        self._wholes = wholes

    def read(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """``N% of X`` is of X, unless a verb of level gives it a subject."""
        left = numeral.left
        past = numeral.past
        whole = past + 1 if codes[past : past + 1] == "o" else 0
        if whole:
            head = whole
            while codes[head : head + 1] in ("t", "a"):
                head += 1
            reckoned = any(sentence.norm(near) in self._wholes for near in range(head, head + 3))
            far = head + 3
            while not reckoned and far < min(head + 10, sentence.size) and codes[far] in "xzehG't":
                reckoned = sentence.norm(far) in self._near.targets  # of the ministry's own plan
                far += 1
            if reckoned and before is not None and self._restates(codes, before, numeral):
                return share(numeral, before, "whole")
            if (
                before is not None
                and codes[left - 1 : left] == "c"
                and self._is_told_again(sentence, codes, before, numeral)
            ):
                return share(numeral, before, "whole")
            if before is not None and _EQUAL.fullmatch(codes, before.past, left) is not None:
                return share(numeral, before, "whole")
            begins = codes[left - 1 : left] in ("", "S", "r", "s", ";", ":")
            if not begins and codes[left - 1 : left] in (",", "c"):
                own = self._near.phrases.after(sentence, whole)  # and 41% of the area is
                begins = own is not None and codes[own[1] : own[1] + 1] in ("b", "v", "m")
            reckoned = reckoned and not begins
            subject = None
            level = self._near.is_level(sentence, codes, left)
            if level and not reckoned and self._stands_alone(sentence, codes, left - 1):
                level = False
            done = reckoned and codes[left - 1 : left] == "e"  # received 28% of its budget
            if level or (reckoned and not done):
                subject = self._near.subject(sentence, codes, numeral)
            if subject is not None and (reckoned or codes[left - 1] not in "g"):
                numeral.rule = "subject"
                return subject
            if reckoned and before is not None:
                return share(numeral, before, "whole")
            start = whole
            owner = _OWNER.match(codes, start)
            start = owner.end() if owner is not None else start  # of the town's 2,100 tenants
            length = _LENGTH.match(codes, start)
            start = length.end() if length is not None else start  # of the 90 km of roads
            while codes[start : start + 1] in ("t", "a", "D", "N"):
                start += 1  # of its 2024 budget, of the 63 provinces
            found = self._near.phrases.after(sentence, start)
            if found is not None:
                numeral.rule = "percent-of"
                return found
        if left and codes[left - 1] == "o" and codes[left - 2 : left - 1] not in ("", ","):
            found = self._near.of_head(sentence, codes, numeral)
            if found is not None:
                return found
        if before is not None and self._near.goes_on(codes, before, numeral):
            return share(numeral, before, "goes-on")
        described = codes[numeral.at - 2 : numeral.at] in ("tx", "te") and not left < numeral.at - 1
        lower = sentence.norm(past + 1) == "than"  # 0.7 per cent lower than
        described = described or codes[numeral.at - 1 : numeral.at] == "t"
        if described and not lower and codes[past : past + 1] in ("x", "z"):
            numeral.rule = "noun-after"
            found = self._near.phrases.after(sentence, past)
            aim = found is not None and sentence.norm(found[1] - 1) in self._near.targets
            if aim and before is not None:
                return share(numeral, before, "before")  # well under the 250 percent limit
            aimed = sentence.norm(past) in self._near.targets and codes[past + 1 : past + 2] == "p"
            if aimed:  # the 90 per cent target for immunization
                return self._near.phrases.after(sentence, past + 2)
            return found
        if codes[left - 1 : left] == "W" and _NOUN_ONLY.match(codes, past) is not None:
            numeral.rule = "noun-after"
            return self._near.phrases.after(sentence, past)  # with 84 per cent coverage
        if lower and before is not None and codes[left - 1 : left] == ",":
            return share(numeral, before, "before")  # 93% hold cards, 1.4% higher than
        if before is None or ":" in codes[before.past : left]:
            found = self._near.after_colon(sentence, codes, left)
            if found is not None:
                numeral.rule = "label"
                return found
        beside = codes[left - 2 : left]
        if (
            before is not None
            and before.unit == numeral.unit
            and beside in (",W", ",p")
            and not set(codes[before.past : left - 2]) & set("S;(")
        ):
            return share(numeral, before, "before")  # 30% were issued in X, with 14% in Y
        if (
            before is not None
            and before.rule == "percent-of"
            and "c" in codes[before.past : left]
            and not set(codes[before.past : left]) & set("bvVmSs;(")
        ):
            return share(numeral, before, "goes-on")  # holds 51% of the equity and B 49%
        if before is not None and self._is_result(codes, before, numeral):
            return share(numeral, before, "goes-on")
        found = self._near.growth.ellipsis(sentence, codes, before, numeral)
        found = found or self._near.subject(sentence, codes, numeral)
        aim = found is not None and sentence.norm(found[1] - 1) in self._near.targets
        if aim and before is not None and codes[left - 1] == "B":
            return share(numeral, before, "before")  # exceeding the target by 5%
        aimed = found is not None and sentence.norm(found[0]) in self._near.targets
        if aimed and before is not None and found is not None and found[1] - found[0] < 6:
            return share(numeral, before, "target")  # while the target for the year is 50%
        if found is not None:
            numeral.rule = "subject"
            return self._done(sentence, codes, numeral, found)
        if codes[past : past + 1] in ("x", "z") and not lower:
            numeral.rule = "noun-after"
            return self._near.phrases.after(sentence, past)
        return share(numeral, before, "before") if before is not None else None

    def _stands_alone(self, sentence: Sentence, codes: str, last: int) -> bool:
        """``given to 70% of adults``, ``compared with 59 percent of men``: it has a whole only."""
        if codes[last] == "T":
            return self._near.is_given(sentence, codes, last)
        return bool({sentence.norm(last), sentence.norm(last - 1)} & self._near.compared)

    @staticmethod
    def _is_told_again(sentence: Sentence, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """``12,000 ha, or 41.3% of the land``: the number before in per cent."""
        return (
            sentence.norm(numeral.left - 1) == "or"
            and not before.is_percentage
            and _RESTATED.fullmatch(codes, before.past, numeral.left) is not None
        )

    @staticmethod
    def _restates(codes: str, before: Numeral, numeral: Numeral) -> bool:
        """``59 trillion as of October, equivalent to 88% of the target``."""
        gap = codes[before.past : numeral.left]
        return not before.is_percentage and _RESTATED.fullmatch(gap) is not None

    def _is_result(self, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """``digitized 4,120 records, reaching 51%``: the number before stands behind the verb."""
        comma = codes.rfind(",", before.past, numeral.left)
        if comma < 0 or codes[comma + 1 : comma + 2] != "g" or before.is_percentage:
            return False
        done = before.item is not None and codes[before.left - 1] in "vVme"  # has built 214 schools
        stated = before.span.attributes["total"] or done
        return bool(stated) and "," not in codes[before.past : comma]

    def _done(self, sentence: Sentence, codes: str, numeral: Numeral, subject: Tokens) -> Tokens:
        """``14 ministries have issued a list, reaching 77%``: what is done, not who did it."""
        comma = codes.rfind(",", subject[1], numeral.left)
        if comma < 0 or "N" not in codes[max(0, subject[0] - 4) : subject[1]]:
            return subject
        start = subject[1]
        while start < comma and codes[start] in "bey":
            start += 1
        return (
            self._near.phrases.after(sentence, start) or subject if start > subject[1] else subject
        )
