"""Class words of places: what stands beside ``province``, ``district of``, ``Barangay``."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from extract.document import CAPITALISED, DASH, NUMBER, UPPER, Document, Hit
from extract.fold import fold
from extract.patterns import Patterns
from extract.span import Span

_NAME_KINDS = frozenset((CAPITALISED, UPPER))
_LONGEST = 4  # words of a name
_FUNCTION_WORDS = frozenset(STOP_WORDS)
_BARE = frozenset(("district", "tehsil", "taluk", "upazila"))
_VAGUE = frozenset(
    ("state", "states", "division", "region", "regions")
)  # the state of Lake Victoria
# A list of names by kinds: A+ (, A+)* and A+; read forwards after `districts of` and backwards
# before `districts`.
_LIST = re.compile(r"[AU]{1,4}(?:,[AU]{1,4}){0,15}(?:,?a[AU]{1,4})?")


class ClassWords:
    """Reads the class words of a document."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("localities")
        classes = (t for row in patterns.lexicon("place_classes") for t in row["term"].split("|"))
        demonyms = (t for row in patterns.lexicon("demonyms") for t in row["term"].split("|"))
        others = {fold(term.strip()) for terms in (classes, demonyms) for term in terms}
        self.not_names = frozenset(table["not_names"]) | others

    def in_document(self, document: Document) -> "Beside":
        """The class words of ``document``."""
        return Beside(document, document.hits_of("place_classes"), self.not_names)


