"""One scan for all number expressions; quantities and percentages each take theirs from it."""

import re
from bisect import bisect_right
from decimal import Decimal

import msgspec

from extract.document import Document
from extract.find.ages import Ages
from extract.find.digits import Atom, Digits
from extract.find.measures import NEXT, Measures
from extract.find.noun_phrases import NounPhrases
from extract.find.number import Number
from extract.find.number_idioms import NumberIdioms
from extract.find.number_names import NumberNames, word_before
from extract.find.number_words import NumberWords
from extract.find.ranges import Ranges
from extract.find.ranks import Ranks
from extract.find.scales import Scales
from extract.find.wholes import add_up, relate
from extract.patterns import Patterns

_NEAR = 24  # the most characters between two numbers of one expression
_OWNER = re.compile(r" of (?:his|her|its|their|our|these|those)\b")
_AGAIN = re.compile(r" \(([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})\)")
_OF_ONE = re.compile(r" of an? ")
_SIGNS = ("minus", "negative")  # but not: plus or minus


class Numbers:
    """Scans a document for numbers, once for both finders."""

    def __init__(self, patterns: Patterns) -> None:
        """Build all readers, once."""
        self._measures = Measures(patterns)
        self._nouns = NounPhrases(patterns)
        self._digits = Digits(patterns, self._measures)
        self._scales = Scales(patterns)
        self._words = NumberWords(patterns)
        self._names = NumberNames(patterns, self._nouns)
        self._idioms = NumberIdioms(patterns)
        self._ages = Ages(patterns)
        self._ranges = Ranges(patterns)
        self._ranks = Ranks(patterns)

    def scan(self, document: Document) -> list[Number]:
        """All numbers of the document that count or measure something, by start."""
        text = document.text
        digits, codes = self._digits.find(document)
        atoms = self._merge(document, digits)
        numbers: list[Number] = []
        name_end = -1  # where a number ended that was a name: `Articles 5 and 6` goes on from it
        before: Number | None = None
        size = len(atoms)
        at = 0
        while at < size:
            atom = atoms[at]
            following = atoms[at + 1] if at + 1 < size else None
            form = None
            if following is not None and following.left - atom.right <= _NEAR:
                form = self._ranges.join(text, atom, following)
            second = following if form in _PAIRS else None
            at += 1 if second is None else 2
            if form == "none":  # a score, a span of years, a code
                continue
            word = word_before(text, atom.left)
            if self._is_named(text, atom, second, name_end, codes, word):
                if not _like_year(atom):
                    name_end = atom.right if second is None else second.right
                continue
            number = self._number(text, atom, form, following, before)
            if number is None:
                continue
            self._complete(text, number, word.lower())
            relate(text, number)
            numbers.append(number)
            before = number
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
            if kind == "number" and (again := _AGAIN.match(text, right)):
                if int(again.group(1).replace(",", "")) == value:
                    right = again.end()  # five (05) years
            after = NEXT.match(text, right)
            measure = money = None
            first = left
            if kind == "fraction" and (whole := _OF_ONE.match(text, right)):
                unit = NEXT.match(text, whole.end() - 1)
                scale, stop, unit = self._scales.read(text, whole.end() - 1, unit, False)
                measure = self._measures.after(text, stop, unit)
                if scale > 1 or measure is not None:  # a quarter of a million, of a per cent
                    kind, value, right, after = "number", value * scale, stop, unit
            elif kind in ("number", "half-a"):
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
        self,
        text: str,
        atom: Atom,
        second: Atom | None,
        name_end: int,
        codes: list[int],
        word: str,
    ) -> bool:
        """Whether digits are a name, or go on from one: ``Articles 5 and 6``, ``1900 1234``."""
        if not atom.bare:
            return second is None and _is_decimal(text, atom) and self._names.is_version(text, atom)
        if (second is not None and not second.bare) or self._ages.after_name(text, atom):
            return False
        near = bisect_right(codes, atom.start) - 1
        code_end = codes[near] if near >= 0 else -1
        if max(name_end, code_end) < atom.start - 5:
            return self._names.is_name(text, atom, word)
        for past in (name_end, code_end):
            if not 0 <= past <= atom.start <= past + 5:
                continue
            gap = text[past : atom.start]
            if gap in ("", "-", "–", ".", "/", ") ", ")-"):
                return True
            goes_on = gap == " " or (past == name_end and gap in (" and ", ", ", " or ", " & "))
            if goes_on and not self._names.plural_after(text, atom):
                return True
        return self._names.is_name(text, atom, word)

    def _number(
        self,
        text: str,
        atom: Atom,
        form: str | None,
        following: Atom | None,
        before: Number | None,
    ) -> Number | None:
        """The expression of one or two atoms; None for an ordinal that is no rank."""
        measure, money = atom.measure, atom.money
        if atom.kind == "ordinal" and not self._ranks.is_rank(text, atom):
            return None
        start, end, second = atom.left, atom.right, None
        if following is None or form is None:
            form = _FORMS.get(atom.kind, "single")
        else:
            measure, money = following.measure or measure, money or following.money
            if form == "fraction":  # 3/4 percent
                value = Decimal(atom.value) / Decimal(following.value)
                end, form = following.right, "single"
                atom = msgspec.structs.replace(following, value=value, start=atom.start)
            elif form == "level":  # from 30 to 40 percent: the unit stands once
                if atom.scale == 1 < following.scale and following.measure and atom.value < 1000:
                    atom = msgspec.structs.replace(atom, scale=following.scale)
                measure, form = atom.measure or following.measure, "single"
            else:
                end, second = following.right, following
        return Number(start, end, form, atom, second, measure, money, before)

    def _inherit(self, text: str, number: Number) -> None:
        """Give millions of nothing the currency of the sum before: ``from $3 million to 5 million``."""
        before = number.before
        for _ in range(2):
            if before is None or number.start - before.end > 90:
                return
            if before.unit[0] == "money":
                gap = text[before.end : number.start]
                if before.first.scale >= 1000 and ". " not in gap and "\n" not in gap:
                    number.money = before.unit[1]
                return
            before = before.before

    def _complete(self, text: str, number: Number, word: str) -> None:
        """Tell ages and ranks, take in a minus in words, find the noun counted.

        ``word`` is the word before the number, in lower case.
        """
        plain = number.is_plain
        if number.form not in ("multiple", "rank"):
            if plain and (
                self._ages.after_name(text, number.first) or self._ages.is_aged(text, number, word)
            ):
                number.form = "age"
                return
            if plain:
                self._ranks.mark(text, number, word)
        if word in _SIGNS:
            start = number.start - len(word) - 1
            if text[max(0, start - 3) : start] != "or " and text[number.start - 1] == " ":
                number.start = start
        if plain and number.form != "multiple" and not self._ranks.is_place(text, number):
            number.item = self._nouns.after(text, number.end)
            if number.item is None and (owner := _OWNER.match(text, number.end)):
                number.item = self._nouns.after(text, owner.end())  # three of his deputies
            if number.item is None and number.first.scale >= _LARGE and number.before:
                self._inherit(text, number)


_LARGE = 10**6
_PAIRS = ("range", "part", "fraction", "none")
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
