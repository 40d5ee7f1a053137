"""The phrase that names what a number measures."""

import re

from extract.facts.aims import Aims
from extract.facts.amounts import Amounts
from extract.facts.counts import Counts
from extract.facts.purposes import Purposes
from extract.facts.ranks import Ranks
from extract.facts.sentence import Numeral, Sentence, share
from extract.facts.shares import Shares
from extract.facts.surroundings import Surroundings, Tokens
from extract.patterns import Patterns

_AMOUNTING = re.compile(r"[xzeho-]{1,6}g[Tp]?")  # six projects amounting to
_TIME = frozenset(("day", "week", "month", "year", "decade", "century", "hour", "minute", "second"))
_AGES = frozenset(("over", "above", "under", "below", "aged"))  # people above 60

_FROM = re.compile(r"(?:[IBAp]?t?D+)?,?u?F|[xz]{0,3}(?:[IBAp]?t?D+)?,?uF")
_LEADS_TO = ("xzT", "TmA", "TxA", "TvA")  # by 25 basis points to, by 5% to stand at
_CHANGES = (None, "rank", "times", "fraction", "count")  # of a percentage the unit is None


class Measure:
    """Finds the measure of each number; ``read`` fills ``measure``, ``shared`` and ``rule``."""

    def __init__(self, loaded: Patterns) -> None:
        words = loaded.table("facts")["measure"]
        self._nothing = frozenset(words["nothing"].split())
        self._durations = frozenset(words["durations"].split())
        self._deeds = frozenset(words["deeds"].split())
        self._persons = frozenset(words["persons"].split())
        self._near = Surroundings(loaded)
        self._shares = Shares(self._near, frozenset(words["wholes"].split()))
        self._counts = Counts(self._near)
        self._purposes = Purposes(loaded, self._near)
        self._amounts = Amounts(loaded, self._near, self._purposes)
        self._ranks = Ranks(loaded, self._near)
        self._aims = Aims(loaded, self._near)

    def read(self, sentence: Sentence, numeral: Numeral, before: Numeral | None) -> None:
        """Find the measure; ``before`` is the number before in the sentence that has one."""
        codes = self._near.clauses.view(sentence, numeral)
        moved = before is not None and codes[before.past : numeral.left] == "T"
        compared = (
            before is not None and before.unit in _TIME and (moved or numeral.role == "change")
        )
        if numeral.unit in _TIME and not (
            compared or self._is_measured(sentence, codes, numeral)  # 21 days, nine fewer than
        ):
            return
        if numeral.item is not None and self._says_nothing(sentence, numeral):
            return
        if numeral.unit == "count" and self._is_age(sentence, numeral):
            return
        found = self._named(sentence, codes, numeral, before)
        alone = (
            found is not None
            and found[1] - found[0] == 1
            and sentence.norm(found[0]) in self._near.empty
        )
        numeral.vague = alone  # the figure: that of the sentence before, where there is one
        if found is not None and before is not None and before.measure is not None:
            again = sentence.start_of(found[0]) == before.measure[0] < before.span.start
            if alone or again:
                found = share(numeral, before, "before")
        if found is not None:
            start, past = found
            numeral.measure = (sentence.start_of(start), sentence.end_of(past))
        if numeral.rule == "none":
            numeral.rule = "unnamed"

    def deed(self, sentence: Sentence, numeral: Numeral) -> Tokens | None:
        """``disbursed $5 million``, ``$5 million had been spent``: what was done with a sum that no
        noun names, as characters of the article.
        """
        at = numeral.left - 1
        if sentence.norm(at) not in self._deeds:
            at = numeral.past
            while sentence.codes[at : at + 1] in ("b", "y"):
                at += 1
        if numeral.is_percentage or sentence.norm(at) not in self._deeds:
            return None
        return sentence.start_of(at), sentence.end_of(at + 1)

    def _says_nothing(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``three breakthroughs``: a small number of something that nobody counts."""
        assert numeral.item is not None
        last = sentence.norm(sentence.token(numeral.item[1] - 1))
        return last in self._nothing and numeral.unit == "count" and 0 < numeral.value < 20

    def _is_age(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``people above 60``, ``children under 5``."""
        at = numeral.at - 1
        return (
            numeral.item is None
            and numeral.value < 120
            and sentence.norm(at) in _AGES
            and sentence.norm(at - 1 - (sentence.norm(at - 1) == "aged")) in self._persons
        )

    def _is_measured(self, sentence: Sentence, codes: str, numeral: Numeral) -> bool:
        """Whether a duration or an age measures something: ``the waiting time fell to 3 days``."""
        subject = self._near.subject(sentence, codes, numeral)
        moved = codes[numeral.left - 1 : numeral.left] in ("F", "T")  # went from 30 days to 9
        if subject is None or not (moved or self._near.is_level(sentence, codes, numeral.left)):
            return False
        return any(sentence.norm(at) in self._durations for at in range(*subject))

    def _named(
        self, sentence: Sentence, codes: str, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        left = numeral.left
        last = codes[left - 1] if left else ""
        if numeral.bracket >= 0 and not self._own(numeral):
            found = self._before_bracket(sentence, numeral, before)
            if found is not None:
                return found
            if before is not None:
                return share(numeral, before, "bracket")
        elif last in (":", "-") and numeral.role == "level":
            found = self._near.label(sentence, codes, left)
            if found is not None:
                numeral.rule = "label"
                return found
        if (
            before is not None
            and before.item is not None
            and _AMOUNTING.fullmatch(codes, before.past, left) is not None
        ):
            return share(numeral, before, "amounting")
        if (
            before is not None
            and numeral.item is None
            and (codes[before.past : left].endswith(",or") or codes.startswith("or", numeral.past))
        ):
            return share(numeral, before, "of-which")
        if last == "o" and (aimed := self._aims.read(sentence, codes, left - 2)) is not None:
            numeral.rule = "goal"
            return aimed
        if before is not None and (
            _FROM.fullmatch(codes, before.past, left) is not None
            or (codes[before.past : left] == "T" and codes[before.left - 1] == "F")
            or codes[before.past : left].endswith(",uF")
            or (before.role == "change" and codes[before.past : left] in _LEADS_TO)
        ):
            return share(numeral, before, "before")  # 7,200, up from 6,500
        if numeral.role == "change":
            found = self._near.growth.read(sentence, codes, numeral, before)
            if found is None and numeral.measure is None and numeral.unit not in _CHANGES:
                found = self._amounts.read(sentence, codes, numeral, before)  # a further $5m for
            return found
        if numeral.unit in ("rank", "times"):
            return self._ranks.read(sentence, codes, numeral, before)
        if last == "o" and self._aims.is_target(sentence, codes, left):
            if before is not None:
                return share(numeral, before, "target")
            found = self._purposes.read(sentence, codes, numeral.past)
            if found is not None:
                numeral.rule = "target"
                return found
        if numeral.is_percentage or numeral.unit == "fraction":
            return self._shares.read(sentence, codes, numeral, before)
        if before is not None and before.role == "change" and codes[before.past : left] == "T":
            return share(numeral, before, "led-to")  # employment rose 2% to 3 million people
        if numeral.item is not None:
            last_word = sentence.norm(sentence.token(numeral.item[1] - 1))
            if last_word in ("others", "ones") and before is not None:
                return share(numeral, before, "goes-on")  # while 8,300 others were dissolved
            return self._counts.read(sentence, codes, numeral)
        return self._amounts.read(sentence, codes, numeral, before)

    def _before_bracket(
        self, sentence: Sentence, numeral: Numeral, before: Numeral | None
    ) -> Tokens | None:
        """``The water grant ($70 million)``: the noun before it, where no number has that."""
        codes, bracket = sentence.codes, numeral.bracket
        if bracket < 1 or codes[bracket + 1 : numeral.left].strip("ta"):
            return None
        if before is not None and (
            before.bracket == bracket or not set(codes[before.past : bracket]) & set("bvVmT,(")
        ):
            return None
        end = bracket
        if codes[end - 1] == '"' and (opening := codes.rfind('"', max(0, end - 30), end - 1)) >= 0:
            numeral.rule = "before-bracket"
            return (
                (opening + 1, end - 1) if opening + 1 < end - 1 else None
            )  # "A Name" ($5 million)
        if codes[end - 1] == "D":  # the revision in May ($5 million)
            end = len(codes[:end].rstrip("D").rstrip("Ip"))
        name = sentence.document.kinds[sentence.first + end - 1] == "A" and end > 1
        if name or codes[end - 1] not in "xzh" or numeral.unit in ("rank", "times", "count"):
            return None
        found = self._near.clauses.noun_before(sentence, codes, end, bare=True)
        if found is not None:
            numeral.rule = "before-bracket"
        return found

    @staticmethod
    def _own(numeral: Numeral) -> bool:
        return numeral.item is not None and numeral.role == "level" and numeral.unit == "count"
