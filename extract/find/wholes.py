"""Parts and wholes that stand apart: ``Of 90 tasks, 57 are done``."""

import re

from extract.find.digits import Atom
from extract.find.number import Number

FAR_BACK = 400  # characters between a whole and `of this, 50 million`
_ROUNDED = 0.05  # how far parts may be from a round whole
_FAR = 90  # characters between a whole and its part
_OF_WHOLE = re.compile(
    r"(?:\A|[.;:,(\n–—-] ?|[\"“])(?:[Oo]f|[Oo]ut of|[Aa]mong)"
    r"(?: the| all| these| those| its| their)?(?: more than| over| total| total of)? ?\Z"
)
_OF_WHICH = re.compile(
    r"[^.;!?\n\d]{0,60}?,? ?\(?(?:of (?:which|whom|these|them|those)|including|in which)"
    r"(?: [a-z]{1,12}){0,3} \(?\Z"
)
_OF_THIS = re.compile(
    r"\b(?:[Oo]f|[Oo]ut of) (?:this|that|these|those)"
    r"(?: amount| sum| total| number| money| figure)?,? (?:[a-z]+ ){0,3}\Z"
)
_WHICH = re.compile(r"[,;] of (?:which|these|them)(?: [a-z]+){0,2} ?\Z")
_OUT_OF = re.compile(
    r" (?:[\w'’-]{1,20} ){0,4}out of (?:(?:the|its|their|an?|all|his|her) )?"
    r"(?:(?:[a-z]+ ){0,3}[a-z]+ of )?"
)
# It spent 3 million from a budget of 10 million.
_FROM_POT = re.compile(
    r" (?:[\w'’-]{1,20} ){0,4}from (?:the|its|their|an?) (?:[a-z]+ ){0,3}"
    r"(?:budget|allocation|expenditure|spending|fund|funds|pool|grant|total|sum|amount) of "
)
_SHARE_OF = re.compile(r" of (?:the |its |their |an? )?(?:[a-z’'-]+ ){0,5}(?:of )?")
_ROUNDING = 0.6  # percentage points by which a rounded share may differ
_GOES_ON = re.compile(r"[,;] | and ")
_SPLIT = re.compile(
    r"[(:–—]| - |\b(?:includ|compris|consist|of (?:which|whom)|namely|made up|with\b)"
)


def relate(text: str, number: Number) -> None:
    """Give ``number`` its whole, if the number before it is that: ``120 people, of whom 30 …``."""
    before = number.before
    if before is None:
        return
    if text.find("f th", max(0, number.start - 44), number.start) >= 0 and _OF_THIS.search(
        text[max(0, number.start - 44) : number.start]
    ):
        number.whole = _whole_before(number)
        return
    if number.start - before.end > _FAR:
        return
    namesake = _namesake(text, number)
    if namesake is not None:
        number.whole = namesake
        return
    if number.form != "single" or before.form != "single":
        return
    if before.is_percentage and not number.is_percentage:
        _relate_by_share(text, number, before)
    if number.first.kind == "fraction" or number.is_percentage or before.is_percentage:
        return
    gap = text[before.end : number.start]
    if "\n" in gap or ". " in gap:
        return
    if (
        before.amount <= number.amount
        and number.unit == before.unit
        and (_OUT_OF.fullmatch(gap) or (number.money and _FROM_POT.fullmatch(gap)))
    ):
        before.whole = number.first  # 95 marks out of 100
    elif before.unit != number.unit or number.amount > before.amount:
        return
    elif "," in gap and _OF_WHOLE.search(text[max(0, before.start - 30) : before.start]):
        number.whole = before.first
    elif before.whole and _GOES_ON.search(gap) and _stays(gap):
        number.whole = before.whole  # 57 are done, 20 under way
    elif _OF_WHICH.match(gap):
        number.whole = before.first


def _relate_by_share(text: str, number: Number, share: Number) -> None:
    """``6.7 billion, just 3% of the budget of | 205.3 billion``: arithmetic is the evidence."""
    part = share.before
    if part is None or part.unit != number.unit or part.form != "single" or part.whole is not None:
        return
    if share.start - part.end > _FAR or not 0 < part.amount < number.amount:
        return
    if not _SHARE_OF.fullmatch(text, share.end, number.start):
        return
    if abs(100 * part.amount / number.amount - share.amount) <= _ROUNDING:
        part.whole = number.first


def _stays(gap: str) -> bool:
    """Whether two parts are of one clause; after `; Ruritania asked for` another begins."""
    return gap.startswith((", ", " ", "; ")) and (";" not in gap or gap.islower())


def _namesake(text: str, number: Number) -> Atom | None:
    """The whole of the same things: ``65 goals and 102 tasks, of which 45 goals and 82 tasks``."""
    if number.item is None or number.form != "single" or number.before is None:
        return None
    head = text[slice(*number.item)]
    opened = _WHICH.search(text, number.before.end, number.start) is not None
    if not opened and (number.before.whole is None or number.before.item is None):
        return None
    if not opened and text[slice(*number.before.item or (0, 0))] == head:
        return None
    before: Number | None = number.before
    for _ in range(5):
        if before is None or number.start - before.end > FAR_BACK:
            return None
        same = before.item is not None and text[slice(*before.item)] == head
        if same and before.form == "single" and before.whole is None:
            return before.first if before.amount > number.amount else None
        before = before.before
    return None


def _whole_before(number: Number) -> Atom | None:
    """The whole of ``of this, 50 million``: the nearest number before with the same unit."""
    before = number.before
    for _ in range(3):
        if before is None or number.start - before.end > FAR_BACK:
            return None
        if before.unit == number.unit and before.form == "single":
            return before.first if before.amount >= number.amount else None
        before = before.before
    return None


def add_up(text: str, numbers: list[Number]) -> None:
    """Give numbers that add up to the one before them that whole: arithmetic is the evidence."""
    for at, whole in enumerate(numbers[:-2]):
        if whole.form != "single" or whole.is_percentage:
            continue
        after = numbers[at + 1]
        if after.start - whole.end > _FAR or after.amount > whole.amount:
            continue
        if not _SPLIT.search(text, whole.end, after.start):
            continue
        left = whole.amount
        for past in range(at + 1, min(at + 8, len(numbers))):
            part = numbers[past]
            gap = text[numbers[past - 1].end : part.start]
            if part.form != "single" or part.unit != whole.unit or ". " in gap or "\n" in gap:
                break
            left -= part.amount
            if past > at + 1 and (left == 0 or _closes(text, whole, part, left)):
                for one in numbers[at + 1 : past + 1]:
                    one.whole = whole.first
            if left <= 0:
                break


def _closes(text: str, whole: Number, part: Number, left: float) -> bool:
    """Whether parts in brackets nearly add up to a round whole: ``2 million (1.05 …, 0.98 …)``."""
    if whole.first.scale == 1 or abs(left) > whole.amount * _ROUNDED:
        return False
    past = part.item[1] if part.item else part.end
    opens = text.find("(", whole.end, whole.end + _FAR)
    return opens >= 0 and text.startswith(")", past) and text.find(")", opens, past + 1) == past
