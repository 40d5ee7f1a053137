"""The acronyms that an article explains: `gross domestic product (GDP)`."""

import re

from extract.fold import fold
from extract.series.words import singular

_SHORT = re.compile(r" \(([A-Z][A-Za-z]{1,7})\)")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 120  # characters before a bracket that may hold the long form
_PASSED = frozenset(["of", "the", "and", "for", "on", "in", "to", "a"])


def acronyms(text: str) -> dict[tuple[str, ...], str]:
    """The long forms that ``text`` explains, as singular words, with their acronyms in lower case.

    >>> acronyms("The gross regional domestic product (GRDP) rose.")
    {('gross', 'regional', 'domestic', 'product'): 'grdp'}
    """
    found = {}
    for match in _SHORT.finditer(text):
        before = re.split(r"[.,;:()\n]", text[max(match.start() - _BEFORE, 0) : match.start()])[-1]
        short = match.group(1).lower()
        long = _long_form(_WORD.findall(fold(before)), short)
        if len(long) > 1:
            found[tuple(map(singular, long))] = short
    return found


def _long_form(words: list[str], letters: str) -> list[str]:
    """The last of ``words`` whose initials spell ``letters``, small words passed over."""
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at][0] != letter and words[at] in _PASSED:
            at -= 1
        if at < 0 or words[at][0] != letter:
            return []
    return words[at:]
