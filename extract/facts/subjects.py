"""The phrase before a number that its verb or participle gives it."""

import re

from extract.facts.clauses import Clauses
from extract.facts.phrases import Phrases
from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns

Tokens = tuple[int, int]
_FAR = 40  # tokens looked back
# With a phrase and a participle, up to the number: `, with total spending in May surpassing`.
_ABSOLUTE = re.compile(r"W([txzehoc'pITDLy-]{1,20}?)(?:[yu]*(?:gp?|[gh][TBAF]|h)u?T?)?\Z")
# `Exports to the US, making up`
PARTICIPIAL = re.compile(r",[ty]*[gh]u?[TAp]?\Z")

# `the quota for the 2019 school year (SY) amounting to`
_AMOUNTING = re.compile(
    r"(?<=[xzh])(?:[oI]t?[LG]+)?(?:(?:po|[pI]t?)?D+[xh]{0,2}(?:_{1,4})?g[Tp]?|(?:_{1,4})?g[Tp])\Z"
)
_NOMINAL = re.compile(r"i[oI]t?([xzeh']{1,6})[TB]\Z")  # a reduction of inflation to
_BOUNDS = frozenset(("below", "above", "under", "over", "exceeding"))
_HEADLINE = re.compile(r"[txzhoeIp'LGi]{1,14}\Z")


class Subjects:
    """Finds the subject or the object that a number belongs to."""

    def __init__(self, loaded: Patterns, clauses: Clauses, phrases: Phrases) -> None:
        words = loaded.table("facts")["measure"]["superlatives"]
        self._superlatives = frozenset(words.split())
        self._goals = frozenset(loaded.table("facts")["measure"]["goals"].split())
        self._clauses = clauses
        self._phrases = phrases

    def read(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """The object of a verb like ``raising X to N``, else the subject of the clause's verb."""
        left = numeral.left
        if codes[left - 1 : left] == "r":
            return None  # said that 1,000 rupees would help
        absolute = _ABSOLUTE.search(codes, max(0, left - 24), left)
        if absolute is not None and self._is_absolute(sentence, numeral, absolute):
            return self._phrases.trim(sentence, absolute.start(1), absolute.end(1))
        participial = PARTICIPIAL.search(codes, max(0, left - 6), left)
        if participial is not None:
            comma = participial.start()
            if not set(codes[max(0, comma - _FAR) : comma]) & set("bvVmSN"):
                return self._apposed(sentence, codes, comma)
        if numeral.unit == "times" and codes[left - 1 : left] in ("x", "z", "i"):
            return self._clauses.subject_of(sentence, codes, left)
        end = left if codes[left : left + 2] == "uT" else left - 1
        apart = codes[end - 1 : end + 1] == ",A"
        end -= apart  # registered the lowest rate of all, at 3%
        if end > 0 and (codes[end] in ",TBAFu" or sentence.norm(end) in ("on", "across")):
            at = end - 1
            least = max(0, left - 18)
            if codes[at] == "h":
                at -= 1  # cut its spending by
            while at >= least and (
                codes[at] not in "VvgbemShN,;:("
                or (codes[at] == "h" and codes[at - 1] in "txe" and codes[at + 1] in "xz")
            ):
                if codes[at : at + 3] in ("Txt", "Tit", "Txx", "Txz"):
                    at += 1  # to leave the share at
                    break
                at -= 1
            if (
                at >= least
                and (codes[at] in "VgehmSxi" or (apart and codes[at] in "vb"))
                and end - at > 1
            ):
                found = self._clauses.object(sentence, at, end)
                if found is not None:
                    return self._without_superlative(sentence, found)
        if left and sentence.norm(left) in _BOUNDS and codes[left - 1] in "xz":
            return self._clauses.noun_before(sentence, codes, left, bare=True)  # incomes below $5
        nominal = _NOMINAL.search(codes, max(0, left - 12), left)
        if nominal is not None:
            return self._phrases.trim(sentence, nominal.start(1), nominal.end(1))
        amounting = _AMOUNTING.search(codes, max(0, left - 24), left)
        if amounting is not None:
            head = self._clauses.noun_before(sentence, codes, amounting.start(), bare=True)
            if head is not None:
                return head
        bare = bool(left) and codes[left - 1] == "g" and codes[left - 2 : left - 1] in ("x", "z")
        if bare:
            end = left - 1
            if sentence.norm(end) == "worth":
                return self._clauses.noun_before(sentence, codes, end, bare=True)
        elif codes[left - 2 : left] == ",u":
            return self._apposed(sentence, codes, left - 2)  # the budget, up $5 million, is
        elif codes[left - 1 : left] == ",":
            return self._apposed(sentence, codes, left - 1)
        elif codes[left - 2 : left] == ",A" and codes[numeral.past : numeral.past + 1] == ",":
            return self._apposed(sentence, codes, left - 2)
        found = self._clauses.subject(sentence, codes, left)
        if found is None and end > 0:
            found = self._clauses.noun_before(sentence, codes, end, bare=bare)
            if (
                found is None
                and codes[end : end + 1] in ("A", "u")
                and end < _FAR
                and _HEADLINE.match(codes, start := codes.rfind(":", 0, end) + 1, end)
            ):
                return self._phrases.trim(sentence, start, end)  # Jobless rate unchanged at 4%
            return self._without_superlative(sentence, found) if found is not None else None
        return found

    def _without_superlative(self, sentence: Sentence, found: Tokens) -> Tokens:
        """``the lowest crime rate among the cities``: the crime rate; ``the goal of raising
        trade``: trade.
        """
        start, end = found
        aim = sentence.norm(start) in self._goals and sentence.codes[start + 1] == "o"
        if aim and sentence.norm(start + 2).endswith("ing") and start + 3 < end:
            return start + 3, end
        if sentence.norm(start) not in self._superlatives:
            return found
        for at in range(start + 2, end):
            if sentence.norm(at) in ("among", "of", "in"):
                end = at
                break
        return self._phrases.trim(sentence, start + 1, end) or found

    @staticmethod
    def _is_absolute(sentence: Sentence, numeral: Numeral, match: re.Match[str]) -> bool:
        """``with exports reaching $5 million``, ``with the index doubling``; not ``with 5%``."""
        return match.end() > match.end(1) or (numeral.unit == "times" and numeral.role == "change")

    def _apposed(self, sentence: Sentence, codes: str, comma: int) -> Tokens | None:
        """``The number of beds, now 24,000, is``: the phrase before the comma."""
        start = max(codes.rfind(mark, max(0, comma - _FAR), comma) for mark in ",;:(") + 1
        if codes[start : start + 1] == "c" and not set(codes[start:comma]) & set("bvVmSNe"):
            return self._phrases.trim(sentence, start, comma)  # and the rate, 3%, both
        if set(codes[max(0, comma - _FAR) : comma]) & set("bvVmSN"):
            return self._clauses.subject(sentence, codes, comma) or self._clauses.noun_before(
                sentence, codes, comma, bare=True
            )
        if codes[start : start + 1] in ("p", "W") and sentence.norm(start) != "among":
            return None  # under the plan, 5% are
        return self._phrases.trim(sentence, start, comma)
