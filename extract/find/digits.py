"""Numbers written in digits, with what is glued to them: ``1,234``, ``13.2m``, ``$5bn``."""

import re
from decimal import Decimal

import msgspec

from extract.document import Document
from extract.find.digit_runs import GOES_ON, is_point, runs_of_digits, stands_apart
from extract.find.measures import BLANKS, NEXT, Measure, Measures
from extract.find.numerals import read_numeral
from extract.find.scales import Scales
from extract.patterns import Patterns

_DOTS_GROUP = re.compile(r"\d\.\d{3}\.\d{3}(?![\d.])|\d,\d{1,2} ?(?:%|per ?cent|million|billion)")
_COMMAS_GROUP = re.compile(r"\d,\d{3}(?!\d)")
_MOST_DIGITS = 24
_DASHES = "-–—−‐‑"
_MINUS = "-−–"
_SLASHED = ("/-", "/=")
_SIGNS = "$€£¥₹₱₦₫₩₵฿₭.¢₡"
_IN_CODES = "%#=&_@\\:*'’"
_NOTHING_AFTER = frozenset(("", ",", ".", ";", ":", ")", "/", "\n"))
_ORDINALS = {"st", "nd", "rd", "th"}


class Atom(msgspec.Struct):
    """One number with what belongs to it: ``[start, end)`` are its digits or words.

    ``left`` and ``right`` take in currency, unit and sign. ``kind`` is number, fraction, multiple,
    ordinal or half-a. ``bare`` marks plain digits with nothing around them, which may as well be a
    year or a name. ``value`` is before scaling. ``after`` is the match of ``NEXT`` at ``end``.
    """

    start: int
    end: int
    left: int
    right: int
    value: int | Decimal
    scale: int
    kind: str
    bare: bool
    measure: Measure | None
    money: str | None
    after: re.Match[str] | None


