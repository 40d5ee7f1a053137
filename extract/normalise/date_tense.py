"""Past or future: what the clause around a date says."""

import re

_REACH = 200  # characters to each side that are looked at
_CLAUSES = 4  # clauses to each side that are looked at
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|going to|to be|is to|are to|scheduled|slated|due|expected|plans? to"
    r"|planned|set to|aims? to|upcoming|must|should|would|deadline|intends? to|next|forthcoming"
    r"|ahead of|needs? to|proposed)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|held|took|said|told|met|came|went|made|began|saw|rose|fell|led|gave|left"
    r"|got|won|lost|spoke|sent|brought|struck|became|grew|ran|paid|found|kept|put forward|wrote"
    r"|drew|chose|set out|\w{2,20}ed|has|have|since|as of|last|past|previous)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|told|announced|\w{3,20}ed|held|met|was|were)(?: \w{1,12})? ?(?:on|in|,)? ?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:(),\n]|\b(?:that|which|who|when|where|while|and|but|after|before)\b")


def tense(text: str, start: int, end: int, sentence: tuple[int, int]) -> str | None:
    """``past`` or ``future`` for the date at ``[start, end)``, None where no verb shows it.

    The nearest clause with a verb decides: in ``said on [Monday] that it will open`` past.
    """
    before = text[max(sentence[0], start - _REACH) : start]
    after = text[end : min(sentence[1], end + _REACH)]
    if _SAID.search(before[-40:]):
        return "past" if not _FUTURE.search(before[-40:]) else "future"
    clauses = _CLAUSE.split(before)
    behind = _CLAUSE.split(after)
    near = f"{clauses[-1]} | {behind[0]}"
    for clause in (near, *behind[1:_CLAUSES], *clauses[-2:-_CLAUSES:-1]):
        if _FUTURE.search(clause):
            return "future"
        if _PAST.search(clause):
            return "past"
    return None
