"""Reads what part a person has in the meeting: chair, co-chair, speaker or attendee."""

import re

from extract.document import Document
from extract.patterns import Patterns

_WINDOW = 240  # characters read on either side of a name and its titles
# A sentence without any of these says nothing of a role.
_ANY = re.compile(
    r"[Cc]hair|[Pp]resid[ei]|[Aa]ttend|[Pp]resent|spoke|[Ss]peak|[Aa]ddress|[Dd]eliver|[Cc]onclud"
    r"|[Oo]pening|part\b|[Pp]articip|[Jj]oining|speech|remarks"
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
        low, high = max(first, start - _WINDOW), min(last, end + _WINDOW)
        if _ANY.search(text, low, high) is None and _ANY.search(text, first, first + 20) is None:
            return None
        for role, regex in self._rules["opens"]:
            if regex.match(text, first, last):
                return role
        before = text[max(first, start - _WINDOW) : start]
        for role, regex in self._rules["before"]:
            if regex.search(before):
                return role
        after = text[end : min(last, end + _WINDOW)]
        for role, regex in self._rules["after"]:
            if regex.match(after):
                return role
        if last - first < 4000:
            for role, regex in self._rules["closes"]:
                if regex.search(text, first, last):
                    return role
        return None
