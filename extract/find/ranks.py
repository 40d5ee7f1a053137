"""Ranks: ``71st place out of 193``, ``ranked first``, ``Top 10``, ``up 15 places``."""

import re

from extract.find.digits import Atom
from extract.find.number import Number
from extract.find.number_names import RANK_LABELS
from extract.patterns import Patterns

_PLACES = re.compile(r"[ -](?:place|position|rank|spot)\b", re.I)
_GAINED = re.compile(r" (?:[a-z]+ )?(?:places|positions|spots|ranks|rankings)\b", re.I)
_OUT_OF = re.compile(r"[^.;\n\d]{0,50}? (?:out of|among|of)(?: the| a total of| all)? ?\Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_END = re.compile(
    r" (?:in|from|to(?! (?:mind|light|the))|among|out|overall|nation\w{1,9}|and|with|of)\b"
    r"|[.,;)\n]|\Z"
)
_RANK_VERBS = {"ranked", "ranks", "ranking", "rank"}


class Ranks:
    """Tells which numbers are ranks."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the words of ranking from ``patterns``."""
        words = patterns.table("numbers")["words"]
        self._ranked = frozenset(words["ranked"].split())
        self._between = frozenset(words["ranked_between"].split())
        self._nouns = frozenset(words["rank_nouns"].split())
        self._superlatives = frozenset(words["superlatives"].split())
        self._moves = frozenset(words["rank_moves"].split())

    def is_rank(self, text: str, atom: Atom) -> bool:
        """Whether an ordinal says a rank, and not the number of a meeting, a floor or a time."""
        words = _words_before(text, atom.left)
        if _PLACES.match(text, atom.end):
            return words[-3:] != ["in", "the"] or atom.value > 1
        if (
            words[-1:] in (["to"], ["from"])
            and not self._moves.isdisjoint(words[-6:-1])
            and _ends(text, atom.end)
        ):
            return True
        if self.is_superlative(atom):
            return True
        if self._after_verb(words):
            return words[-1:] not in (["came"], ["coming"], ["standing"], ["to"]) or _ends(
                text, atom.end
            )
        if words[-1:] == ["and"] and _ends(text, atom.end):
            # ranks 55th globally and | 5th in the region
            places = [at for at, other in enumerate(words[:-1]) if _ORDINAL.fullmatch(other)]
            return (
                bool(places)
                and len(words) - places[-1] <= 6
                and self._after_verb(words[: places[-1]])
            )
        return (
            text.startswith((" out of ", " among "), atom.end)
            and text[atom.end + 8 : atom.end + 30].strip()[:1].isdigit()
        )

    def is_superlative(self, atom: Atom) -> bool:
        """Whether a superlative follows: ``the second-largest``."""
        return atom.after is not None and atom.after.group(2).lower() in self._superlatives

    def _after_verb(self, words: list[str]) -> bool:
        """Whether the last words are a verb of ranking and at most three small words after it."""
        for back, word in enumerate(reversed(words[-4:])):
            if word in self._ranked:
                return True
            if word not in self._between or back == 3:
                return False
        return False

    def mark(self, text: str, number: Number, word: str) -> None:
        """Make a plain number a rank where the words say so: ``Top 10``, ``ranked 37/110``.

        ``word`` is the word before it, in lower case.
        """
        if number.first.kind != "number" or number.first.scale != 1 or number.form == "range":
            return
        if word.endswith("top") and not word[-4:-3].isalnum() and text[number.start - 1] == " ":
            number.form, number.start = "rank", number.start - 4
            return
        if _GAINED.match(text, number.end):
            words = _words_before(text, number.start, 60)
            if re.match(
                r" \w+ (?:up|down|higher|lower|compared|from|in the rank)",
                text[number.end : number.end + 40],
            ) or not self._moves.isdisjoint(words[-6:]):
                number.form = "rank"
            return
        if number.form == "part" and word in ("to", "(to"):
            words = _words_before(text, number.start, 50)
            if not self._nouns.isdisjoint(words[-8:]):
                number.form = "rank"
                return
        if word == "at" or word in RANK_LABELS:
            word = " ".join(_words_before(text, number.start)[-2:-1])
        if word in _RANK_VERBS:
            number.form = "rank"

    def settle(self, text: str, numbers: list[Number]) -> list[Number]:
        """Give each rank its whole; the whole of a rank is no mention of its own."""
        kept: list[Number] = []
        for number in numbers:
            last = kept[-1] if kept else None
            if (
                last is not None
                and last.form == "rank"
                and last.second is None
                and number.form == "single"
                and number.measure is None
                and number.money is None
                and number.start - last.end <= 60
                and _OUT_OF.match(text[last.end : number.start])
                and number.first.value >= last.first.value
                and not text[last.start : last.end].lower().startswith("top")
            ):
                last.whole = number.first
                continue
            kept.append(number)
        return kept


def _words_before(text: str, at: int, width: int = 40) -> list[str]:
    return text[max(0, at - width) : at].lower().replace("\n", " . ").split()


def _ends(text: str, at: int) -> bool:
    """``came first in``, ``stood third.``: nothing counted follows the ordinal."""
    return _END.match(text, at) is not None
