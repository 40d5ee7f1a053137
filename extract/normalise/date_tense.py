"""Past or future: what the clause around a date says."""

import re

from extract.document import Document

_REACH = 40  # tokens to each side that are looked at
_CLAUSES = 4  # clauses to each side that are looked at
_SAID_REACH = 7  # tokens before a date in which a verb of saying decides

# Each word has one letter, so that a phrase is a regular expression over letters.
_WORDS = {
    "f": "will shall wo 'll scheduled slated due expected planned upcoming must should would"
    " deadline next forthcoming proposed",
    "g": "going",
    "b": "is are",
    "t": "to",
    "e": "be",
    "p": "plan plans aim aims intend intends need needs set",
    "h": "ahead",
    "c": "as",
    "o": "of",
    "S": "said told held met was were",
    "P": "had did took came went made began saw rose fell led gave left got won lost spoke sent"
    " brought struck became grew ran paid found kept put wrote drew chose has have since last past"
    " previous",
    "n": "on in",
    "|": "; : ( ) , that which who when where while and but after before",
}
_FUTURE = re.compile("f|gt|te|bt|pt|ho")
_PAST = re.compile("[SP]|co")
_SAID = re.compile("S[^|]?[n|]?$")


class _Letters(dict[str, str]):
    """The letter of a folded word; ``\\n`` and any word ending in ``ed`` too."""

    def __init__(self) -> None:
        super().__init__((word, letter) for letter in _WORDS for word in _WORDS[letter].split())

    def __missing__(self, norm: str) -> str:
        if "\n" in norm or "\r" in norm:
            return "|"
        return "S" if norm.endswith("ed") and len(norm) > 3 else " "


_LETTERS = _Letters()


def tense(document: Document, start: int, end: int) -> str | None:
    """``past`` or ``future`` for the date at ``[start, end)``, None where no verb shows it.

    The nearest clause with a verb decides: in ``said on [Monday] that it will open`` past.
    """
    first, last = document.sentence_at(start)
    at, behind_at = document.token_at(start), document.token_at(max(end - 1, start)) + 1
    low = max(document.token_at(first), at - _REACH)
    high = min(document.token_at(last - 1) + 1, behind_at + _REACH)
    letter = _LETTERS.__getitem__
    before = "".join(map(letter, document.norms[low:at]))
    if _SAID.search(before):
        return "future" if _FUTURE.search(before, max(len(before) - _SAID_REACH, 0)) else "past"
    clauses = before.split("|")
    behind = "".join(map(letter, document.norms[behind_at:high])).split("|")
    near = f"{clauses[-1]} {behind[0]}"
    for clause in (near, *behind[1:_CLAUSES], *clauses[-2:-_CLAUSES:-1]):
        if _FUTURE.search(clause):
            return "future"
        if _PAST.search(clause):
            return "past"
    return None
