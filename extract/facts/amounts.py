"""The measure of sums of money and of quantities with a unit."""

import re

from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.surroundings import Surroundings, Tokens

_NO_PURPOSE = frozenset(
    (
        "favour",
        "favor",
        "addition",
        "total",
        "return",
        "turn",
        "terms",
        "same",
        "corresponding",
        "length",
        "width",
        "height",
        "depth",
        "size",
        "area",
        "weight",
        "value",
        "volume",
        "number",
        "diameter",
        "capacity",
    )
)
_DIMENSIONS = frozenset(("long", "wide", "high", "deep", "tall", "old", "away", "apart", "each"))
_OUT_OF = re.compile(r"Ft?[xz]{1,4}(?=p)")  # from the state budget
_IN_BUDGET = re.compile(r"[Ip]t?x{1,2}D+")
_STANDS_FOR = re.compile(r"[\"?]?(?:(?:oq|Fq|pap|[BI]t?D+|y),?)?\Z")  # Of those, ; As many as
_TO_DO = re.compile(r"D{0,3}T(?:[mVv](?=t|[xe]?z|[xe]{1,2}z?)|x(?=t))(?:t(?=[xzeh]))?")
_EARNED = frozenset(
    """earned earn collected collect made fetched yielded expects expect expected received receive raised raise generated generate get got
    gets obtained mobilised mobilized""".split()
)
_FUNDS = frozenset(
    "budget budgets fund funds revenue revenues collection collections tax taxes exports sales industry".split()
)
_PURPOSES = frozenset(("in", "for", "on", "within", "into", "towards", "toward"))


