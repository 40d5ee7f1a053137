"""What a number's sentence adds to its measure: the whole of a share, who does what, for whom."""

import re

from extract.patterns import Patterns
from extract.records import Fact

_STOP = r"[.,;:()\n–—\"“”|]|\s-\s"
_ENDS = (
    r"in|by|for|with|from|as|at|on|over|than|which|that|who|while|whereas|compared|up|down|is|are|was|were|"
    r"an?|and|or|to|but|this|last|had|has|have|so|according|during|since|after|before|exceeding"
)
_WHOLE = re.compile(
    rf"\s*(?P<of>of|to)\s+(?P<whole>(?:(?!(?:{_ENDS})\b)[^\s.,;:()\n]+(?:\s|(?=[.,;:()\n])|$)){{1,6}})"
)
_GIVES = re.compile(r"contribut|add(?:s|ed|ing)?\b", re.IGNORECASE)
_QUALIFIER = re.compile(
    rf"(?:\s+[a-z]+)?\s+(?:in|for|among|within|on)\s(?=\S)(?P<words>[^\n.,;:()]{{2,60}}?)"
    rf"(?={_STOP}|\s(?:{_ENDS})\b|$)"
)
_FIRST = re.compile(r"\s*(?:In|For|Among|At|Within|Of|On|Regarding|Across)\s+([^,\n.;:]{2,60}),")
_NAMED = re.compile(
    r"((?:[^\W\d_]+\s+){1,2})of\s+(?:about|nearly|around|over|more than|at least)?\s*$"
)
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(
    r"\s+(?:worth\s+)?of\s+(?:(?:about|nearly|around|over|more|than|at|least|up|to|only)\s+)*"
)
_THE = re.compile(r"\b(?:the|its|their|this|total)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(_STOP)
_VERB_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|e)$")


class Context:
    """Reads the words around a number in ``text``, where dates are blanked out."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("series/words")
        self._there = frozenset(table["there"].split())
        self._between = frozenset(table["between"].split())

    def whole(self, fact: Fact, text: str) -> str:
        """`GDP` in `18.3% of GDP`: what a level in per cent is a part of, where it follows."""
        match = _WHOLE.match(text, fact.end, fact.sent_end)
        if match is None:
            return ""
        if match["of"] == "to" and not _GIVES.search(text, max(fact.start - 60, 0), fact.start):
            return ""
        return match["whole"].strip()

    def qualifiers(self, fact: Fact, text: str, end: int) -> list[str]:
        """What limits a number beside its measure.

        `3% in urban areas`; `Among women, … 3%`; `(against the national average of 3%)`.
        """
        found = []
        named = _NAMED.search(text, max(fact.sent_start, fact.start - 60), fact.start)
        if named and not _inside(fact, named.start(1)):
            words = named.group(1).lower().split()
            found.append(" ".join(word for word in words if word not in self._there))
        after = _QUALIFIER.match(text, fact.end, end)
        if after:
            found.append(after["words"])
        first = _FIRST.match(text, fact.sent_start, min(fact.start, fact.sent_end))
        if first and not _inside(fact, first.start(1)):
            found.append(first.group(1))
        return found

    def is_instance(self, fact: Fact, text: str) -> bool:
        """Whether a measure is one thing of a kind, its size told by the number.

        `a licence fee of 100 USD`, `plants of 5 MW`; but `the fertilizer requirement of 9 t`.
        """
        if fact.measure_start is None or fact.measure_end is None:
            return False
        if _OF.fullmatch(text, fact.measure_end, fact.start) is None:
            return False
        return not _THE.search(text, max(fact.measure_start - 20, 0), fact.measure_start)

    def deed(self, fact: Fact, text: str, end: int) -> list[str] | None:
        """What is done with a counted thing: `exported 200 products`, `200 products were exported`.

        The verb before number and measure and the words after them; none where it is only there
        (`has 200 products`); None where nothing is said.
        """
        assert fact.measure_start is not None and fact.measure_end is not None
        first, last = min(fact.start, fact.measure_start), max(fact.end, fact.measure_end)
        clause = _CLAUSE.split(text[max(fact.sent_start, first - 80) : first])[-1]
        before = [word for word in _WORD.findall(clause.lower()) if word not in self._between]
        stop = _CLAUSE.search(text, last, end)
        after = text[last : stop.start() if stop else end]
        found = _WORD.findall(after)
        if before and before[-1] not in self._there:
            found.append(before[-1])
        return found if found or before else None


def _inside(fact: Fact, at: int) -> bool:
    return fact.measure_start is not None and fact.measure_start <= at < (fact.measure_end or 0)


def stem(word: str) -> str:
    """A verb without its ending, so that `exports` and `exported` agree.

    >>> stem("exported"), stem("exports"), stem("issued"), stem("issue")
    ('export', 'export', 'issu', 'issu')
    """
    return _VERB_ENDING.sub("", word)
