"""Says yes or no to rarer dates: days named by an ordinal, decades in short, `the next day`."""

from collections.abc import Callable, Mapping, Sequence

from extract.find.date_grammar import Match
from extract.find.date_points import Point, Tokens

# `in the low | 80s`, `in her | nineties`
_TEMPERATURES = frozenset({"temperature", "temperatures", "highs", "lows", "low", "degrees"})
_SCORES = frozenset({"score", "scores", "scored", "shot", "speed"})
_OWN = frozenset({"his", "her", "my", "their", "your", "age", "aged"})
_NO_DECADE = _TEMPERATURES | _SCORES | _OWN
_BEFORE_DAY = frozenset({"on", "by", "from", "since", "until", "till", "before", "through", "and"})
_BEFORE_THAT = _BEFORE_DAY | {"in", "of", "later", "during", "for", "early", "late", "mid", "end"}
_MARKS = frozenset({"", ".", ",", ";", "(", "-", "but"})
_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon"})


class DayGuards:
    """The guards, by name, with the word lists of ``patterns/dates.toml``."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Take ``lists`` as ``patterns/dates.toml`` has them."""
        self._function_words = frozenset(lists["function_words"])
        self.by_name: dict[str, Callable[[Point, Match, Tokens], list[Point]]] = {
            "moment": self._moment,
            "ordinal-day": self._ordinal_day,
            "nth": self._nth,
            "day-alone": self._day_alone,
            "short-decade": self._short_decade,
            "decade-year": self._decade_year,
            "beside-today": self._beside_today,
            "back": self._back,
            "week": self._week,
        }

    def _no_noun(self, tokens: Tokens, at: int) -> bool:
        return tokens.norm(at) in self._function_words and not tokens.word(at)[:1].isupper()

    def _moment(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """The day of ``2023-07-12T10:30:00Z``, its clock time left outside."""
        moment = point.values.pop("moment")
        point.values["day"] = moment[:2]
        point.trim_end = len(moment) - 2
        return [point] if int(point.values["month_number"]) <= 12 else []

    def _ordinal_day(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``fifth of June``, ``May the eleventh``; not ``second of March's | storms``."""
        values = point.values
        if tokens.norm(point.end) == "'s":
            return []
        if "tens" in values:
            values["day"] = int(values.pop("tens")) + int(values.pop("ones"))
        else:
            values["day"] = int(values.pop("ordinal"))
        if not 1 <= values["day"] <= 31:
            return []
        loose = match.start("month") < point.end - 1 and not {"the", "year"} & values.keys()
        if loose and match.end("month") < point.end and not self._no_noun(tokens, point.end):
            return []  # `In May first results`
        values.pop("the", None)
        return [point]

    def _nth(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        word = tokens.norm(match.start("ord"))
        if tokens.norm(point.start - 1) in ("every", "each", "a"):
            return []
        return [] if word in ("this", "current", "next", "coming") else [point]

    def _day_alone(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``on the [15th]`` and no noun behind; ``[20th of next month]`` anywhere."""
        if {"month_shift", "month_back", "weekday"} & point.values.keys():
            return [point] if tokens.norm(point.end) != "of" else []
        before = tokens.norm(point.start - 2)
        of_part = before == "of" and tokens.norm(point.start - 3) in _DAY_PARTS
        if tokens.norm(point.start - 1) != "the" or not (before in _BEFORE_DAY or of_part):
            return []
        if before == "and" and tokens.norm(point.start - 3)[:1].isdigit() is False:
            return []
        listed = tokens.norm(point.end) in (",", "and", "or") and (
            tokens.norm(point.end + 1)[:1].isdigit()
        )
        return [point] if self._no_noun(tokens, point.end) and not listed else []

    def _short_decade(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``the '90s``, ``the late seventies``; not ``her eighties``, ``highs in the 80s``."""
        values = point.values
        short = match.start("short_decade")
        quoted = tokens.norm(short - 1) == "'" and short > point.start
        if quoted:
            values["short_decade"] = tokens.norm(short)
        around = {tokens.norm(at) for at in range(point.start - 8, point.start)}
        if around & _NO_DECADE or tokens.norm(point.end) in ("degrees", "°", "f", "c"):
            return []
        if quoted or tokens.norm(point.start - 1) == "the":
            return [point]
        listed = tokens.norm(point.start - 1) in ("and", "-", "or", "to")
        return [point] if listed and tokens.norm(point.start - 2).endswith(("0s", "ies")) else []

    def _decade_year(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``the 1970's`` is a decade, ``1970's coup`` a year."""
        tenth = str(point.values["decade"]).endswith("0")
        return [point] if tenth and tokens.norm(point.start - 1) == "the" else []

    def _beside_today(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        pair = tokens.norm(point.start + 1), tokens.norm(point.end - 1)
        if tokens.norm(point.start) != "day":
            return []
        return [point] if pair in (("before", "yesterday"), ("after", "tomorrow")) else []

    def _week(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``week of May 6``, ``week beginning 6 May``; not ``two weeks starting May 6``."""
        link = tokens.norm(point.start + 1)
        plain = not tokens.norm(point.start).endswith("s")
        return [point] if plain and link in ("of", "commencing", "starting", "beginning") else []

    def _back(self, point: Point, match: Match, tokens: Tokens) -> list[Point]:
        """``the previous year``, ``that day``; ``found`` says that a date must stand before it."""
        values = point.values
        following = tokens.norm(point.end)
        if tokens.norm(point.end - 1).endswith("s") or following in ("-", "of", "as", "last"):
            return []
        before = tokens.norm(match.start("next" if "next" in values else "back") - 1)
        if "next" in values:
            values.update(back=1, unit="day", needs=True)
            next_day = tokens.norm(point.start) == "next" and before == "the"
            return [point] if next_day and self._no_noun(tokens, point.end) else []
        word = tokens.norm(match.start("back"))
        if "that" in values and (word != "same" or before != "that"):
            return []
        if word in ("previous", "preceding", "prior"):
            values["needs"] = values["unit"] in ("day", "weekend", "decade")
            plain = word == "previous" and before not in ("a", "an", "any", "each", "every")
            return [point] if plain or before in ("the", "its") else []
        values["needs"] = True
        if word == "that":
            place = tokens.norm(point.start - 1)
            return [point] if place in _BEFORE_THAT or place in _MARKS else []
        if following in ("in", "this", "next") and word == "same":
            return []
        if values["unit"] == "day" and not self._no_noun(tokens, point.end):
            return []
        return [point] if before in ("the", "that") else []
