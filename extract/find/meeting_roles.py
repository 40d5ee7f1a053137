"""Reads what part a person has in the meeting: chair, co-chair, speaker or attendee."""

import re

from extract.document import Document
from extract.patterns import Patterns

_WINDOW = 240  # characters read on either side of a name and its titles
# The words before a name say nothing of a role without any of these (plain search is fast).
_SIGNS = (
    *("haired", "resided", "e chair", "peaking", "oncluding", "pening", "ddressing", "elivering"),
    *("speech", "remarks", "address", "statement", "ttended by", "ttendance of"),
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
        window = text[max(first, start - _WINDOW) : start]
        if any(map(window.__contains__, _SIGNS)):
            for role, regex in self._rules["before"]:
                if regex.search(window):
                    return role
        window = text[end : min(last, end + _WINDOW)]
        for role, regex in self._rules["after"]:
            if regex.match(window):
                return role
        if last - first < 4000 and "omrades" in text[first:start]:
            for role, regex in self._rules["closes"]:
                if regex.search(text, first, last):
                    return role
        return None
