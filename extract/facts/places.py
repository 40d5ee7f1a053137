"""The place or body that a number is about."""

import re
from bisect import bisect_right

from extract.facts.sentence import Numeral, Piece, Sentence
from extract.patterns import Patterns
from extract.span import Span

_DATELINE = re.compile(r"(?:\(|,[DLx]{1,5})? ?[-:]|,L{1,3},?D{1,3} ?-")
_NEAR = 24  # tokens from a number to the place after it
_LEADS = 60  # tokens up to which a place may lead its sentence
_NATIONAL = ("government", "legislature", "party")


def _at(piece: Piece) -> int:
    return piece.at


class Places:
    """Finds the place of each number; ``topic`` is the place that what follows is about."""

    def __init__(self, loaded: Patterns, home: str | None) -> None:
        self.home = home
        table = loaded.table("facts")["place"]
        self._nouns = frozenset(table["nouns"].split())
        self._venues = frozenset(table["venues"].split())
        self._local = frozenset(table["local"].split())
        self.topic: Span | None = None
        self.last: Span | None = None

    def read(self, sentence: Sentence) -> None:
        """Fill ``place`` of the sentence's numbers, and note the topic."""
        if not sentence.places and self.topic is None and self.last is None:
            return
        pieces = [p for p in sentence.places if self._counts(sentence, p)]
        subject = self.note(sentence)
        named = self.last if self._the_city(sentence) else None
        for numeral in sentence.numbers:
            place, clear = self._own(sentence, numeral, pieces) if pieces else (None, True)
            if place is None and clear:
                place = named or subject or self.topic
            numeral.place = place if place is not None and not self._is_home(place) else None

    def note(self, sentence: Sentence) -> Span | None:
        """The place that the sentence is about; it becomes the topic."""
        subject = None
        for piece in sentence.places[:4]:
            attributes = piece.span.attributes
            if piece.at < 6 and _DATELINE.match(sentence.codes, piece.past):
                continue
            if not self._leads(sentence, piece):
                continue
            if piece.span.type == "locality":
                if self._is_home(piece.span):
                    self.topic = None
                else:
                    subject = self.topic = piece.span
                break
            if attributes["kind"] in _NATIONAL:
                self.topic = None
                break
        for piece in sentence.places:
            if piece.span.type == "locality" and piece.span.attributes["kind"] != "country":
                self.last = piece.span
        return subject

    def _the_city(self, sentence: Sentence) -> bool:
        """Whether ``the city`` or ``the province`` stands for a place named before."""
        codes = sentence.codes
        at = codes.find("tx")
        while at >= 0:
            if sentence.norm(at + 1) in self._local and sentence.norm(at) in ("the", "this", "our"):
                return True
            at = codes.find("tx", at + 1)
        return False

    def _counts(self, sentence: Sentence, piece: Piece) -> bool:
        if piece.at < 6 and _DATELINE.match(sentence.codes, piece.past):
            return False
        if piece.span.type == "locality":
            return True
        kind = piece.span.attributes["kind"]
        return kind not in _NATIONAL and self._leads(sentence, piece)

    @staticmethod
    def _leads(sentence: Sentence, piece: Piece) -> bool:
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

    def _is_home(self, place: Span) -> bool:
        """Whether a place is the article's own country."""
        return self.home is not None and place.attributes.get("code") == self.home

    def _own(
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
            if len(gap) < 40 and ";" not in gap and not self._is_venue(sentence, piece, gap):
                listed = codes[max(0, piece.at - 3) : piece.at].rstrip("c,").endswith("L")
                clear = len(gap) < 3 or not listed
                best = piece.span if clear else None
        if near < len(pieces):
            after = pieces[near]
            if self._follows(sentence, numeral, after):
                listed = codes[after.past : after.past + 3].lstrip("x,ct")[:1] == "L"
                return (best, clear) if listed else (after.span, True)
            start = max(edge, numeral.past)
            if best is None and (after.at - start in (1, 2) or after.at - numeral.past in (1, 2)):
                link = codes[start : after.at] or codes[numeral.past : after.at]
                if link.strip("t") in ("o", "I", "T", "p"):
                    best = after.span
        return best, clear

    def _is_venue(self, sentence: Sentence, piece: Piece, gap: str) -> bool:
        """``a meeting held in Mysuru approved``, ``told reporters in New Delhi that``."""
        if piece.span.type != "locality":
            return False
        if "S" in gap:
            return True
        at = piece.at - 1
        codes = sentence.codes
        while at >= 0 and codes[at] in "tx" and piece.at - at < 4:
            at -= 1
        if at < 0 or codes[at] not in "IAp":
            return False
        return any(sentence.norm(back) in self._venues for back in range(max(0, at - 4), at))

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
