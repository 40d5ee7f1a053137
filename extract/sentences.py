"""Where sentences end."""

import re

# A stop, closing marks, white space; or a line break. One leading character class: `re` skips to
# it fast.
_STOP = re.compile(r"[.!?…\n\r](?:(?<=[\n\r])\s*|[.!?…]*[\"”’')\]]*\s+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Sr|Jr|St|Gen|Maj|Col|Lt|Capt|Cmdr|Sgt|Gov|Sen|Rep|Hon|Engr|Atty|Rev|Adm|Pres"
    r"|Sec|Dept|No|Nos|vs|etc|approx|est|Inc|Ltd|Co|Corp|e\.g|i\.e|cf|Art|para|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as ``(start, end)``, without surrounding white space; never empty.

    A sentence ends at a stop before white space, unless the stop belongs to an abbreviation or
    the next word starts in lower case; and at every line break.

    >>> split_sentences("Mr. Hung spoke. It ended\\nNext")
    [(0, 15), (16, 24), (25, 29)]
    """
    sentences = []
    start = len(text) - len(text.lstrip())
    for match in _STOP.finditer(text, start):
        begin, end = match.span()
        mark = text[begin]
        if mark not in "\n\r" and "\n" not in (gap := match.group()) and "\r" not in gap:
            if text[end : end + 1].islower():
                continue
            if mark == "." and _ABBREVIATION.search(text, max(start, begin - 12), begin + 1):
                continue
        stop = begin + len(match.group().rstrip())
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            sentences.append((start, stop))
        start = end
    stop = len(text.rstrip())
    if stop > start or not sentences:
        sentences.append((start, max(stop, start)))
    return sentences
