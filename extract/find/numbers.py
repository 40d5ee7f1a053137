"""One scan for all number expressions; quantities and percentages each take theirs from it."""

import re
from bisect import bisect_right

import msgspec

from extract.document import Document
from extract.find.ages import Ages
from extract.find.digits import Atom, Digits
from extract.find.measures import NEXT, Measures
from extract.find.noun_phrases import NounPhrases
from extract.find.number import Number
from extract.find.number_idioms import NumberIdioms
from extract.find.number_names import NumberNames
from extract.find.number_words import NumberWords
from extract.find.ranges import Ranges
from extract.find.ranks import Ranks
from extract.find.wholes import add_up, relate
from extract.patterns import Patterns

_NEAR = 24  # the most characters between two numbers of one expression
_OWNER = re.compile(r" of (?:his|her|its|their|our|these|those)\b")
_SIGNS = ("minus ", "negative ")  # but not: plus or minus


class Numbers:
    """Scans a document for numbers, once for both finders."""

    def __init__(self, patterns: Patterns) -> None:
        """Build all readers, once."""
        self._measures = Measures(patterns)
        self._nouns = NounPhrases(patterns)
        self._digits = Digits(patterns, self._measures)
        self._words = NumberWords(patterns)
        self._names = NumberNames(patterns, self._nouns)
        self._idioms = NumberIdioms(patterns)
        self._ages = Ages(patterns)
        self._ranges = Ranges(patterns)
        self._ranks = Ranks(patterns)

    def scan(self, document: Document) -> list[Number]:
        """All numbers of the document that count or measure something, by start."""
        text = document.text
        digits, codes = self._digits.find(text)
        atoms = self._merge(document, digits)
        numbers: list[Number] = []
        name_end = -1  # where a number ended that was a name: `Articles 5 and 6` goes on from it
        size = len(atoms)
        at = 0
        while at < size:
            atom = atoms[at]
            following = atoms[at + 1] if at + 1 < size else None
            form = None
            if following is not None and following.left - atom.right <= _NEAR:
                form = self._ranges.join(text, atom, following)
            second = following if form in ("range", "part", "none") else None
            at += 1 if second is None else 2
            if form == "none":  # a score, a span of years, a code
                continue
            if self._is_named(text, atom, second, name_end, codes):
                if not _like_year(atom):
                    name_end = atom.right if second is None else second.right
                continue
            number = self._number(text, atom, form, following)
            if number is None:
                continue
            number.before = numbers[-1] if numbers else None
            self._complete(text, number)
            relate(text, number)
            numbers.append(number)
        numbers = self._ranks.settle(text, numbers)
        add_up(text, numbers)
        return numbers

    def _merge(self, document: Document, digits: list[Atom]) -> list[Atom]:
        """Digits and number words in one list by start."""
        words = self._words.find(document)
        if not words:
            return digits
        text, starts, ends = document.text, document.starts, document.ends
        lefts = [atom.left for atom in digits]
        atoms = list(digits)
        for start, end, value, kind in words:
            left, right = starts[start], ends[end - 1]
            near = bisect_right(lefts, left) - 1
            if near >= 0 and digits[near].right > left:
                continue  # the million of 1.2 million
            if kind != "ordinal" and self._idioms.is_no_count(document, start, end, kind):
                continue
            after = NEXT.match(text, right)
            measure = money = None
            first = left
            if kind in ("number", "half-a"):
                measure = self._measures.after(text, right, after)
                if kind == "half-a" and (measure is None or measure.kind == "money"):
                    continue
                if measure is not None and measure.code == "won" and value < 100:
                    measure = None  # three won
                if left and (before := self._measures.before(text, left)):
                    (first, money), measure = before, None
            stop = right if measure is None else measure.end
            atoms.append(
                Atom(left, right, first, stop, value, 1, kind, False, measure, money, after)
            )
        atoms.sort(key=_by_start)
        kept: list[Atom] = []
        for atom in atoms:
            if not kept or atom.left >= kept[-1].right:
                kept.append(atom)
        return kept

    def _is_named(
        self, text: str, atom: Atom, second: Atom | None, name_end: int, codes: list[int]
    ) -> bool:
        """Whether digits are a name, or go on from one: ``Articles 5 and 6``, ``1900 1234``."""
        if not atom.bare:
            return second is None and _is_decimal(text, atom) and self._names.is_version(text, atom)
        if (second is not None and not second.bare) or self._ages.after_name(text, atom):
            return False
        near = bisect_right(codes, atom.start) - 1
        for past in (name_end, codes[near] if near >= 0 else -1):
            if not 0 <= past <= atom.start <= past + 5:
                continue
            gap = text[past : atom.start]
            if gap in ("", "-", "–", ".", "/", ") ", ")-"):
                return True
            goes_on = gap == " " or (past == name_end and gap in (" and ", ", ", " or ", " & "))
            if goes_on and not self._names.plural_after(text, atom):
                return True
        return self._names.is_name(text, atom)

    def _number(
        self, text: str, atom: Atom, form: str | None, following: Atom | None
    ) -> Number | None:
        """The expression of one or two atoms; None for an ordinal that is no rank."""
        measure, money = atom.measure, atom.money
        if atom.kind == "ordinal" and not self._ranks.is_rank(text, atom):
            return None
        if following is None or form is None:
            return Number(
                atom.left, atom.right, _FORMS.get(atom.kind, "single"), atom, None, measure, money
            )
        measure, money = following.measure or measure, money or following.money
        if form == "level":  # from 30 to 40 percent: the unit stands once
            if atom.scale == 1 < following.scale and following.measure and atom.value < 1000:
                atom = msgspec.structs.replace(atom, scale=following.scale)
            measure = atom.measure or following.measure
            return Number(atom.left, atom.right, "single", atom, None, measure, money)
        return Number(atom.left, following.right, form, atom, following, measure, money)

    def _complete(self, text: str, number: Number) -> None:
        """Tell ages and ranks, take in a minus in words, find the noun counted."""
        if number.form not in ("multiple", "rank"):
            if self._ages.after_name(text, number.first) or self._ages.is_aged(text, number):
                number.form = "age"
                return
            if number.is_plain:
                self._ranks.mark(text, number)
        for sign in _SIGNS:
            start = number.start - len(sign)
            if (
                start >= 0
                and text.startswith(sign, start)
                and text[max(0, start - 3) : start] != "or "
            ):
                number.start = start
        if number.is_plain and number.form != "multiple" and not self._ranks.is_place(text, number):
            number.item = self._nouns.after(text, number.end)
            if number.item is None and (owner := _OWNER.match(text, number.end)):
                number.item = self._nouns.after(text, owner.end())  # three of his deputies


_FORMS = {"multiple": "multiple", "ordinal": "rank"}


def _by_start(atom: Atom) -> tuple[int, int]:
    return (atom.left, -atom.right)


def _like_year(atom: Atom) -> bool:
    return atom.end - atom.start == 4 and 1000 <= atom.value <= 2100


def _is_decimal(text: str, atom: Atom) -> bool:
    """``5.2`` with nothing beside it, which may be a section or a version."""
    return (
        atom.kind == "number"
        and atom.scale == 1
        and atom.measure is None
        and atom.money is None
        and text.find(".", atom.start, atom.end) > 0
    )
