"""How exact a number is: ``about``, ``over``, ``at_least``, ``under``, ``at_most`` or ``exact``."""

import re
from collections.abc import Mapping
from typing import Any

from extract.find.number import Number

# "from 12 provinces" says where, "from 5 million dong" how much at least.
_COUNTED = (None, "count", "rank", "fraction")
_OPENING = "([\"'“‘"
_NO_OPENING = str.maketrans(dict.fromkeys(_OPENING, " "))


class Modifiers:
    """Reads the words before and after a number."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the phrases from the table ``numbers``."""
        # By last word, then by the word before that ("" where the phrase is one word).
        self._phrases: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        for modifier, phrases in table["modifiers"].items():
            if modifier == "skipped":
                continue
            for phrase in phrases:
                words = ["", *phrase.split()]
                found = self._phrases.setdefault(words[-1], {}).setdefault(words[-2], [])
                found.append((words[1:], modifier))
                found.sort(key=lambda entry: -len(entry[0]))
        self._skipped = frozenset(table["modifiers"]["skipped"].split())
        self._estimated = frozenset(table["words"]["estimated_between"].split())
        self._times = frozenset(table["words"]["times"].split())
        self._over_before = frozenset(table["words"]["over_before"].split())
        # Most words before a number are none of these: then hardly more is looked at.
        self._last = frozenset(self._phrases) | self._skipped | {"from"}
        self._changes = frozenset(table["words"]["change_from"].split())
        self._after = [
            (phrase, modifier)
            for modifier, phrases in table["modifiers_after"].items()
            for phrase in phrases
        ]
        self._after_words = re.compile(
            r",? ?("
            + "|".join(sorted((re.escape(p) for p, _ in self._after), key=len, reverse=True))
            + r")\b(?! than| [^\sa-z]{0,4}\d)"  # no: members need | at least PHP13,797
        )
        self._after_kinds = dict(self._after)
        # Hardly a number has such words behind it: one character tells most.
        self._after_first = frozenset(phrase[0] for phrase, _ in self._after) | {" "}

    def read(self, text: str, number: Number, unit: str | None) -> str:
        """The modifier of ``number``, whose unit is ``unit``."""
        start, end = number.start, number.end
        last = text[max(0, start - 24) : start].rsplit(None, 1)
        modifier = "exact"
        if last and (
            last[-1].lstrip(_OPENING).lower() in self._last
            or text.find("stimated", max(0, start - 56), start) >= 0
        ):
            chunk = text[max(0, start - 56) : start].rpartition("\n")[2].lower()
            words = chunk.translate(_NO_OPENING).split()
            if words:
                after_level = words[-1] == "from" and _is_after_level(text, number)
                modifier = self._before(words, unit, number.second is not None, after_level)
                if modifier == "under" and words[-1] == "under" and _is_heading(number):
                    modifier = "exact"
                if number.form == "part" and words[-1].startswith("exceed"):
                    modifier = "exact"  # exceeded 39/65 targets
        if modifier in ("exact", "about"):
            behind = self._behind(text, end)
            if behind is None and number.item is not None:
                behind = self._behind(text, number.item[1])
            modifier = behind or modifier
        return modifier

    def _before(self, words: list[str], unit: str | None, paired: bool, after_level: bool) -> str:
        for skip in range(min(4, len(words))):
            at = len(words) - skip
            word = words[at - 1]
            ending = self._phrases.get(word)
            if ending is not None:
                previous = words[at - 2] if at > 1 else ""
                for phrase, modifier in (*ending.get(previous, ()), *ending.get("", ())):
                    if words[max(0, at - len(phrase)) : at] == phrase:
                        during = word == "over" and unit in self._times
                        over = not during or self._is_over(words[: at - 1])
                        return modifier if over else "exact"
            if word not in self._skipped:
                break
        for word in reversed(words[-6:]):
            if word == "estimated":
                return "about"
            if word not in self._estimated:
                break
        if words[-1] == "from" and len(words) > 1 and not paired and unit not in _COUNTED:
            levels = self._changes.isdisjoint(words[-7:-1]) and not after_level
            return "at_least" if levels else "exact"
        return "exact"

    def _is_over(self, words: list[str]) -> bool:
        """``for over six months`` says more; ``spread over six months`` says during."""
        return bool(words) and words[-1] in self._over_before

    def _behind(self, text: str, at: int) -> str | None:
        mark = text[at : at + 1]
        if mark == "+" or mark == "-":
            if mark == "+" or text.startswith("-plus", at):
                return "at_least"
            return "about" if text.startswith("-odd", at) else None
        if mark not in (" ", ",") or text[at + 1 : at + 2] not in self._after_first:
            return None
        found = self._after_words.match(text, at)
        return self._after_kinds[found.group(1)] if found else None


def _is_after_level(text: str, number: Number) -> bool:
    """``372 billion pesos | from 351 billion``: what the level was before."""
    before = number.before
    return (
        before is not None
        and before.unit == number.unit
        and text[before.end : number.start].strip(" ,") == "from"
    )


def _is_heading(number: Number) -> bool:
    """``reforms under three sectors``: what they stand under, not how many at most."""
    return number.item is not None and number.first.scale == 1 and number.first.value <= 12
