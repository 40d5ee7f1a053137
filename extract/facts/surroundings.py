"""What stands right before a number: a verb of level, the noun of ``a rate of``, another number."""

import re

from extract.facts.clauses import Clauses
from extract.facts.growth import Growth
from extract.facts.phrases import Phrases
from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns

_NEXT_DATE = re.compile(r"(?:ox{1,3})?[IB]t?D{1,6},?cT?")

Tokens = tuple[int, int]
_AFTER_COLON = re.compile(r":t?[xzeh'o-]{1,10}\Z")


class Surroundings:
    """What the readers of all kinds of numbers ask."""

    def __init__(self, loaded: Patterns) -> None:
        words = loaded.table("facts")["measure"]
        self.heads = frozenset(words["heads"].split())
        self.empty = frozenset(words["empty"].split())
        self.compared = frozenset(loaded.table("facts")["period"]["compared"].split())
        self.given = frozenset(words["given"].split())
        self.targets = frozenset(words["targets"].split())
        self.superlatives = frozenset(words["superlatives"].split())
        self.costs = frozenset(words["costs"].split())
        self.transfers = frozenset(words["transfers"].split())
        self.degrees = frozenset(words["degrees"].split())
        self.phrases = Phrases(loaded)
        self.clauses = Clauses(self.phrases, frozenset(words["openers"].split()))
        self.growth = Growth(loaded, self.clauses, self.phrases)

    def subject(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """The phrase before the number that its verb gives it."""
        return self.growth.subjects.read(sentence, codes, numeral)

    def is_level(self, sentence: Sentence, codes: str, left: int) -> bool:
        """Whether the words before token ``left`` end in a verb of level and its preposition."""
        if not left:
            return False
        last = codes[left - 1]
        if codes[left - 2 : left] in ("gu", "hu", "vu"):
            return True  # making up, taking up
        if last == "b" and codes[left - 2 : left - 1] == "T" and sentence.norm(left - 1) == "have":
            return False  # strives to have 100% of communes
        if last in "vbg" or (last == "T" and codes[left - 2 : left - 1] in ("V", "g", "v")):
            return True
        if codes[left - 2 : left] == "eB":
            return False  # led by its 14 piers
        if last in "ATpBTW":
            return codes[left - 2 : left - 1] in ("v", "g", "V", "b", "e") or (
                last == "p" and sentence.norm(left - 2) in ("account", "accounts")
            )
        return False

    def is_given(self, sentence: Sentence, codes: str, to: int) -> bool:
        """Whether the `to` at token ``to`` leads to a receiver: ``was given to``, ``goes to``."""
        return any(sentence.norm(at) in self.given for at in range(max(0, to - 3), to))

    def label(self, sentence: Sentence, codes: str, left: int) -> Tokens | None:
        """The name before the mark: ``- Rice yield: 6.2 tonnes``. None where a verb precedes."""
        if left < 2 or set(codes[: left - 1]) & set("bvVmSN;"):
            return None
        return self.phrases.trim(sentence, 0, left - 1)

    def after_colon(self, sentence: Sentence, codes: str, left: int) -> Tokens | None:
        """The name right behind a colon: ``in the right direction: farming 31%``."""
        match = _AFTER_COLON.search(codes, max(0, left - 12), left)
        return self.phrases.trim(sentence, match.start() + 1, left) if match is not None else None

    def goes_on(self, codes: str, before: Numeral, numeral: Numeral) -> bool:
        """Whether the number goes on from the one before: ``11%, 14%``, ``at 5% and 7%``."""
        gap = codes[before.past : numeral.at]
        if len(gap) > 24 or ";" in gap or "." in gap:
            return False
        left = codes[before.past : numeral.left]
        if before.unit == numeral.unit and _NEXT_DATE.fullmatch(left):
            return True  # to 4.3% of GDP in 2024 and 3% by 2028
        return not left.strip(",c") or (left[:1] == "," and left.strip(",cgaty")[:1] in ("", "T"))

    def of_head(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """``a budget of``, ``a rate of``: the noun before `of`, unless it is empty."""
        left = numeral.left
        while left > 2 and codes[left - 2] == "_":
            left -= 1  # a gross domestic product (GDP) of
        if codes[left - 2] not in "xzieh":
            return None
        if codes[left - 2] == "i" and numeral.role == "change" and codes[left - 3] not in "xz":
            return None  # an increase of $5 million
        head = sentence.norm(left - 2)
        if head in self.targets or (head in self.empty and not self._says_which(sentence, left)):
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
        verb = codes.rfind("e", start, left - 2)
        if verb > start and codes[verb - 1] in "xz":
            start = verb + 1  # the board cleared loans of
        if start and codes[start] == "z" and codes[start - 1] in "GOL":
            start += 1  # the cabinet clears grants of
        while start < left - 2 and sentence.norm(start) in self.superlatives:
            start += 1
        found = self.phrases.trim(sentence, start, left - 1)
        if found is None and codes[left - 2] == "h":
            found = (left - 2, left - 1)  # additional spending of
        if found is not None:
            numeral.rule = "noun-of"
        return found

    def _says_which(self, sentence: Sentence, left: int) -> bool:
        """Whether a noun before an empty head says what it is: ``an unemployment rate of``."""
        codes, noun = sentence.codes, left - 3
        if codes[noun] != "x" or codes[noun - 1 : noun] != "t" or noun < 2:
            return False
        if codes[noun - 2] in "ATBF":
            return False  # at a growth rate of
        return sentence.norm(noun) not in self.degrees

    def heads_it(self, sentence: Sentence, subject: Tokens) -> bool:
        """Whether a phrase is headed by ``number``, ``rate`` and their like."""
        for at in range(*subject):
            if sentence.norm(at) in self.heads:
                return True
            if sentence.codes[at] in "opIWrN":
                return False
        return False
