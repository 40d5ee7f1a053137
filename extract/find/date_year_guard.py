"""Says whether a number of four digits is a year: ``in 2024``, not ``2024 households``."""

from collections.abc import Container, Mapping

from extract.find.date_grammar import Match
from extract.find.date_points import Point, Tokens

# Years that numbers of this size nearly always are; others need a preposition before them.
_LIKELY = range(1900, 2061)
_JOINERS = frozenset(("and", "or", "to", "until", "till", "through"))
_LONGEST = 200  # years from the one to the other
_PERCENT = frozenset(("%", "percent", "cent", "pct", "points", "point"))
_NUMBERED = frozenset(
    {"no", "no.", "nos", "number", "act", "law", "order", "ordinance", "decree", "regulation"}
)


class YearGuard:
    """The guard of bare years, with the word lists of ``patterns/dates.toml``."""

    def __init__(self, lists: Mapping[str, Container[str]]) -> None:
        """Take the sets of words by name."""
        self._lists = lists

    def year(self, point: Point, match: Match, tokens: Tokens) -> bool:
        """A number of four digits that is a year."""
        year = int(point.values["year"])
        norm, word = tokens.norm(point.end), tokens.word(point.end)
        previous, before = tokens.norm(point.start - 1), tokens.before(point.start)
        if "edge" in point.values or {before, previous} & {"year", "years"}:
            return not _is_verb(point, match, tokens)
        if previous == "over" and tokens.norm(point.start - 2) in _PERCENT:
            return norm in self._lists["function_words"]  # up 8% over 2018
        series = _is_near(previous, year) or _is_near(norm, year)  # a table's head: 2019 2020 2021
        if is_label(tokens, point.start - 1, self._lists["labels"]) or (
            previous[:1].isdigit() and not series
        ):
            return False
        if previous == "of" and _is_document_number(tokens, point.start):
            return False
        if norm in self._lists["units"] and previous not in ("the", "'s"):
            return norm in ("new", "more", "other", "different", "per", "m") and year in _LIKELY
        named = tokens.word(point.start - 1)[:1].isupper() and tokens.norm(point.start - 2) not in (
            "",
            ".",
        )
        determined = named or previous in (
            "the",
            "its",
            "their",
            "our",
            "a",
            "this",
            "'s",
            "of the",
        )
        counted = is_plural(word) and word not in self._lists["year_nouns"]
        alone = before not in self._lists["prepositions"] and before not in ("and", "-", "(")
        if alone and norm in ("have", "were", "are") and not named:
            return False  # `2000 have been sold`
        if not determined and (counted or self._counts(point, tokens)):
            return False
        if not series and norm[:1].isdigit() and len(norm) > 2 and not norm[-1:].isalpha():
            # `2024 3733`, a telephone number; but `by 1900 18,680 miles`
            return before in self._lists["prepositions"] and "," in norm
        joined = before in _JOINERS and _is_earlier_year(tokens.norm(point.start - 2), year)
        return (
            year in _LIKELY
            or joined
            or before in self._lists["prepositions"]
            or previous in ("(", "-")
        )

    def _counts(self, point: Point, tokens: Tokens) -> bool:
        """``installed | 2030 solar panels``: an amount, where ``by | 2030 all`` is a year."""
        before, adjective = tokens.before(point.start), tokens.word(point.end)
        if before in self._lists["prepositions"] or before in ("and", "or", "(", "-", ","):
            return False
        noun = tokens.word(point.end + 1)
        counted = is_plural(noun) and noun not in self._lists["year_nouns"]
        plain = adjective.isalpha() and adjective.islower()
        return counted and plain and adjective not in self._lists["function_words"]


def is_label(tokens: Tokens, at: int, labels: Container[str]) -> bool:
    """A number after the word at ``at`` is a label or an amount: ``Decree No. | 2024``."""
    norm = tokens.norm(at)
    if norm == ".":
        return tokens.norm(at - 1) in ("no", "nos", "tel", "rs")
    return norm in labels


def is_plural(word: str) -> bool:
    """A lower-case word in the plural: ``villages``, not ``process``."""
    return word[:1].islower() and word.endswith("s") and not word.endswith("ss") and len(word) > 2


def _is_verb(point: Point, match: Match, tokens: Tokens) -> bool:
    """``to | start 2025 talks``, but ``from 2020 to | end 2025``."""
    if tokens.norm(point.start - 1) != "to" or point.end - point.start != 2:
        return False
    near = [tokens.norm(at) for at in range(point.start - 7, point.start - 1)]
    return tokens.norm(point.start) not in ("early", "mid", "late") and "from" not in near


def _is_earlier_year(norm: str, year: int) -> bool:
    """Whether a number may be the year that a range with ``year`` begins with: 1766 and | 1790."""
    return len(norm) == 4 and norm.isdigit() and year - _LONGEST <= int(norm) < year


def _is_near(norm: str, year: int) -> bool:
    return len(norm) == 4 and norm.isdigit() and 1 <= abs(int(norm) - year) <= 5


def _is_document_number(tokens: Tokens, at: int) -> bool:
    """``at`` ends ``No. 12 of | 2015``."""
    number = tokens.norm(at - 2)
    if not number[:1].isdigit():
        return number.startswith("no.") and number[-1:].isdigit()
    label = tokens.norm(at - 3)
    return (tokens.norm(at - 4) if label == "." else label) in _NUMBERED
