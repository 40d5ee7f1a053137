"""Ages without the word year: ``Nguyen Van An, 54, said``, ``aged 18 to 25``."""

import re

from extract.find.digits import Atom
from extract.find.number import Number
from extract.patterns import Patterns

_NAME = re.compile(r"[^\W\d_][\w'’.-]{0,20}, \Z")
_MEAN = re.compile(r"\b(?:average|mean|median) (?:[a-z]+ )?age\b[^.;\n\d]{0,36}\Z", re.I)
_BEFORE = (["as", "young", "as"], ["as", "old", "as"], ["the", "age", "of"], ["at", "age", "of"])
_LAST_WORDS = {
    "aged", "ages", "age", "being", "is", "was", "as", "of", "between", "from", "over", "under"
}  # fmt: skip


class Ages:
    """Tells which plain numbers are ages."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the names of months, which look like names of people, from ``patterns``."""
        self._months = frozenset(patterns.table("numbers")["words"]["months"].split())

    def after_name(self, text: str, atom: Atom) -> bool:
        """Whether two digits stand between commas right after a name."""
        if not (atom.bare and 14 <= atom.value <= 99):
            return False
        if not text.endswith(", ", 0, atom.start):
            return False
        name = _NAME.search(text[max(0, atom.start - 24) : atom.start])
        if name is None or not name.group()[0].isupper():
            return False
        if name.group()[:-2].lower() in self._months:
            return False
        after = text[atom.end : atom.end + 5]
        return after[:1] in (",", ".", ";", ")") or after.startswith(
            (" –", " -", " —", " and ", " who ")
        )

    def is_aged(self, text: str, number: Number, word: str) -> bool:
        """Whether ``aged``, ``ages`` or ``as young as`` stands before a plain number.

        ``word`` is the word before it, in lower case.
        """
        if number.first.kind != "number":
            return False
        before = number.before
        if (
            before is not None
            and before.form == "age"
            and number.form == "single"
            and text[before.end : number.start] in (" and ", ", ", " or ")
        ):
            return True
        if word not in _LAST_WORDS:
            return False
        start = max(0, number.start - 64)
        if (
            number.form == "single"
            and text.find(" age", start, number.start) >= 0
            and _MEAN.search(text[start : number.start])
        ):
            return True
        words = text[max(0, number.start - 24) : number.start].lower().split()
        if words and words[-1] in ("between", "from", "over", "under"):
            words.pop()
        return bool(words) and (words[-1] in ("aged", "ages", "age") or words[-3:] in _BEFORE)
