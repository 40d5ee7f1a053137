"""A sentence with numbers, laid out for the rules of facts."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from extract.document import Document
from extract.letters.facts import MENTIONS
from extract.records import Direction, Role, Status
from extract.span import Span

# Words in -ed before a noun, as in `of registered vehicles`, are adjectives.
_ADJECTIVE = re.compile(
    r"(?<=t)g(?=[xz])|(?<=[to])V(?=[AIpoFWb,.;])|[pIBTAFW](?=-[xzeh])|(?<=-)[TopIAWBF](?=-)|(?<=Wt[xe])[ev](?=x)|(?<=Wx)[ev](?=x)|(?<=[otpIAWF])[evV](?=[xzehi])"
)
# Nouns of change that stand as verbs: `cut its staff`, `to raise the rate`, `will increase by`.
_VERB = re.compile(
    r"(?<=[xzLG])i(?=[TF]a?N)|(?<=[xzLGD])[em](?=uB?a?N)|(?<![teoxc])i(?=[tB])|(?<=c)i(?=t?[xz]{1,3}[BT]A?a{0,2}N)|(?<=[xz])i(?=[tB])|(?<=[Tb])i(?=[txzeTBNaF])|(?<=i)i(?=[pI])"
)
# Words in -ed after a noun and before an object are finite: `The Board approved a loan`.
_FINITE = re.compile(
    r"(?<=[xzLGOyrqN)'\"])e(?=[taNLGO])(?!N+[xzh]{1,3}(?:cx)?[bvV])|(?<=[xzLGO]y)e(?=[xzh])|(?<=x)z(?=t[^t])|(?<=[eb]T)x(?=[ATB]?a*N)|(?<=T)x(?=Aa*N)"
)


class Piece(NamedTuple):
    """A mention in a sentence: tokens ``[at, past)``, counted from the sentence's first."""

    at: int
    past: int
    span: Span


class Numeral(msgspec.Struct, eq=False):
    """A number on its way to a fact; what is found out about it is filled in, stage by stage.

    ``left`` is where the words before it end, approximators and articles aside; ``bracket`` the
    token of the bracket that it stands in, or -1; ``index`` its place among the sentence's numbers.
    """

    index: int
    at: int
    past: int
    span: Span
    unit: str | None
    item: tuple[int, int] | None
    left: int = 0
    bracket: int = -1
    role: Role = "level"
    direction: Direction | None = None
    measure: tuple[int, int] | None = None
    shared: "Numeral | None" = None
    relates: "Numeral | None" = None
    period: Span | None = None
    baseline: Span | None = None
    place: Span | None = None
    status: Status = "actual"
    rule: str = "none"
    vague: bool = False  # the measure is a word like `figure`, that says nothing itself

    @property
    def is_percentage(self) -> bool:
        """Whether it is a percentage."""
        return self.span.type == "percentage"

    @property
    def is_money(self) -> bool:
        """Whether its unit is a currency: three capitals."""
        return self.unit is not None and len(self.unit) == 3 and self.unit.isupper()

    @property
    def value(self) -> float:
        """Its value, 0 where unknown."""
        return self.span.attributes["value"] or 0.0


def share(numeral: Numeral, other: Numeral, rule: str) -> tuple[int, int] | None:
    """Give ``numeral`` the measure of ``other``; None, as no tokens are left to be set."""
    numeral.measure, numeral.shared, numeral.rule = other.measure, other, rule
    return None


