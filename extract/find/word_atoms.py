"""Number words as atoms beside those in digits, with scale, unit and currency."""

import re
from bisect import bisect_right

from extract.document import Document
from extract.find.digits import Atom
from extract.find.measures import NEXT, Measures
from extract.find.number_idioms import NumberIdioms
from extract.find.number_words import NumberWords
from extract.find.scales import Scales
from extract.patterns import Patterns

_AGAIN = re.compile(r" \(([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})\)")
_OF_ONE = re.compile(r" of (?:an?|1|one) ")


class WordAtoms:
    """Reads number words with their units, and puts them among the digits."""

    def __init__(self, patterns: Patterns, measures: Measures) -> None:
        """Build the readers of words, scales and idioms."""
        self._measures = measures
        self._scales = Scales(patterns)
        self._words = NumberWords(patterns)
        self._idioms = NumberIdioms(patterns)

    def merge(self, document: Document, digits: list[Atom]) -> list[Atom]:
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
            again = _AGAIN.match(text, right) if kind == "number" else None
            if again is not None and int(again.group(1).replace(",", "")) == value:
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


def _by_start(atom: Atom) -> tuple[int, int]:
    return (atom.left, -atom.right)
