"""Numerals written in digits: ``1,23,456.7`` → 123456.7, exact."""

import re
from decimal import Decimal

LARGEST = 10**18

_GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{2}){1,6})?(?:,\d{3}){1,6}(?:\.\d{1,12})?")
_SPACED = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009 ']\d{3}){1,6}(?:[.,]\d{1,12})?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,12})?")
_DECIMAL = re.compile(r"\d{1,24}(?:\.\d{1,24})?")
_COMMA_DECIMAL = re.compile(r"\d{1,4},\d{1,2}")
_NOT_DIGITS = re.compile(r"\D")


def read_numeral(run: str, dots_group: bool = False) -> int | Decimal | None:
    """The value of digits with separators, or None where they make no number.

    ``dots_group`` says that the document writes thousands with a dot. Without it one dot and three
    digits are a decimal fraction.

    >>> [read_numeral(r) for r in ("13", "2,398", "1,23,456", "2 087 114", "1.234.567", "1.2.3")]
    [13, 2398, 123456, 2087114, 1234567, None]
    >>> read_numeral("2.398"), read_numeral("2.398", dots_group=True), read_numeral("14,5")
    (Decimal('2.398'), 2398, Decimal('14.5'))
    """
    if run.isdigit():
        return int(run) if len(run) <= 24 else None
    if _GROUPED.fullmatch(run) or (
        _DECIMAL.fullmatch(run) and not (dots_group and _DOTTED.fullmatch(run))
    ):
        plain = run.replace(",", "")
        return Decimal(plain) if "." in plain else int(plain)
    if _COMMA_DECIMAL.fullmatch(run):
        return Decimal(run.replace(",", "."))
    spaced = _SPACED.fullmatch(run)
    if spaced or (_DOTTED.fullmatch(run) and (dots_group or run.count(".") > 1)):
        mark = run[-4] if spaced and not re.search(r"[.,]", run) else None
        head, point, tail = (run, "", "") if mark else _split_fraction(run, spaced is not None)
        whole = _NOT_DIGITS.sub("", head)
        return Decimal(f"{whole}.{tail}") if point else int(whole)
    return None


def _split_fraction(run: str, spaced: bool) -> tuple[str, str, str]:
    """``1.234,5`` → (``1.234``, ``,``, ``5``); a dot counts only where ``spaced``."""
    for mark in (",.") if spaced else ",":
        head, point, tail = run.rpartition(mark)
        if point:
            return head, point, tail
    return run, "", ""


def plain(value: int | Decimal) -> int | float | None:
    """The JSON number: an integer when whole, else the nearest float; None past 1e18.

    >>> plain(Decimal("13.2") * 10**6), plain(Decimal("80.44")), plain(10**19)
    (13200000, 80.44, None)
    """
    if not -LARGEST <= value <= LARGEST:
        return None
    whole = int(value)
    return whole if whole == value else float(value)
