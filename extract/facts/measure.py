"""The phrase that names what a number measures."""

import re

from extract.facts.clauses import Clauses
from extract.facts.growth import Growth
from extract.facts.phrases import Phrases
from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns

Tokens = tuple[int, int]
_TIME = frozenset(("day", "week", "month", "year", "hour", "minute", "second"))
_RESTATED = re.compile(r"[xzpyoIAtD_]{0,8}(?:[,-]?[cg]T?|,)")


class Measure:
    """Finds the measure of each number; ``read`` fills ``measure``, ``shared`` and ``rule``."""

    def __init__(self, loaded: Patterns) -> None:
        table = loaded.table("facts")
        words = {key: frozenset(value.split()) for key, value in table["measure"].items()}
        self._heads = words["heads"]
        self._empty = words["empty"]
        self._targets = words["targets"]
        self._wholes = words["wholes"]
        self._nothing = words["nothing"]
        self._durations = words["durations"]
        self._superlatives = words["superlatives"]
        self._phrases = Phrases(loaded)
        self._clauses = Clauses(self._phrases)
        self._growth = Growth(loaded, self._clauses, self._phrases)

    def read(self, sentence: Sentence, numeral: Numeral, before: Numeral | None) -> None:
        """Find the measure; ``before`` is the number before in the sentence that has one."""
        codes = self._clauses.view(sentence, numeral)
        if numeral.unit in _TIME and not self._is_measured(sentence, codes, numeral):
            return
        if numeral.item is not None and self._says_nothing(sentence, numeral):
            return
        found = self._named(sentence, codes, numeral, before)
        if found is not None and before is not None and before.measure is not None:
            alone = found[1] - found[0] == 1 and sentence.norm(found[0]) in self._empty
            if alone or sentence.start_of(found[0]) == before.measure[0] < before.span.start:
                found = self._share(numeral, before, "before")
        if found is not None:
            start, past = found
            numeral.measure = (sentence.start_of(start), sentence.end_of(past))
        if numeral.rule == "none":
            numeral.rule = "unnamed"

    def _says_nothing(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``three breakthroughs``: a small number of something that nobody counts."""
        assert numeral.item is not None
        last = sentence.norm(sentence.token(numeral.item[1] - 1))
        return last in self._nothing and numeral.unit == "count" and 0 < numeral.value < 20

    def _is_measured(self, sentence: Sentence, codes: str, numeral: Numeral) -> bool:
        """Whether a duration or an age measures something: ``the waiting time fell to 3 days``."""
        subject = self._clauses.subject(sentence, codes, numeral.left)
        if subject is None or not self._is_level(sentence, codes, numeral.left):
            return False
        return any(sentence.norm(at) in self._durations for at in range(*subject))

    def _named(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        left = numeral.left
        last = codes[left - 1] if left else ""
        if numeral.bracket >= 0 and before is not None and not self._own(numeral):
            return self._share(numeral, before, "bracket")
        if numeral.role == "change":
            return self._growth.read(sentence, codes, numeral, before)
        if numeral.unit in ("rank", "times"):
            return self._rank(sentence, codes, numeral, before)
        if last == "o" and before is not None and self._is_target(sentence, codes, left):
            return self._share(numeral, before, "target")
        if numeral.is_percentage or numeral.unit == "fraction":
            return self._percentage(sentence, codes, numeral, before)
        if numeral.item is not None:
            return self._counted(sentence, codes, numeral)
        return self._amount(sentence, codes, numeral, before)

    def _is_target(self, sentence: Sentence, codes: str, left: int) -> bool:
        """``the target of``, ``the target by 2025 of``."""
        noun = left - 2
        while noun > 0 and codes[noun] == "D":
            noun -= 1
        if noun < left - 2 and codes[noun] in "pBIA":
            noun -= 1
        return sentence.norm(noun) in self._targets

    @staticmethod
    def _own(numeral: Numeral) -> bool:
        return numeral.item is not None and numeral.role == "level" and numeral.unit == "count"

    @staticmethod
    def _share(numeral: Numeral, other: Numeral, rule: str) -> None:
        """Give ``numeral`` the measure of ``other``."""
        numeral.measure, numeral.shared, numeral.rule = other.measure, other, rule

    def _rank(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """What is ranked: ``ranked first in X``, ``reached 45 Mbps, ranking 7th``."""
        near = before is not None and "," in codes[before.past : numeral.at]
        for at in range(numeral.past, min(numeral.past + 14, sentence.size)):
            code = codes[at]
            if code in "IW" or (code == "p" and sentence.norm(at) in ("for", "on")):
                if codes[at + 1 : at + 3].strip("t")[:1] in ("D", "L"):
                    continue
                if self._phrases.is_place(sentence, at + 1):
                    continue
                found = self._ranked(sentence, codes, at + 1)
                if found is not None:
                    numeral.rule = "rank"
                    return found
            if code in ",;:()bvVs":
                break
        if before is not None and (near or numeral.unit == "times"):
            return self._share(numeral, before, "rank") or None
        numeral.rule = "subject"
        return self._subject(sentence, codes, numeral)

    def _ranked(self, sentence: Sentence, codes: str, start: int) -> Tokens | None:
        """The phrase from token ``start``: ``the fastest growth rate``, ``the UN rankings``."""
        while sentence.norm(start) in self._superlatives or codes[start : start + 1] == "t":
            start += 1
        past = start
        while codes[past : past + 1] == "G":
            past += 1
        found = self._phrases.after(sentence, past)
        if found is None:
            return None
        inner = codes.find("I", found[0], found[1])
        return (start if past > start else found[0], inner if inner > 0 else found[1])

    def _percentage(
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
            if reckoned and before is not None and self._restates(codes, before, numeral):
                return self._share(numeral, before, "whole")
            subject = None
            if self._is_level(sentence, codes, left) or reckoned:
                subject = self._subject(sentence, codes, numeral)
            if subject is not None and (reckoned or codes[left - 1] not in "g"):
                numeral.rule = "subject"
                return subject
            if reckoned and before is not None:
                return self._share(numeral, before, "whole")
            found = self._phrases.after(sentence, whole)
            if found is not None:
                numeral.rule = "percent-of"
                return found
        if left and codes[left - 1] == "o" and codes[left - 2 : left - 1] not in ("", ","):
            found = self._of_head(sentence, codes, numeral)
            if found is not None:
                return found
        if before is not None and self._goes_on(codes, before, numeral):
            return self._share(numeral, before, "goes-on")
        if codes[numeral.at - 1 : numeral.at] == "t" and codes[past : past + 1] in ("x", "z"):
            numeral.rule = "noun-after"
            return self._phrases.after(sentence, past)
        if before is not None and self._is_result(codes, before, numeral):
            return self._share(numeral, before, "goes-on")
        found = self._growth.ellipsis(sentence, codes, before, numeral)
        found = found or self._subject(sentence, codes, numeral)
        if found is not None:
            numeral.rule = "subject"
            return self._done(sentence, codes, numeral, found)
        if codes[past : past + 1] in ("x", "z"):
            numeral.rule = "noun-after"
            return self._phrases.after(sentence, past)
        return self._share(numeral, before, "before") if before is not None else None

    def _goes_on(self, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """Whether the number goes on from the one before: ``11%, 14%``, ``at 5% and 7%``."""
        gap = codes[before.past : numeral.at]
        if len(gap) > 24 or ";" in gap or "." in gap:
            return False
        left = codes[before.past : numeral.left]
        return not left.strip(",c") or (left[:1] == "," and left.strip(",cgaty")[:1] in ("", "T"))

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
        return bool(before.span.attributes["total"]) and "," not in codes[before.past : comma]

    def _done(
        self, sentence: Sentence, codes: str, numeral: Numeral, subject: Tokens
    ) -> Tokens:
        """``14 ministries have issued a list, reaching 77%``: what is done, not who did it."""
        comma = codes.rfind(",", subject[1], numeral.left)
        if comma < 0 or "N" not in codes[max(0, subject[0] - 4) : subject[1]]:
            return subject
        start = subject[1]
        while start < comma and codes[start] in "bey":
            start += 1
        return self._phrases.after(sentence, start) or subject if start > subject[1] else subject

    def _of_head(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``a budget of``, ``a rate of``: the noun before `of`, unless it is empty."""
        left = numeral.left
        if codes[left - 2] not in "xzieh":
            return None
        if sentence.norm(left - 2) in self._empty or sentence.norm(left - 2) in self._targets:
            return None
        start = left - 2
        while start and codes[start - 1] in "xzieh'" and left - start < 12:
            start -= 1
        while start > 1 and codes[start - 1] == "o" and codes[start - 2] in "xz":
            start -= 2
            while start and codes[start - 1] in "xzi":
                start -= 1
        while start < left - 2 and codes[start] in "ehV" and codes[start + 1] == "t":
            start += 1
        found = self._phrases.trim(sentence, start, left - 1)
        if found is not None:
            numeral.rule = "noun-of"
        return found

    def _is_level(self, sentence: Sentence, codes: str, left: int) -> bool:
        """Whether the words before token ``left`` end in a verb of level and its preposition."""
        if not left:
            return False
        last = codes[left - 1]
        if last in "vbg" or (last == "T" and codes[left - 2 : left - 1] in ("V", "g", "v")):
            return True
        if last in "ATpBTW":
            return codes[left - 2 : left - 1] in ("v", "g", "V", "b", "e") or (
                last == "p" and sentence.norm(left - 2) in ("account", "accounts")
            )
        return False

    def _counted(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """The noun after the number, unless a fuller name stands before: ``the number of X is``."""
        assert numeral.item is not None
        left = numeral.left
        if self._is_level(sentence, codes, left):
            subject = self._subject(sentence, codes, numeral)
            part = codes[left - 1] == "b" and numeral.span.rule == "part"
            if subject is not None and (part or self._heads_it(sentence, subject)):
                numeral.rule = "subject"
                return subject
        if codes[left - 1 : left] == "o" and sentence.norm(left - 2) in self._heads - self._empty:
            fuller = self._of_head(sentence, codes, numeral)
            if fuller is not None:
                return fuller
        numeral.rule = "item"
        start = sentence.token(numeral.item[0])
        end = sentence.token(numeral.item[1] - 1) + 1
        if codes[left - 1 : left] == "q" or "q" in codes[max(0, left - 3) : left]:
            fuller = self._number_of(sentence, codes, start, end, left)
            if fuller is not None:
                numeral.rule = "subject"
                return fuller
        return self._phrases.after(sentence, start, end) or (start, end)

    def _heads_it(self, sentence: Sentence, subject: Tokens) -> bool:
        """Whether a phrase is headed by ``number``, ``rate`` and their like."""
        for at in range(*subject):
            if sentence.norm(at) in self._heads:
                return True
            if sentence.codes[at] in "opIWrN":
                return False
        return False

    def _number_of(
        self, sentence: Sentence, codes: str, start: int, end: int, left: int
    ) -> Tokens | None:
        """``The number of X is high: there are 12 X``: the phrase before, of the same noun."""
        head = sentence.norm(end - 1)
        for at in range(left - 1, max(0, left - 40), -1):
            if codes[at] in ";:":
                return None
            if sentence.norm(at) == head:
                verb = at
                while verb < left and codes[verb] not in "bvV":
                    verb += 1
                found = self._clauses.subject_of(sentence, codes, verb) if verb < left else None
                return found if found and self._heads_it(sentence, found) else None
        return None

    def _amount(
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
        if numeral.unit == "count" and before is not None and codes[left - 1 : left] in ("", ",", "c"):
            return self._share(numeral, before, "goes-on")
        while codes[past : past + 1] in ("_", "D", "."):
            past += 1
        after = codes[past : past + 1]
        if codes[past : past + 2] == "cN" and numeral.span.rule == "measure":
            following = next((n for n in sentence.numbers if n.at == past + 1), None)
            if following is not None and following.unit == numeral.unit:
                past = following.past
                while codes[past : past + 1] == "_":
                    past += 1
                after = codes[past : past + 1] if codes[past : past + 1] in ("x", "z") else after
        if after == "o" or (after in ("x", "z") and codes[past : past + 2] != "xB"):
            found = self._phrases.after(sentence, past + (after == "o"))
            if found is not None:
                numeral.rule = "noun-after"
                return found
        if left and codes[left - 1] == "o":
            found = self._of_head(sentence, codes, numeral)
            if found is not None:
                return found
        if before is not None and self._goes_on(codes, before, numeral):
            return self._share(numeral, before, "goes-on")
        found = self._growth.ellipsis(sentence, codes, before, numeral)
        if found is None and self._is_level(sentence, codes, left):
            found = self._subject(sentence, codes, numeral)
        if found is not None:
            numeral.rule = "subject"
            return found
        found = self._purpose(sentence, codes, past)
        if found is not None:
            numeral.rule = "purpose"
            return found
        if before is not None and before.unit == numeral.unit and left - before.past < 16:
            gap = codes[before.past : left]
            if "c" in gap and not set(gap) & set("bvVs;("):
                return self._share(numeral, before, "goes-on")
        numeral.rule = "subject"
        if codes[left - 2 : left] == "xo" and sentence.norm(left - 2) in self._empty:
            found = self._done_for(sentence, codes, left)
            if found is not None:
                return found
        return self._subject(sentence, codes, numeral)

    def _done_for(self, sentence: Sentence, codes: str, left: int) -> Tokens | None:
        """``to award the works to a firm for a sum of``: the object of the infinitive."""
        for at in range(left - 4, max(-1, left - 40), -1):
            if codes[at : at + 3] in ("Txt", "Tit", "TVt", "Tvt"):
                return self._phrases.after(sentence, at + 2)
            if codes[at] in ";:":
                return None
        return None

    def _of_next(self, sentence: Sentence, codes: str, at: int) -> Tokens | None:
        """``eight and four projects``: what the next number counts."""
        while codes[at : at + 1] == "N":
            at += 1
        return self._phrases.after(sentence, at)

    def _purpose(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
        """``$5 million in revenue``, ``is set aside for capital projects``."""
        at = past
        if codes[at : at + 1] == "," and codes[at + 1 : at + 2] == "c":  # , or 57%,
            while at < sentence.size and at < past + 8 and codes[at] in ",cNa":
                at += 1
        while codes[at : at + 1] in tuple("by_"):
            at += 1
        if codes[at : at + 1] == "e":
            at += 1
        for _ in range(3):
            if codes[at : at + 1] in ("B", "A", "F") and codes[at + 1 : at + 3].strip("t")[:1] == "D":
                at += 2
                while at < sentence.size and codes[at] in "tD":
                    at += 1
                continue
            if codes[at : at + 1] in ("I", "p") and sentence.norm(at) in ("in", "for", "on", "within"):
                start = at + 1
                while start < sentence.size and codes[start] in "taN":
                    start += 1
                if codes[start : start + 1] in ("D", "L", "G"):
                    at = start
                    while at < sentence.size and codes[at] in "DLG":
                        at += 1
                    continue
                return self._phrases.after(sentence, start)
            if codes[at : at + 1] == "T" and codes[at + 1 : at + 3].strip("t")[:1] in ("L", "G"):
                at += 1
                while at < sentence.size and codes[at] in "tLG":
                    at += 1
                continue
            break
        return None

    def _subject(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        return self._growth.subject_or_object(sentence, codes, numeral)
