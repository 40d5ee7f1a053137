"""Whether a number is a result, an estimate, a target or a plan."""

import re

from extract.facts.plans import Plans, is_ahead, is_past
from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns
from extract.records import Status

_FAR = 40
_NEAR = 16  # tokens from the verb of an order to the number
_ALONE = re.compile(r"\([a?]*")  # 500 million dong (
_TRAILING = re.compile(r"\)?(?:,c?|c)[ay]*(?:[guhV]|v(?=T))?[BATyat]*")  # ), increasing by
_LISTED = re.compile(r",h[pt]*")  # goals for the year, including
_JOINED = re.compile(r"[xzeh]{0,4}c[at]*")  # 45 targets and
_SUBJECT = re.compile(r"[xzeh]{0,4}[bm]")  # and 12 cars were
_PART_OF = re.compile(r"Not?[xy]{0,3}\Z")
_OWN = re.compile(r",[xe]Bt?")  # , driven by its 29 parks


class Statuses:
    """Reads the status from the words of the clause."""

    def __init__(self, loaded: Patterns) -> None:
        words = loaded.table("facts")["status"]
        self._word: dict[str, Status] = dict.fromkeys(words["plan"].split(), "plan")
        self._word |= dict.fromkeys(words["target"].split(), "target")
        self._word |= dict.fromkeys(words["estimate"].split(), "estimate")
        self._orders = frozenset(words["orders"].split())
        self._before_to: dict[str, Status] = dict.fromkeys(words["orders"].split(), "target")
        self._before_to |= dict.fromkeys(words["hopes"].split(), "target")
        self._before_to |= dict.fromkeys(words["pledges"].split(), "plan")
        self._before_to |= dict.fromkeys(words["guesses"].split(), "estimate")
        self._before_to |= dict.fromkeys(words["courses"].split(), "plan")
        self._chances = frozenset(words["chances"].split())
        self._means = frozenset(words["means"].split())
        self._proposals = frozenset(words["proposals"].split())
        self._words = frozenset(self._word) | frozenset(self._before_to) | self._proposals
        self._plans = Plans(loaded)
        self._words |= self._chances | self._plans.words

    def read(self, sentence: Sentence) -> None:
        """Fill ``status`` of the sentence's numbers."""
        if self._words.isdisjoint(sentence.norms) and "bT" not in sentence.codes:
            for numeral in sentence.numbers:
                if numeral.rule == "target":
                    numeral.status = self._bar(sentence, numeral) or "actual"
                elif is_ahead(sentence, numeral):
                    numeral.status = "plan"
            return
        before: Numeral | None = None
        for numeral in sentence.numbers:
            self._settle(sentence, numeral, before)
            before = numeral

    def _settle(self, sentence: Sentence, numeral: Numeral, before: Numeral | None) -> None:
        """Fill ``status``; ``before`` is the number before in the sentence."""
        if before is not None and self._repeats(sentence, before, numeral):
            numeral.status = before.status
            return
        if sentence.codes[numeral.left - 1 : numeral.left] == "F" and self._was(sentence, numeral):
            return  # to bring the rate from 38% to 42%
        found = self._before(sentence, numeral) or self._after(sentence, numeral)
        if found is None and before is not None and self._shares(sentence, before, numeral):
            found = before.status if before.rule != "target" else None
        if found is None and self._plans.is_plan(sentence, numeral):
            found = "plan"
        if found == "plan":
            if is_past(sentence, numeral):
                found = None
            elif self._is_goal(sentence, numeral) or self._is_ordered(sentence, numeral):
                found = "target"
        numeral.status = found or "actual"

    @staticmethod
    def _repeats(sentence: Sentence, before: Numeral, numeral: Numeral) -> bool:
        """Whether a sum stands in brackets once more in another currency."""
        codes = sentence.codes
        return (
            numeral.bracket >= 0
            and codes[numeral.past : numeral.past + 1] == ")"
            and _ALONE.fullmatch(codes, before.past, numeral.at) is not None
            and before.unit != numeral.unit
            and not numeral.is_percentage
        )

    def _before(self, sentence: Sentence, numeral: Numeral) -> Status | None:
        codes = sentence.codes
        verb = False
        best: Status | None = None
        if numeral.rule == "target":
            return self._bar(sentence, numeral)
        norms, status = sentence.norms, self._word
        for at in range(numeral.at - 1, max(-1, numeral.at - _FAR), -1):
            code = codes[at]
            if code == "N" and at < numeral.at - 1 and best is None:
                return self._ordered_too(sentence, at, numeral)
            if code in ";(s" or (code == "N" and at < numeral.at - 1):
                return best
            if verb and code == "," and codes[at + 1 : at + 3].lstrip("c")[:1] != "T":
                word = status.get(sentence.norm(at - 1))
                return word if word == "estimate" and codes[at - 3 : at - 1] != "ot" else best
            if code in "OGL":
                continue
            if code == "b" and norms[at] in self._chances:
                best = best or "estimate"
            if code in "bvVm":
                verb = True
                if codes[at : at + 2] == "bT" and norms[at] in ("is", "are"):
                    best = best or "plan"  # is to be cut to 4%
            word = status.get(norms[at])
            if word is None and norms[at] in self._before_to:
                word = self._aimed(sentence, at, numeral)
                if word is not None:
                    return word
            if word is None:
                if code == "b" and codes[at + 1] == "T" and norms[at] in ("is", "are", "be"):
                    best = best or "plan"  # is to open
                continue
            verbal = codes[at + 1 : at + 2] == "T"
            if word == "target" and code in "xz" and not verbal and self._is_counted(codes, at):
                continue
            if norms[at] in ("need", "needs") and not verbal:
                continue
            if (
                word == "target"
                and code in "xz"
                and not verbal
                and (numeral.at - at > 12 or "," in codes[at : numeral.at])
                and not self._is_listed(codes, at, numeral)
            ):
                continue
            if word == "target" and code in "xz" and codes[at + 1 : numeral.left] == "B":
                continue  # exceeding the target by 3 points
            if word == "target" and code in "xz" and _PART_OF.search(codes, max(0, at - 6), at):
                continue  # 31% of its yearly goal and down 8%
            if sentence.norm(at) in self._proposals:
                if "T" in codes[at : numeral.at]:
                    return best or "plan"
                continue
            if word == "plan" and not verbal and (code in "xz" or sentence.norm(at)[:3] == "pro"):
                continue
            if word == "estimate":
                if code == "x" and codes[at - 2 : at] == "ot":
                    continue  # equal to 78% of the estimate, which is a plan
                return word
            if best != "target":
                best = word
        return best

    def _ordered_too(self, sentence: Sentence, upto: int, numeral: Numeral) -> Status | None:
        """``asked them to cut losses from 43% to 35% and to connect 900 homes``: what is ordered
        beside the numbers before.
        """
        codes = sentence.codes
        gap = codes[upto + 1 : numeral.left]
        before = sentence.numbers[numeral.index - 1] if numeral.index else None
        led = before is not None and gap == "T" and codes[before.left - 1] == "F"
        if not led and gap.find("cT") < 0 and gap.find(",T") < 0:
            return None
        for at in range(upto - 1, max(-1, upto - _FAR), -1):
            if codes[at] in ";(":
                return None
            if sentence.norms[at] in self._orders:
                return self._before_to[sentence.norms[at]]
        return None

    def _bar(self, sentence: Sentence, numeral: Numeral) -> Status | None:
        """What a number is that another exceeds: ``the target of 80%``, ``an average of 9%``."""
        for at in range(numeral.left - 1, max(-1, numeral.left - 6), -1):
            word = sentence.norm(at)
            if word in self._means:
                return None
            if self._word.get(word) == "estimate":
                return "estimate"
        return "target"

    def _aimed(self, sentence: Sentence, at: int, numeral: Numeral) -> Status | None:
        """The status of what follows ``to`` and a verb: ``ordered officials to repair``, ``is set
        to reach``.
        """
        codes = sentence.codes
        if codes[numeral.left - 1] == "c" and _SUBJECT.match(codes, numeral.past):
            return None
        word = sentence.norm(at)
        found = self._before_to[word]
        to = at + 1
        if found == "estimate" and codes[at - 1 : at] not in ("b", "y"):
            return None
        if word in self._orders and codes[at - 1 : at] == "b":
            found = "plan"  # will be asked to approve $5 million
        if word in self._orders:
            to = codes.find("T", at, numeral.at)
            if to < 0 or numeral.at - to > _NEAR or set(codes[at + 1 : to]) & set("bvVmSs;:N"):
                return None
        if codes[to : to + 1] != "T" or codes[to + 1 : to + 2] not in tuple("xvVmbik"):
            return None
        return found if to + 1 < numeral.at else None

    @staticmethod
    def _was(sentence: Sentence, numeral: Numeral) -> bool:
        """Whether a number after `from` is followed by the one to come: ``from 38% to 42%``."""
        if numeral.index + 1 >= len(sentence.numbers):
            return False
        other = sentence.numbers[numeral.index + 1]
        return sentence.codes[numeral.past : other.left].strip("AxDa") == "T"

    def _is_ordered(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``requested localities to work so that the rate would reach 60%``."""
        would = any(
            sentence.norm(at) == "would" for at in range(max(0, numeral.at - 5), numeral.at)
        )
        if not would or not numeral.is_percentage:
            return False
        near = sentence.norms[max(0, numeral.at - _FAR) : numeral.at]
        return not self._orders.isdisjoint(near)

    @staticmethod
    def _is_listed(codes: str, at: int, numeral: Numeral) -> bool:
        """Whether a number follows as one of goals: ``the goals for the year, including 3%``."""
        comma = codes.rfind(",", at, numeral.at)
        return comma >= 0 and _LISTED.fullmatch(codes, comma, numeral.at) is not None

    def _after(self, sentence: Sentence, numeral: Numeral) -> Status | None:
        """``80 km are expected to open``, where the number stands before its verb."""
        codes = sentence.codes
        for at in range(numeral.left - 1, max(-1, numeral.left - _FAR), -1):
            if codes[at] in "bvVm":
                return None
            if codes[at] in ",;:(" or (codes[at] == "c" and at == numeral.left - 1):
                break
        numbers = sentence.numbers
        if numeral.index + 1 < len(numbers):
            other = numbers[numeral.index + 1]
            if _JOINED.fullmatch(codes, numeral.past, other.at):
                numeral = other
        for at in range(numeral.past, min(numeral.past + 14, sentence.size)):
            if codes[at] in ",;:()Nc":
                return None
            if codes[at + 1 : at + 2] == "T" and sentence.norm(at) in ("need", "needs"):
                return "target"
            if codes[at] in "bvVm":
                for near in range(at, min(at + 4, sentence.size)):
                    word = self._word.get(sentence.norm(near))
                    if word is not None and codes[near] in "bveSVT":
                        own = codes[numeral.left - 1 : numeral.left] == "o" and near == at
                        return None if own and word == "plan" else word  # a levy of 2% will raise
                    if word in ("target", "estimate") and codes[at:near] == "bt":
                        return word  # $5 million was the target for loans
                    if codes[near] == "T" and codes[near - 1] == "b":
                        return "plan"
                return None
        return None

    @staticmethod
    def _shares(sentence: Sentence, before: Numeral, numeral: Numeral) -> bool:
        """Whether no verb of its own stands between."""
        gap = sentence.codes[before.past : numeral.at]
        if len(gap) > 29 or set(gap) & set("bSs;(") or _OWN.search(gap):
            return False
        if sentence.codes[numeral.past : numeral.past + 2] == "or":
            return False  # six of which have been completed
        joined = "c" in gap and "," not in gap  # will improve 6 roads and lift incomes by 5%
        return joined or not set(gap) & set("vVm") or _TRAILING.fullmatch(gap) is not None

    @staticmethod
    def _is_counted(codes: str, at: int) -> bool:
        """Whether targets are counted: ``65 targets and 102 tasks``."""
        while at and codes[at - 1] in "xzt":
            at -= 1
        return codes[at - 1 : at] == "N"

    @staticmethod
    def _is_goal(sentence: Sentence, numeral: Numeral) -> bool:
        """``will raise the rate to 95% by 2028``: a level or a change with its deadline."""
        period = numeral.period
        if period is None or period.attributes["modifier"] != "before":
            return False
        at = numeral.left - 1
        codes = sentence.codes
        if codes[at : at + 1] in ("T", "B", "A") or codes[at - 1 : at] == "u":
            at -= 1
        return numeral.is_percentage or codes[at : at + 1] in ("v", "V", "g")
