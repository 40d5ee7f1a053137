"""Two numbers that make one mention: ranges (``30-40``) and parts (``23 out of 30``)."""

import calendar
import re

from extract.find.digits import Atom
from extract.patterns import Patterns

_DASHES = {"-", "–", "—", "−", "‐", "‑", "~"}
_OUT_OF = re.compile(
    r" (?:out )?of (?:the |its |their |our |all |all the |a total of |a possible |some |about "
    r"|nearly |over |more than |every )?(?:total |total of )?\Z"
)
_OF_THE = re.compile(
    r" (?:out )?of (?:the|its|their|our|his|her|a total of)(?: total| about| some| more than)? ?\Z"
)
_COMMON_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), *((n, 8) for n in (1, 3, 5, 7))}
_IN = re.compile(r" (?:in|out of)(?: every)? \Z")
_BETWEEN = re.compile(r"\bbetween (?:about |around )?\Z", re.I)
_BEFORE_YEAR = frozenset(
    ("in", "of", "during", "since", "year", "end", "mid", "early", "late", "quarter", "half", "fy")
) | {name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name}
_CLAUSE_END = re.compile(r"[.;\n]")
_CODE_AFTER = re.compile(r"/|-?[A-ZĐ]{2}|-[A-ZĐ]")


class Ranges:
    """Tells how two numbers next to each other belong together."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the verbs of change from ``patterns``."""
        words = patterns.table("numbers")["words"]
        self._changes = frozenset(words["change_from"].split())
        self._about = frozenset(words["about"].split())
        self._votes = frozenset(words["votes"].split())
        self._times = frozenset(words["times"].split())
        self._before_days = frozenset(words["before_days"].split())

    def join(self, text: str, a: Atom, b: Atom) -> str | None:
        """What two numbers next to each other are.

        ``range``, ``part``, ``level`` (two levels, the unit stands at the second), ``fraction``
        (``3/4 percent``), ``none`` (no numbers at all, as in a score), or None (two numbers).
        """
        gap = text[a.right : b.left]
        short = gap.strip(" \u00a0").lower()
        if short in _DASHES:
            return None if self._is_vote(text, a, b) else self._dash(a, b, gap)
        if short == "/" and len(gap) < 4:
            return self._slash(text, a, b)
        if short == "to":
            return self._to(text, a, b)
        if short in ("and", "or") and _same_kind(a, b):
            return self._and(text, a, b, short)
        if a.money is not None and _OF_THE.match(gap) and _is_share(a, b):
            return "part"  # $200 million of the $450 million
        if a.measure or a.money or b.money or a.kind != "number" or b.kind != "number":
            return None
        if _is_year(b) or _amount(a) > _amount(b):
            return None
        if _OUT_OF.match(gap) and (
            b.measure is None
            or (b.measure.kind == "unit" and ("out" in gap or b.measure.code in self._times))
        ):
            return "part" if _amount(a) != 1 or "out" in gap else None  # one of two
        return "part" if _IN.match(gap) and _is_rate(a, b) else None

    def _and(self, text: str, a: Atom, b: Atom, word: str) -> str | None:
        """``between 30 and 40``; ``two or three``."""
        if _BETWEEN.search(text[max(0, a.left - 20) : a.left]):
            return "range" if _amount(a, b) < _amount(b) else None
        plain = a.kind == b.kind == "number" and not a.measure and not a.money
        return "range" if word == "or" and plain and _amount(b) == _amount(a) + 1 else None

    def _is_vote(self, text: str, a: Atom, b: Atom) -> bool:
        """``voted 52-48``, ``a 5-3 ruling``: two counts, no range and no score."""
        if not (a.bare and b.bare):
            return False
        if b.after is not None and b.after.group(2).lower() in self._votes:
            return True
        words = text[max(0, a.left - 24) : a.left].lower().split()
        return not self._votes.isdisjoint(words[-2:])

    def _dash(self, a: Atom, b: Atom, gap: str) -> str | None:
        """``30-40``; not ``3-1`` and not ``2021-2025``."""
        if "\n" in gap or a.kind != "number" or b.kind != "number":
            return None
        if a.measure is None and a.money is None and b.measure is None and b.money is None:
            if a.bare and _is_year(a) and (_is_year(b) or b.end - b.start == 2):
                return "none"
            if a.bare and b.bare and _amount(b) <= _amount(a):
                return "none" if gap in _DASHES else None
        if not _same_kind(a, b) or _amount(a, b) >= _amount(b):
            return None
        return "range"

    def _slash(self, text: str, a: Atom, b: Atom) -> str | None:
        """``41/53 services``; not ``12/7``, ``24/7``, ``2023/24`` or ``12/2023/ND-CP``."""
        if not (a.kind == b.kind == "number") or a.measure or a.money or b.money:
            return None
        noun = b.after.group(2) if b.after is not None else ""
        if (_amount(a), _amount(b)) in _COMMON_FRACTIONS and (
            noun == "point" or (b.measure and (b.measure.kind != "unit" or noun[-1] != "s"))
        ):
            return "fraction"
        if b.measure is not None and b.measure.kind in ("percent", "points"):
            return None
        if _CODE_AFTER.match(text, b.end):
            return "none"
        if a.bare and _is_year(a):
            return "none"  # a fiscal year
        if _amount(a) == 24 and _amount(b) == 7:
            return "none"
        counted = b.after is not None and b.after.group(1) != "" and noun[0].isalpha()
        if (
            text[a.start] == "0"
            and b.value == (a.value + 1) % 100
            and (not counted or noun in ("and", "to"))
        ):
            return "none"  # 06/07, a fiscal year
        if a.bare and b.bare and b.end - b.start <= 2 and a.value <= 31 and b.value <= 12:
            words = text[max(0, a.start - 20) : a.start].lower().split()
            if words and words[-1].strip("(") in ("ranked", "ranking", "ranks"):
                return "part"
            if (words and words[-1].strip("(") in self._before_days) or not counted:
                return "none"
        if _amount(a) > _amount(b):
            return "none"
        if a.bare and _is_year(b) and b.bare and not counted:
            return "none"
        return "part"

    def _to(self, text: str, a: Atom, b: Atom) -> str | None:
        """``20 to 35`` is a range; not ``rose from 20 to 35``, ``rose $2 to $81``."""
        if a.kind != "number" or b.kind != "number":
            return None
        if _is_year(a) and _is_year(b):
            return "none"
        if not _same_kind(a, b):
            return None
        clause = _CLAUSE_END.split(text[max(0, a.left - 140) : a.left])[-1]
        words = clause.lower().replace(",", " ").split()
        while words and words[-1] in self._about:
            words.pop()
        last = words[-1] if words else ""
        grows = _amount(a, b) < _amount(b)
        if _is_year(a) and last in _BEFORE_YEAR:
            return None  # from 20,000 in 2019 to 30,000
        if last == "from":
            return "range" if grows and self._changes.isdisjoint(words[-18:]) else "level"
        if last == "by" or last in self._changes:
            if (a.measure or a.money) and (b.measure or b.money):
                return None  # rose $20 to $2,650
            if _amount(a) * 8 < _amount(b) and (a.value >= 1000 or b.scale == 1):
                return None  # by 12,000 to 1.1 million
        return "range" if grows else None


