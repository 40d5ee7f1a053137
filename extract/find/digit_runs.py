"""Runs of digits, and digits that stand apart: ``1 234``, ``12 1/2``, ``.5``, ``6 . 2 %``."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.document import NUMBER, Document

# Every character is read once: linear on any text.
_RUN = re.compile(r"[0-9](?:[0-9]|[.,\u00a0\u202f\u2009](?=[0-9]))*")
_DIGIT = re.compile(r"[0-9]")
_GROUP_OF_THREE = re.compile(r" \d{3}(?![\d.,:/-]\d|\d)")
_MIXED = re.compile(r"[ -]([1-9][0-9]?) ?/ ?([2-9]|16|32)(?![0-9/])")
# Text that a tokenizer has pulled apart: `6 . 2 %`.
_APART = re.compile(r" \. ([0-9]{1,4})(?= ?(?:%|per ?cent|pct|(?:mil|bil|tril)lion))")
_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
_BEFORE_POINT = " ($£€\n"
GOES_ON = frozenset((" ", "-", *_VULGAR))  # what may stand between such a number's parts


def runs_of_digits(document: Document) -> Iterator[re.Match[str]]:
    """All runs of digits, by way of the tokens that have a digit: faster than a search."""
    text, kinds, starts, ends = document.text, document.kinds, document.starts, document.ends
    past = 0
    at = kinds.find(NUMBER)
    while at >= 0:
        past = max(past, starts[at])
        while past < ends[at]:
            match = _RUN.match(text, past)
            if match is None:
                digit = _DIGIT.search(text, past, ends[at])
                if digit is None:
                    break
                match = _RUN.match(text, digit.start())
                if match is None:
                    break
            yield match
            past = match.end()
        at = kinds.find(NUMBER, at + 1)


def is_point(text: str, start: int) -> bool:
    """Whether a decimal point with nothing before it stands right before ``start``."""
    before = text[max(0, start - 2) : start]
    return before == "." or (before[-1:] == "." and before[0] in _BEFORE_POINT)


def stands_apart(
    text: str, start: int, end: int, value: int | Decimal, money: bool
) -> tuple[int, int | Decimal] | None:
    """Where a number goes on after its first digits ``text[start:end]``, and its value; or None."""
    mark = text[end : end + 1]
    if mark in _VULGAR:
        return end + 1, value + _VULGAR[mark]
    if mark not in (" ", "-"):
        return None
    if text[end + 1 : end + 2].isdigit():
        more = _mixed(text, end, value)
        if more is None and not money and mark == " " and end - start <= 3:
            return _with_blanks(text, start, end)
        return more
    apart = _APART.match(text, end)
    return (apart.end(), Decimal(f"{value}.{apart.group(1)}")) if apart else None


def _mixed(text: str, end: int, value: int | Decimal) -> tuple[int, Decimal] | None:
    """``12 1/2``: where it ends, and its value."""
    found = _MIXED.match(text, end)
    if found is None or int(found.group(1)) >= int(found.group(2)):
        return None
    return found.end(), value + Decimal(found.group(1)) / Decimal(found.group(2))


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Thousands with plain blanks: ``1 234 567``; one group only after a word in lower case.

    Not ``July 12 300 people``, not ``Phase 2 150 houses``.
    """
    at = end
    groups = 0
    while groups < 6 and _GROUP_OF_THREE.match(text, at):
        at += 4
        groups += 1
    if groups == 0:
        return None
    words = text[max(0, start - 20) : start].split()
    if groups == 1 and not (words and words[-1].islower() and words[-1][-1] != "."):
        return None
    return at, int(text[start:at].replace(" ", ""))
