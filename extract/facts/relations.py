"""Which number a number qualifies: a change its level, a part its whole, a rate its x/y."""

from extract.facts.clauses import Clauses
from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns

_TIMES = frozenset(("day", "week", "month", "year"))
_LED_TO = ("T", ",uT", "uT", ",T")


class Relations:
    """Fills ``relates`` of the numbers of a sentence."""

    def __init__(self, loaded: Patterns) -> None:
        self._leading = frozenset(loaded.table("facts")["relation"]["leading"].split())

    def read(self, sentence: Sentence) -> None:
        """Relate the numbers, from left to right."""
        numbers = sentence.numbers
        for index, numeral in enumerate(numbers):
            if numeral.rule == "none":
                continue
            before = numbers[index - 1] if index else None
            after = numbers[index + 1] if index + 1 < len(numbers) else None
            relates = None
            if numeral.role == "change":
                relates = self._change(sentence, numeral, before, after)
            elif not numeral.is_percentage:
                relates = self._total(sentence, numeral)
            if relates is None and before is not None:
                relates = self._to_before(sentence, numbers, index, numeral, before)
            if relates is None and numeral.is_percentage and numeral.bracket < 0:
                relates = self._to_level(sentence, numbers, index, numeral)
            numeral.relates = relates
            if relates is not None and numeral.role == "change" and numeral.period is None:
                numeral.period = relates.period  # up 5% to 30 million in May

    def _change(
        self, sentence: Sentence, numeral: Numeral, before: Numeral | None, after: Numeral | None
    ) -> Numeral | None:
        """The level that a change led to."""
        if numeral.rule in ("apposition", "bracket") and numeral.shared is not None:
            shared = numeral.shared
            gap = sentence.codes[shared.past : numeral.left]
            if shared.is_percentage and numeral.is_percentage and gap in ("c", ",c"):
                return None  # rose by 2% and 0.1%
            if shared.is_percentage and shared.role == "level":
                level = shared.relates or self._to_level(
                    sentence, sentence.numbers, numeral.index, numeral
                )
                if level is not None and not level.is_percentage:
                    return level  # reached $5m, 44% of the plan, up 5%
            if numeral.unit == "rank" and after is not None and after.bracket >= numeral.past:
                return after if after.bracket - numeral.past < 5 else shared
            return shared
        if after is None:
            return None
        codes = sentence.codes
        gap = codes[numeral.past : after.left]
        if gap == ",c" and after.is_percentage and after.index + 1 < len(sentence.numbers):
            further = sentence.numbers[after.index + 1]
            if codes[after.past : further.left] == ",T":  # by 14 cents, or 0.4%, to $34.91
                return further
        if numeral.unit == "rank" and after.unit == "rank" and after.bracket >= 0 and len(gap) < 8:
            return after
        if codes[numeral.past : after.at].strip("a") in _LED_TO and (
            numeral.is_percentage or not after.is_percentage
        ):
            return after  # rose by 9%, up to 41,000
        return self._led_to(sentence, numeral)

    def _total(self, sentence: Sentence, numeral: Numeral) -> Numeral | None:
        """``1.5 million came, bringing the total to 11.4 million``: the nearest of its unit."""
        led = self._led_to(sentence, numeral)
        if led is None or led.unit != numeral.unit or led is numeral:
            return None
        between = sentence.numbers[numeral.index + 1 : led.index]
        return None if any(one.unit == led.unit for one in between) else led

    def _led_to(self, sentence: Sentence, numeral: Numeral) -> Numeral | None:
        """``678 more databases, bringing the total to 2,990``."""
        codes = sentence.codes
        for at in range(numeral.past, min(numeral.past + 30, sentence.size)):
            if codes[at] == ";":
                return None
            if sentence.norm(at) in self._leading:
                for one in sentence.numbers[numeral.index : numeral.index + 6]:
                    if one.at > at and one.unit not in _TIMES:
                        return one if codes[one.left - 1] == "T" else None
                return None
        return None

    @staticmethod
    def _to_level(
        sentence: Sentence, numbers: list[Numeral], index: int, numeral: Numeral
    ) -> Numeral | None:
        """``forecast at $28 billion, fulfilling 52% of the estimate and rising 16%``: a percentage
        of change or of a plan whose measure is that of the level before it.
        """
        if numeral.measure is None or (
            numeral.role == "level"
            and sentence.codes[numeral.past : numeral.past + 1] != "o"
            and sentence.codes[numeral.left - 1 : numeral.left] != "B"
        ):
            return None
        for other in reversed(numbers[max(0, index - 5) : index]):
            if other.measure != numeral.measure or ";" in sentence.codes[other.past : numeral.at]:
                return None
            if other.bracket < 0 and not other.is_percentage and other.role == "level":
                return other if other.unit not in ("rank", "times", "fraction") else None
        return None

    def _to_before(
        self,
        sentence: Sentence,
        numbers: list[Numeral],
        index: int,
        numeral: Numeral,
        before: Numeral,
    ) -> Numeral | None:
        codes = sentence.codes
        whole = (
            self._same_noun(sentence, numbers, index, numeral)
            or self._whole(numbers, index, numeral)
            or self._of_which(sentence, numbers, index, numeral)
            or self._including(sentence, numbers, index, numeral)
        )
        if whole is not None:
            return whole
        gap = Clauses.view(sentence, numeral)[before.past : numeral.at]
        if len(gap) > 30 or ";" in gap:
            return None
        if numeral.role == "change" and numeral.rule == "before" and numeral.shared is not before:
            return None
        if numeral.unit in ("times", "rank") and numeral.shared is not None:
            if numeral.role == numeral.shared.role == "change" and numeral.rule == "before":
                return None
            shared = numeral.shared
            if shared.role == "change" and shared.relates is not None:
                if shared.unit == "rank" and shared.relates is numeral:
                    return shared.shared
                return shared.relates
            return shared
        alike = numeral.is_percentage and before.is_percentage
        if numeral.role == before.role == "change" and gap.strip("ta") in (",c", "c") and not alike:
            return before  # by $2 million, or about 5%
        if numeral.bracket >= 0 and before.bracket < 0 and numeral.rule == "bracket":
            between = codes[before.past : numeral.bracket]
            part = before.span.attributes.get("total") is not None and numeral.unit == "count"
            if ("L" in between and not part) or len(between) > 14:
                return None
            if numeral.is_percentage and before.is_percentage:
                return None
            return before
        if numeral.is_percentage and not before.is_percentage and numeral.role == "level":
            if before.span.attributes["total"] is not None and codes[numeral.left - 1] in ",g(o":
                return before if "," in gap or "(" in gap else None
            if numeral.rule == "whole" and numeral.shared is before:
                return before
            if numeral.shared is before and gap.strip("ta")[:2] in (",c", "c", ",g", "g"):
                return before
        return None

    @staticmethod
    def _of_which(
        sentence: Sentence, numbers: list[Numeral], index: int, numeral: Numeral
    ) -> Numeral | None:
        """``2 million records, of which ministries have 0.5 million``."""
        codes = sentence.codes
        before = numbers[index - 1]
        if codes[numeral.past : numeral.past + 2] == "or" and before.role == "level":
            return before  # 40 buses, six of which
        if numeral.rule == "goes-on" and numeral.unit == "count" and numeral.item is None:
            last = before.relates
            if last is not None and last.unit == "count" and ";" in codes[before.past : numeral.at]:
                return last  # of the 16 targets, 8 were met; 3 were not
        start = codes.rfind("or", max(numbers[max(0, index - 4)].past, numeral.at - 40), numeral.at)
        if start >= 0 and numeral.is_percentage and not before.is_percentage:
            return before if before.past <= start and "b" in codes[numeral.past :] else None
        if start < before.past:
            last = before.relates
            part = numeral.span.rule == "part" and codes[numeral.left - 1 : numeral.left] == "b"
            for other in numbers[max(0, index - 3) : index] if part else ():
                last = other.relates if other.span.rule == "part" else last
            return last if part and last is not None and last.role == "level" else None
        for other in reversed(numbers[max(0, index - 6) : index]):
            if other.role == "level" and other.unit == numeral.unit:
                return other
        return None

    @staticmethod
    def _same_noun(
        sentence: Sentence, numbers: list[Numeral], index: int, numeral: Numeral
    ) -> Numeral | None:
        """``40 targets and 95 tasks, of which 22 targets``: the targets."""
        if numeral.item is None or "or" not in sentence.codes:
            return None
        earlier = numbers[max(0, index - 4) : index]
        start = sentence.codes.rfind("or", max(earlier[0].past, numeral.at - 40), numeral.at)
        return Relations._alike(sentence, earlier, start, numeral) if start > 0 else None

    @staticmethod
    def _alike(
        sentence: Sentence, earlier: list[Numeral], start: int, numeral: Numeral
    ) -> Numeral | None:
        """The number before token ``start`` that counts the same noun."""
        assert numeral.item is not None
        text = sentence.document.text
        noun = text[slice(*numeral.item)].rpartition(" ")[2]
        for other in reversed(earlier):
            if other.past > start or other.item is None or other.role != "level":
                continue
            if text[slice(*other.item)].rpartition(" ")[2] == noun:
                return other
        return None

    @staticmethod
    def _including(
        sentence: Sentence, numbers: list[Numeral], index: int, numeral: Numeral
    ) -> Numeral | None:
        """``10,500 new homes, including 7,871 flats of one owner``: where both count the same."""
        codes = sentence.codes
        if numeral.item is None or sentence.norm(numeral.left - 1) != "including":
            return None
        found = Relations._alike(
            sentence, numbers[max(0, index - 2) : index], numeral.left - 1, numeral
        )
        if found is None or found.value < numeral.value:
            return None
        return found if not set(codes[found.past : numeral.left]) & set(";:(") else None

    @staticmethod
    def _whole(numbers: list[Numeral], index: int, numeral: Numeral) -> Numeral | None:
        """The number earlier in the sentence that the number is said to be a part of."""
        if numeral.is_percentage:
            return None
        total = numeral.span.attributes["total"]
        if total is None or numeral.span.rule == "part":
            return None
        for other in reversed(numbers[max(0, index - 8) : index]):
            if not other.is_percentage and other.span.attributes["value"] == total:
                return other
        return None