def _same_kind(a: Atom, b: Atom) -> bool:
    """Whether the units agree or only one of the two has one."""
    if a.money and b.money:
        return a.money == b.money
    if a.measure and b.measure:
        return a.measure[:2] == b.measure[:2]
    if a.measure and not b.measure:
        return False
    return not (a.money and b.measure and b.measure.kind != "money")


def _is_share(a: Atom, b: Atom) -> bool:
    """Whether two sums of money can be part and whole: the second may leave out its currency."""
    money = b.money == a.money or (b.money is None and b.measure is None and b.scale > 1)
    return money and _amount(a) < _amount(b)


def _is_rate(a: Atom, b: Atom) -> bool:
    """``one in ten households``: a small number in a round or small one, and a noun after it."""
    if a.scale != 1 or b.scale != 1 or b.measure or not 1 <= a.value <= 9 or a.value == b.value:
        return False
    noun = b.after.group(2) if b.after is not None and b.after.group(1) else ""
    return (b.value <= 20 or b.value in (100, 1000)) and (noun.islower() or noun.endswith("s"))


def _is_year(atom: Atom) -> bool:
    return atom.bare and 1900 <= atom.value <= 2100 and atom.end - atom.start == 4


def _amount(atom: Atom, heir: Atom | None = None) -> float:
    """The value with its scale; ``heir`` lends its scale (``1-2 million``)."""
    scale = atom.scale
    if heir is not None and scale == 1 and heir.scale > 1 and atom.value < heir.value:
        scale = heir.scale
    return float(atom.value) * scale
