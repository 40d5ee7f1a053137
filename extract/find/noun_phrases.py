"""The noun phrase that a number counts: the words after it, without a tagger."""

import re

from extract.patterns import Patterns

# Words with blanks, hyphens, apostrophes, slashes; or one bracketed acronym inside the phrase.
_WORD = re.compile(
    r"[ \u00a0]{1,2}(\([A-Z][\w-]{1,9}\)(?=[ \u00a0][a-z])"
    r"|[^\W\d_][\w'’/.&‐‑-]{0,40}(?<![.'’/-]))([,;:.)?!\"”\n]?)"
)
_COMMA = re.compile(r",[ \u00a0]([a-z][\w-]{2,30})(?=,| and | have | has )")
_COMPOUND = re.compile(r"[-‑]([^\W\d_]{2,20})")
_MORE = {"more", "additional", "other-than"}
_LOOSE = {"odd", "plus", "strong"}  # 40-odd countries
_MOST_WORDS = 9
_VERB_ENDINGS = ("ed", "ing")


class NounPhrases:
    """Reads the phrase after a number; the words that end it stand in ``numbers.toml``."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the words that end a phrase from ``patterns``."""
        words = patterns.table("numbers")["words"]
        self._stop = frozenset(words["stop"].split())

    def after(self, text: str, end: int) -> tuple[int, int] | None:
        """Start and end of the counted phrase after a number that ends at ``end``, or None.

        >>> # "21 ministries, branches and 62 localities" → "ministries, branches"
        """
        if text[end : end + 2] in _TIME_FIRST and _TIME.match(text, end):
            return None  # 2,062 last year
        at = end
        start = last = None
        plural = False
        if text.startswith(("-", "‑"), end) and text[end + 1 : end + 2].isalpha():
            compound = _COMPOUND.match(text, end)
            if compound is None or compound.group(1) not in _LOOSE:
                return compound.span(1) if compound else None
            at = compound.end()
        stop = self._stop
        for _ in range(_MOST_WORDS):
            word = _WORD.match(text, at)
            if word is None:
                break
            low = word.group(1).lower()
            if start is None and low in _MORE:
                at = word.end(1)
                continue
            if low in stop or ("-" in low and low.partition("-")[0] in stop):
                if (
                    low in ("and", "or")
                    and last is not None
                    and self._joins(text, word.end(1), plural)
                ):
                    at = word.end(1)
                    plural = False
                    continue
                break
            if start is not None and low.endswith(_VERB_ENDINGS) and not self._goes_on(text, word):
                break
            if plural and (not low.endswith("s") or low in _VERBS):
                break
            if start is None:
                if low.endswith("ed") and (word.group(2) or self._stops(text, word.end(1))):
                    break  # 230 voted for
                start = word.start(1)
            last = at = word.end(1)
            plural = _is_plural(low)
            if word.group(2):
                comma = _COMMA.match(text, at)
                if comma is None or comma.group(1) in stop:
                    break
                last = at = comma.end(1)
        return None if start is None or last is None else (start, last)

    def _joins(self, text: str, at: int, plural: bool) -> bool:
        """Whether ``and`` goes on with a noun: not with a number, a verb or a name."""
        word = _WORD.match(text, at)
        return (
            word is not None
            and word.group(1)[0].islower()
            and word.group(1) not in self._stop
            and (not plural or _is_plural(word.group(1)) or word.group(1) in _COLLECTIVE)
            and not (word.group(1).endswith(_VERB_ENDINGS) and not self._goes_on(text, word))
        )

    def _stops(self, text: str, at: int) -> bool:
        after = _WORD.match(text, at)
        return after is None or after.group(1).lower() in self._stop

    def _goes_on(self, text: str, word: "re.Match[str]") -> bool:
        """Whether a word in -ed or -ing is followed by its noun: ``bidding packages``."""
        after = _WORD.match(text, word.end(1))
        return (
            not word.group(2)
            and after is not None
            and after.group(1).lower() not in self._stop
            and after.group(1).lower().endswith("s")
            and not text[: word.start(1)].endswith("s")
        )


_TIME_FIRST = frozenset((" l", " n", " t", " p"))
_TIME = re.compile(
    r" (?:last|next|this|previous|the (?:last|next|previous|same)) "
    r"(?:year|month|week|quarter|season|decade|century|period|time)\b"
)
# Of a family of five members | needs.
_VERBS = {
    "needs",
    "requires",
    "wants",
    "gets",
    "uses",
    "spends",
    "earns",
    "faces",
    "lives",
    "costs",
    "receives",
    "includes",
    "contains",
}
_COLLECTIVE = {"staff", "personnel", "equipment", "police"}


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun, which only ``and`` or another plural may follow."""
    if word.endswith("s"):
        return not word.endswith(("ss", "us", "is", "'s", "’s"))
    return word in ("people", "children", "women", "men")
