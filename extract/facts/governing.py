"""Which date of a sentence goes on to govern the paragraph."""

import datetime
from collections.abc import Sequence

from extract.facts.date_roles import DateRole, is_day
from extract.facts.sentence import Sentence
from extract.span import Span

_DASHES = frozenset(("—", "–", "--"))
_FAR = 60  # tokens looked back
_ADVERBIAL = frozenset(("in", "during", "for", "over", "throughout"))


def governor(sentence: Sentence, dates: Sequence[DateRole]) -> Span | None:
    """The date that holds for the sentences behind, or None: the one before the subject, else the
    one behind the verb: ``Revenue reached $5 million in the first half. Spending was $4 million.``
    """
    initial = next((one for one in dates if one.initial and one.kind == "period"), None)
    if initial is not None and _governs(sentence, initial):
        return initial.span
    for one in dates:
        if one.bracket < 0 and one.kind == "period" and not one.initial and _ends(sentence, one):
            reference = sentence.document.reference
            to_come = reference is not None and _is_to_come(one.span, reference)
            return None if is_day(one.span) or to_come else one.span
    return None


def _governs(sentence: Sentence, date: DateRole) -> bool:
    """Whether an initial date governs what follows: a day only as in ``as of May 3``."""
    if date.inside:
        return _is_part_of_a_year(date.span)
    if not is_day(date.span):
        return True
    return any(sentence.norm(at) in ("as", "by", "until", "since") for at in range(date.at))


def _is_part_of_a_year(span: Span) -> bool:
    """``The output in the first half was``: what follows goes on with the half, not with a year."""
    first, last = span.attributes["first_day"], span.attributes["last_day"]
    if first is None or last is None:
        return span.attributes["granularity"] in ("quarter", "half")
    days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
    return 40 < days < 350


def _ends(sentence: Sentence, date: DateRole) -> bool:
    """Whether a date is an adverbial behind a verb or a number of its clause."""
    codes, head = sentence.codes, date.at
    while head and codes[head - 1] in "to":
        head -= 1
    if sentence.norm(head - 1) not in _ADVERBIAL:
        return False
    opening = max(codes.rfind(",", 0, head) + 1, head - _FAR)
    for at in range(opening, head):
        if sentence.norm(at) in _DASHES:
            opening = at
    return bool(set(codes[opening:head]) & set("bvVmSgN"))


def _is_to_come(span: Span, reference: datetime.date) -> bool:
    """Whether over a quarter of a period lies after the article's day.

    >>> # on 26 May: "the first five months" no, "2023" yes
    """
    first, last = span.attributes["first_day"], span.attributes["last_day"]
    if first is None or last is None or last <= reference.isoformat():
        return False
    begin, end = map(datetime.date.fromisoformat, (first, last))
    return 4 * (end - reference).days > (end - begin).days
