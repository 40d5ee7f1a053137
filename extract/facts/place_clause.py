"""Where a place stands in a sentence: at its head, beside a number, where people met."""

import re
from bisect import bisect_right

from extract.facts.sentence import Numeral, Piece, Sentence
from extract.patterns import Patterns
from extract.span import Span

_DATELINE = re.compile(
    r"(?:\([xzG]{1,4}\)|\(|,[DLx]{1,5})?(?:\([xzG]{1,4}\))? ?(?:-|:(?!a?N))"
    r"|,L{1,3},?D{1,3} ?-|,D{1,4}\([xzG]{1,3}\)"  # Ranchi, Nov 26 (PTI)
)
_CLOSING = ".!?\"”’'"
_PHRASE = re.compile(r"t?[xzei'-]{1,10}[oI]t?x?")  # The economy of the state of
_NEAR = 24  # tokens from a number to the place after it
_LEADS = 60  # tokens up to which a place may lead its sentence
_GIVERS = ("international", "bank")


def _at(piece: Piece) -> int:
    return piece.at


def is_dateline(sentence: Sentence, piece: Piece) -> bool:
    """Whether a place only says where the news was written: ``HANOI - Exports rose.``, but not
    ``Hanoi: 5 cases`` and the headline ``Hanoi: exports rise``.
    """
    if piece.at > 5:
        return False
    found = _DATELINE.match(sentence.codes, piece.past)
    if found is None or found[0] != ":":
        return found is not None and sentence.codes[:1] == "L"
    return sentence.document.text[sentence.end_of(sentence.size) - 1] in _CLOSING


def leads(sentence: Sentence, piece: Piece) -> bool:
    """Whether a place stands where the subject does: ``Da Nang has``, ``In Da Nang,``."""
    codes = sentence.codes
    if piece.at > _LEADS:
        return False
    start = max(codes.rfind(",", 0, piece.at), codes.rfind(";", 0, piece.at)) + 1
    before = codes[start : piece.at].strip('" c?y')
    if start and any(code in "bvVmSNL" for code in codes[:start]):
        return False
    if before and before.strip("tIsAp"):
        return False
    if "O" in codes[:start]:
        return False
    after = codes[piece.past : piece.past + 2]
    if piece.span.type == "agency":
        if after[:1] == "x" and before != "t":
            return False
        return before in ("", "t", "s", "st") and after[:1] in tuple("bveVmxc'")
    return True


def is_in_subject(sentence: Sentence, piece: Piece) -> bool:
    """Whether a place belongs to the subject: ``The economy of Tra Vinh grew``."""
    codes = sentence.codes
    start = codes.rfind(",", 0, piece.at) + 1
    if start and any(code in "bvVmSNLO" for code in codes[:start]):
        return False
    return (
        _PHRASE.fullmatch(codes, start, piece.at) is not None
        and codes[piece.past : piece.past + 1] not in "S,.;:"
    )


class PlaceClause:
    """Finds the place that a number's own clause names."""

    def __init__(self, loaded: Patterns) -> None:
        table = loaded.table("facts")["place"]
        self._venues = frozenset(table["venues"].split())
        self._given = frozenset(table["given"].split())
        self._opened = frozenset(table["opened"].split())

    def own(
        self, sentence: Sentence, numeral: Numeral, pieces: list[Piece]
    ) -> tuple[Span | None, bool]:
        """The place beside what is measured, or the nearest before in the clause; and whether it is
        clear which one.
        """
        codes = sentence.codes
        best: Span | None = None
        clear = True
        edge = -1
        if numeral.measure is not None:
            edge = sentence.token(numeral.measure[1] - 1) + 1
        near = bisect_right(pieces, numeral.at, key=_at)
        for piece in pieces[max(0, near - 2) : near]:
            gap = codes[piece.past : numeral.at]
            if len(gap) < 40 and ";" not in gap and not self.is_venue(sentence, piece, gap):
                if self._gives(sentence, piece, numeral):
                    continue
                listed = codes[max(0, piece.at - 3) : piece.at].rstrip("c,").endswith("L")
                clear = len(gap) < 3 or not listed
                best = piece.span if clear else None
        if near < len(pieces):
            after = pieces[near]
            if self._follows(sentence, numeral, after):
                listed = codes[after.past : after.past + 3].lstrip("x,ct")[:1] == "L"
                return (best, clear) if listed else (after.span, True)
            if codes[numeral.past : after.at] in ("p", "T", "I", "o"):
                return after.span, True  # $75 million for Nepal and $40 million for Bhutan
            start = max(edge, numeral.past)
            if best is None and (after.at - start in (1, 2) or after.at - numeral.past in (1, 2)):
                link = codes[start : after.at] or codes[numeral.past : after.at]
                if link.strip("t") in ("o", "I", "T", "p"):
                    best = after.span
        return best, clear

    def is_venue(self, sentence: Sentence, piece: Piece, gap: str = "") -> bool:
        """``a meeting held in Mysuru approved``, ``told reporters in New Delhi that``."""
        if piece.span.type != "locality":
            return False
        if "S" in gap:
            return True
        at = piece.at - 1
        codes = sentence.codes
        initial = codes[at : at + 1] == "I" and codes[max(0, at - 1) : at] in ("", ",")
        if initial and self._meets(sentence, piece.past):
            return True
        while at >= 0 and codes[at] in "tx" and piece.at - at < 4:
            at -= 1
        if at < 0 or codes[at] not in "IAp":
            return False
        return any(sentence.norm(back) in self._venues for back in range(max(0, at - 4), at))

    def _meets(self, sentence: Sentence, past: int) -> bool:
        """``In Quy Nhon, the council opened its session``: a meeting is what the clause tells."""
        near = range(past, min(past + 24, sentence.size))
        return any(sentence.norm(at) in self._opened for at in near)

    def _gives(self, sentence: Sentence, piece: Piece, numeral: Numeral) -> bool:
        """``The World Bank approved $5m``: who gives is not where it goes."""
        if piece.span.type == "locality" or piece.span.attributes["kind"] not in _GIVERS:
            return False
        return not self._given.isdisjoint(sentence.norms[piece.past : numeral.at])

    @staticmethod
    def _follows(sentence: Sentence, numeral: Numeral, piece: Piece) -> bool:
        """Whether a place after the number is where it is: ``$5m for roads in Balochistan``."""
        codes = sentence.codes
        start = numeral.past
        if numeral.index + 1 < len(sentence.numbers):  # $194 million for two projects in
            other = sentence.numbers[numeral.index + 1]
            start = other.past if codes[start : other.at] in ("p", "o", "pt", "pa") else start
        gap = codes[start : piece.at]
        if piece.span.type != "locality" or len(gap) > _NEAR or set(gap) & set("N,;:(sSrOL"):
            return False
        before = gap.rstrip("t")
        if before[-1:] == "x" and before[-2:-1] in ("I", "t"):  # in County Dublin
            before = before[:-1].rstrip("t")
        if before[-2:-1] == "c":
            return False
        return before[-1:] == "I" and sentence.norm(start + len(before) - 1) == "in"
