"""How a noun phrase begins: what stands before the first word that is its own."""

from extract.facts.sentence import Sentence

STATUS = frozenset(("estimated", "expected", "projected", "planned", "forecast", "forecasted"))
_FAR = 60  # tokens looked back


class Openings:
    """Finds the first word of phrases."""

    def __init__(self, nominal: frozenset[str]) -> None:
        self._nominal = nominal

    def read(self, sentence: Sentence, start: int, end: int) -> int:
        """Where the phrase ``[start, end)`` begins, or -1 where it names nothing."""
        codes = sentence.codes
        while start < end and (codes[start] in 'tay,NcA-"?' or sentence.norm(start) == "such"):
            start += 1
        if codes[start : start + 1] == "(" and (closing := codes.find(")", start, end)) > 0:
            start = closing + 1
        if codes[start : start + 2] == "ro" and codes[start - 1 : start] in ("S", "m", "e"):
            return -1  # said that of the total cost
        if sentence.norm(start + 1) == "terms" and codes[start : start + 3] == "Izo":
            start += 3  # in terms of money
        if codes[start : start + 1] == "q":
            return -1  # them lack a land officer
        if sentence.norm(start) in STATUS and codes[start + 1 : start + 2] in ("x", "z"):
            start += 1  # the estimated output
        if "N" in codes[start + 1 : end] or codes[start : start + 2] == "oN":
            start = self._past_number(sentence, start, end)
        start = self._past_verb(sentence, start, end)
        start = self._from_hyphen(sentence, start)
        return -1 if codes[start : start + 1] == "u" else start  # up at $5

    @staticmethod
    def _past_number(sentence: Sentence, start: int, end: int) -> int:
        """Where a phrase goes on behind a number in it: ``under the plan 2 million people had``;
        but ``people aged 60 and over``, ``children under 5``.
        """
        codes = sentence.codes
        number = codes.rfind("N", start, end)
        total = codes[start + 1 : number].strip("oa") == ""  # total of 35,280 apartments
        if (codes[start] in "pIAWFB" or total) and not codes[number + 1 : end].strip("xzeho'"):
            return number + 1 if number + 1 < end else start
        return start

    def _past_verb(self, sentence: Sentence, start: int, end: int) -> int:
        """Where the object of a participle at ``start`` begins: ``, collecting fines of``; but
        ``, outstanding loans of``.
        """
        codes = sentence.codes
        if codes[start : start + 1] != "h" or codes[start - 1 : start] not in tuple(",c"):
            return start
        if sentence.norm(start) in self._nominal or codes[start + 1 : start + 2] not in tuple(
            "xzt"
        ):
            return start
        verbal = not set(codes[max(0, start - _FAR) : start]).isdisjoint("bvVmN")
        past = start + 1 + (codes[start + 1] == "t")
        return past if verbal and past < end else start

    @staticmethod
    def _from_hyphen(sentence: Sentence, start: int) -> int:
        """Where a compound starts: ``low-interest loans``, ``newly-built homes``."""
        codes, document, first = sentence.codes, sentence.document, sentence.first
        while (
            start > 1
            and codes[start - 1] == "-"
            and codes[start - 2] in "xzyehp"
            and document.ends[first + start - 2] == document.starts[first + start - 1]
            and document.ends[first + start - 1] == document.starts[first + start]
        ):
            start -= 2
        return start
