"""Reads what part a person has in the meeting: chair, co-chair, speaker or attendee."""

import re

from extract.document import Document
from extract.patterns import Patterns

_WINDOW = 240  # characters read on either side of a name and its titles
# A window without any of these says nothing of a role; plain search is faster than the rules.
_SIGNS = (
    *("hair", "resid", "ttend", "resent", "spoke", "peak", "ddress", "eliver", "onclud"),
    *("pening", "part", "oining", "speech", "remark", "gave"),
)


class MeetingRoles:
    """Reader of meeting roles."""

    def __init__(self, patterns: Patterns) -> None:
        roles = patterns.table("officials")["roles"]
        self._rules: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
            place: tuple((role, re.compile(pattern)) for role, pattern in rules)
            for place, rules in roles.items()
        }

    def of(self, document: Document, start: int, end: int) -> str | None:
        """The role of the person whose name and titles are the characters ``[start, end)``.

        In ``Attending the meeting were Minister A and Minister B`` both are ``attendee``.
        """
        first, last = document.sentence_at(start)
        last = max(last, end)
        text = document.text
        for role, regex in self._rules["opens"]:
            if regex.match(text, first, last):
                return role
        low, high = max(first, start - _WINDOW), min(last, end + _WINDOW)
        for place, window in (("before", text[low:start]), ("after", text[end:high])):
            if any(sign in window for sign in _SIGNS):
                for role, regex in self._rules[place]:
                    if regex.search(window):
                        return role
        if last - first < 4000 and "omrades" in text[first:start]:
            for role, regex in self._rules["closes"]:
                if regex.search(text, first, last):
                    return role
        return None
