"""What a date without a year counts from: the article's day, the tense, the years around it."""

import calendar
import datetime
from collections.abc import Container
from typing import Any

from extract.document import Document
from extract.find.date_points import Tokens, year_of
from extract.normalise.calendar import Period
from extract.normalise.date_tense import tense
from extract.normalise.date_years import year_of_text
from extract.span import Span

_FAR = 183  # days: past half a year, another year's date is nearer
_NEAR = 7  # days by which a text may be dated before what it reports
_EARLIER = 6  # dates before it that a date may count from
_PARAGRAPH = 2000  # characters back in which a paragraph's start is looked for
_BACKWARD = 6  # months by which a story may go back without naming the year
_HISTORY = 5  # years between an article and what it tells, from which on it tells history


class Context:
    """The surroundings of one date span, each looked up only when asked for."""

    def __init__(self, span: Span, document: Document) -> None:
        """The surroundings of ``span`` in ``document``."""
        self.span = span
        self.document = document
        self.reference: datetime.date | None = document.reference
        self._tense: str | bool | None = False

    @property
    def tense(self) -> str | None:
        """``past``, ``future`` or None."""
        if self._tense is False:
            self._tense = tense(
                self.document, self.span.start, self.span.end, self.span.parts["memo"]
            )
        assert not isinstance(self._tense, bool)
        return self._tense

    def earlier(
        self, granularities: Container[str] | None = None, *, paragraph: bool = False
    ) -> Period | None:
        """The nearest of the dates before this one, in its ``paragraph`` only, that has its days.

        Its granularity is one of ``granularities`` (days of one month count as a day).
        """
        spans: list[Span] = self.span.parts["spans"]
        number: int = self.span.parts["number"]
        start = 0
        if paragraph:
            here = self.span.start
            start = self.document.text.rfind("\n", max(0, here - _PARAGRAPH), here) + 1
        for other in reversed(spans[max(0, number - _EARLIER) : number]):
            if other.start < start:
                return None
            if not other.attributes.get("first_day"):
                continue
            first, last = (
                datetime.date.fromisoformat(other.attributes[name])
                for name in ("first_day", "last_day")
            )
            granularity = other.attributes["granularity"]
            if granularity == "span" and (first.year, first.month) == (last.year, last.month):
                granularity = "day"
            ahead = paragraph and self.reference is not None and first > self.reference
            if not ahead and (granularities is None or granularity in granularities):
                return Period(first, last, granularity)
        return None

    def year_before(self, *, within: int = 20) -> int | None:
        """The year of the nearest of the ``within`` dates before this one that states one."""
        spans: list[Span] = self.span.parts["spans"]
        number: int = self.span.parts["number"]
        for other in reversed(spans[max(0, number - within) : number]):
            found = stated_year(other.parts)
            if found is not None:
                return found
        return None

    def narrated_year(self, month: int | None = None) -> int | None:
        """The year that a text about the past is at, None where the text is news.

        ``month`` is that of the date in question: a story goes on from December to January.
        """
        year = self._narrated_year()
        if year is None or month is None or self.span.parts["memo"].get("year"):
            return year
        last = self.earlier(("day", "month"))
        if last is None or last.last.year < year:
            return year
        return last.last.year + (last.last.month - month > _BACKWARD)

    def _narrated_year(self) -> int | None:
        if self.reference is None:
            memo = self.span.parts["memo"]
            if "year" not in memo:
                memo["year"] = year_of_text(self.span.parts["spans"], self.document)
            year: int | None = memo["year"]
            return year or self.year_before()
        found = self.year_before()
        if found is None:
            return None
        return found if self.reference.year - found > _HISTORY and self._tells_history() else None

    def now(self) -> datetime.date | None:
        """The day that a story is at, else the article's: ``by [year-end]``."""
        if self.reference is None or self.narrated_year() is not None:
            earlier = self.earlier()
            return earlier.last if earlier else self.reference
        return self.reference

    def _tells_history(self) -> bool:
        memo = self.span.parts["memo"]
        if "history" not in memo:
            memo["history"] = self._is_history()
        return bool(memo["history"])

    def _is_history(self) -> bool:
        years = [year for other in self.span.parts["spans"] if (year := stated_year(other.parts))]
        assert self.reference is not None
        old = sum(self.reference.year - year > _HISTORY for year in years)
        return old * 3 > len(years) * 2

    def year_of_day(self, month: int, day: int | None, weekday: int | None = None) -> int | None:
        """The year of ``12 July`` or ``July``: the article's own, or the one that tense asks for.

        A ``weekday`` that stands before the day decides, where it fits one of three years only.
        """
        year = self._year_by_tense(month, day)
        if year is None or day is None or weekday is None:
            return year
        fitting = [
            near
            for near in (year, year - 1, year + 1)
            if 1 <= day <= calendar.monthrange(near, month)[1]
            and datetime.date(near, month, day).weekday() == weekday
        ]
        return fitting[0] if len(fitting) == 1 else year

    def _year_set_before(self) -> int | None:
        """The year with which the sentence starts: ``In [2019], it opened in [March].``"""
        start, _ = self.document.sentence_at(self.span.start)
        other = self.span
        spans: list[Span] = self.span.parts["spans"]
        number: int = self.span.parts["number"]
        for before in reversed(spans[max(0, number - _EARLIER) : number]):
            if before.start < start:
                break
            other = before
        if other.parts["reads"] != "year":
            return None
        tokens: Tokens = other.parts["tokens"]
        at = other.parts["token"]
        if other.start - start > len("throughout ") or "until" in other.parts:
            return None
        if tokens.norm(at - 1) not in ("in", "during", "throughout") or tokens.norm(at + 1) != ",":
            return None
        return stated_year(other.parts)

    def is_deadline(self) -> bool:
        """``by [Christmas]``, ``before [July 1]``: ahead of the article, whatever the tense."""
        before = self.document.text[max(0, self.span.start - 12) : self.span.start].lower().split()
        return any(word in ("by", "before", "until", "till") for word in before[-2:])

    def _year_by_tense(self, month: int, day: int | None) -> int | None:
        narrated = self.narrated_year(month)
        if narrated is not None or self.reference is None:
            return narrated
        set_before = self._year_set_before()
        if set_before is not None:
            return set_before
        reference = self.reference
        try:
            there = datetime.date(reference.year, month, day or 1)
        except ValueError:
            return reference.year
        ahead = (there - reference).days
        if ahead > 0 and self.is_deadline():
            return reference.year
        if ahead > _FAR:
            return reference.year if self.tense == "future" else reference.year - 1
        if ahead > _NEAR and self.tense == "past":
            return reference.year - 1
        if ahead < -_FAR and self.tense == "future":
            return reference.year + 1
        return reference.year


def stated_year(parts: dict[str, Any]) -> int | None:
    """The year that a span states itself, a range's last one; worked out once a span."""
    if "stated" not in parts:
        until = parts.get("until")
        parts["stated"] = (year_of(until) if until else None) or year_of(parts["values"])
    year: int | None = parts["stated"]
    return year
