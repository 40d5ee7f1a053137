"""Titles at the head of a list, and the named people that lists and titles share."""

from collections.abc import Collection

import msgspec

from extract.find.title_text import Text
from extract.find.titles import Title

_PLURAL = frozenset("SsLl")
_MOST_LISTS = 50
_VAGUE = frozenset(("leaders", "representatives", "officials"))
LIST_LENGTH = 150  # tokens behind a plural title in which its list stands


class Named(msgspec.Struct):
    """A name at tokens ``[start, end)`` with its titles; ``stated``: a post given by a verb."""

    start: int
    end: int
    titles: list[Title] = []
    rule: str = ""
    stated: Title | None = None


def is_plural(text: Text, title: Title) -> bool:
    """Whether a title is of several people: Deputy Ministers."""
    return not _PLURAL.isdisjoint(text.letters[title.head : title.head_end])


def heads_named_list(text: Text, title: Title, name_end: int) -> bool:
    """Whether a vague plural heads a list that gives each name a title of its own."""
    letters = text.letters
    return (
        letters[title.end] == ":"
        and letters[name_end : name_end + 1] == "-"
        and _is_vague(text, title)
    )


def _is_vague(text: Text, title: Title) -> bool:
    return text.document.norms[title.head_end - 1] in _VAGUE


def give_to_lists(text: Text, titles: list[Title], people: Collection[Named]) -> None:
    """Give `members of the Council:` to everybody who is named in the list behind it."""
    heads = [title for title in titles if text.letters[title.end : title.end + 1] == ":"]
    heads = [title for title in heads if is_plural(text, title)][:_MOST_LISTS]
    for number, title in enumerate(heads):
        stop = text.document.sentence_at(text.starts[title.end])[1]
        if number + 1 < len(heads):
            stop = min(stop, text.starts[heads[number + 1].start])
        vague = _is_vague(text, title)
        for named in people:
            if vague and named.titles:
                continue
            inside = title.end < named.start < title.end + LIST_LENGTH
            if inside and text.starts[named.start] < stop and title not in named.titles:
                named.titles.insert(0, title)
