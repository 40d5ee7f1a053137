"""One scan for all number expressions; quantities and percentages each take theirs from it."""

import re
from bisect import bisect_right
from decimal import Decimal

import msgspec

from extract.document import Document
from extract.find.ages import Ages
from extract.find.digits import Atom, Digits
from extract.find.measures import Measures
from extract.find.noun_phrases import NounPhrases
from extract.find.number import Number
from extract.find.number_names import NumberNames, word_before
from extract.find.ranges import Ranges
from extract.find.ranks import Ranks
from extract.find.wholes import FAR_BACK, add_up, relate
from extract.find.word_atoms import WordAtoms
from extract.patterns import Patterns

_NEAR = 24  # the most characters between two numbers of one expression
_OWNER = re.compile(r" of (?:his|her|its|their|our|these|those)\b")
_OR_MORE = re.compile(r" or (?:more|fewer|less|so|older|younger|higher)(?= [a-z])")
_SIGNS = ("minus", "negative")  # but not: plus or minus


class Numbers:
    """Scans a document for numbers, once for both finders."""

    def __init__(self, patterns: Patterns) -> None:
        """Build all readers, once."""
        self._measures = Measures(patterns)
        self._nouns = NounPhrases(patterns)
        self._digits = Digits(patterns, self._measures)
        self._words = WordAtoms(patterns, self._measures)
        self._names = NumberNames(patterns, self._nouns)
        self._ages = Ages(patterns)
        self._ranges = Ranges(patterns)
        self._ranks = Ranks(patterns)

    def scan(self, document: Document) -> list[Number]:
        """All numbers of the document that count or measure something, by start."""
        text = document.text
        digits, codes = self._digits.find(document)
        atoms = self._words.merge(document, digits)
        if not atoms:
            return []
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
            if before is not None and number.start - before.end <= FAR_BACK:
                relate(text, number)
            numbers.append(number)
            before = number
        numbers = self._ranks.settle(text, numbers)
        if len(numbers) > 2:
            add_up(text, numbers)
        return numbers

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
        """Give millions of nothing the currency before: ``$3 million, then 5 million``."""
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
        if plain and number.form != "multiple":
            end, after = number.end, number.first.after
            if number.form == "rank" and after and self._ranks.is_superlative(number.first):
                end = after.end()  # the fifth-largest exporter
            number.item = self._nouns.after(text, end)
            if number.item is None and (owner := _OWNER.match(text, number.end)):
                number.item = self._nouns.after(text, owner.end())  # three of his deputies
            if number.item is None and text.startswith(" or ", number.end):
                more = _OR_MORE.match(text, number.end)
                number.item = self._nouns.after(text, more.end()) if more else None
            if number.item is not None and number.form == "single":
                _share(text, number)
            if number.item is None and number.first.scale >= _LARGE and number.before:
                self._inherit(text, number)


_LARGE = 10**6
_PAIRS = ("range", "part", "fraction", "none")
_FORMS = {"multiple": "multiple", "ordinal": "rank"}


def _share(text: str, number: Number) -> None:
    """Give what ``number`` counts to a bare one before it: ``1,244 and 1,124 projects``."""
    before = number.before
    if (
        before is not None
        and before.is_plain
        and before.form == "single"
        and before.item is None
        and before.first.kind == "number"
        and text[before.end : number.start] in (" and ", " or ")
    ):
        before.shares = number.item


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
