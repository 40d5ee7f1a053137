"""Old and new values, the change between them, and multiples."""

import re
from re import Match

from extract.audit.amount import Amount, amount
from extract.audit.claim import claim, shown
from extract.audit.line import Line
from extract.audit.verdict import Recomputed, difference, growth, quotient
from extract.records import Finding
from extract.span import Span

# What is not the change of these two numbers as they stand.
_OTHER_KIND = re.compile(
    r"\b(?:annual|annually|average|avg|per annum|per year"
    r"|(?:a|each|every) year(?! (?:earlier|ago|before))|yearly|compound|cagr|cumulative"
    r"|month-on-month|monthly|quarterly|daily|weekly|respectively)\b"
)
_REAL = re.compile(r"\b(?:real|nominal|constant|adjusted|seasonal|seasonally|volume terms)\b")
_NEAR = 30  # characters around a change
_MORE = re.compile(r"M[^QPMK;.]{0,20}?\b(?:increase|rise|higher|more|greater|larger|growth|over)\b")


def change(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """A rule's ``old``, ``new`` and ``change``, which is absolute or in per cent."""
    spans = [line.span(match, group) for group in ("old", "new", "change")]
    if None in spans:
        return None
    old, new, stated = (amount(span) for span in spans if span)
    if old is None or new is None or stated is None or old.unit != new.unit:
        return None
    if _is_of_other_kind(line, match, stated) or _is_change(line, old):
        return None
    others = [old.span, new.span]
    moved = "a rise" if new.value >= old.value else "a fall"
    statement = f"from {shown(line, old)} to {shown(line, new)} is {moved} of {{}}"
    absolute = difference(old, new)
    if stated.unit != "%":
        if stated.unit != old.unit:
            return None
        return claim(line, "change", rule, stated, absolute, statement, others)
    relative = growth(old, new)
    if old.unit == "%":
        return _of_rates(line, rule, stated, absolute, relative, statement, others)
    if relative is None or stated.span.attributes["points"]:
        return None
    return claim(line, "percent-change", rule, stated, relative, statement, others)


def _is_of_other_kind(line: Line, match: Match[str], stated: Amount) -> bool:
    """Whether the change is one a year, in real terms, …."""
    if stated.span.attributes.get("per"):
        return True
    at = line.place(match, "change")
    near = line.text[max(0, at - _NEAR) : at + _NEAR]
    return _OTHER_KIND.search(near) is not None or _REAL.search(line.text) is not None


def _of_rates(
    line: Line,
    rule: str,
    stated: Amount,
    absolute: Recomputed,
    relative: Recomputed | None,
    statement: str,
    others: list[Span],
) -> Finding:
    """From one percentage to another: points, though `points` is often left out."""
    found = claim(line, "change", rule, stated, absolute, statement, others)
    if found.verdict != "inconsistent" or relative is None or stated.span.attributes["points"]:
        return found
    other = claim(line, "percent-change", rule, stated, relative, statement, others)
    return other if other.verdict != "inconsistent" else found


def _is_change(line: Line, one: Amount) -> bool:
    fact = line.fact(one.span)
    return fact is not None and fact.role == "change"


def change_in_percent(line: Line, percent: Span, absolute: Span, level: Span) -> Finding | None:
    """``2,398 databases, an increase of 311 (14.5%)``: what the facts relate."""
    stated, moved, new = amount(percent), amount(absolute), amount(level)
    fact = line.fact(absolute)
    if stated is None or moved is None or new is None or fact is None or moved.unit != new.unit:
        return None
    if percent.attributes["points"] or fact.direction is None or new.unit == "%":
        return None
    sign = 1 if fact.direction == "up" else -1
    old = Amount(
        level,
        new.value - sign * moved.value,
        new.tolerance,
        new.low - (moved.high if sign > 0 else -moved.low),
        new.high - (moved.low if sign > 0 else -moved.high),
        "exact",
    )
    found = quotient(moved, old)
    if found is None:
        return None
    noun = "rise" if sign > 0 else "fall"
    statement = (
        f"a {noun} of {shown(line, moved)} to {shown(line, new)} "
        f"is {{}} of the {shown(line, old)} before"
    )
    return claim(
        line, "percent-change", "change-of-level", stated, found, statement, [absolute, level]
    )


def multiple(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """A rule's ``old``, ``new`` and ``times``; `3 times more` is 3 or 4 times as much."""
    times = line.span(match, "times")
    fact = line.fact(times) if times is not None else None
    level = line.at(fact.relates_to) if fact is not None else None
    spans = [line.span(match, "old"), line.span(match, "new"), times]
    if level is not None and level is not spans[0]:
        spans[1] = level
    if None in spans:
        return None
    old, new, stated = (amount(span) for span in spans if span)
    if old is None or new is None or stated is None or old.unit != new.unit:
        return None
    found = quotient(new, old, 1)
    if found is None or _is_change(line, old) or _is_change(line, new):
        return None
    statement = f"{shown(line, new)} is {{}} {shown(line, old)}"
    others = [old.span, new.span]
    finding = claim(line, "multiple", rule, stated, found, statement, others)
    if finding.verdict != "consistent" and _MORE.search(line.text):
        more = Recomputed(found.value - 1, found.low - 1, found.high - 1)
        statement = f"{shown(line, new)} is {{}} more than {shown(line, old)}"
        other = claim(line, "multiple", rule, stated, more, statement, others)
        return other if other.verdict == "consistent" else finding
    return finding