class Sentence:
    """Tokens, letters and mentions of one sentence; token numbers count from its first token."""

    __slots__ = (
        "codes",
        "dates",
        "document",
        "first",
        "flat",
        "norms",
        "numbers",
        "places",
        "size",
    )

    def __init__(self, document: Document, start: int, end: int, spans: Sequence[Span]) -> None:
        starts, ends = document.starts, document.ends
        first = bisect_right(starts, start) - 1
        past = bisect_right(starts, max(end - 1, start), max(first, 0))
        first = max(first, 0)
        self.document = document
        self.first = first
        self.size = past - first
        self.norms = document.norms[first:past]
        codes = list(document.letters["facts"][first:past])
        self.numbers: list[Numeral] = []
        self.dates: list[Piece] = []
        self.places: list[Piece] = []
        at = 0
        for span in spans:
            at = bisect_right(starts, span.start, first + at, past) - 1 - first
            stop = at + 1
            if ends[first + at] < span.end:
                while first + stop < past and starts[first + stop] < span.end:
                    stop += 1
            codes[at:stop] = MENTIONS[span.type] * (stop - at)
            if span.type == "date":
                self.dates.append(Piece(at, stop, span))
            elif span.type in ("locality", "agency") and not self._is_currency(stop):
                self.places.append(Piece(at, stop, span))
            elif span.type in ("quantity", "percentage"):
                number = span.parts["number"]
                unit = span.attributes.get("unit")
                item = number.item
                if item is not None and (
                    item[1] > end  # `2.` of `2. 0 deficit` ended the sentence
                    or any(one.span.start == item[0] for one in self.dates)
                ):
                    item = None
                if item is not None and document.text[slice(*item)] == "basis points":
                    item = None
                self.numbers.append(Numeral(len(self.numbers), at, stop, span, unit, item))
        text = _VERB.sub("V", _ADJECTIVE.sub("x", "".join(codes)))
        self.codes = _FINITE.sub("m", text)
        if "k" in self.codes or ("S" in self.codes and "states" in self.norms):
            self._settle_nouns()
        self.flat = self._without_brackets() if "(" in self.codes else self.codes
        for numeral in self.numbers:
            numeral.left = self.before(numeral.at)

    def _is_currency(self, past: int) -> bool:
        """Whether a place is that of a currency: ``against the US dollar``."""
        return self.norm(past) in ("dollar", "dollars")

    def _settle_nouns(self) -> None:
        """``account for`` is a verb, ``accounts on platforms`` a noun, as ``states`` before no
        clause.
        """
        codes = list(self.codes)
        for at, code in enumerate(codes):
            if code == "k" and self.norm(at) in ("states", "notes"):
                codes[at] = "S" if self.norm(at + 1) == "that" else "z"
            elif code == "k" and self.norm(at) in ("cost", "costs"):
                past = at + 1
                while past < self.size and codes[past] == "a":
                    past += 1
                verb = codes[past : past + 1] == ["N"] and codes[at - 1 : at] != ["t"]
                codes[at] = "v" if verb else "z" if self.norm(at) == "costs" else "x"
            elif code == "k" and self.norm(at) in ("brought", "bring", "brings"):
                past = at + 2
                while past < self.size and codes[past] in "ta":
                    past += 1
                inward = self.norm(at + 1) == "in" and codes[past : past + 1] == ["N"]
                codes[at] = "v" if inward else "e" if self.norm(at) == "brought" else "m"
                if inward:
                    codes[at + 1] = "u"  # brought in $5 million
            elif code == "k" and self.norm(at) == "forecast":
                codes[at] = "e" if codes[at - 1 : at] == ["b"] else "x"
            elif code == "k" and self.norm(at) == "number":
                codes[at] = (
                    "v" if codes[at - 1 : at] == ["z"] and codes[at + 1 : at + 2] != ["o"] else "x"
                )
            elif code == "k":
                verb = self.norm(at + 1) in ("for", "to") and codes[at - 1 : at] != ["t"]
                codes[at] = "v" if verb else "z" if self.norm(at).endswith("s") else "x"
            elif code == "S" and self.norm(at) == "states":
                after, before = codes[at + 1 : at + 2], codes[at - 1 : at]
                if before in (["t"], ["N"], ["p"], ["o"], ["I"]) or after in ([","], ["."], [")"]):
                    codes[at] = "z"
        self.codes = "".join(codes)

    def _without_brackets(self) -> str:
        """The letters with ``_`` for all in brackets; the numbers there learn of their bracket."""
        flat = list(self.codes)
        opened = -1
        for at, code in enumerate(self.codes):
            if code == "(":
                opened = at
            if opened >= 0 and at - opened < 60:
                flat[at] = "_"
            if code == ")":
                opened = -1
        for numeral in self.numbers:
            if flat[numeral.at] == "_":
                numeral.bracket = self.codes.rfind("(", 0, numeral.at)
        return "".join(flat)

    def before(self, at: int) -> int:
        """Where the words before token ``at`` end, approximators, articles and adverbs aside."""
        codes = self.codes
        while at:
            if (
                codes[at - 1] in "aty"
                or (codes[at - 2 : at] == "tx" and self.norm(at - 1) == "record")
                or (codes[at - 2 : at] in ("Tp", "Ap") and self.norm(at - 1) == "under")
            ):
                at -= 1
            elif codes[at - 2 : at] == "uT" or (
                codes[at - 2 : at] == "te" and self.norm(at - 1) == "estimated"
            ):
                at -= 2
            elif codes[at - 2 : at] == "go":
                at -= 1  # worth of
            elif codes[at - 1] == "A" and self.norm(at) in ("least", "most"):
                at -= 1
            elif codes[at - 1] == "o" and codes[at - 3 : at - 2] == "t" and self._sums(at - 2):
                at -= 3
            else:
                break
        return at

    def _sums(self, at: int) -> bool:
        return self.norm(at) in ("total", "maximum", "minimum", "average", "record", "combined")

    def norm(self, at: int) -> str:
        """The folded word at ``at``; empty outside the sentence."""
        return self.norms[at] if 0 <= at < self.size else ""

    def start_of(self, at: int) -> int:
        """The character where token ``at`` starts."""
        return self.document.starts[self.first + at]

    def end_of(self, past: int) -> int:
        """The character where token ``past - 1`` ends."""
        return self.document.ends[self.first + past - 1]

    def token(self, offset: int) -> int:
        """The token that holds the character at ``offset``."""
        return self.document.token_at(offset) - self.first
