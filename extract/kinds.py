"""The kind of a token, one character: the plainest of the class strings."""

from extract.document import (
    APOSTROPHE_S,
    BREAK,
    CAPITALISED,
    DASH,
    LOWER,
    NUMBER,
    OTHER,
    QUOTE,
    SELF,
    SPACE,
    UPPER,
)
from extract.fold import fold


def kind_of(word: str) -> str:
    """The one-character kind of a token.

    >>> [kind_of(w) for w in ("Hanoi", "VAST", "of", "2,398", "5G", "–", "’s", ",")]
    ['A', 'U', 'a', '0', '0', '-', "'", ',']
    """
    first = word[0]
    if first.isspace():
        return BREAK if "\n" in word or "\r" in word else SPACE
    if any(c.isdigit() for c in word):
        return NUMBER
    if first.isalpha():
        if not first.isupper():
            return UPPER if word[1:].isupper() and len(word) > 2 else LOWER  # eGDP
        return UPPER if word.isupper() else CAPITALISED
    if word in SELF:
        return word
    folded = fold(word)
    if folded.strip("-") == "":
        return DASH
    if folded in ("'s", "'"):
        return APOSTROPHE_S
    return QUOTE if word in "\"“”«»‘'``''" else OTHER
