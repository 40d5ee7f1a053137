"""What stands right before and after a number: currency, unit of measure, per cent sign."""

import re
from typing import NamedTuple

from extract.patterns import Patterns

BLANKS = " \u00a0\u202f\u2009"
# A blank or a hyphen, then a word, a sign or a symbol such as m2 or °C.
NEXT = re.compile(
    rf"([{BLANKS}]{{0,2}}|[-\u2010\u2011])"
    r"((?:[^\W\d_]{1,20}(?:[2²3³](?!\d))?)|[%°º][CFc]?(?![^\W\d_])|[€$£¥₹₱₦₫₩₵฿₭])"
)
_AFTER_SLASH = re.compile(r"/[^\W\d_]{1,5}[2²3³]?(?!\w)")


_NAME = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("€$£¥₹₱₦₫₩₵฿₭")


class Measure(NamedTuple):
    """A unit found beside a number: kind ``percent``, ``points``, ``unit``, ``money`` or ``times``.

    ``code`` is the unit's symbol, the ISO 4217 code, or for currencies that share a noun that noun.
    """

    kind: str
    code: str
    end: int


class Measures:
    """Looks up units and currencies beside a number."""

    def __init__(self, patterns: Patterns) -> None:
        """Lay out units, currencies and per cent words for look-up."""
        table = patterns.table("numbers")
        names: dict[str, tuple[str, str]] = {}
        symbols: dict[str, tuple[str, str]] = {}
        before: dict[str, str] = dict(table["shared_signs"])
        for row in patterns.lexicon("units"):
            names |= dict.fromkeys(row["term"].split("|"), ("unit", row["unit"]))
            symbols |= dict.fromkeys(filter(None, row["symbols"].split("|")), ("unit", row["unit"]))
        for row in patterns.lexicon("currencies"):
            money = ("money", row["code"])
            names |= dict.fromkeys(row["term"].split("|"), money)
            if row["noun"]:
                noun = (
                    "money",
                    row["noun"] if row["noun"] in table["currency_default"] else row["code"],
                )
                names.setdefault(row["noun"], noun)
            for symbol in row["symbols"].split("|"):
                before.setdefault(symbol, row["code"])
                if len(symbol) > 1 or not symbol.isalpha():
                    symbols.setdefault(symbol, money)
        for form, noun_form in table["currency_forms"].items():
            names[form] = (
                ("money", noun_form) if noun_form in table["currency_default"] else names[noun_form]
            )
        names |= {form: ("points" if p else "percent", "%") for form, p in table["percent"].items()}
        # A hundredth of a currency: the value is divided, the unit is the currency.
        names |= {form: ("cents", code) for form, code in table["cents"].items()}
        names |= {form: ("unit", "times") for form in ("times", "fold")}
        symbols |= {"$": ("money", "$"), "đ": ("money", "VND"), "đồng": ("money", "VND")}
        for code in ("vnd", "usd", "eur"):
            names[code] = ("money", code.upper())
        self._money = {name: code for name, (kind, code) in names.items() if kind == "money"}
        self._before = before
        self.before_ends = frozenset(symbol[-1] for symbol in before if symbol)
        self._symbols = symbols
        self._names: dict[str, list[tuple[str, tuple[str, str]]]] = {}
        for name in sorted(names, key=len, reverse=True):
            first = NEXT.match(name)
            if first:
                self._names.setdefault(first.group(2), []).append((name, names[name]))
        starts = (NEXT.match(symbol) for symbol in symbols)
        # The first words of all units: most numbers are followed by no such word.
        self.first_words = frozenset(self._names) | {m.group(2) for m in starts if m} | {"pc"}

    def after(self, text: str, end: int, found: re.Match[str] | None) -> Measure | None:
        """The unit after a number that ends at ``end``; ``found`` is ``NEXT.match(text, end)``.

        >>> # "86.96 Mbps" → Measure("unit", "Mbps", 10); "40-year" → Measure("unit", "year", 7)
        """
        if found is None:
            return None
        gap, word = found.groups()
        if gap == "-" and word in _SIGNS:
            return None  # $7-$10
        start = found.start(2)
        stop = found.end()
        if text.startswith("/", stop) and (slash := _AFTER_SLASH.match(text, stop)):
            entry = self._symbols.get(word + slash.group())
            if entry:
                return Measure(*entry, slash.end())
        for name, entry in self._names.get(word.lower(), ()):
            past = start + len(name)
            if past == stop or (
                text[start:past].lower() == name and not text[past : past + 1].isalnum()
            ):
                if name == "pp" and gap not in ("", " "):
                    continue
                return Measure(*entry, past)
        entry = self._symbols.get(word)
        if entry is None:
            spaced = self._spaced_symbol(text, start)
            if spaced is None:
                return Measure("percent", "%", stop) if word == "pc" and gap == "" else None
            entry, stop = spaced
        if len(word) == 1 and word.isalpha() and (gap == "-" or not text[end - 1].isdigit()):
            return None
        return Measure(entry[0], entry[1], stop)

    def _spaced_symbol(self, text: str, start: int) -> tuple[tuple[str, str], int] | None:
        """``sq m``, ``US $``: symbols of two words, with where they end."""
        for size in (5, 4, 3):
            entry = self._symbols.get(text[start : start + size])
            if entry and not text[start + size : start + size + 1].isalnum():
                return entry, start + size
        return None

    def named_before(self, text: str, start: int) -> tuple[int, str] | None:
        """Where a currency's name before a number starts, and its code.

        >>> # "Japanese Yen 360 million", 13 → (0, "JPY")
        """
        words = list(_NAME.finditer(text, max(0, start - 40), start))[-3:]
        if not words or words[-1].end() + 1 != start or not words[-1].group()[0].isupper():
            return None
        for first in words:
            code = self._money.get(text[first.start() : words[-1].end()].lower())
            if code is not None:
                return first.start(), code
        return None

    def before(self, text: str, start: int) -> tuple[int, str] | None:
        """Where the currency before a number starts, and its code: ``Rs. 15`` → (0, "rupee")."""
        stop = start - 1 if text[start - 1] in BLANKS else start
        if text[stop - 1 : stop] not in self.before_ends:
            return None
        if text[stop - 1 : stop].isalpha() and text[max(0, stop - 4) : stop].islower():
            return None  # an ordinary word: a symbol has a capital or a sign near its end
        chunk = text[max(0, stop - 7) : stop]
        for size in range(len(chunk), 0, -1):
            word = chunk[-size:]
            code = self._before.get(word)
            if code is None:
                continue
            earlier = (
                chunk[-size - 1 : -size]
                if size < len(chunk)
                else text[stop - size - 1 : stop - size]
            )
            if earlier.isalnum():
                continue
            if len(word) == 1 and word.isalpha() and stop != start:
                continue
            left = stop - size
            if word == "$" and text[left - 3 : left] == "US ":
                return left - 3, "USD"
            return left, code
        return None