class Digits:
    """Reads all numbers in digits of a text."""

    def __init__(self, patterns: Patterns, measures: Measures) -> None:
        """Take the scale words from ``patterns``."""
        self._measures = measures
        self._scales = Scales(patterns)
        self._first_words = measures.first_words | self._scales.first_words

    def find(self, document: Document) -> tuple[list[Atom], list[int]]:
        """The numbers by start, and where digits end that are parts of codes and clock times."""
        text = document.text
        atoms: list[Atom] = []
        codes: list[int] = []
        dots: bool | None = None
        past = 0
        for match in runs_of_digits(document):
            start, end = match.span()
            if start < past:
                continue  # the 2 of m2, or spaced thousands
            run = match.group()
            value: int | Decimal | None
            plain = run.isdigit()
            if plain:
                value = int(run) if end - start <= _MOST_DIGITS else None
            else:
                if dots is None:
                    dots = bool(_DOTS_GROUP.search(text)) and not _COMMAS_GROUP.search(text)
                value = read_numeral(run, dots)
            atom = None if value is None else self._read(text, start, end, value, plain, past)
            if atom is None:
                codes.append(end)
            else:
                atoms.append(atom)
                past = atom.right
        return atoms, codes

    def _read(
        self, text: str, start: int, end: int, value: int | Decimal, plain: bool, past: int
    ) -> Atom | None:
        """The number with scale, unit and currency; None where the digits belong to something else.

        ``past`` is where the number before ended.
        """
        if plain and text[start] == "0" and end - start > 2:
            return None
        stands = self._stands(text, start, end, past)
        if stands is None:
            return None
        left, money = stands
        if plain and start and text[start - 1] == "." and is_point(text, start):  # rose .5 percent
            start, value, plain = start - 1, Decimal(f"0.{text[start:end]}"), False
            left = min(left, start)
        mark = text[end : end + 1]
        if plain and mark in GOES_ON:
            more = stands_apart(text, start, end, value, money is not None)
            if more is not None:
                end, value = more
                plain = False
                mark = text[end : end + 1]
        if mark and (mark in "_@=" or (mark == ":" and text[end + 1 : end + 2].isdigit())):
            return None
        after = None
        if mark not in _NOTHING_AFTER:
            after = NEXT.match(text, end + 1 if mark == "+" else end)
        glued = mark != " " and mark.isalpha()
        if glued and after is not None:
            suffix = after.group(2).lower()
            if suffix in _ORDINALS and plain:
                stop = after.end()
                after = NEXT.match(text, stop)
                return Atom(start, stop, start, stop, value, 1, "ordinal", False, None, None, after)
            if suffix == "x" and not text[after.end() : after.end() + 1].isalnum():
                stop = after.end()
                return Atom(start, end, left, stop, value, 1, "multiple", False, None, None, None)
        scale, stop, measure = 1, end, None
        if after is not None and (
            (word := after.group(2)) in self._first_words or word.lower() in self._first_words
        ):
            scale, stop, after = self._scales.read(text, end, after, money is not None)
            measure = self._measures.after(text, stop, after)
        if glued and stop == end and measure is None:
            return None  # 5G, 3D, 1A
        if measure is not None and measure.kind == "money" and scale == 1 and money is None:
            later = NEXT.match(text, measure.end)  # 75 USD million
            if later is not None and later.group(2) in ("million", "billion", "trillion"):
                scale, past_scale, after = self._scales.read(text, measure.end, later, False)
                measure = measure._replace(end=past_scale)
        if money is not None and measure is not None and measure.kind not in ("percent", "points"):
            measure = measure if measure.kind == "money" and measure.code != "$" else None
        if (
            money is None
            and measure is None
            and (scale > 1 or "," in text[start:end])
            and text[start - 2 : start - 1].isalpha()
        ):
            left, money = self._measures.named_before(text, start) or (left, None)
        marked = plain and scale == 1 and (money is not None or measure is not None)
        if marked and _is_code(text, left, start, end, value, money, measure):
            return None
        bare = plain and scale == 1 and money is None and measure is None
        right = stop if measure is None else measure.end
        if text[right : right + 2] in _SLASHED and not text[right + 2 : right + 3].isalnum():
            right, bare, money = right + 2, False, money or "/-"
        if left and (
            (text[left - 1] == "+" and left == start)
            or (text[left - 1] in _MINUS and _is_minus(text, left - 1, measure, money))
        ):
            left -= 1
        return Atom(start, stop, left, right, value, scale, "number", bare, measure, money, after)

    def _stands(self, text: str, start: int, end: int, past: int) -> tuple[int, str | None] | None:
        """Where the number starts with its currency, and that; None where it is glued to a code."""
        if start == 0:
            return start, None
        before = text[start - 1]
        if before == " " and text[start - 2] not in self._measures.before_ends:
            return start, None
        if before == "." and end - start <= 4 and is_point(text, start):
            found = self._measures.before(text, start - 1) if start > 1 else None
            return found or (start - 1, None)
        if before in BLANKS or before.isalpha() or before in _SIGNS:
            found = self._measures.before(text, start)
            return found or ((start, None) if before in BLANKS else None)
        if before in _DASHES and start > 1 and text[start - 2].isalnum() and past != start - 1:
            return None  # F-16
        if before == "-" and text.endswith(("-foot-", "-feet-"), 0, start):
            return None  # 6-foot-2
        if before == "/" and past != start - 1:
            # tasks/64 contents, but not a path or a code
            word, following = text[max(0, start - 3) : start - 1], text[end : end + 2]
            if not (word.islower() and following[:1] == " " and following[1:].islower()):
                return None
        if before == "+" and start > 1:
            phone = end - start == 2 and text[end : end + 1] in " -("
            return (start, None) if text[start - 2].isspace() and not phone else None
        return None if before in _IN_CODES else (start, None)


def _is_code(
    text: str,
    left: int,
    start: int,
    end: int,
    value: int | Decimal,
    money: str | None,
    measure: Measure | None,
) -> bool:
    """``N95``, ``P2``, ``K9``: a letter is no currency here; ``2100 hours`` is a time of day."""
    if money is not None and start - left == 1 and text[left].isalpha():
        return True
    if measure is None or measure.code != "hour" or end - start != 4:
        return False
    return value <= 2400 and value % 100 < 60


def _is_minus(text: str, at: int, measure: Measure | None, money: str | None) -> bool:
    """Whether a dash at ``at`` is a minus: after a blank or bracket, and no bullet."""
    if money is None and (
        measure is None
        or (measure.kind not in ("percent", "points", "money") and measure.code not in ("°C", "°F"))
    ):
        return False
    before = text[at - 1] if at else "\n"
    if before not in BLANKS:
        return before == "("
    return text[max(0, at - 60) : at].rpartition("\n")[2].strip() != ""
