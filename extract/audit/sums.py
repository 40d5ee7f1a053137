"""Parts against their sum."""

import re
from fractions import Fraction
from re import Match

from extract.audit.amount import Amount, amount
from extract.audit.claim import claim, shown
from extract.audit.line import Line
from extract.audit.verdict import Recomputed, judge, total
from extract.records import Finding

# Parts that make up no more than this of the whole, or so much more, are not meant to be all.
_LEAST, _MOST = Fraction(4, 5), Fraction(5, 4)
_STOP = re.compile(
    r"[;.]|\b(?:including|of which|of whom|of them|such as|among|while|whereas|but|which|who"
    r"|compared|each|per|instead|out of|only|excluding|apart|besides|in addition|also|than"
    r"|respectively|between|and (?:was|were|has|have|is|are|will|to))\b"
)
_BRACKET = re.compile(r"\([^()]*\)")
_JOINT = re.compile(r"(?:,|;|\band\b|&|\+|\bplus\b)")
_LAST = re.compile(r"(?:\band\b|&|\+|\bplus\b)")
_HELD = re.compile(
    r"(?:are|is|was|were|has|have|had|accounts? for|accounted for|contributed|contribute|received|:"
    r"|reached|reach) \Z"
)
_MANY = 12


def parts_of(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``96 bodies (33 ministries and 63 provinces)``: a whole, then all its parts."""
    span = line.span(match, "whole")
    whole = amount(span) if span is not None else None
    if whole is None or whole.unit in ("%", "fraction"):
        return None
    bracket = line.text[match.end() - 1] == "("
    parts = _list_from(line, match.end(), whole, bracket=bracket)
    if parts is None or any(part.value > whole.high for part in parts):
        return None
    return _settled(line, rule, whole, parts)


def _list_from(line: Line, at: int, whole: Amount, *, bracket: bool) -> list[Amount] | None:
    """The amounts of a closed list from ``at`` on."""
    text = line.text
    if bracket:
        end = text.find(")", at)
        if end < 0:
            return None
    else:
        end = len(text)
    clear = _BRACKET.sub(lambda found: "_" * len(found.group()), text[at:end])
    stop = _STOP.search(clear.replace(";", ",") if bracket else clear)
    if stop is not None:
        if bracket:
            return None
        clear = clear[: stop.start()]
    parts: list[Amount] = []
    past = 0
    closed = bracket
    for place, mark in enumerate(clear):
        if mark not in "QMK":
            continue
        gap = clear[past:place]
        span = line.spans[line.where[at + place]]
        if parts and not _JOINT.search(gap):
            break
        part = amount(span) if mark == "Q" else None
        if part is None or part.unit != whole.unit:
            break
        if whole.unit == "count" and not span.attributes["item"]:
            return None
        parts.append(part)
        closed = bracket or bool(_LAST.search(gap))
        past = place + 1
        if len(parts) > _MANY:
            return None
    return parts if closed and len(parts) > 1 else None


def _settled(line: Line, rule: str, whole: Amount, parts: list[Amount]) -> Finding | None:
    """The finding on ``whole``: of all parts, or of the first of them that make it up exactly."""
    for count in (len(parts), *range(2, len(parts))):
        if judge(whole, total(parts[:count])) == "consistent":
            parts = parts[:count]
            break
    found = total(parts)
    if not _LEAST * whole.value <= found.value <= _MOST * whole.value:
        return None
    return _claim(line, rule, whole, parts, found)


def _claim(line: Line, rule: str, whole: Amount, parts: list[Amount], found: Recomputed) -> Finding:
    statement = " + ".join(shown(line, part) for part in parts) + " is {}"
    return claim(line, "sum", rule, whole, found, statement, [part.span for part in parts])


def stated_total(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``12 men and 15 women, 27 in all``: the parts, then their total."""
    span = line.span(match, "whole")
    whole = amount(span) if span is not None else None
    if whole is None or whole.unit in ("%", "fraction"):
        return None
    text = line.text[: match.start()]
    opened = max(text.rfind(mark) for mark in ";.:(")
    clear = text[opened + 1 :]
    parts: list[Amount] = []
    past = len(clear)
    joint = False
    for place in range(len(clear) - 1, -1, -1):
        if clear[place] not in "QMKPD":
            continue
        part = amount(line.spans[line.where[opened + 1 + place]]) if clear[place] == "Q" else None
        gap = clear[place + 1 : past]
        if parts and not _JOINT.search(gap):
            break
        if part is None or part.unit != whole.unit or _STOP.search(gap):
            break
        joint = joint or (bool(parts) and bool(_LAST.search(gap)))
        parts.insert(0, part)
        past = place
        if len(parts) > 1 and joint and judge(whole, total(parts)) == "consistent":
            return _claim(line, rule, whole, parts, total(parts))
    if len(parts) < 2 or not joint or any(part.value >= whole.value for part in parts):
        return None
    found = total(parts)
    if not _LEAST * whole.value <= found.value <= _MOST * whole.value:
        return None
    return _claim(line, rule, whole, parts, found)


def holders(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``2,087 records (of which ministries are 132, localities are 1,974)``.

    What different holders have is disjoint, so it cannot be more than the whole; where it is less,
    there may be others.
    """
    span = line.span(match, "whole")
    whole = amount(span) if span is not None else None
    if whole is None:
        return None
    parts: list[Amount] = []
    at = match.end()
    past = at
    for place in range(at, len(line.text)):
        mark = line.text[place]
        if mark in ";.":
            break
        if mark != "Q":
            continue
        part = amount(line.spans[line.where[place]])
        if part is None or part.unit != whole.unit or not _HELD.search(line.text[past:place]):
            break
        parts.append(part)
        past = place + 1
    if len(parts) < 2:
        return None
    found = total(parts)
    verdict = judge(whole, found)
    if verdict == "inconsistent" and not whole.value < found.value <= _MOST * whole.value:
        return None
    return _claim(line, rule, whole, parts, found)
