"""Past or future: what the clause around a date says."""

import re
from typing import Any

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
    "q": "assigned asked requested directed instructed ordered required urged tasked mandated",
    "c": "as",
    "o": "of",
    "S": "said told held met",
    "w": "was were",
    "P": "had did took came went made began saw rose fell led gave left got won lost spoke sent"
    " brought struck became grew ran paid found kept put wrote drew chose has have since last past"
    " previous",
    "n": "on in",
    "|": "; : ( ) , that which who when where while and but after before",
}
_FUTURE = re.compile("f|gt|te|[bw]t|[pq]t|ho|q[^|]{1,6}t")  # asked the ministry to
_PAST = re.compile("[SPwq]|co")
_SAID = re.compile("[Swq][^|]?[n|]?$")


_LETTERS = {word: letter for letter, words in _WORDS.items() for word in words.split()}


def tense_letter(norm: str) -> str:
    """The letter of a folded word; ``\\n`` and any word ending in ``ed`` have one too."""
    if "\n" in norm or "\r" in norm:
        return "|"
    ends_in_ed = norm.endswith("ed") and len(norm) > 3
    return _LETTERS.get(norm) or ("S" if ends_in_ed else " ")


def _sentence(document: Document, offset: int, memo: dict[str, Any]) -> tuple[int, str]:
    """The first token of the sentence around ``offset``, and its letters."""
    start, end = document.sentence_at(offset)
    known: tuple[int, int, str] | None = memo.get("sentence")
    if known is None or known[0] != start:
        low, high = document.token_at(start), document.token_at(max(end - 1, start)) + 1
        letters = document.letters["tense"][low:high]
        known = memo["sentence"] = (start, low, letters)
    return known[1], known[2]


def tense(document: Document, start: int, end: int, memo: dict[str, Any]) -> str | None:
    """``past`` or ``future`` for the date at ``[start, end)``, None where no verb shows it.

    The nearest clause with a verb decides: in ``said on [Monday] that it will open`` past.
    ``memo`` keeps the letters of the document's last sentence between calls.
    """
    low, letters = _sentence(document, start, memo)
    at = document.token_at(start) - low
    behind_at = document.token_at(max(end - 1, start)) + 1 - low
    before = letters[max(at - _REACH, 0) : at]
    if _SAID.search(before):
        return "future" if _FUTURE.search(before, max(len(before) - _SAID_REACH, 0)) else "past"
    clauses = before.split("|")
    behind = letters[behind_at : behind_at + _REACH].split("|")
    near = f"{clauses[-1]} {behind[0]}"
    for clause in (near, *behind[1:_CLAUSES], *clauses[-2:-_CLAUSES:-1]):
        if _FUTURE.search(clause):
            return "future"
        if _PAST.search(clause):
            return "past"
    return None
