"""When a number holds, and the date of the state that it is compared with."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from extract.facts.date_roles import DateRole, DateRoles
from extract.facts.governing import governor
from extract.facts.own_time import (
    is_a_year_apart,
    is_dated_alone,
    is_multiple,
    is_timeless,
    is_to_come,
    is_to_date,
)
from extract.facts.pairing import are_joined, pair_baselines, pair_periods
from extract.facts.sentence import Numeral, Piece, Sentence
from extract.patterns import Patterns
from extract.span import Span

_FAR = 25  # tokens between a number and a date after it
_BEGIN_DATE = frozenset(
    ("during", "as", "since", "on", "for", "between", "through", "throughout", "before", "until")
)
_YEARS = frozenset(
    ("year", "years", "fiscal", "financial", "period", "quarter", "season", "same", "budget")
)
_REACH = 90  # tokens that a date within a sentence reaches
_MOST_PAIRED = 12
# Between two numbers that share the date after them: `tasks and`, `, up to`, `, or`.
_JOINS = re.compile(r"[xzeyoI]{0,6}(?:,?c|,?u?T|,)a{0,2}t?")


def _at(date: DateRole) -> int:
    return date.at


def _past(piece: Piece) -> int:
    return piece.past


class Periods:
    """Pairs numbers with dates; ``governing`` is the date that still governs the paragraph."""

    def __init__(self, loaded: Patterns, roles: DateRoles) -> None:
        self._roles = roles
        self._present = frozenset(loaded.table("facts")["period"]["present"].split())
        self.governing: Span | None = None
        self._closed = False  # the governing date stood behind its verb

    def read(self, sentence: Sentence) -> None:
        """Fill ``period`` and ``baseline`` of the sentence's numbers, and note what governs."""
        if not sentence.dates and self.governing is None:
            return
        dates = [self._roles.read(sentence, piece) for piece in sentence.dates]
        for one, two in pairwise(dates):
            if (
                one.kind == "baseline"
                and two.kind == "period"
                and are_joined(sentence.codes, one, two)
            ):
                two.kind = "baseline"  # compared to April and last year
                two.initial = one.initial
        present = self._is_present(sentence)
        to_date = "date" in sentence.norms or "far" in sentence.norms
        initial = next((d for d in dates if d.initial and d.kind == "period"), None)
        periods = [d for d in dates if d.kind in ("period", "old", "target")]
        baselines = [d for d in dates if d.kind == "baseline"]
        for date in [d for d in baselines if is_to_come(sentence, d)]:
            baselines.remove(date)  # will rise by 5% from April
            periods = sorted([*periods, date], key=_at)
        carried = None if present or (self._closed and is_timeless(sentence)) else self.governing
        for numeral in sentence.numbers:
            numeral.period = self._period(sentence, numeral, periods, initial, carried)
            if to_date and numeral.period is not None and is_to_date(sentence, numeral):
                numeral.period = None
            if baselines and numeral.role == "change" and not is_a_year_apart(sentence, numeral):
                numeral.baseline = self._baseline(sentence, numeral, baselines)
            elif baselines and is_multiple(sentence, numeral):
                near = bisect_right(baselines, numeral.at, key=_at)
                behind = baselines[near : near + 3]
                numeral.baseline = self._baseline(sentence, numeral, behind) if behind else None
        if 1 < len(baselines) < _MOST_PAIRED:
            pair_baselines(sentence, baselines)
        if 1 < len(periods) < _MOST_PAIRED:
            pair_periods(sentence, periods)
        if periods:
            self._give_back(sentence, carried)
            self._compare(sentence)
        if present and initial is None:
            self.governing = None
        else:
            self._govern(sentence, dates)

    def note(self, sentence: Sentence) -> None:
        """Note what governs the paragraph after a sentence without numbers."""
        dates = [self._roles.read(sentence, piece) for piece in sentence.dates[:2]]
        self._govern(sentence, dates)

    def _govern(self, sentence: Sentence, dates: list[DateRole]) -> None:
        found = governor(sentence, dates)
        if found is not None:
            self.governing = found
            self._closed = not any(one.initial and one.span is found for one in dates)

    def _is_present(self, sentence: Sentence) -> bool:
        return any(sentence.norm(at) in self._present for at in range(min(4, sentence.size)))

    def _period(
        self,
        sentence: Sentence,
        numeral: Numeral,
        dates: list[DateRole],
        initial: DateRole | None,
        carried: Span | None,
    ) -> Span | None:
        codes = sentence.codes if numeral.bracket >= 0 else sentence.flat
        before: DateRole | None = None
        after: DateRole | None = None
        target: DateRole | None = None
        own = numeral.bracket >= 0 and numeral.rule != "bracket"
        start = numeral.bracket if numeral.rule == "before-bracket" else numeral.at
        near = bisect_right(dates, numeral.at, key=_at)
        for date in dates[max(0, near - 3) : near + 2]:
            if date.bracket != numeral.bracket and (date.bracket >= 0 or not own):
                continue
            if date.past <= numeral.at:
                if date.kind == "target":
                    target = date
                elif date.kind == "period":
                    before = date
            elif after is None and date.at >= numeral.past:
                after = date
        if is_dated_alone(sentence, numeral):
            return None
        if numeral.unit == "rank" and numeral.measure is not None:
            start = sentence.token(numeral.measure[0])
            index = bisect_left(sentence.dates, start, key=_past)
            named = sentence.dates[index : index + 1]
            if named and named[0].past == start > numeral.at:
                return named[0].span  # ranked 9th in the 2022 PAPI index
        past = numeral.past + 2 * (sentence.norm(numeral.past) == "per")  # barrels per day in May
        if (
            after is not None
            and after.at - past < 4
            and (not codes[past : after.at].strip("pIAtB"))
        ):
            return after.span
        if target is not None and self._is_near(codes[target.past : numeral.at], target):
            return target.span
        if (
            before is not None
            and after is not None
            and self._own_after(sentence, codes, numeral, before, after)
        ):
            return after.span
        if before is not None and self._is_near(codes[before.past : start], before):
            return before.span
        if after is not None and self._follows(sentence, codes, numeral, after):
            return after.span
        if before is not None and self._reaches(codes[before.past : numeral.at], before):
            return before.span
        if numeral.bracket >= 0 and numeral.shared is not None and numeral.role != "level":
            return numeral.shared.period
        if initial is not None and initial.past <= numeral.at:
            return initial.span
        if numeral.bracket >= 0:
            return numeral.shared.period if numeral.shared is not None else carried
        if numeral.shared is not None and numeral.rule not in ("target", "before"):
            return numeral.shared.period or carried
        return carried

    def _own_after(
        self,
        sentence: Sentence,
        codes: str,
        numeral: Numeral,
        before: DateRole,
        after: DateRole,
    ) -> bool:
        """Whether of two dates the one behind a number is in its own clause: ``grew by 6% in 2018,
        compared to 8% in 2017``, ``rose in the half year and all 31 targets were met in 2019``.
        """
        near = range(max(before.past, numeral.left - 3), numeral.left)
        old = codes[numeral.left - 1 : numeral.left] == "F"
        if old or self._roles.any_compares(sentence, near):
            return not set(codes[numeral.past : after.at]) & set(",;:N(")
        gap, further = codes[before.past : numeral.at], codes[numeral.past : after.at]
        return (
            gap.startswith("c")
            and bool(set(further) & set("bvVme"))
            and not set(further) & set(",;:N(s")
            and self._follows(sentence, codes, numeral, after)
        )

    def _give_back(self, sentence: Sentence, carried: Span | None) -> None:
        """``22 targets and 61 tasks are due in 2025``, ``rose by 4% to $2,100 in 2023``: a date
        after the last of several numbers is that of all.
        """
        codes = sentence.codes
        for one, two in pairwise(reversed(sentence.numbers)):
            after = one.period is not None and one.period.start > one.span.start
            if two.period is not carried or not after or two.bracket != one.bracket:
                continue
            if codes[two.left - 1 : two.left] == "F":
                continue  # from 43% to 35% by 2026
            if self._roles.any_compares(sentence, range(two.past, one.left)):
                continue  # 9 million compared to 8 million in 2021
            gap = codes[two.past : one.at]
            if _JOINS.fullmatch(gap) is not None:
                two.period = one.period

    def _compare(self, sentence: Sentence) -> None:
        """``rose by 4% to 41,000 in 2023 compared to 37,600 in 2022``: 2022 is the baseline."""
        for old in sentence.numbers[1:]:
            near = range(max(0, old.left - 3), old.left)
            if old.period is None or not self._roles.any_compares(sentence, near):
                continue
            for numeral in sentence.numbers[max(0, old.index - 3) : old.index]:
                if numeral.role == "change" and numeral.baseline is None:
                    numeral.baseline = old.period if old.period is not numeral.period else None

    @staticmethod
    def _is_near(gap: str, date: DateRole) -> bool:
        """Whether a date before the number stands in the same breath."""
        if date.kind == "target":
            return len(gap) < 5 and "," not in gap
        return len(gap) < _REACH and not set(gap) & set(",;:N(")

    @staticmethod
    def _reaches(gap: str, date: DateRole) -> bool:
        return date.kind != "target" and len(gap) < _REACH and ";" not in gap

    def _follows(self, sentence: Sentence, codes: str, numeral: Numeral, date: DateRole) -> bool:
        """Whether a date after the number says when it holds."""
        gap = codes[numeral.past : date.at]
        if gap[:1] == "," and codes[numeral.left - 1 : numeral.left] == ",":
            gap = gap[1:]  # the jobless rate, 3.9%, fell in September
        between = range(numeral.past, min(date.at, numeral.past + _FAR))
        if "N" in gap and self._roles.any_compares(sentence, between):
            return False  # 9 million compared to 8 million in 2021
        if len(gap) > _FAR or date.kind == "target" or set(gap) & set(";:("):
            return False
        if "N" in gap and ("c" not in gap or set(gap) & set("bvVmSD")):
            return False
        if "," in gap and gap.strip("t,pIABT") != "":
            return False
        if "S" in gap:
            return False
        if set(gap) & set("bvVm"):
            at = date.at - 1
            while at > numeral.past and (codes[at] in "to" or sentence.norm(at) in _YEARS):
                at -= 1
            if codes[at] in "exz" and sentence.norm(date.at) in ("this", "last", "next"):
                return True
            return codes[at] in "IBA" or sentence.norm(at) in _BEGIN_DATE
        return True

    @staticmethod
    def _baseline(sentence: Sentence, numeral: Numeral, dates: list[DateRole]) -> Span | None:
        codes = sentence.codes
        near = bisect_right(dates, numeral.at, key=_at)
        for date in dates[near : near + 3]:
            if date.at >= numeral.past:
                gap = codes[numeral.past : date.at]
                outside = date.bracket != numeral.bracket and date.bracket >= 0
                if outside or ";" in gap or len(gap) > 40:
                    return None
                return date.span
        last = dates[near - 1] if near else dates[0]
        return last.span if last.initial or last.past < numeral.at else None
