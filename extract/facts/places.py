"""The place or body that a number is about."""

from collections import Counter
from collections.abc import Mapping, Sequence

from extract.facts.focus import OPENING, focus, is_in_a_country
from extract.facts.place_clause import PlaceClause, is_dateline, is_in_subject, leads
from extract.facts.sentence import Numeral, Piece, Sentence
from extract.patterns import Patterns
from extract.span import Span

_NATIONAL = ("government", "legislature", "party")
_LISTS = ("L", ",L", ",cL", "cL", ",tL", "ctL", ",ctL")
_SUBJECT = 12  # tokens


def _kinds_by_word(words_by_kind: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The kinds of place that each word may stand for.

    >>> _kinds_by_word({"city": "city town", "district": "town"})["town"] == {"city", "district"}
    True
    """
    kinds: dict[str, set[str]] = {}
    for kind, words in words_by_kind.items():
        for word in words.split():
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


class PlaceRules:
    """The words of places, laid out once for all articles."""

    def __init__(self, loaded: Patterns) -> None:
        table = loaded.table("facts")["place"]
        self.clause = PlaceClause(loaded)
        self.local = _kinds_by_word(table["local"])
        self.many = _kinds_by_word(table["many"])
        self.provincial = frozenset(table["provincial"].split())
        self.averages = frozenset(table["averages"].split())


class Places:
    """Finds the place of each number.

    ``topic`` is the place that what follows is about, ``here`` that of this paragraph only.
    """

    def __init__(
        self, rules: PlaceRules, home: str | None, spans: Sequence[Span], text: str
    ) -> None:
        names = Counter(span.attributes["name"] for span in spans if is_in_a_country(span))
        self._often = frozenset(name for name, count in names.items() if count > 1)
        self.home = home
        self._rules = rules
        self._clause = rules.clause
        self.topic: Span | None = focus(spans, names, text)
        self.here: Span | None = None
        self._named: dict[str, Span] = {}

    def turn(self) -> None:
        """A new paragraph begins."""
        self.here = None

    def read(self, sentence: Sentence) -> None:
        """Fill ``place`` of the sentence's numbers, and note the topic."""
        if not sentence.places and self.topic is None and self.here is None and not self._named:
            return
        subject = self.note(sentence)
        named = self._the_city(sentence)
        pieces = [p for p in sentence.places if self._counts(sentence, p)]
        paired = self._paired(sentence) if len(pieces) > 1 else {}
        national = "national" in sentence.norms
        for numeral in sentence.numbers:
            place, clear = paired.get(numeral.index), True
            if place is None and pieces:
                place, clear = self._clause.own(sentence, numeral, pieces)
            if national and self._is_national(sentence, numeral):
                continue
            if place is None and clear:
                place = subject or self.here or self.topic
                if named is not None and self._is_there(sentence, numeral, named[0]):
                    place = named[1]
            numeral.place = place if place is not None and not self._is_home(place) else None

    def note(self, sentence: Sentence) -> Span | None:
        """The place that the sentence is about; it becomes the topic."""
        if (self.topic or self.here) and self._is_general(sentence):
            self.topic = self.here = None
        subject = None
        opening = sentence.document.starts[sentence.first] < OPENING
        for index, piece in enumerate(sentence.places[:4]):
            span = piece.span
            if is_dateline(sentence, piece):
                continue
            if leads(sentence, piece):
                if span.type == "locality":
                    if not self._clause.is_venue(sentence, piece):
                        subject = self._take(sentence, index, piece, opening=opening)
                    break
                if span.attributes["kind"] in _NATIONAL and not self._is_provincial(
                    sentence, piece
                ):
                    self.topic = self.here = None
                    break
            elif (
                is_in_a_country(span)
                and is_in_subject(sentence, piece)
                and not self._clause.is_venue(sentence, piece)
            ):
                self.here = span
                if opening and self._agrees(span):
                    self.topic = span
                break
        for piece in sentence.places:
            if is_dateline(sentence, piece):
                continue
            if piece.span.type == "locality" and not self._clause.is_venue(sentence, piece):
                kind = piece.span.attributes["kind"]
                self._named.pop(kind, None)  # the nearest is the last
                self._named[kind] = piece.span
                self._come_again(piece.span)
        return subject

    def _come_again(self, span: Span) -> None:
        """Let the nearest mention of the place that governs stand for it."""
        name = span.attributes["name"]
        if self.topic is not None and self.topic.attributes["name"] == name:
            self.topic = span
        if self.here is not None and self.here.attributes["name"] == name:
            self.here = span

    def _take(self, sentence: Sentence, index: int, piece: Piece, *, opening: bool) -> Span | None:
        """Make a place that leads its sentence the topic: of its paragraph only where it is one of
        several or another country.
        """
        span, codes = piece.span, sentence.codes
        if self._is_home(span):
            self.topic = self.here = None
            return None
        listed = codes[piece.past : piece.past + 4].startswith(_LISTS)
        abroad = self.home is not None and span.attributes["kind"] == "country"
        self.here = span
        often = span.attributes["name"] in self._often
        if (opening or often) and not listed and not abroad:
            self.topic = span
        return span

    def _agrees(self, span: Span) -> bool:
        topic = self.topic
        return topic is None or topic.attributes["name"] == span.attributes["name"]

    @staticmethod
    def _is_there(sentence: Sentence, numeral: Numeral, at: int) -> bool:
        """Whether ``the city`` at token ``at`` stands before a number or in its clause after it."""
        return at < numeral.at or not set(sentence.codes[numeral.past : at]) & set(",;:rsbvVm")

    def _the_city(self, sentence: Sentence) -> tuple[int, Span] | None:
        """The first ``the city`` or ``the province``, and the nearest such place before it."""
        codes = sentence.codes
        at = codes.find("tx") if self._named else -1
        while at >= 0:
            kinds = self._rules.local.get(sentence.norm(at + 1))
            if kinds is not None and sentence.norm(at) in ("the", "this", "our"):
                found = self._named.get(sentence.norm(at + 1)) or next(
                    (span for kind, span in reversed(self._named.items()) if kind in kinds), None
                )
                if found is not None:
                    if not codes[:at].strip('", y'):
                        self.here = found
                    return at, found
            at = codes.find("tx", at + 1)
        return None

    def _is_general(self, sentence: Sentence) -> bool:
        """Whether the subject is many places of the topic's kind or the country."""
        topic = self.here or self.topic
        if topic is None:
            return False
        kind = topic.attributes["kind"]
        codes = sentence.codes
        for at in range(min(_SUBJECT, sentence.size)):
            word, code = sentence.norm(at), codes[at]
            if code in "bvVmSL":
                return False
            if word in self._rules.many and kind in self._rules.many[word]:
                return sentence.norm(0) not in ("among", "of", "unlike")
            if word in ("nationwide", "nationally"):
                return at == 0
            if word == "country" and kind != "country" and code == "x":
                return codes[at + 1 : at + 2] in tuple(",bvVm")
        return False

    def _is_national(self, sentence: Sentence, numeral: Numeral) -> bool:
        """Whether a number is the country's beside a place's: ``the national average of 17%``."""
        before = sentence.numbers[numeral.index - 1].past if numeral.index else 0
        norms = sentence.norms
        for at in range(max(before, numeral.at - 8), numeral.at):
            if norms[at] == "national":
                return not self._rules.averages.isdisjoint(norms[at + 1 : min(at + 4, numeral.at)])
        return False

    def _is_provincial(self, sentence: Sentence, piece: Piece) -> bool:
        """Whether a government or an assembly is that of a province or a city."""
        return not self._rules.provincial.isdisjoint(sentence.norms[piece.at : piece.past])

    @staticmethod
    def _paired(sentence: Sentence) -> dict[int, Span]:
        """Places by number in ``Sabah and Sarawak had 5 and 7 respectively``."""
        if "respectively" not in sentence.norms:
            return {}
        codes, end = sentence.codes, sentence.norms.index("respectively")
        run: list[Piece] = []
        for piece in sentence.places:
            if piece.span.type != "locality" or piece.at > end:
                continue
            if run and codes[run[-1].past : piece.at].strip("ctx,"):
                if len(run) > 1:
                    break
                run = []
            run.append(piece)
        numbers = [numeral for numeral in sentence.numbers if numeral.at < end][-len(run) :]
        if len(run) < 2 or len(numbers) < len(run):
            return {}
        if set(codes[numbers[0].past : numbers[-1].at]) & set("bvVmS;"):
            return {}
        return {numeral.index: piece.span for numeral, piece in zip(numbers, run, strict=True)}

    def _counts(self, sentence: Sentence, piece: Piece) -> bool:
        if is_dateline(sentence, piece):
            return False
        if piece.span.type == "locality":
            return True
        kind = piece.span.attributes["kind"]
        return kind not in _NATIONAL and leads(sentence, piece)

    def _is_home(self, place: Span) -> bool:
        """Whether a place is the article's own country."""
        return self.home is not None and place.attributes.get("code") == self.home
