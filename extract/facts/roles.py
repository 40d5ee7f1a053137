"""Whether a number is a level or a change, and the change's direction."""

from collections.abc import Mapping

from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns
from extract.records import Direction

_COMPARATIVES: Mapping[str, Direction] = {
    "higher": "up",
    "more": "up",
    "faster": "up",
    "larger": "up",
    "bigger": "up",
    "greater": "up",
    "lower": "down",
    "fewer": "down",
    "less": "down",
    "smaller": "down",
    "slower": "down",
}
_MORE: Mapping[str, Direction] = {
    "more": "up",
    "additional": "up",
    "further": "up",
    "extra": "up",
    "fewer": "down",
}
_DOUBLED: Mapping[str, Direction] = {
    "doubled": "up",
    "tripled": "up",
    "trebled": "up",
    "quadrupled": "up",
    "halved": "down",
    "doubling": "up",
    "tripling": "up",
    "doubles": "up",
    "triples": "up",
}


class Roles:
    """Reads role and direction; those of percentages are known."""

    def __init__(self, loaded: Patterns, direction: Mapping[str, Direction]) -> None:
        self._direction = direction
        changes = loaded.table("percentages")["changes"]
        self._compared = frozenset(changes["compared"].split())
        self._times = frozenset(changes["times"].split())

    def read(self, sentence: Sentence, numeral: Numeral) -> None:
        """Fill ``role`` and ``direction``."""
        if numeral.is_percentage:
            attributes = numeral.span.attributes
            numeral.role, numeral.direction = attributes["role"], attributes["direction"]
            if numeral.role == "level":
                self._goes_on(sentence, numeral)
            return
        direction = (
            self._multiple(sentence, numeral)
            if numeral.unit == "times"
            else self._before(sentence, numeral) or self._after(sentence, numeral)
        )
        if direction is not None:
            numeral.role, numeral.direction = "change", direction
        else:
            self._goes_on(sentence, numeral)

    @staticmethod
    def _goes_on(sentence: Sentence, numeral: Numeral) -> None:
        """``fell by $2 million, or about 5%``: the same change told twice."""
        before = sentence.numbers[numeral.index - 1] if numeral.index else None
        if before is None or before.role != "change" or before.unit == numeral.unit:
            return
        gap = sentence.codes[before.past : numeral.left]
        if gap.lstrip(",_") == "c" and sentence.norm(numeral.left - 1) == "or":
            numeral.role, numeral.direction = before.role, before.direction

    def _before(self, sentence: Sentence, numeral: Numeral) -> Direction | None:
        codes, left = sentence.codes, numeral.left
        for at in range(left, numeral.at):
            word = sentence.norm(at)
            if (
                word in ("additional", "another", "further", "extra")
                and sentence.norm(at + 1) != "than"
            ):
                return "up"
        if left == 0:
            return None
        last, word = codes[left - 1], sentence.norm(left - 1)
        if last == "u":
            return self._direction[word] if left < 2 or codes[left - 2] not in "exvmgh" else None
        if last == "o":
            noun = left - 2
            return self._direction.get(sentence.norm(noun)) if codes[noun] in "iV" else None
        if last == "B":
            return self._by(sentence, left - 1) or self._gapped(sentence, numeral)
        if numeral.is_money and word.startswith(("rais", "recover")):
            return None  # will raise $45 million a year
        if last in "Vi" and word not in ("record", "recorded"):
            return self._direction.get(word)
        return None

    def _by(self, sentence: Sentence, by: int) -> Direction | None:
        codes = sentence.codes
        for at in range(by - 1, max(-1, by - 14), -1):
            if codes[at] in "Viu":
                return self._direction.get(sentence.norm(at))  # will go up by $84
            if codes[at] in ",;:(.":
                return None
        return None

    @staticmethod
    def _gapped(sentence: Sentence, numeral: Numeral) -> Direction | None:
        """``accidents fell by 312, deaths by 41 and injuries by 208``: the verb of the first."""
        before = sentence.numbers[numeral.index - 1] if numeral.index else None
        if before is None or before.role != "change" or numeral.left - before.past > 16:
            return None
        codes = sentence.codes
        if codes[before.left - 1 : before.left] != "B":
            return None
        return (
            None if set(codes[before.past : numeral.left]) & set("bvVmei;(") else before.direction
        )

    def _after(self, sentence: Sentence, numeral: Numeral) -> Direction | None:
        """``678 more databases``, ``40 points higher``, ``the 300-seat increase``."""
        word = sentence.norm(numeral.past)
        if word in _MORE and sentence.norm(numeral.past + 1) != "than":
            return _MORE[word]
        if sentence.codes[numeral.past : numeral.past + 1] == "i":
            return self._direction.get(word)
        if sentence.codes[numeral.past : numeral.past + 2] == "up" and numeral.is_money:
            return self._direction[word]  # is $18 million up on last year
        for at in (numeral.past, numeral.past + 1):
            word = sentence.norm(at)
            if word in _COMPARATIVES and self._in_time(sentence, at):
                return _COMPARATIVES[word]
        return None

    def _multiple(self, sentence: Sentence, numeral: Numeral) -> Direction | None:
        word = sentence.norm(numeral.at)
        if word in _DOUBLED:
            return _DOUBLED[word]
        if sentence.codes[numeral.past : numeral.past + 1] == "i":
            return self._direction.get(sentence.norm(numeral.past))  # a 1.6-fold increase
        for at in (numeral.past, numeral.past + 1):
            word = sentence.norm(at)
            if word in _COMPARATIVES or word in ("that", "compared", "what"):
                return _COMPARATIVES.get(word, "up") if self._in_time(sentence, at) else None
        if sentence.norm(numeral.past) == "as" == sentence.norm(numeral.past + 2):
            return "up" if self._in_time(sentence, numeral.past + 2) else None
        left = numeral.left
        if left and sentence.codes[left - 1] in "VB":
            verb = sentence.norm(left - 1)
            return self._direction.get(verb) if verb != "by" else self._by(sentence, left - 1)
        if sentence.codes[left - 2 : left] in ("io", "Vo"):
            return self._direction.get(sentence.norm(left - 2))
        return None

    def _in_time(self, sentence: Sentence, at: int) -> bool:
        """Whether a comparison is with another time."""
        for near in range(at + 1, min(at + 10, sentence.size)):
            if sentence.codes[near] == "D" or sentence.norm(near) in self._times:
                return True
            if sentence.codes[near] in ",;.()":
                return False
        return False
