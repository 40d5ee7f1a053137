"""Whether a number is a result, an estimate, a target or a plan."""

from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns
from extract.records import Status

_FAR = 40


class Statuses:
    """Reads the status from the words of the clause."""

    def __init__(self, loaded: Patterns) -> None:
        words = loaded.table("facts")["status"]
        self._word: dict[str, Status] = dict.fromkeys(words["plan"].split(), "plan")
        self._word |= dict.fromkeys(words["target"].split(), "target")
        self._word |= dict.fromkeys(words["estimate"].split(), "estimate")
        self._words = frozenset(self._word)

    def read(self, sentence: Sentence) -> None:
        """Fill ``status`` of the sentence's numbers."""
        if self._words.isdisjoint(sentence.norms) and "bT" not in sentence.codes:
            for numeral in sentence.numbers:
                if numeral.rule == "target":
                    numeral.status = "target"
            return
        before: Numeral | None = None
        for numeral in sentence.numbers:
            self._settle(sentence, numeral, before)
            before = numeral

    def _settle(self, sentence: Sentence, numeral: Numeral, before: Numeral | None) -> None:
        """Fill ``status``; ``before`` is the number before in the sentence."""
        found = self._before(sentence, numeral) or self._after(sentence, numeral)
        if found is None and before is not None and self._shares(sentence, before, numeral):
            found = before.status if before.rule != "target" else None
        if found in ("plan", "target") and self._is_past(sentence, numeral):
            found = "target" if numeral.rule == "target" else None
        numeral.status = found or "actual"

    def _before(self, sentence: Sentence, numeral: Numeral) -> Status | None:
        codes = sentence.codes
        verb = False
        best: Status | None = None
        if numeral.rule == "target":
            return "target"
        norms, status = sentence.norms, self._word
        for at in range(numeral.at - 1, max(-1, numeral.at - _FAR), -1):
            code = codes[at]
            if code in ";(" or (code == "N" and at < numeral.at - 1):
                return best
            if code == "s":
                return best
            if verb and code == ",":
                word = status.get(sentence.norm(at - 1))
                return word if word == "estimate" else best
            if code in "bvV":
                verb = True
            word = status.get(norms[at])
            if word is None:
                continue
            verbal = codes[at + 1 : at + 2] == "T"
            if (
                word == "target"
                and code in "xz"
                and not verbal
                and (numeral.at - at > 12 or "," in codes[at : numeral.at])
            ):
                continue
            if sentence.norm(at) == "proposal":
                if "T" in codes[at : numeral.at]:
                    return best or "plan"
                continue
            if word == "plan" and not verbal and (code in "xz" or sentence.norm(at)[:3] == "pro"):
                continue
            if word == "estimate":
                return word
            if best != "target":
                best = word
        return best

    def _after(self, sentence: Sentence, numeral: Numeral) -> Status | None:
        """``80 km are expected to open``, where the number stands before its verb."""
        codes = sentence.codes
        for at in range(numeral.left - 1, max(-1, numeral.left - _FAR), -1):
            if codes[at] in "bvV":
                return None
            if codes[at] in ",;:(":
                break
        for at in range(numeral.past, min(numeral.past + 14, sentence.size)):
            if codes[at] in ",;:()Nc":
                return None
            if codes[at] in "bvV":
                for near in range(at, min(at + 4, sentence.size)):
                    word = self._word.get(sentence.norm(near))
                    if word is not None and codes[near] in "bveSVT":
                        return word
                    if codes[near] == "T" and codes[near - 1] == "b":
                        return "plan"
                return None
        return None

    @staticmethod
    def _shares(sentence: Sentence, before: Numeral, numeral: Numeral) -> bool:
        """Whether no verb of its own stands between."""
        gap = sentence.codes[before.past : numeral.at]
        return len(gap) < 30 and not set(gap) & set("bvVS;(")

    @staticmethod
    def _is_past(sentence: Sentence, numeral: Numeral) -> bool:
        """Whether its period had begun on the article's day."""
        reference = sentence.document.reference
        if numeral.period is None:
            return False
        if reference is None:
            return True  # nothing says that it is to come
        first = numeral.period.attributes["first_day"]
        return first is not None and first <= reference.isoformat()
