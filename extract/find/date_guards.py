"""Says yes or no to a date rule by the words around it: `May` the month, not the verb."""

import re
from collections.abc import Callable, Mapping, Sequence

from extract.find.date_grammar import Match
from extract.find.date_lists import split_days
from extract.find.date_part_guards import ORDINALS
from extract.find.date_points import Point, Tokens
from extract.find.date_year_guard import YearGuard, is_label, is_plural

Guard = Callable[[Point, Match, Tokens], list[Point]]
_SHORT_MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_NAME_MONTHS = frozenset({4, 5, 6, 8})  # April, May, June, August: given names and surnames


class Guards:
    """The guards, by name, with the word lists of ``patterns/dates.toml``."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Take ``lists`` as ``patterns/dates.toml`` has them."""
        self._lists = {name: frozenset(words) for name, words in lists.items()}
        checks: dict[str, Callable[[Point, Match, Tokens], bool]] = {
            "iso": self._iso,
            "name-year": self._name_year,
            "edge-year": self._edge_year,
            "slash": self._slash,
            "month": self._month,
            "weekday": self._weekday,
            "weekend": self._weekend,
            "today": self._today,
            "year": YearGuard(self._lists).year,
            "code": self._code,
        }
        self.by_name: dict[str, Guard] = {
            **{name: _as_guard(check) for name, check in checks.items()},
            "list": self._list,
            "day": self._day,
        }

    def _iso(self, point: Point, match: Match, tokens: Tokens) -> bool:
        values = point.values
        if "iso" in values:
            return True
        month, day = str(values["month_number"]), str(values["day"])
        # Blanks between the numbers only where all are written in full: 2024 07 12.
        return int(month) <= 12 and ("dash" in values or len(month) == len(day) == 2)

    def _slash(self, point: Point, match: Match, tokens: Tokens) -> bool:
        if is_label(tokens, point.start - 1, self._lists["labels"]):
            return False
        values = point.values
        if "slash_short" in values:
            numbers = [int(number) for number in values["slash_short"].split("/")]
            place = tokens.before(point.start) in (*self._lists["slash_before"], "", "(")
            return place and min(numbers[:2]) <= 12
        if "number1" in values:
            return min(int(values["number1"]), int(values["number2"])) <= 12
        slash = values.get("slash")
        if slash is None:
            return True
        numbers = [int(number) for number in re.split(r"\D", slash)]
        if len(numbers) > 2:
            return min(numbers[:2]) <= 12
        return (
            min(numbers) <= 12
            and tokens.before(point.start) in self._lists["slash_before"]
            and self._no_noun(tokens, point.end)
        )

    def _name_year(self, point: Point, match: Match, tokens: Tokens) -> bool:
        """Leaves the name outside: ``Expo-[2024]``."""
        name, _ = point.values["name_year"].split("-")
        point.trim = len(name) + 1
        return name not in self._lists["labels"]

    def _edge_year(self, point: Point, match: Match, tokens: Tokens) -> bool:
        """Leaves outside what does not bound the year: ``pre-[2020]``, but ``[mid-2020]``."""
        prefix, _ = point.values["edge_year"].split("-")
        point.trim = len(prefix) + 1 if prefix in ("pre", "post") else 0
        return True

    def _no_noun(self, tokens: Tokens, at: int) -> bool:
        """No lower-case noun stands at ``at``: ``July 12 and 13 | in``, not ``| ministries``."""
        word = tokens.word(at)
        return not word[:1].islower() or word in self._lists["function_words"]

    def _list(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        if "year" not in point.values and not self._no_noun(tokens, point.end):
            if match.start("month") > match.start("days"):
                return split_days(point, match, tokens)
            return [_only(point, "day", point.start, match.end("day"), ("month", "day"))]
        return split_days(point, match, tokens)

    def _day(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        values = point.values
        first, last = values.get("day"), values.get("day2")
        if first and last and _number(last) <= _number(first):
            return []
        after_month = match.start("day") > match.start("month")
        if after_month and last is None and "year" not in values and str(first).isdigit():
            counted = tokens.norm(point.end) in self._lists["units"]
            plural = is_plural(tokens.word(point.end)) and tokens.before(point.start) == "in"
            if counted or plural:  # `in March | 15 percent`
                return [_only(point, "month", point.start, match.end("month"), ("month", "edge"))]
        return [point]

    def _code(self, point: Point, match: Match, tokens: Tokens) -> bool:
        if len(point.values) > 1 or "code" in point.values:
            return True
        before = tokens.before(point.start)
        word = tokens.word(point.start)
        around = before in self._lists["prepositions"] or before in ("and", "-", "(")
        return word.isupper() and (around or tokens.norm(point.end) in ("-", "to", "and", "&"))

    def _month(self, point: Point, match: Match, tokens: Tokens) -> bool:
        values = point.values
        if "slash_month" in values:
            return tokens.before(point.start) in self._lists["prepositions"]
        if "bare_month" not in values:
            return True
        before = tokens.norm(point.start - 1)
        short = tokens.norm(match.start("bare_month"))
        if len(short.rstrip(".")) == 3 and short != "may":  # `in Feb.`, but `to Jan`
            dotted = short.endswith(".") and before in ("from", "of")
            other = tokens.norm(point.end + 1)[:3] in _SHORT_MONTHS
            range_ = other and tokens.norm(point.end) in ("-", "to")
            return dotted or range_ or before in ("in", "since", "until", "-")
        relative = tokens.norm(match.start("month_rel")) if "month_rel" in values else None
        if relative is not None:
            return relative in ("this", "last", "next")
        following = tokens.word(point.end)
        named = following[:1].isupper() and following[1:2].islower()
        if named:
            allowed = self._lists["time_prepositions"]
            if values["bare_month"] not in _NAME_MONTHS:
                allowed = allowed | self._lists["prepositions"]
            return "edge" in values or before in allowed
        if "edge" in values or tokens.before(point.start) in self._lists["prepositions"]:
            return True
        previous = tokens.word(point.start - 1)
        name = previous[:1].isupper() and previous[1:2].islower()
        if name and before not in ("the", "a", "an", "its", "their", "our", "this", "that"):
            return False
        if tokens.word(point.start).isupper() and previous.isupper():
            return False  # a headline in capitals: MARCH is a verb there as often as a month
        # `May` opens a wish, `March` an order: a sentence's first word is no month here.
        ambiguous = values["bare_month"] in (3, 5)
        if ambiguous and following == ":":
            return previous.strip() == ""  # a headline: May: exports grow
        return not (ambiguous and before in ("", ".", '"', "“", ":"))

    def _weekday(self, point: Point, match: Match, tokens: Tokens) -> bool:
        before = tokens.norm(point.start - 1)
        if before in self._lists["weekday_names"]:
            return False
        if tokens.norm(point.start - 2) in ("every", "each") and before in ORDINALS:
            return False
        following = tokens.word(point.end)
        named = following[:1].isupper() and following[1:2].islower()
        return len(point.values) > 1 or not named or before in self._lists["weekday_before"]

    def _weekend(self, point: Point, match: Match, tokens: Tokens) -> bool:
        if tokens.norm(point.start) != "weekend" or tokens.norm(point.start - 1) != "the":
            return False
        return tokens.norm(point.start - 2) in ("over", "during", "at", "on", "since", "by", "for")

    def _today(self, point: Point, match: Match, tokens: Tokens) -> bool:
        previous = tokens.word(point.start - 1)
        if tokens.word(point.start)[0].isupper() and previous[:1].isalpha():
            return False  # `USA Today`
        if tokens.norm(point.start - 1) == "of" and tokens.norm(point.start - 2) != "as":
            return False
        possessive = tokens.norm(point.end) == "'s"
        return not (possessive and tokens.norm(point.end + 1) in self._lists["generic_today"])


def _as_guard(check: Callable[[Point, Match, Tokens], bool]) -> Guard:
    return lambda point, match, tokens: [point] if check(point, match, tokens) else []


def _only(point: Point, reads: str, start: int, end: int, names: tuple[str, ...]) -> Point:
    values = {name: value for name, value in point.values.items() if name in names}
    return Point(start, end, reads if reads != "day" else "month-day", reads, values)


def _number(text: object) -> int:
    return int(re.sub(r"\D", "", str(text)))
