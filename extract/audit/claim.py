"""One check made: what was stated, what was found, and the record of it."""

import re
from fractions import Fraction

from extract.audit.amount import Amount, exact
from extract.audit.line import Line
from extract.audit.verdict import Recomputed, judge
from extract.find.digits import Atom
from extract.records import Check, Finding, Verdict
from extract.span import Span

_MOST_DECIMALS = 6
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_ENDINGS: dict[Verdict, str] = {
    "consistent": ", as stated",
    "within rounding": "; {stated} can be right, as the numbers are rounded",
    "inconsistent": ", not {stated}",
}


def claim(
    line: Line,
    check: Check,
    rule: str,
    stated: Amount,
    found: Recomputed,
    statement: str,
    others: list[Span],
) -> Finding:
    """The finding on a number; ``{}`` in ``statement`` stands for what it should be."""
    verdict = judge(stated, found)
    text = line.document.text[stated.span.start : stated.span.end]
    recomputed = like(stated.span, line.document.text, found.value, stated.tolerance, verdict)
    explanation = statement.format(recomputed) + _ENDINGS[verdict].format(stated=text)
    return finding(
        line,
        check,
        rule,
        verdict,
        stated.span,
        recomputed,
        explanation,
        others,
        (stated.value, found.value, found.low, found.high, stated.tolerance),
    )


def finding(
    line: Line,
    check: Check,
    rule: str,
    verdict: Verdict,
    stated: Span,
    recomputed: str,
    explanation: str,
    others: list[Span],
    values: tuple[Fraction | None, ...] = (None,) * 5,
    sentences: tuple[tuple[int, int], ...] | None = None,
) -> Finding:
    """The record; ``values`` are the stated and the recomputed one, its least and most, and the
    tolerance."""
    text = line.document.text
    places = sentences or ((line.start, line.end),)
    numbers = [_number(value) for value in values]
    return Finding(
        doc_id=line.doc_id,
        check=check,
        rule=rule,
        verdict=verdict,
        start=stated.start,
        end=stated.end,
        stated=text[stated.start : stated.end],
        stated_value=numbers[0],
        recomputed=recomputed,
        recomputed_value=numbers[1],
        recomputed_low=numbers[2],
        recomputed_high=numbers[3],
        tolerance=numbers[4],
        explanation=explanation[0].upper() + explanation[1:] + ".",
        numbers=tuple(sorted({span.start for span in [stated, *others]})),
        sent_starts=tuple(start for start, _ in places),
        sent_ends=tuple(end for _, end in places),
        sentences=tuple(text[start:end] for start, end in places),
    )


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else round(float(value), _MOST_DECIMALS)


def like(
    span: Span, text: str, value: Fraction, tolerance: Fraction, verdict: Verdict = "inconsistent"
) -> str:
    """``value`` written as the number at ``span`` is: ``52.25%`` for ``50.25%``, with a digit more
    where it would read the same and yet is not.
    """
    atom: Atom = span.parts["number"].first
    digits = _DIGITS.match(text, atom.start, span.end)
    if digits is None:
        return written(value) + (" times" if span.attributes.get("unit") == "times" else "")
    scaled = value / atom.scale
    decimals = 0
    step = 2 * tolerance / atom.scale
    while step < 1 and decimals < _MOST_DECIMALS:
        step *= 10
        decimals += 1
    shown = f"{float(scaled):,.{decimals}f}"
    if verdict != "consistent" and shown.replace(",", "") == digits.group().replace(",", ""):
        shown = f"{float(scaled):,.{decimals + 1}f}"
    past = span.end if span.rule != "part" else digits.end()
    return text[span.start : atom.start] + shown + text[digits.end() : past]


def written(value: Fraction) -> str:
    """A number for a reader: ``2,107,114``, ``3.88``."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.2f}"


def shown(line: Line, one: Amount) -> str:
    """A number as the text has it: ``Rs.90.2 million``; ``132,626`` of ``132,626/253,837``."""
    span = one.span
    whole = span.parts["number"].second is None and one.value == abs(
        exact(span.attributes["value"])
    )
    return line.document.text[span.start : span.end] if whole else written(one.value)
