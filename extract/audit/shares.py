"""Parts, wholes and percentages of them."""

import re
from fractions import Fraction
from re import Match

from extract.audit.amount import Amount, amount
from extract.audit.claim import claim, shown
from extract.audit.line import Line
from extract.audit.verdict import Recomputed, quotient, total
from extract.find.number import Number
from extract.records import Finding
from extract.span import Span

_OF = re.compile(r",? of [^,.;:()]{1,60}")
_SAME = re.compile(
    r"\b(?:total|whole|them|these|those|this|that|all)\b(?! (?:\w+ )?(?:target|plan))"
)
HUNDRED = Fraction(100)
_FAR = 25  # per cent: a `remaining` share further off is that of something else


def share_of_part(
    line: Line, share: Span, part: Span, rule: str = "share-of-part"
) -> Finding | None:
    """``132,626/253,837 records, reaching 50.25%``; ``Of 90 tasks, 57 (63%) are done``."""
    number: Number = part.parts["number"]
    stated, above = amount(share), amount(part)
    atom = number.second if part.rule == "part" else number.whole
    below = amount(part, atom) if atom is not None and part.attributes["total"] else None
    if stated is None or above is None or below is None:
        return None
    return _share(line, rule, stated, above, below, [part])


def part_share(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """A rule's ``part``, ``whole`` and ``share``."""
    spans = [line.span(match, group) for group in ("share", "part", "whole")]
    if None in spans or any(span.attributes.get("per") for span in spans if span):
        return None
    share, part, whole = (amount(span) for span in spans if span)
    if share is None or part is None or whole is None or not alike(line, part, whole):
        return None
    if share.span.attributes["role"] == "change" or share.span.attributes["points"]:
        return None
    if whole.span.start < share.span.start and is_of_other(line, share.span, whole.span):
        return None
    return _share(line, rule, share, part, whole, [part.span, whole.span])


def _share(
    line: Line, rule: str, share: Amount, part: Amount, whole: Amount, others: list[Span]
) -> Finding | None:
    found = quotient(part, whole)
    if found is None:
        return None
    statement = f"{shown(line, part)} of {shown(line, whole)} is {{}}"
    return claim(line, "part-share", rule, share, found, statement, others)


def pair(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """Two parts with their shares, the second said to be the balance."""
    one, first, two, second = (line.span(match, g) for g in ("one", "first", "two", "second"))
    if one is None or first is None or two is None or second is None:
        return None
    a, p, b, q = amount(one), amount(first), amount(two), amount(second)
    if a is None or p is None or b is None or q is None or a.unit != b.unit:
        return None
    if p.value + q.value != 100 or not a.value or not p.value:
        return None
    value = b.value * p.value / a.value
    found = Recomputed(value, b.low * p.low / a.high, b.high * p.high / a.low)
    statement = (
        f"if {shown(line, a)} is {shown(line, p)}, {shown(line, b)} is {{}} of the same whole"
    )
    return claim(line, "part-share", rule, q, found, statement, [one, first, two])


def own_share(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """A rule's ``share`` of a ``part`` that knows its whole: ``120 out of 160 clinics, or 75%``."""
    share, part = line.span(match, "share"), line.span(match, "part")
    if share is None or part is None or not part.attributes["total"]:
        return None
    if share.attributes["role"] == "change" or share.attributes["points"]:
        return None
    if is_of_other(line, share, part):
        return None
    return share_of_part(line, share, part, rule)


def is_of_other(line: Line, share: Span, whole: Span) -> bool:
    """Whether the share is said to be of something else: ``90% of the anticipated revenue``."""
    after = _OF.match(line.document.text, share.end, line.end)
    if after is None or _SAME.search(after.group()):
        return False
    item = whole.attributes["item"]
    words = {_stem(word) for word in after.group().lower().split()}
    return item is None or words.isdisjoint({_stem(word) for word in item.split()})


def remaining(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``40% are old, 30% new and the remaining 30% in repair``: what is left of the whole."""
    span = line.span(match, "share")
    stated = amount(span) if span is not None else None
    if span is None or stated is None:
        return None
    others: list[Amount] = []
    for one in line.spans:
        if one.start >= span.start:
            break
        if one.type == "percentage":
            found = amount(one)
            if found is None or one.attributes["role"] == "change" or one.attributes["points"]:
                return None
            others.append(found)
    if not others:
        return None
    taken = total(others)
    left = Recomputed(HUNDRED - taken.value, HUNDRED - taken.high, HUNDRED - taken.low)
    if not 0 < left.value < HUNDRED or abs(left.value - stated.value) > _FAR:
        return None
    statement = f"{' + '.join(shown(line, one) for one in others)} leaves {{}} of the whole"
    return claim(line, "shares", rule, stated, left, statement, [one.span for one in others])


def listed(line: Line, rule: str, match: Match[str]) -> Finding | None:
    """``account for 12%, 38% and 60% of GDP``: shares of one whole are not more than all of it."""
    first, last = match.start("first"), match.start("last")
    spans = [line.spans[index] for at, index in line.where.items() if first <= at <= last]
    amounts = [found for span in spans if (found := amount(span)) is not None]
    if len(amounts) < len(spans) or any(one.span.attributes["role"] == "change" for one in amounts):
        return None
    *others, stated = amounts
    taken = total(others)
    left = Recomputed(HUNDRED - taken.value, HUNDRED - taken.high, HUNDRED - taken.low)
    if left.low <= 0 or stated.value + stated.tolerance < left.low:
        return None  # others have the rest
    statement = f"{' + '.join(shown(line, one) for one in others)} leaves {{}} of the whole"
    return claim(line, "shares", rule, stated, left, statement, [one.span for one in others])


def alike(line: Line, one: Amount, other: Amount) -> bool:
    """Whether two amounts can be part and whole of the same: same unit, nouns not different."""
    if one.unit != other.unit or one.unit == "%":
        return False
    mine, its = one.span.attributes["item"], other.span.attributes["item"]
    if one.unit != "count" or not mine or not its:
        return True
    return not {_stem(word) for word in mine.split()}.isdisjoint(
        {_stem(word) for word in its.split()}
    )


def _stem(word: str) -> str:
    return word.lower().rstrip("s")[:5]
