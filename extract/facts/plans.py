"""Numbers of what is to come: proposed, wanted, budgeted, or of a period ahead."""

from extract.facts.sentence import Numeral, Sentence
from extract.patterns import Patterns


def is_ahead(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether its period begins after the article's day."""
    reference, period = sentence.document.reference, numeral.period
    if reference is None or period is None:
        return False
    first = period.attributes["first_day"]
    deadline = period.attributes["modifier"] in ("before", "after")
    return first is not None and not deadline and first > reference.isoformat()


def is_past(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether its period was over on the article's day."""
    reference = sentence.document.reference
    if numeral.period is None:
        return False
    if reference is None:  # only a deadline says that it is to come
        return bool(numeral.period.attributes["modifier"] != "before")
    last = numeral.period.attributes["last_day"]
    return last is not None and last <= reference.isoformat()


class Plans:
    """Tells the numbers of proposals, wishes and budgets."""

    def __init__(self, loaded: Patterns) -> None:
        words = loaded.table("facts")["status"]
        self._proposals = frozenset(words["proposals"].split())
        self._wishes = frozenset(words["wishes"].split())
        self._budgets = frozenset(words["budgets"].split())
        self._passed = frozenset(words["passed"].split())
        self.words = self._wishes | self._budgets

    def is_plan(self, sentence: Sentence, numeral: Numeral) -> bool:
        """Whether the number is one of what is to come."""
        return (
            self._is_proposed(sentence, numeral)
            or self._is_wanted(sentence, numeral)
            or self._is_budget(sentence, numeral)
            or is_ahead(sentence, numeral)
        )

    def _is_proposed(self, sentence: Sentence, numeral: Numeral) -> bool:
        """Whether the measure is a proposal itself."""
        if numeral.measure is None or numeral.unit in ("count", None):
            return False
        first = sentence.token(numeral.measure[0])
        last = sentence.token(numeral.measure[1] - 1)
        if not 0 <= first <= last < sentence.size:
            return False
        return any(sentence.norm(at) in self._proposals for at in range(first, last + 1))

    def _is_wanted(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``wanted a further $5 million``, ``asked for 300 more``."""
        near = range(max(0, numeral.left - 2), numeral.left)
        return any(
            sentence.norm(at) in self._wishes
            and not set(sentence.codes[at : numeral.left]) & set(",;")
            for at in near
        )

    def _is_budget(self, sentence: Sentence, numeral: Numeral) -> bool:
        """``passed a budget of $5 million``, ``approves $5m budget``: not of a past year."""
        if numeral.unit in ("count", "rank", "times") or is_past(sentence, numeral):
            return False
        near = range(max(0, numeral.at - 8), min(numeral.past + 4, sentence.size))
        if not any(sentence.norm(at) in self._budgets for at in near):
            return False
        return any(
            sentence.norm(at) in self._passed for at in range(max(0, numeral.at - 20), numeral.at)
        )