class Amounts:
    """Reads what a sum or a measure with a unit is of."""

    def __init__(self, near: Surroundings) -> None:
        self._near = near

    def read(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """A sum or a measure with a unit: named after it, by its subject, or by the noun before."""
        left, past = numeral.left, numeral.past
        after = codes[past : past + 1]
        if numeral.unit == "count" and codes[past : past + 2] in ("cN", ",N"):
            found = self._of_next(sentence, codes, past + 1)
            if found is not None:
                numeral.rule = "item"
                return found
        if (
            numeral.unit == "count"
            and before is not None
            and codes[left - 1 : left] in ("", ",", "c")
        ):
            return share(numeral, before, "goes-on")
        if numeral.unit == "count" and before is None and _STANDS_FOR.match(codes[:left]) is not None:
            verb = codes[past : past + 1] in tuple("bvVme")
            numeral.rule = "part-before" if verb else numeral.rule  # As many as 23 have been built
            if verb:
                return None
        while codes[past : past + 1] in ("_", "D", ".", '"'):
            past += 1
        after = codes[past : past + 1]
        if codes[past : past + 2] == "cN" and numeral.span.rule == "measure":
            following = sentence.numbers[numeral.index + 1]
            if following.at == past + 1 and following.unit == numeral.unit:
                past = following.past
                while codes[past : past + 1] == "_":
                    past += 1
                after = codes[past : past + 1] if codes[past : past + 1] in ("x", "z") else after
        told = before is not None and (before.is_percentage or before.unit == "fraction")
        if told and before is not None and codes[left - 2 : left] == ",c":
            if sentence.norm(left - 1) == "or" and not set(codes[before.past : left]) & set("bvVmN;("):
                return share(numeral, before, "before")  # two-thirds of the budget, or $1.3 billion
        if before is not None and codes[past : past + 2] == "oq":
            return share(numeral, before, "before")  # $5 million of it
        noun = after in ("x", "z") and codes[left - 1 : left] != "o"
        if after == "o" or (noun and sentence.norm(past) not in _DIMENSIONS):
            found = self._near.phrases.after(sentence, past + (after == "o"))
            if found is not None:
                numeral.rule = "noun-after"
                return found
        if after == "F" and (
            sentence.norm(left - 1) in _EARNED
            or (before is not None and before.rule == "purpose" and codes[before.past] == "F")
        ):
            found = self._near.phrases.after(sentence, past + 1)
            if found is not None:
                numeral.rule = "purpose"
                return found
        if left and codes[left - 1] == "o":
            if self._is_cost(sentence, codes, left):
                found = self._costed(sentence, codes, numeral, before)
                if found is not None or numeral.measure is not None:
                    return found
            found = self._near.of_head(sentence, codes, numeral)
            if found is not None:
                return found
        if before is not None and self._near.goes_on(codes, before, numeral):
            return share(numeral, before, "goes-on")
        if before is not None and before.unit == numeral.unit == "count" and numeral.item is None:
            found = self._near.subject(sentence, codes, numeral)
            if found is None or not self._near.heads_it(sentence, found):
                return share(numeral, before, "goes-on")  # recorded 1,240 projects, B only 170
        found = self._near.growth.ellipsis(sentence, codes, before, numeral)
        covers = sentence.norm(left - 1) in (
            "cover",
            "covers",
            "covering",
        )  # irrigation covers 9 ha
        if found is None and (covers or self._near.is_level(sentence, codes, left)):
            found = self._near.subject(sentence, codes, numeral)
        if found is not None:
            numeral.rule = "subject"
            return found
        found = self.purpose(sentence, codes, past)
        if found is not None:
            numeral.rule = "purpose"
            return found
        if before is not None and before.unit == numeral.unit and left - before.past < 16:
            gap = codes[before.past : left]
            own = self._beside(sentence, codes, before, left) if "c" in gap else None
            if own is not None:
                numeral.rule = "beside"
                return own
            if "c" in gap and not set(gap) & set("bvVms;("):
                return share(numeral, before, "goes-on")
        if before is not None and before.unit == numeral.unit and left - before.past < 12:
            gap = codes[before.past : left]
            joint = max(gap.rfind("s"), gap.rfind("c"))
            verbal = set(gap[joint:]) if joint >= 0 and not set(gap) & set(";:(N") else set()
            if verbal & set("bvme") and not verbal & set("xztOGLhi,"):
                return share(numeral, before, "goes-on")  # needs 5 tonnes but received only 3
        done = self._to_do(sentence, codes, past)
        if done is not None and numeral.unit not in (None, "count"):
            numeral.rule = "purpose"
            return done
        if left and sentence.norm(left - 1) in self._near.transfers:
            found = self._apposed(sentence, codes, past) or self._receivers(
                sentence, codes, numeral
            )
            numeral.rule = "apposed" if found is not None else "payer"
            return found or self._fund(sentence, codes, numeral)
        if codes[left - 1 : left] == "o" and sentence.norm(left - 2) in ("plan", "estimate", "quota"):
            numeral.rule = "noun-of"
            return self._near.clauses.noun_before(sentence, codes, left - 1, bare=True)
        numeral.rule = "subject"
        if codes[left - 2 : left] == "xo" and sentence.norm(left - 2) in self._near.empty:
            found = self._done_for(sentence, codes, left)
            if found is not None:
                return found
        return self._near.subject(sentence, codes, numeral)

    def _receivers(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``the schools would receive $5 million``: those who get it, where they are a group."""
        if not sentence.norm(numeral.left - 1).startswith(("recei", "get", "got")):
            return None
        found = self._near.subject(sentence, codes, numeral)
        return found if found is not None and codes[found[1] - 1] == "z" else None

    def _to_do(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
        """``set aside $5 million to complete the ward``: the object of the infinitive."""
        match = _TO_DO.match(codes, past)
        return self._near.phrases.after(sentence, match.end()) if match is not None else None

    def _fund(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``The state budget collected $5 million``: a payer that is itself a sum."""
        found = self._near.clauses.subject(sentence, codes, numeral.left)
        return found if found is not None and sentence.norm(found[1] - 1) in _FUNDS else None

    def _apposed(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
        """``received $5 million, the largest allocation``: the noun behind the comma."""
        if codes[past : past + 2] != ",t":
            return None
        at = past + 2
        while sentence.norm(at) in self._near.superlatives or codes[at : at + 1] in ("N", "-"):
            at += 1
        return self._near.phrases.after(sentence, at) if at > past + 2 else None

    def _is_cost(self, sentence: Sentence, codes: str, left: int) -> bool:
        """Whether the words before are ``at a cost of``, ``at the total cost of``."""
        if sentence.norm(left - 2) not in self._near.costs:
            return False
        at = left - 3
        while at > 0 and codes[at] in "txeia" and left - at < 7:
            at -= 1
        return codes[at] == "A"

    def _costed(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """``50 wells were dug at a cost of $5 million``: what is done at that cost."""
        found = self._done_for(sentence, codes, numeral.left) or self._near.clauses.subject(
            sentence, codes, numeral.left - 1
        )
        numeral.rule = "subject"
        if before is not None and (found is None or found[0] < before.past):
            return share(numeral, before, "cost")
        return found

    def _done_for(self, sentence: Sentence, codes: str, left: int) -> Tokens | None:
        """``to award the works to a firm for a sum of``: the object of the infinitive."""
        for at in range(left - 4, max(-1, left - 40), -1):
            if codes[at : at + 3] in ("Txt", "Tit", "TVt", "Tvt"):
                return self._near.phrases.after(sentence, at + 2)
            if codes[at] in ";:":
                return None
        return None

    def _of_next(self, sentence: Sentence, codes: str, at: int) -> Tokens | None:
        """``eight and four projects``: what the next number counts."""
        while codes[at : at + 1] == "N":
            at += 1
        return self._near.phrases.after(sentence, at)

    def _beside(self, sentence: Sentence, codes: str, before: Numeral, left: int) -> Tokens | None:
        """``held $60 million and the Reserve Account $12 million``: the noun beside the number."""
        start = codes.rfind("c", before.past, left) + 1
        words = codes[start:left]
        if words.strip("txzh'") or not words.strip("t"):
            return None
        return self._near.phrases.trim(sentence, start, left)

    def _is_receiver(self, sentence: Sentence, codes: str, verb: int, at: int) -> bool:
        """Whether a `to` is that of ``released $5m to hospitals``, not of an infinitive."""
        if codes[at] != "T" or codes[at + 1 : at + 3].strip("t")[:1] not in ("x", "z", "h"):
            return False
        start = max(codes.rfind("m", 0, verb), codes.rfind("e", 0, verb), verb - 8)
        given = any(sentence.norm(near) in self._near.given for near in range(max(0, start), at))
        return given

    def purpose(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
        """``$5 million in revenue``, ``is set aside for capital projects``."""
        at = past
        target = codes[at : at + 1] == "b" and sentence.norm(at + 2) in self._near.targets
        if target and codes[at + 3 : at + 4] in ("p", "o"):
            return self._near.phrases.after(sentence, at + 4)  # $5 was the target for lending
        if codes[at : at + 1] == "," and codes[at + 1 : at + 2] == "c":  # , or 57%,
            while at < sentence.size and at < past + 8 and codes[at] in ",cNa":
                at += 1
        verb = at
        while codes[at : at + 1] in tuple("bymae_") or sentence.norm(at) in self._near.given:
            at += 1
        for _ in range(3):
            if (
                codes[at : at + 1] in ("B", "A", "F")
                and codes[at + 1 : at + 3].strip("t")[:1] == "D"
            ):
                at += 2
                while at < sentence.size and codes[at] in "tD":
                    at += 1
                continue
            budget = _IN_BUDGET.match(codes, at) or _OUT_OF.match(codes, at)
            if budget is not None:
                at = budget.end()  # in Budget 2024
                continue
            if codes[at : at + 1] in ("I", "p", "T") and (
                sentence.norm(at) in _PURPOSES or self._is_receiver(sentence, codes, verb, at)
            ):
                start = at + 1
                while start < sentence.size and codes[start] in "taN":
                    start += 1
                if codes[start : start + 1] in ("D", "L", "G"):
                    at = start
                    while at < sentence.size and codes[at] in "DLG":
                        at += 1
                    continue
                if sentence.norm(start) in _NO_PURPOSE or self._near.phrases.is_place(
                    sentence, start
                ):
                    return None
                return self._near.phrases.after(sentence, start)
            if codes[at : at + 1] == "T" and codes[at + 1 : at + 3].strip("t")[:1] in ("L", "G"):
                at += 1
                while at < sentence.size and codes[at] in "tLG":
                    at += 1
                continue
            break
        return None
