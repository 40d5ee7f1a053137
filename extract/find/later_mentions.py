"""Finds further mentions of known officials: full names, surnames, given names."""

from extract.find.person_names import in_headline
from extract.find.title_lists import Named
from extract.find.title_text import Text
from extract.patterns import Patterns

_NAME = frozenset("NVAXUIC")
_UNSURE = frozenset("XC")  # words that may be no name where all words have capitals
# Words after which a surname that is a place too means the place.
_WHERE = frozenset(("in", "at", "from", "to", "near", "of", "across", "around", "outside", "for"))


class LaterMentions:
    """Finder of mentions without a title."""

    def __init__(self, patterns: Patterns) -> None:
        self._first = frozenset(patterns.table("officials")["surname_first"]["words"].split())
        self._governments = frozenset(patterns.table("officials")["of_government"]["words"].split())

    def find(self, text: Text, people: list[Named], named: list[Named]) -> list[Named]:
        """Further mentions of ``people``; ``named`` holds titled names left out so far."""
        norms = text.document.norms
        taken: dict[int, Named] = {name.start: name for name in people}
        refused = {name.start: name for name in named if name.start not in taken}
        fulls: dict[tuple[str, ...], None] = {}
        for person in people:
            fulls[tuple(norms[person.start : person.end])] = None
        by_word: dict[str, list[tuple[str, ...]]] = {}
        words = text.document.words
        forms = {words[at] for person in people for at in range(person.start, person.end)}
        for full in fulls:
            for word in full:
                by_word.setdefault(word, []).append(full)
        if not by_word:
            return []
        mentions: list[Named] = []
        end = 0
        for at in self._places(text, by_word, forms):
            if at < end or text.letters[at] not in _NAME:
                continue
            if at in taken:
                end = taken[at].end
                continue
            end = self._extent(text, at, by_word[norms[at]])
            if end == at:
                end = at + 1
                continue
            if any(start in taken for start in range(at, end)):
                continue
            old = refused.get(at)
            if old is not None and old.end == end:
                mentions.append(Named(at, end, old.titles, "known-name-with-title"))
            else:
                mentions.append(Named(at, end, [], "known-name"))
        return mentions

    def _places(
        self, text: Text, by_word: dict[str, list[tuple[str, ...]]], forms: set[str]
    ) -> list[int]:
        """The tokens that are words of a name, in order."""
        document = text.document
        plain = document.text
        if not plain.isascii():
            return [at for at, norm in enumerate(document.norms) if norm in by_word]
        found: set[int] = set()
        # Plain search for the forms that a name is written in is far faster than all tokens.
        forms.update([word.capitalize() for word in by_word], [word.upper() for word in by_word])
        for form in forms:
            at = plain.find(form)
            while at >= 0:
                found.add(document.token_at(at))
                at = plain.find(form, at + len(form))
        return [at for at in sorted(found) if document.norms[at] in by_word]

    def _extent(self, text: Text, at: int, fulls: list[tuple[str, ...]]) -> int:
        """The end of the mention that begins at ``at``, or ``at`` itself where none does."""
        best = at
        for full in fulls[:50]:
            best = max(best, self._match(text, at, full))
        if best == at:
            return at
        letters = text.letters
        left = letters[at - 1] if at else "\n"
        right = letters[best] if best < len(letters) else "\n"
        norms = text.document.norms
        if left == "d" and best < len(norms) and norms[best] in self._governments:
            return at
        if (
            best - at == 1
            and (left == "d" or (at in text.place_at and norms[at - 1] in _WHERE))
            and left not in "H."
            and right not in "vi'"
        ):
            return at
        unsure = not _UNSURE.isdisjoint((left, right, letters[at]))
        headline = unsure and in_headline(text, at)
        if left in "NVAIU" or (left in "XC" and not headline and not self._opens(text, at - 1)):
            return at
        if left == "-" and text.glued(at - 1):
            return at
        if right == "-" and best + 1 < len(letters) and text.glued(best):
            return at
        if right in "NVAIKTUZJ" or (right in "XC" and not headline):
            return at
        if best - at == 1 and letters[at] in "CX" and (headline or self._opens(text, at)):
            return best if right in "vi,'u" and left not in '"' and not headline else at
        return best

    def _match(self, text: Text, at: int, full: tuple[str, ...]) -> int:
        """The longest run from ``at`` that is the name, or a part of it that may stand for it."""
        norms = text.document.norms
        index = full.index(norms[at])
        end, length = at, len(norms)
        last = index
        while end < length and end - at < len(full):
            try:
                last = full.index(norms[end], last)
            except ValueError:
                break
            end += 1
            last += 1
        while end > at and text.letters[end - 1] not in "NVAXUICE":
            end -= 1
        words = norms[at:end]
        if not words:
            return at
        core = [word for word in full if word not in ("jr", "jr.", "sr", "sr.", "ii", "iii")]
        if core[-1] in words:
            return end
        if len(words) >= 2 and len(full) > 2:
            return end
        after = text.letters[end] if end < length else ""
        before = text.letters[at - 1] if at else ""
        if words[0] == full[0] and len(full) > 1 and full[0] in self._first:
            return end
        if (
            words[0] == full[0]
            and (before in ("H", ".") or after in ("v", "i"))
            and text.letters[at] in "NAV"
        ):
            return end
        return at

    def _opens(self, text: Text, token: int) -> bool:
        return token <= 0 or text.letters[token - 1] in '\n.:;"?!'
