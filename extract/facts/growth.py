"""What a change is a change of."""

import re

from extract.facts.clauses import Clauses
from extract.facts.phrases import Phrases
from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.subjects import PARTICIPIAL, Subjects
from extract.patterns import Patterns

Tokens = tuple[int, int]
_COMPARATIVES = frozenset(("lower", "higher", "smaller", "larger", "bigger", "greater", "equal"))
_COUNTING = frozenset(("number", "quantity", "volume"))
_ELLIPSIS = re.compile(
    r"(?:\A|[,I])[DLtxz]*(?:,?[cs],?|\A;c?|,(?=[^,]{1,12}[BAp]\Z))([txzoehiypIL'c-]*(?:[txzoehiypIL'c][BATp]|[xz]))\Z"
)
# `agriculture makes up 18.2%, industry 37.4%`
_ROW = re.compile(r"[^,;:(bvVmSN]{0,12},(?:or)?([txzeh'o-]{1,8})")
# `and a 33% year-on-year increase,`
_INCREASE = re.compile(r"[xzpe-]{0,6}i(?![oI])")


class Growth:
    """Finds the measure of changes: that of what changed."""

    def __init__(self, loaded: Patterns, clauses: Clauses, phrases: Phrases) -> None:
        table = loaded.table("facts")
        self._shares = frozenset(table["measure"]["shares"].split())
        self._leading = frozenset(table["relation"]["leading"].split())
        self._heads = frozenset(table["measure"]["heads"].split())
        self._targets = frozenset(table["measure"]["targets"].split())
        self._degrees = frozenset(table["measure"]["degrees"].split())
        self.subjects = Subjects(loaded, clauses, phrases)
        self._clauses = clauses
        self._phrases = phrases

    def read(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """The measure of what changed."""
        other = self._counts_other(sentence, before, numeral)
        if (
            before is not None
            and not other
            and self.is_apposition(sentence, codes, before, numeral)
        ):
            host = self._host(sentence, codes, before, numeral)
            return share(numeral, host, "apposition")
        if before is not None and numeral.unit == "times" and sentence.norm(numeral.past) == "as":
            return share(numeral, before, "before")  # almost four times as many as in 2017
        if before is not None and self._is_joined(sentence, codes, before, numeral):
            return share(numeral, before, "before")
        if numeral.item is not None and numeral.unit == "count":
            leading = self._leads_to(sentence, codes, numeral) or self._counted(
                sentence, codes, numeral
            )
            numeral.rule = "item"
            start = sentence.token(numeral.item[0])
            end = sentence.token(numeral.item[1] - 1) + 1
            return leading or self._phrases.after(sentence, start, end) or (start, end)
        if numeral.unit == "times" and codes[numeral.past : numeral.past + 1] == "o":
            numeral.rule = "change-of"  # a doubling of the index
            return self._phrases.after(sentence, numeral.past + 1)
        if numeral.unit == "times" and codes[numeral.past : numeral.past + 1] in ("t", "x", "z"):
            numeral.rule = "change-of"  # doubling intra-regional trade
            if codes[numeral.past] == "t" or sentence.norm(numeral.at).endswith("ing"):
                return self._phrases.after(sentence, numeral.past)
        after = self._noun_after(sentence, codes, numeral) or self._its_growth(
            sentence, codes, numeral
        )
        if after is not None:
            numeral.rule = "change-of"
            return after
        found = self.ellipsis(sentence, codes, before, numeral) or self.subjects.read(
            sentence, codes, numeral
        )
        aim = found is not None and sentence.norm(found[1] - 1) in self._targets
        if aim and before is not None and before.measure is not None:
            return share(numeral, before, "before")  # exceeding the target by 5%
        if found is not None:
            numeral.rule = "subject"
            return self._without_share(sentence, codes, numeral, found)
        leading = self._leads_to(sentence, codes, numeral)
        if leading is not None:
            numeral.rule = "leading"
            return leading
        if before is not None:
            return share(numeral, before, "before")
        if codes[numeral.left - 2 : numeral.left] == "io":
            numeral.rule = "noun-of"  # growth of 6%
            return self._clauses.noun_before(sentence, codes, numeral.left - 1, bare=True)
        return None

    @staticmethod
    def _host(sentence: Sentence, codes: str, before: Numeral, numeral: Numeral) -> Numeral:
        """Which of two numbers changed: ``$5 million from 3 firms, up 4%``: not the count in a
        phrase; ``830 firms with $9 million, up 6% in number``: the one named.
        """
        if not before.index:
            return before
        other = sentence.numbers[before.index - 1]
        if other.measure is None or ";" in codes[other.past : before.at]:
            return before
        for at in range(numeral.past, min(numeral.past + 9, sentence.size)):
            if codes[at] in "IB" and sentence.norm(at + 1) in _COUNTING:  # in number, by volume
                return next(
                    (n for n in (other, before) if not (n.is_percentage or n.is_money)), before
                )
            if codes[at] in ",;N":
                break
        inner = before.item is not None and codes[before.left - 1] in "TIpFW"
        return other if inner and not other.is_percentage and other.unit != "count" else before

    @staticmethod
    def _counts_other(sentence: Sentence, before: Numeral | None, numeral: Numeral) -> bool:
        """``work for 900 men, and having 3 more wards``: each counts its own."""
        if before is None or before.item is None or numeral.item is None:
            return False
        text = sentence.document.text
        one, two = (text[slice(*n.item)].split(" ")[-1] for n in (before, numeral) if n.item)
        return one != two and numeral.unit == "count"

    @staticmethod
    def _is_joined(sentence: Sentence, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """``5% more than in May and 3% above the plan``, ``meeting 52% of it and rising 6%``."""
        left = numeral.left
        gap = codes[before.past : left]
        if len(gap) > 20 or set(gap) & set(";:("):
            return False
        if gap.endswith("c") and not set(gap) & set("bvVmg"):
            further = codes[numeral.past : numeral.past + 12]
            return before.role == "change" or (
                before.is_percentage and _INCREASE.match(further) is not None
            )
        return gap.endswith(("cV", "cg", "ch", "cVB")) and sentence.norm(
            left - 1 - gap.endswith("B")
        ).endswith("ing")

    def _counted(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``the number of jobless fell by 7,100 persons``: the number of jobless."""
        if codes[numeral.left - 1 : numeral.left] != "B":
            return None
        found = self._clauses.subject(sentence, codes, numeral.left)
        return found if found is not None and sentence.norm(found[0]) in self._heads else None

    def ellipsis(
        self, sentence: Sentence, codes: str, before: Numeral | None, numeral: Numeral
    ) -> Tokens | None:
        """``imports fell by 4% and exports by 2%``: the phrase between the numbers."""
        if before is None or numeral.left - before.past > 16:
            return None
        gap = codes[before.past : numeral.left]
        match = _ELLIPSIS.search(gap)
        if match is None and numeral.is_percentage and before.is_percentage:
            match = _ROW.fullmatch(gap)
        if match is None or set(gap[gap[:1] == ";" :]) & set("bvVm;("):
            return None
        if sentence.norm(before.past + match.start(1)) in _COMPARATIVES:
            return None  # 22% of the plan, lower than the 27%
        if gap[0] == ";" and gap[-1] == "B" and before.role == "change":
            numeral.role, numeral.direction = before.role, before.direction
        return self._phrases.trim(
            sentence, before.past + match.start(1), before.past + match.end(1)
        )

    @staticmethod
    def is_apposition(sentence: Sentence, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """Whether a change follows its level: ``92%, an increase of 67%``, ``45, up 3``."""
        left = numeral.left
        gap = codes[before.past : left]
        if ";" in gap or len(gap) > 30 or numeral.bracket >= 0 > before.bracket:
            return numeral.bracket >= 0
        comma = codes.rfind(",", before.past, left)
        if comma < 0:
            return not gap.strip("yc_")
        words = codes[comma + 1 : left].strip("ctay_")
        if words[:1] == "V" and PARTICIPIAL.search(codes, max(0, before.left - 6), before.left):
            return False  # Exports, making up 20% of the total, dropped 3%
        if "cTL" in gap:
            return False  # and to Japan, down 5%
        if words in ("io", "Vo", "u", "V", "i", "VB", "h", "ieo", "ixo", "xio", "eio"):
            return True
        return not words or (words[-2:] == "io" and words[:1] not in "xzb" and "b" not in words)

    def _leads_to(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``678 more databases, …, bringing the total number of databases to 2,990``."""
        for at in range(numeral.past, min(numeral.past + 24, sentence.size)):
            if codes[at] in ";:":
                return None
            if sentence.norm(at) in self._leading:
                to = codes.find("T", at, at + 16)
                if to > at and (numeral.item is None or codes.find("o", at, to) > 0):
                    return self._clauses.object(sentence, at, to)
                return None
        return None

    def _noun_after(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``an increase of 5% in exports``, ``8% GDP growth``, ``a 5% rise in exports``."""
        at = numeral.past
        noun = at
        while noun < sentence.size and noun < at + 4 and codes[noun] in "xze":
            noun += 1
        change = codes[noun : noun + 1] in ("i", "V") and noun < sentence.size
        if change and noun > at and codes[noun] == "i":
            return at, noun
        if change:
            at = noun + 1
        elif not self._of_change(sentence, codes, numeral):
            return None
        if codes[at : at + 1] in ("I", "o") or sentence.norm(at) == "for":
            if codes[at + 1 : at + 3].strip("t")[:1] in ("D", "L", "G", ""):
                return None
            if sentence.norm(at + 2) in ("same", "corresponding", "period", "year"):
                return None
            return self._phrases.after(sentence, at + 1)
        return None

    def _its_growth(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``an economic growth of 5%``, where no adjective of degree stands before `growth`."""
        head = numeral.left - 2
        if head < 1 or sentence.norm(head) != "growth" or codes[head - 1] not in "xz":
            return None
        if sentence.norm(head - 1) in self._degrees:
            return None
        return self._clauses.noun_before(sentence, codes, head + 1, bare=True)

    @staticmethod
    def _of_change(sentence: Sentence, codes: str, numeral: Numeral) -> bool:
        return codes[max(0, numeral.left - 2) : numeral.left] in ("io", "Vo")

    def _without_share(
        self, sentence: Sentence, codes: str, numeral: Numeral, found: Tokens
    ) -> Tokens:
        """A share has no growth rate of its own: what grows is what it is a share of."""
        if sentence.norm(numeral.left - 2) != "rate":
            return found
        start, end = found
        for at in range(start, end - 2):
            if sentence.norm(at) in self._shares and codes[at + 1] == "o":
                inner = at + 2
                past = inner
                while past < end and codes[past] not in "/Ip":
                    past += 1
                return self._phrases.trim(sentence, inner, past) or found
        return found
