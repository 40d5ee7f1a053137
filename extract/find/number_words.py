"""Numbers written in words: ``two and a half million``, ``half a dozen``, ``two-thirds``."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.document import Document
from extract.patterns import Patterns

_HALF = Decimal("0.5")
_MOST_TOKENS = 40  # the longest number word by word that is still read
_ABOUT = ("about", "almost", "nearly", "around", "over", "than", "more", "less", "roughly", "some")
_AFTER_SHARE = (
    *("to", "in", "since", "from", "and", "over", "this", "last", "compared", "by", "on", "as"),
    *("but", "between", "while", "against", "year"),
)


def _is_share(norms: Sequence[str], at: int, after: str) -> bool:
    """Whether a share ends a change: ``fell by almost a third``, not ``by a third party``.

    ``at`` is the token of the article or the share, ``after`` the word behind the share.
    """
    while at and norms[at - 1] in _ABOUT:
        at -= 1
    if not at or norms[at - 1] != "by":
        return False
    return after in _AFTER_SHARE or not after.isalpha()


class Words(NamedTuple):
    """Tokens ``[start, end)`` that make a number; ``kind`` as in Atom."""

    start: int
    end: int
    value: int | Decimal
    kind: str


class NumberWords:
    """Reads runs of number words, from the lexicon ``number_words``."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the words and their values from ``patterns``."""
        self.table: Mapping[str, tuple[str, int | Decimal]] = {
            term: (row["kind"], Decimal(row["value"]) if "." in row["value"] else int(row["value"]))
            for row in patterns.lexicon("number_words")
            for term in row["term"].split("|")
        }

    def find(self, document: Document) -> list[Words]:
        """All numbers in words, by start, not overlapping."""
        found = []
        past = 0
        norms = document.norms
        for hit in document.hits_of("number_words"):
            if hit.start >= past:
                words = self._read(norms, hit.start)
                if words is not None:
                    found.append(words)
                    past = words.end
        return found

    def _read(self, norms: Sequence[str], at: int) -> Words | None:
        kind, value = self.table[norms[at]]
        before = norms[at - 1] if at else ""
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if kind == "multiple":
            return Words(at, at + 1, value, "multiple")
        if kind == "ordinal":
            ended = value > 2 and _is_share(norms, at - 1, after)  # not: won by a second
            if before in ("a", "an") and (after == "of" or ended):
                return Words(at, at + 1, Decimal(1) / value, "fraction")
            return Words(at, at + 1, value, "ordinal")
        if kind == "half":
            return self._read_half(norms, at, before, after)
        if kind == "quarter" and self.table.get(after, ("", 0))[0] == "scale":
            end, value = self._scales(norms, at + 1, 1)
            return Words(at, end, value * Decimal("0.25"), "number")
        if kind == "quarter":
            return (
                Words(at, at + 1, Decimal("0.25"), "fraction")
                if before == "a" and (after == "of" or _is_share(norms, at - 1, after))
                else None
            )
        if kind in ("hundred", "scale", "dozen"):
            if before not in ("a", "an"):
                return None
        elif kind == "parts":
            return None
        return self._read_number(norms, at)

    def _read_half(self, norms: Sequence[str], at: int, before: str, after: str) -> Words | None:
        """``half a million``, ``half an hour``, ``half of``; ``first half`` is nothing."""
        if after in ("a", "an") and at + 2 < len(norms):
            kind, value = self.table.get(norms[at + 2], ("", 0))
            if kind in ("hundred", "scale", "dozen"):
                end, value = self._scales(norms, at + 3, value)
                return Words(at, end, value * _HALF, "number")
            return Words(at, at + 2, _HALF, "half-a")
        halved = norms[at + 2] if after == "-" and at + 2 < len(norms) else after
        if halved in _HALVED and before not in _PERIODS:
            return Words(at, at + 1, _HALF, "half-a")
        if before in ("a", "one") and after == "-":
            return None
        kind, value = self.table.get(after, ("", 0))
        if kind in ("scale", "hundred", "dozen"):
            end, value = self._scales(norms, at + 2, value)
            return Words(at, end, value * _HALF, "number")
        if (
            after in ("of", "the", "their", "its", "all", "that", "our", "his", "her")
            and before not in _PERIODS
        ):
            return Words(at, at + 1, _HALF, "fraction")
        if _is_share(norms, at, after) or (
            at > 1 and before == "than" and norms[at - 2] in ("more", "less")
        ):
            return Words(at, at + 1, _HALF, "fraction") if after != "past" else None
        return None

    def _scales(
        self, norms: Sequence[str], at: int, value: int | Decimal
    ) -> tuple[int, int | Decimal]:
        while at < len(norms) and self.table.get(norms[at], ("", 0))[0] in (
            "scale",
            "hundred",
            "dozen",
        ):
            value *= self.table[norms[at]][1]
            at += 1
        return at, value

    def _read_number(self, norms: Sequence[str], start: int) -> Words | None:
        total: int | Decimal = 0  # what scale words have closed
        current: int | Decimal = 0  # the number below the next scale word
        last = ""
        smallest = None  # the last scale word: a later one must be smaller, or it multiplies
        at = start
        end = start
        limit = min(len(norms), start + _MOST_TOKENS)
        while at < limit:
            kind, value = self.table.get(norms[at], ("", 0))
            if kind in ("unit", "teen", "ten", "zero"):
                if not _may_follow(last, kind, current, joined=at > end):
                    break
                current += value
            elif (kind == "hundred" and last in ("", "unit", "teen", "ten")) or (
                kind == "dozen" and last in ("", "unit", "teen", "ten", "hundred")
            ):
                current = (current or 1) * value
            elif kind == "scale" and last != "zero":
                if smallest is not None and current == 0:
                    total *= value  # thousand billion
                elif smallest is not None and value > smallest:
                    total = (total + current) * value  # two hundred thousand million
                else:
                    total += (current or 1) * value
                current, smallest = 0, value
            elif kind in ("parts", "ordinal", "quarter", "half") and last == "unit" and total == 0:
                return self._fraction(norms, start, at, kind, current, value)
            elif kind == "ordinal" and last in ("ten", "hundred", "scale") and at == end + 1:
                return Words(start, at + 1, total + current + value, "ordinal")  # twenty-seventh
            else:
                break
            last = kind
            end = at + 1
            at = end
            if at < limit and norms[at] == "-":
                if norms[at + 1 : at + 6] == ["and", "-", "a", "-", "half"]:
                    return Words(start, at + 6, total + current + _HALF, "number")
                at += 1
            elif at < limit and norms[at] == "and":
                part, past = self._part(norms, at + 1)
                if part:
                    if smallest is not None and current == 0:
                        part *= smallest  # one million and a half
                    after, scale = self._scales(norms, past, 1)
                    return Words(start, after, (total + current + part) * scale, "number")
                if last not in ("hundred", "scale"):
                    break
                at += 1
        return Words(start, end, total + current, "number")

    def _part(self, norms: Sequence[str], at: int) -> tuple[Decimal | int, int]:
        """The fraction after ``and``, and where it ends: ``a half``, ``two thirds``."""
        if at + 2 >= len(norms):
            return 0, at
        count, (kind, parts) = norms[at], self.table.get(norms[at + 1], ("", 0))
        if count == "a" and (kind in ("half", "quarter") or norms[at + 1] in ("third", "fifth")):
            return (_HALF if kind == "half" else Decimal(1) / parts), at + 2
        past = at + 2
        if norms[at + 1] == "-":
            kind, parts = self.table.get(norms[at + 2], ("", 0))
            past = at + 3
        if kind == "parts" and self.table.get(count, ("", 0))[0] == "unit":
            return Decimal(self.table[count][1]) / parts, past
        return 0, at

    def _fraction(
        self,
        norms: Sequence[str],
        start: int,
        at: int,
        kind: str,
        count: int | Decimal,
        value: int | Decimal,
    ) -> Words | None:
        """``two-thirds``, ``one fifth``, ``three quarters``; ``one second`` is none."""
        if kind == "half":
            parts: int | Decimal = 2
        else:
            parts = value
        if kind != "parts" and (count != 1 or norms[at] in ("first", "second")):
            return Words(start, start + 1, count, "number")
        return Words(start, at + 1, Decimal(count) / Decimal(parts), "fraction")


_HALVED = {"hour", "mile", "acre"}  # a half hour; not: half year, half day
_PERIODS = {"first", "second", "latter", "last", "other", "final", "1st", "2nd", "year", "time"}


def _may_follow(last: str, kind: str, current: int | Decimal, joined: bool) -> bool:
    """Whether a word may come next: ``twenty`` then ``two``, not ``two`` then ``twenty``."""
    if last == "":
        return True
    if kind == "zero":
        return False
    if last == "ten":
        return kind == "unit"
    return last in ("hundred", "scale")
