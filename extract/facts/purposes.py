"""What a sum of money is for: the phrase or the infinitive behind it."""

import re

from extract.facts.sentence import Sentence
from extract.facts.surroundings import Surroundings, Tokens
from extract.patterns import Patterns

_OUT_OF = re.compile(r"Ft?[xz]{1,4}(?=p)")  # from the state budget
_IN_BUDGET = re.compile(r"[Ip]t?x{1,2}D+")
_TO_DO = re.compile(r"D{0,3}T(?:[mVv](?=t|[xe]?z|[xe]{1,2}z?)|x(?=t))(?:t(?=[xzeh]))?")
_PURPOSES = frozenset(("in", "for", "on", "within", "into", "towards", "toward"))


class Purposes:
    """Reads what a sum is for."""

    def __init__(self, loaded: Patterns, near: Surroundings) -> None:
        self._none = frozenset(loaded.table("facts")["measure"]["no_purpose"].split())
        self._near = near

    def read(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
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
                if sentence.norm(start) in self._none or self._near.phrases.is_place(
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

    def to_do(self, sentence: Sentence, codes: str, past: int) -> Tokens | None:
        """``set aside $5 million to complete the ward``: the object of the infinitive."""
        match = _TO_DO.match(codes, past)
        return self._near.phrases.after(sentence, match.end()) if match is not None else None

    def done_for(self, sentence: Sentence, codes: str, left: int) -> Tokens | None:
        """``to award the works to a firm for a sum of``: the object of the infinitive."""
        for at in range(left - 4, max(-1, left - 40), -1):
            if codes[at : at + 3] in ("Txt", "Tit", "TVt", "Tvt"):
                return self._near.phrases.after(sentence, at + 2)
            if codes[at] in ";:":
                return None
        return None

    def _is_receiver(self, sentence: Sentence, codes: str, verb: int, at: int) -> bool:
        """Whether a `to` is that of ``released $5m to hospitals``, not of an infinitive."""
        if codes[at] != "T" or codes[at + 1 : at + 3].strip("t")[:1] not in ("x", "z", "h"):
            return False
        start = max(codes.rfind("m", 0, verb), codes.rfind("e", 0, verb), verb - 8)
        given = any(sentence.norm(near) in self._near.given for near in range(max(0, start), at))
        return given
