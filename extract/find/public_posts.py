"""Tells public posts from others, and writes titles as the record has them."""

import re

from extract.find.title_lists import Named
from extract.find.title_text import Text
from extract.find.titles import Title
from extract.patterns import Patterns

_PUBLIC = frozenset("KkJ")
_POSTS = frozenset("PpBb")
_PLURAL = frozenset("SsLl")
_STRONG = frozenset("PpSsRFQYyJr")
# Behind a name: of the joint stock company.
_OF_COMPANY = re.compile("od?[a-zA-Y]{0,4}[zZ]")


class PublicPosts:
    """Judges titles."""

    def __init__(self, patterns: Patterns) -> None:
        table = patterns.table("officials")
        self._written_out: dict[str, str] = table["abbreviations"]
        self._lower = frozenset(table["lower_titles"]["words"].split())
        self._of_party = frozenset(table["party_posts"]["words"].split())
        self._of_bodies = frozenset(table["of_bodies"]["words"].split())
        self._no_titles = frozenset(table["not_titles"]["words"].split())
        self._singular: dict[str, str] = table["singular"]

    def holds_one(self, text: Text, name: Named) -> bool:
        """Whether a title beside the name (or stated of it) is a public post."""
        if name.rule == "party-and-seat":
            return True
        alone = name.end - name.start == 1 and name.rule != "title-before-name"
        if alone and name.start and text.letters[name.start - 1] not in '\n.;"H':
            return False
        if _OF_COMPANY.match(text.letters, name.end):
            return False
        titles = [*name.titles, name.stated] if name.stated else name.titles
        if self._leads_a_body(text, name):
            return True
        return any(self.is_public(text, title, before=title.start < name.start) for title in titles)

    def _leads_a_body(self, text: Text, name: Named) -> bool:
        """Whether the post's body stands behind the name: Director Ana Ruiz of the Department."""
        at = name.end
        if text.letters[at : at + 1] != "o" or name.rule != "title-before-name":
            return False
        title = name.titles[-1]
        if title.end > title.head_end or not text.letters[title.head].isupper():
            return False
        at += 2 if text.letters[at + 1 : at + 2] == "d" else 1
        norm = text.document.norms[title.head_end - 1]
        return norm not in self._of_bodies and text.is_body_at(at)

    def is_public(self, text: Text, title: Title, before: bool) -> bool:
        """Whether a title is a public post: by its own word, its body, or its place."""
        letters = text.letters[title.start : title.end]
        head = text.letters[title.head : title.head_end]
        phrase = text.letters[title.head_end : title.end]
        of_body = bool(phrase) and text.has_agency(title.head_end, title.end)
        if ("Z" in letters or "z" in letters) and not of_body:
            return False  # of a company; a Working Group is a body
        if head == "W" and phrase[:1] == "f" and text.document.norms[title.head] == "member":
            return True  # of a parliament: the Member for Madang
        if not _STRONG.isdisjoint(head) or head == "G":
            return True
        if (
            not _PUBLIC.isdisjoint(letters)
            or not _POSTS.isdisjoint(phrase)
            or text.has_agency(title.start, title.end)
        ):
            return True
        only_of_bodies = text.document.norms[title.head_end - 1] in self._of_bodies
        if not only_of_bodies and self._of_place(text, title):
            return True
        owner = text.letters[title.start - 2 : title.start] if title.start > 1 else ""
        if owner in ("K'", "k'"):
            return True  # the ministry's director-general
        if text.document.norms[title.head] in self._of_party and letters[0].isupper():
            return title.start < title.head
        if not before or title.end > title.head_end:
            return False
        if (
            text.document.norms[title.head] in self._lower
            and text.document.norms[title.start - 1] == "the"
        ):
            return True
        return "B" in head or head.endswith("G")

    def _of_place(self, text: Text, title: Title) -> bool:
        """Whether the post is of a place: Hungarian President, Ukraine's president."""
        if text.place_at.get(title.start, 0) > title.start:
            return True
        if (
            text.letters[title.start - 1 : title.start] == "'"
            and title.start - 1 in text.place_ends
        ):
            return True
        at = title.head_end
        while at < title.end and text.letters[at] in "od":
            at += 1
        return at > title.head_end and text.place_at.get(at, 0) >= title.end

    def titles(self, text: Text, name: Named) -> tuple[str, ...]:
        """The titles beside a name, in the singular, with PM and DPM written out."""
        written = []
        for title in name.titles:
            if text.document.norms[title.head] in self._no_titles:
                continue
            words = text.slice(title.start, title.end)
            head = text.letters[title.head : title.head_end]
            if not _PLURAL.isdisjoint(head):
                words = self._in_singular(text, title)
            if "PM" in words:
                for short, long in self._written_out.items():
                    words = " ".join(long if word == short else word for word in words.split(" "))
            if words not in written:
                written.append(words)
        return tuple(written)

    def _in_singular(self, text: Text, title: Title) -> str:
        parts = []
        for token in range(title.head, title.head_end):
            word = text.document.words[token]
            if text.letters[token] in "SsLl":
                plain = self._singular.get(word.lower(), word[:-1] if word.endswith("s") else word)
                word = plain.capitalize() if word[0].isupper() and plain.islower() else plain
            parts.append((token, word))
        out = text.slice(title.start, title.head) + " " if title.start < title.head else ""
        for token, word in parts:
            glue = token + 1 < len(text.starts) and text.ends[token] == text.starts[token + 1]
            out += word + ("" if glue else " ")
        rest = text.slice(title.head_end, title.end) if title.head_end < title.end else ""
        return (out + rest).strip()
