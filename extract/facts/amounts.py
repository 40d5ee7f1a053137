"""The measure of sums of money and of quantities with a unit."""

import re

from extract.facts.purposes import Purposes
from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.surroundings import Surroundings, Tokens
from extract.patterns import Patterns

_STANDS_FOR = re.compile(r"[\"?]?(?:(?:oq|Fq|pap|[BI]t?D+|y),?)?\Z")  # Of those, ; As many as


class Amounts:
    """Reads what a sum or a measure with a unit is of."""

    def __init__(self, loaded: Patterns, near: Surroundings, purposes: Purposes) -> None:
        words = loaded.table("facts")["measure"]
        self._earned = frozenset(words["earned"].split())
        self._funds = frozenset(words["funds"].split())
        self._dimensions = frozenset(words["dimensions"].split())
        self._purposes = purposes
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
        if (
            numeral.unit == "count"
            and before is None
            and codes[past : past + 1] in tuple("bvVme")
            and _STANDS_FOR.match(codes, 0, left) is not None
        ):
            numeral.rule = "part-before"  # As many as 23 have been built
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
        if before is not None and self._tells_again(sentence, codes, before, left):
            return share(numeral, before, "before")  # two-thirds of the budget, or $1.3 billion
        if before is not None and codes[past : past + 2] == "oq":
            return share(numeral, before, "before")  # $5 million of it
        noun = after in ("x", "z") and codes[left - 1 : left] != "o"
        if after == "o" or (noun and sentence.norm(past) not in self._dimensions):
            found = self._near.phrases.after(sentence, past + (after == "o"))
            if found is not None:
                numeral.rule = "noun-after"
                return found
        if after == "F" and (
            sentence.norm(left - 1) in self._earned
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
        covers = sentence.norm(left - 1).startswith("cover")  # irrigation covers 9 ha
        if found is None and (covers or self._near.is_level(sentence, codes, left)):
            found = self._near.subject(sentence, codes, numeral)
        if found is not None:
            numeral.rule = "subject"
            return found
        found = self._purposes.read(sentence, codes, past)
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
        done = self._purposes.to_do(sentence, codes, past)
        if done is not None and numeral.unit not in (None, "count"):
            numeral.rule = "purpose"
            return done
        if left and sentence.norm(left - 1) in self._near.transfers:
            found = self._apposed(sentence, codes, past) or self._receivers(
                sentence, codes, numeral
            )
            numeral.rule = "apposed" if found is not None else "payer"
            return found or self._fund(sentence, codes, numeral)
        if codes[left - 1 : left] == "o" and sentence.norm(left - 2) in self._near.targets:
            numeral.rule = "noun-of"
            return self._near.clauses.noun_before(sentence, codes, left - 1, bare=True)
        if codes[left - 2 : left] == "TV" and numeral.role == "level":
            numeral.rule = "payer"  # told the department to recover $5 million
            return None
        numeral.rule = "subject"
        if codes[left - 2 : left] == "xo" and sentence.norm(left - 2) in self._near.empty:
            found = self._purposes.done_for(sentence, codes, left)
            if found is not None:
                return found
        return self._near.subject(sentence, codes, numeral)

    @staticmethod
    def _tells_again(sentence: Sentence, codes: str, before: Numeral, left: int) -> bool:
        """Whether a sum tells the share before it in money."""
        share_before = before.is_percentage or before.unit == "fraction"
        if not share_before or codes[left - 2 : left] != ",c" or sentence.norm(left - 1) != "or":
            return False
        return not set(codes[before.past : left]) & set("bvVmN;(")

    def _receivers(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``the schools would receive $5 million``: those who get it, where they are a group."""
        if not sentence.norm(numeral.left - 1).startswith(("recei", "get", "got")):
            return None
        found = self._near.subject(sentence, codes, numeral)
        return found if found is not None and codes[found[1] - 1] == "z" else None

    def _fund(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``The state budget collected $5 million``: a payer that is itself a sum."""
        found = self._near.clauses.subject(sentence, codes, numeral.left)
        return found if found is not None and sentence.norm(found[1] - 1) in self._funds else None

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
        found = self._purposes.done_for(
            sentence, codes, numeral.left
        ) or self._near.clauses.subject(sentence, codes, numeral.left - 1)
        numeral.rule = "subject"
        if before is not None and (found is None or found[0] < before.past):
            return share(numeral, before, "cost")
        return found

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