class Beside:
    """What stands beside the class words of one document."""

    def __init__(self, document: Document, hits: list[Hit], not_names: frozenset[str]) -> None:
        self._document = document
        self._not_names = not_names
        self._after = {hit.start: hit for hit in hits if hit.rows[0]["where"] != "before"}
        self._before: dict[int, Hit] = {}
        for hit in hits:
            if hit.rows[0]["where"] == "after":
                continue
            self._before[hit.end] = hit  # County Cork, Barangay X
            if document.norms[hit.end : hit.end + 1] == ["of"]:
                self._before[hit.end + 1] = hit  # province of Bulacan
        self._hits = hits

    def kind_beside(self, start: int, end: int) -> str | None:
        """The kind that a class word gives to the name in tokens ``[start, end)``, or None."""
        document = self._document
        hit = self._after.get(end)
        if hit is not None and not self._heads_a_body(hit):
            return hit.rows[0]["kind"]
        before = self._before.get(start)
        if before is not None:
            of = document.norms[start - 1] == "of"
            if of and before.start and document.kinds[before.start - 1] in _NAME_KINDS:
                return None  # Dumka district of Jharkhand: the class word is the first name's
            capital = document.kinds[before.start] in _NAME_KINDS
            if of or (capital and before.rows[0]["list"] != "yes") or self._stands_before(before):
                return str(before.rows[0]["kind"])
        return None

    def is_whole_of_list(self, start: int) -> bool:
        """Whether ``districts of`` stands before: a list of them follows, or their whole."""
        before = self._before.get(start)
        plural = before is not None and before.rows[0]["list"] == "yes"
        return plural and self._document.norms[start - 1] == "of"

    def _heads_a_body(self, hit: Hit) -> bool:
        """``State House``, ``City Council``: the class word belongs to what follows."""
        document = self._document
        kinds = document.kinds
        return kinds[hit.start] in _NAME_KINDS and kinds[hit.end : hit.end + 1] in ("A", "U")

    def named(self, taken: set[int]) -> list[Span]:
        """Names that no gazetteer knows but a class word marks, and the lists it governs."""
        spans = []
        for hit in self._hits:
            row = hit.rows[0]
            unit = self._document.norms[hit.start] == "division"  # Field Operations Division
            if row["where"] != "before" and not unit and not self._heads_a_body(hit):
                spans += self._backwards(hit, row["kind"], row["list"] == "yes")
            if row["where"] != "after":
                spans += self._forwards(hit, row["kind"], row["list"] == "yes")
        tokens = self._document
        return [
            span
            for span in spans
            if not taken.intersection(
                range(tokens.token_at(span.start), tokens.token_at(span.end - 1) + 1)
            )
        ]

    def _backwards(self, hit: Hit, kind: str, plural: bool) -> list[Span]:
        """``Thach Ha district``; ``Ky Anh, Loc Ha and Can Loc districts``."""
        document = self._document
        first = hit.start
        while (
            first > 0 and hit.start - first < _LONGEST and document.kinds[first - 1] in _NAME_KINDS
        ):
            first -= 1
        if first > 1 and document.kinds[first - 1] == DASH and self._is_glued(first - 1):
            first -= 2  # Mid-East region
        name = self._name(first, hit.start, kind, "class-word")
        spans = [name] if name else []
        if not plural or name is None:
            return spans
        position = first - 1
        while position > 0 and len(spans) < 30:
            if document.norms[position] not in ("and", ","):
                break
            if document.norms[position] == "and" and document.norms[position - 1] == ",":
                position -= 1
            end = position
            first = end
            while first > 0 and end - first < _LONGEST and document.kinds[first - 1] in _NAME_KINDS:
                first -= 1
            name = self._name(first, end, kind, "class-list")
            if name is None:
                break
            spans.append(name)
            position = first - 1
        if len(spans) > 1:
            spans[0].rule = "class-list"
        return spans

    def _is_glued(self, dash: int) -> bool:
        """Whether a hyphen joins two parts of a name."""
        document = self._document
        return (
            document.kinds[dash - 1] in _NAME_KINDS
            and document.ends[dash - 1] == document.starts[dash]
            and document.ends[dash] == document.starts[dash + 1]
        )

    def _forwards(self, hit: Hit, kind: str, plural: bool) -> list[Span]:
        """``town of Ballyfoyle``, ``Barangay Malitbog``, ``districts of A and B``."""
        document = self._document
        start = hit.end
        of = document.norms[start : start + 1] == ["of"]
        if document.kinds[hit.start] in _NAME_KINDS and document.kinds[start : start + 1] == NUMBER:
            if kind == "district" and document.words[start].isdigit():
                return [_span(document, hit.start, start + 1, kind, "class-before")]
            return []
        if of and document.norms[hit.start] in _VAGUE:
            return []
        if not of and not self._stands_before(hit):
            return []
        start += of
        if plural:
            match = _LIST.match(document.kinds, start)
            if not match:
                return []
            end = match.end()
            spans = []
            first = start
            for token in range(start, end + 1):
                if token == end or document.norms[token] in (",", "and"):
                    name = self._name(first, token, kind, "class-list")
                    if name:
                        spans.append(name)
                    first = token + 1
            return spans
        end = start
        while (
            end < len(document.kinds)
            and end - start < _LONGEST
            and document.kinds[end] in _NAME_KINDS
        ):
            end += 1
        name = self._name(start, end, kind, "class-before")
        return [name] if name else []

    def _stands_before(self, hit: Hit) -> bool:
        """``Barangay Malitbog``, and in South Asia ``district Attock,``."""
        document = self._document
        if hit.rows[0]["where"] == "before":
            return document.kinds[hit.start] in _NAME_KINDS
        alone = document.kinds[hit.end : hit.end + 1] in ("A", "U")
        ends = document.kinds[hit.end + 1 : hit.end + 2] in (",", ".", ";", ")", "\n", "a", "")
        return alone and ends and document.norms[hit.start] in _BARE

    def _name(self, first: int, end: int, kind: str, rule: str) -> Span | None:
        document = self._document
        if first >= end:
            return None
        # In mid-sentence a capitalised function word belongs to the name: Can Loc, An Phu, A Luoi.
        sentence = document.sentence_at(document.starts[first])[0]
        if document.starts[first] == sentence and document.norms[first] in _FUNCTION_WORDS:
            first += 1
        while first < end and document.norms[first] in self._not_names:
            first += 1
        if first >= end or any(document.norms[i] in self._not_names for i in range(first, end)):
            return None
        if end - first == 1 and document.norms[first] in _FUNCTION_WORDS:
            return None  # No province may wait
        return _span(document, first, end, kind, rule)


def _span(document: Document, first: int, end: int, kind: str, rule: str) -> Span:
    return Span(
        start=document.starts[first],
        end=document.ends[end - 1],
        type="locality",
        rule=rule,
        parts={"row": None, "class": kind},
    )
