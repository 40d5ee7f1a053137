"""The name that follows a title, and where the title's phrase ends and the name begins."""

import re

from extract.find.person_names import PersonNames
from extract.find.title_text import Text
from extract.find.titles import Title
from extract.patterns import Patterns, expand

_SPLITTERS = frozenset("TKCJSL")


class NamesAfterTitles:
    """Reader of the name behind a title."""

    def __init__(self, patterns: Patterns, names: PersonNames) -> None:
        table = patterns.table("officials")
        pattern = expand(table["grammar"]["to_name"], table["macros"], "patterns/officials.toml")
        self._to_name = re.compile(pattern)
        self._names = names

    def direct(self, text: Text, title: Title) -> tuple[int, int] | None:
        """The name right after a title; cuts the title where its phrase has run into the name."""
        name = self._direct(text, title)
        place = text.letters.rfind("i", title.head_end, title.end)
        if name is None and place > title.head_end and text.letters[place + 1] != "c":
            # The place of the talk, no part of the title: Prime Minister Ana Ruiz | in Hanoi.
            whole, title.end = title.end, place
            name = self._direct(text, title)
            if name is None:
                title.end = whole
        return name

    def _direct(self, text: Text, title: Title) -> tuple[int, int] | None:
        split = self._split(text, title)
        if split is not None:
            title.end = split[0]
            return split
        match = self._to_name.match(text.letters, title.end)
        if match is None or match.group("comma") is not None:
            return None
        return self.name_at(text, match.end())

    def after_comma(self, text: Text, title: Title) -> tuple[int, int] | None:
        """The name behind a title and a comma: the Minister of Health, Dao Hong Lan."""
        match = self._to_name.match(text.letters, title.end)
        if match is None or match.group("comma") is None:
            return None
        if "behalf" in text.document.norms[max(0, title.start - 3) : title.start]:
            return None  # On behalf of the President, Ms. Ana Ruiz
        return self.name_at(text, match.end())

    def name_at(self, text: Text, start: int) -> tuple[int, int] | None:
        """The name that begins at a token."""
        end = self._names.after(text, start)
        return None if end is None else (start, end)

    def _split(self, text: Text, title: Title) -> tuple[int, int] | None:
        """Where the capitals of a title turn into a name: Minister of Health | Dao Hong Lan."""
        letters = text.letters
        first = title.end
        while first > title.head_end and (
            letters[first - 1].isupper() or letters[first - 1] in "-'/\""
        ):
            first -= 1
        # After lower case the capitals may be the name: on digital transformation | Ho Duc Thang.
        low = letters[first - 1] in "akmtgj"
        candidates = [
            at
            for at in range(first + (not low), title.end)
            if letters[at] in "NVAXUI" and not text.in_place(at, first)
        ]
        for strong in (True, False):
            for at in candidates:
                before = letters[at - 1]
                splits = before in _SPLITTERS or before.islower() or at in text.place_ends
                if strong != (splits or (before == "U" and at > first)):
                    continue
                if not strong and letters[at] not in "NV" and title.end - first != 3:
                    continue
                end = self._names.after(text, at)
                if end is None or end < title.end:
                    continue
                if end - at > 1 or (strong and letters[at] in "NVA"):
                    return at, end
        return None
