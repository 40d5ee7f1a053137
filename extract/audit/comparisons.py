"""Values against what they are said to exceed, ranks and parts against their whole."""

from collections.abc import Iterator
from fractions import Fraction
from re import Match

from extract.audit.amount import Amount, amount
from extract.audit.claim import finding, written
from extract.audit.line import Line
from extract.records import Check, Finding, Verdict
from extract.span import Span


def exceeds(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """A rule's ``value`` that is said to be ``above`` or ``below`` its ``target``."""
    one, other = line.span(match, "value"), line.span(match, "target")
    if one is None or other is None:
        return None
    value, target = amount(one), amount(other)
    if value is None or target is None or value.unit != target.unit:
        return None
    fact = line.fact(one)
    if fact is not None and fact.role == "change" and line.text[match.start("value") - 1] != "f":
        aim = line.fact(other)
        if aim is None or aim.role != "change":
            return None
    above = "above" in match.groupdict() and match.group("above") is not None
    verdict = _compared(value, target, above=above)
    word = "more" if above else "less"
    truth = "equal" if value.value == target.value else word if verdict != "inconsistent" else None
    if truth is None:
        truth = "less" if above else "more"
    shown = "the same as" if truth == "equal" else f"{truth} than"
    text = line.document.text
    ending = ", as stated" if verdict == "consistent" else f", not {word}"
    if verdict == "within rounding":
        ending += "; it can be so, as the numbers are rounded"
    return finding(
        line,
        "target",
        rule,
        verdict,
        one,
        f"{word} than {text[other.start : other.end]}",
        f"{text[one.start : one.end]} is {shown} {text[other.start : other.end]}{ending}",
        [other],
        (value.value, target.value, target.low, target.high, value.tolerance),
    )


def _compared(value: Amount, target: Amount, *, above: bool) -> Verdict:
    if not above:
        value, target = target, value
    if value.value > target.value:
        return "consistent"
    high = max(value.high, value.value + value.tolerance)
    low = min(target.low, target.value - target.tolerance)
    return (
        "within rounding"
        if high > low and value.modifier != "exact"
        else ("within rounding" if value.value == target.value else "inconsistent")
    )


def rank(line: Line, span: Span) -> Iterator[Finding]:
    """``ranked 7th out of 63``: no rank is beyond its total."""
    value, total = span.attributes["value"], span.attributes["total"]
    if value is None or total is None:
        return
    verdict: Verdict = "consistent" if value <= total else "inconsistent"
    text = line.document.text[span.start : span.end]
    ending = "there is" if value <= total else "there is no"
    yield finding(
        line,
        "rank",
        "rank-of-total",
        verdict,
        span,
        f"at most {total:,}",
        f"among {total:,} {ending} place {value:,} ({text})",
        [],
        (Fraction(str(value)), Fraction(str(total)), None, Fraction(str(total)), None),
    )


def part(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``84 families out of 97``: no part is more than its whole."""
    one, other = line.span(match, "part"), line.span(match, "whole")
    if one is None or other is None:
        return None
    piece, whole = amount(one), amount(other)
    if piece is None or whole is None or piece.unit == "%":
        return None
    ranked = piece.unit == "rank" and whole.unit == "count"
    if piece.unit != whole.unit and not ranked:
        return None
    fits = piece.value <= whole.value
    verdict: Verdict = "consistent" if fits else "inconsistent"
    text = f"{written(piece.value)} is {'no ' if fits else ''}more than {written(whole.value)}"
    values = (piece.value, whole.value, None, whole.high, piece.tolerance)
    shown = f"at most {written(whole.value)}"
    check: Check = "rank" if ranked else "part"
    return finding(line, check, rule, verdict, one, shown, text, [other], values)
