"""The person whom an article's lead quotes and whose post only the next sentence gives."""

import re
from collections.abc import Collection

from extract.find.person_names import PersonNames
from extract.find.title_lists import Named
from extract.find.title_text import Text
from extract.find.titles import Title

_SENTENCE_ENDS = frozenset('.\n"')
_SPEAKS = re.compile(r"(?:\([^()]{1,5}\))?v")  # the Minister (Law) said
_SAID = frozenset(("says", "said", "say"))
_POSTS = frozenset("PYJ")  # public by themselves
_LEAD = 120  # tokens from the start in which an article says who speaks


def speaker_of_lead(
    text: Text, titles: list[Title], found: Collection[int], names: PersonNames
) -> Named | None:
    """``Roads come first, says Dr Ana Ruiz. The Minister of Works said …`` gives Ana Ruiz.

    ``found`` holds the tokens where other names with titles end: none may stand before, else the
    minister is one of those.
    """
    letters, norms = text.letters, text.document.norms
    for title in titles:
        if norms[title.start - 1] != "the" or not _SPEAKS.match(letters, title.end):
            continue
        end = title.start - 1
        while end > 0 and letters[end - 1] in _SENTENCE_ENDS:
            end -= 1
        if end > _LEAD:
            return None
        start = names.before(text, end) if end < title.start - 1 else None
        if start is None or end - start < 2 or any(end > other for other in found):
            continue
        verb = start - 1
        while verb > 0 and letters[verb] in "H.":
            verb -= 1
        # Else it may be a passer-by: said Kofi Mensah. The Minister of Works said …
        sure = verb < start - 1 or "\n" in letters[end : title.start]
        if sure and norms[verb] in _SAID and letters[title.head] in _POSTS:
            return Named(start, end, [], "name-is-title", stated=title)
    return None
