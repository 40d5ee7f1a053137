"""The measure of counts: the noun counted, or a fuller name before the number."""

from extract.facts.sentence import Numeral, Sentence
from extract.facts.surroundings import Surroundings, Tokens

_COPULAS = frozenset(("is", "are", "was", "were", "been", "be"))


class Counts:
    """Reads what a count counts."""

    def __init__(self, near: Surroundings) -> None:
        self._near = near

    def read(self, sentence: Sentence, codes: str, numeral: Numeral) -> Tokens | None:
        """The noun after the number, unless a fuller name stands before: ``the number of X is``."""
        assert numeral.item is not None
        left = numeral.left
        if self._near.is_level(sentence, codes, left):
            subject = self._near.subject(sentence, codes, numeral)
            copula = sentence.norm(left - 1) in _COPULAS
            part = copula and numeral.span.rule == "part"
            mass = copula and codes[subject[1] - 1] == "x" if subject is not None else False
            if subject is not None and (part or mass or self._near.heads_it(sentence, subject)):
                numeral.rule = "subject"
                return subject
        if (
            codes[left - 1 : left] == "o"
            and sentence.norm(left - 2) in self._near.heads - self._near.empty
        ):
            fuller = self._near.of_head(sentence, codes, numeral)
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
        return self._near.phrases.after(sentence, start, end) or (start, end)

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
                while verb < left and codes[verb] not in "bvVm":
                    verb += 1
                found = (
                    self._near.clauses.subject_of(sentence, codes, verb) if verb < left else None
                )
                return found if found and self._near.heads_it(sentence, found) else None
        return None
