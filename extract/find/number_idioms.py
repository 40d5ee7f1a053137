"""Number words that count nothing: ``no one``, ``one-stop``, ``Three Gorges``."""

from extract.document import Document
from extract.patterns import Patterns


class NumberIdioms:
    """Tells number words that are no quantities, by the words around them."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the words around idioms from ``patterns``."""
        words = patterns.table("numbers")["words"]
        self._before = frozenset(words["names_before"].split())
        self._weak = frozenset(words["names_weak"].split())
        self._stop = frozenset(words["stop"].split())
        self._not_doubled = frozenset(words["not_doubled"].split())
        self._doubled_after = frozenset(words["doubled_after"].split())
        self._doubled_before = frozenset(words["doubled_before"].split())
        self._not_zero = frozenset(words["not_zero"].split())
        self._not_one = frozenset(words["not_one"].split())
        self._before_day = frozenset(words["before_one_day"].split())
        self._after_day = frozenset(words["after_one_day"].split())
        self._before_one = frozenset(words["before_pronoun_one"].split())
        self._after_one = frozenset(words["after_count_one"].split())

    def is_no_count(self, document: Document, start: int, end: int, kind: str) -> bool:
        """Whether number words at tokens ``[start, end)`` are a pronoun, an idiom or a name."""
        norms, kinds = document.norms, document.kinds
        before = norms[start - 1] if start else ""
        after = norms[end] if end < len(norms) else ""
        single = end - start == 1
        if after == "-" and norms[end + 1 : end + 2] == ["way"]:
            return True  # two-way trade
        if kind == "multiple":
            if after == "-":
                return True
            if (
                norms[start] in ("double", "triple", "quadruple", "treble")
                and after not in self._doubled_after
            ):
                return before not in self._doubled_before
            return after in self._not_doubled or before in ("-",)
        if (
            before == "-"
            and start > 1
            and norms[start - 2].isalpha()
            and document.ends[start - 1] == document.starts[start]
        ):
            return True  # one-to-one, twenty-odd
        if before in self._before and before not in self._weak:
            return True
        if kinds[start] in "AU" and single and self._named(document, start, end):
            return True
        if not single:
            return False
        norm = norms[start]
        if norm == "one":
            return self._is_pronoun(document, start, before, after)
        if norm == "zero":
            return (
                before in ("net", "-")
                or after in self._not_zero
                or after == "-"
                or after not in ("percent", "per", "cases", "deaths", "degrees", "accidents", "%")
            )
        return False

    def _is_pronoun(self, document: Document, at: int, before: str, after: str) -> bool:
        """``one of the``, ``no one``, ``this one``, ``the one that``, ``one by one``: no counts."""
        later = document.norms[at + 2] if at + 2 < len(document.norms) else ""
        if after == "day" and (before in self._before_day or later in self._after_day):
            return False
        if before in _CLAUSE and after.endswith("s") and not after.endswith(("ss", "es", "us")):
            return True  # if one allows
        if after in self._not_one:
            return True
        if before in self._before_one:
            return before != "the" or after in self._stop or not after.isalpha()
        if after == "-":
            nxt = document.norms[at + 2] if at + 2 < len(document.norms) else ""
            return nxt not in self._after_one
        if after == "of":
            return True
        if after == "(":
            return document.kinds[at + 2 : at + 3] != "0"
        if after in ("in", "out", "or", "to"):
            return not (later.isdigit() or later in ("every", "of") or later in self._after_one)
        if after == "more":
            return later in ("time", "thing", "than", "step", "reason")
        if after in ("percent", "per", "%", "other"):
            return False
        return not after.isalpha() or after in self._stop

    def _named(self, document: Document, start: int, end: int) -> bool:
        """Whether a number word is part of a name: ``the Three Gorges``; not a headline's."""
        kinds = document.kinds
        if (
            start == 0
            or kinds[start - 1] in '\n."?!;:-•*('
            or end >= len(kinds)
            or kinds[end] not in "AU-"
        ):
            return (
                start > 0
                and kinds[start - 1] in "AU"
                and (end >= len(kinds) or kinds[end] not in "Aa-")
            )
        low, high = document.sentence_at(document.starts[start])
        first, last = document.token_at(low), document.token_at(high)
        line = kinds[first : last + 1]
        return line.count("a") > line.count("A") // 2 + 1


_CLAUSE = {"if", "when", "as", "that", "because", "whether", "how", "what", "where", "unless"}
