"""What a date does in its sentence: period, baseline, date of a target, part of a name, event."""

import re
from bisect import bisect_left

import msgspec

from extract.facts.sentence import Numeral, Piece, Sentence
from extract.patterns import Patterns
from extract.span import Span

_FAR = 25  # tokens before an initial date
_DATELINE = re.compile(r" ?-")
_INSERTED = re.compile(r",[er][^,;:()]{0,24}\Z")  # , launched in 2017,
_TOLD_THAT = re.compile(r"[SvVme]r(?=[pIABDFtWy])|S(?=t?D)")
_PLURAL_AIMS = frozenset(("targets", "goals", "tasks", "objectives"))
_MEETINGS = frozenset(("meeting", "conference", "session", "summit", "sitting"))
_DAYS = frozenset(("weekday", "today"))  # rules of dates that are days, be it unknown which


def _at(numeral: Numeral) -> int:
    return numeral.at


class DateRole(msgspec.Struct, eq=False):
    """A date of the sentence and what it does there: period, baseline, target, name, event, or old:
    the period of a number that another one is compared with, and of that number only.
    """

    at: int
    past: int
    span: Span
    kind: str
    initial: bool
    bracket: int
    inside: bool = False  # initial as the end of the subject


def is_day(date: Span) -> bool:
    """Whether a date is one day."""
    return date.attributes["granularity"] == "day" or date.rule in _DAYS


class DateRoles:
    """Tells what each date does."""

    def __init__(self, loaded: Patterns) -> None:
        table = loaded.table("facts")
        words = {key: frozenset(value.split()) for key, value in table["period"].items()}
        self.compared = words["compared"]
        self._same = words["same_period"]
        self._names = words["names"]
        self._events = words["events"]
        self._doers = words["doers"]
        self._targets = frozenset(table["measure"]["targets"].split())

    def read(self, sentence: Sentence, piece: Piece) -> DateRole:
        """The date with what it does."""
        codes = sentence.codes
        at = piece.at
        bracket = codes.rfind("(", max(0, at - 40), at)
        if bracket >= 0 and codes.find(")", bracket, at) >= 0:
            bracket = -1
        initial = self._is_initial(codes, at)
        kind = self._kind(sentence, piece, bracket)
        inside = not initial and self._is_in_subject(codes, at, piece.past)
        return DateRole(at, piece.past, piece.span, kind, initial or inside, bracket, inside)

    @staticmethod
    def _is_initial(codes: str, at: int) -> bool:
        """Whether the date stands in an adverbial before the subject."""
        near = max(0, at - _FAR - 1)
        opening = codes.rfind(":", near, at) + 1  # in these numbers: By October, 837 services
        for told in _TOLD_THAT.finditer(codes, max(near, opening), at):
            opening = told.end()  # the report showed that in May,
        if at - opening > _FAR or any(code in "bvVmSN;" for code in codes[opening:at]):
            return False
        start = max(codes.rfind(",", opening, at) + 1, opening)
        words = codes[start:at].strip('" ?')
        return not words or (words[0] in "pIABFTys" and len(words) < 9) or words in ("t", "st")

    @staticmethod
    def _is_in_subject(codes: str, at: int, past: int) -> bool:
        """Whether the date ends the first subject: ``The output of the region in 2023 was``."""
        if codes[past : past + 1] not in tuple("bvVm") or at > 2 * _FAR:
            return False
        head = at - 1 - (codes[at - 1 : at] == "t")
        return codes[head : head + 1] in ("I", "p") and not set(codes[:at]) & set("bvVmSN;")

    def _compares(self, sentence: Sentence, at: int) -> bool:
        """Whether the number at token ``at`` is what another one is compared with."""
        while at and sentence.codes[at - 1] == "N":
            at -= 1
        if sentence.codes[sentence.before(at) - 1 : at].startswith("F"):
            return True  # from 5% in the same period of 2023
        return self.any_compares(sentence, range(at - 3, at))

    def any_compares(self, sentence: Sentence, tokens: range) -> bool:
        """Whether one of ``tokens`` is a word of comparing: ``compared``, ``than``."""
        return any(sentence.norm(at) in self.compared for at in tokens)

    def _acts(self, sentence: Sentence, piece: Piece) -> bool:
        """``The council on Tuesday backed a plan``: the day on which a person or a body did it."""
        codes = sentence.codes
        at = piece.at
        while at and codes[at - 1] in "pt" and piece.at - at < 3:
            at -= 1
        doer = sentence.norm(at - 1) in self._doers
        if codes[at - 1 : at] not in ("O", "G", ",") and not doer:
            return False
        past = piece.past + (codes[piece.past : piece.past + 1] == ",")
        if at > 2 * _FAR or codes[past : past + 1] not in tuple("meVy"):
            return False
        return (doer or bool(set(codes[:at]) & set("OG"))) and "N" not in codes[:at]

    @staticmethod
    def _follows_change(sentence: Sentence, since: int) -> bool:
        """Whether the last number before token ``since`` is a change, or it has a superlative."""
        if since < 1:
            return False
        norms = sentence.norms[max(0, since - 6) : since]
        if any(word.endswith("est") and len(word) > 5 for word in norms):
            return True
        codes, index = sentence.codes, bisect_left(sentence.numbers, since, key=_at) - 1
        if index < 0 or since - sentence.numbers[index].past > _FAR:
            return False
        last = sentence.numbers[index]
        if set(codes[last.past : since]) & set(",;:("):
            return False
        if last.role == "change" or not index:
            return last.role == "change"
        first = sentence.numbers[index - 1]  # from £27m to £18m since 2021
        moved = codes[first.left - 1] == "F" or first.role == "change"
        return moved and codes[first.past : last.left] == "T"

    @staticmethod
    def _is_inserted(codes: str, at: int, past: int) -> bool:
        """``The fund, launched in 2017, has``, ``the rate, which hit 9% in 2022, is``: the date of
        what stands between the commas only.
        """
        if codes[past : past + 1] != "," or codes[past + 1 : past + 2] not in tuple("bvVmy"):
            return False
        opening = _INSERTED.search(codes, max(0, at - 26), at)
        if opening is None or opening.start() > 2 * _FAR:
            return False
        return not set(codes[: opening.start()]) & set("bvVmN;")

    def _of_old(self, sentence: Sentence, upto: int) -> bool:
        """Whether the number before is an old state: ``from the 4% seen in the same month``."""
        number = sentence.codes.rfind("N", max(0, upto - 8), upto)
        gap = sentence.codes[number + 1 : upto] if number >= 0 else ","
        return not set(gap) & set(",;:(bVm") and self._compares(sentence, number)

    def _kind(self, sentence: Sentence, piece: Piece, bracket: int) -> str:
        codes, at, past = sentence.codes, piece.at, piece.past
        since = next(
            (b for b in range(at - 1, max(-1, at - 6), -1) if sentence.norm(b) == "since"), -1
        )
        if since >= 0 and "," not in codes[since:at] and self._follows_change(sentence, since):
            return "baseline"  # up 20% since 2019, the highest since records began in 2002
        over = at - 1 - (codes[at - 1 : at] == "t")
        if sentence.norm(over) == "over" and codes[over - 1 : over] == "D":
            return "baseline"  # 9% in October over September
        if sentence.norm(over) == "on" and codes[over - 1 : over] in ("u", "i"):
            return "baseline"  # is $5 million up on this year's figure
        compared = False
        apart = 0  # tokens in brackets, which are passed over
        for near in range(at - 1, max(-1, at - 9), -1):
            back = near - apart
            if codes[back : back + 1] == ")" and codes[max(0, back - 8) : back].find("(") >= 0:
                apart += back - codes.rfind("(", 0, back) + 1
                back = near - apart
            if back < 0:
                break
            code, word = codes[back], sentence.norm(back)
            if word in self.compared and code != "a":
                return "baseline"
            if word == "than" or (word == "as" and sentence.norm(back - 2) == "as"):
                return "baseline"  # more than in 2019, twice as many as in 2019
            if word in ("same", "corresponding"):
                compared = True
            if word in ("above", "below") and codes[back - 1 : back] == "N":
                return "baseline"  # 12% above the level of 2015
            if word == "as" and sentence.norm(back + 1) == "of":
                break
            if code in ",;:()N":
                if code == "N" and compared and self._compares(sentence, back):
                    return "old"  # compared with 4.6% in the same period of 2023
                if compared:
                    return "baseline"
                if code == "N" and self._compares(sentence, back):
                    return "old"  # from 4.6% in February
                between = (codes[back + 1 : at] if not apart else codes[near + 1 : at]).strip("t")
                if code == "N" and between in ("F", "p", "a"):
                    word = sentence.norm((near if apart else back) + 1)
                    if between != "a" or word == "over":
                        return "baseline" if word in ("from", "on", "over") else "period"
                break
            if word in _PLURAL_AIMS and code == "z" and codes[back + 1 : at].strip("t") == "p":
                return "period"  # 26 targets for 2023, including
            if word in self._targets and back >= at - 4 and not set(codes[back:at]) & set("bvVm"):
                return "target"
            if (
                word in self._names
                and codes[back - 1 : back] != "b"
                and not codes[back + 1 : at].strip("pIAtTF")
            ):
                return "name" if bracket >= 0 or word not in self._events else "event"
            if word not in self._same and code not in "oItpTFW'ya":
                if compared:
                    return "old" if self._of_old(sentence, back) else "baseline"
                if back < at - 4:
                    break
        if compared:
            return "baseline"
        if self._is_inserted(codes, at, past):
            return "old"
        if _DATELINE.match(codes, past) and at < 8 and not set(codes[:at]) & set("bvVmS"):
            return "event"
        after = sentence.norm(past)
        further = past
        while further < past + 3 and codes[further : further + 1] in ("x", "e", "h"):
            if sentence.norm(further) in _MEETINGS:
                return "event"  # its first-quarter council meeting
            further += 1
        if codes[at - 1 : at] in ("t", "x") and codes[past : past + 1] in ("x", "z", "h", "e", "G"):
            first = sentence.document.words[sentence.first + past][:1]
            if first.isupper():
                return "name"
            if after in self._targets:
                return "target"
        bound = piece.span.attributes["modifier"] in ("start", "mid", "end")  # by the end of May
        bound = bound or sentence.norm(at - 1) in ("before", "until", "since")
        if is_day(piece.span) and not bound and self._acts(sentence, piece):
            return "event"
        if is_day(piece.span) and not bound and codes[at - 1 : at] != "B":
            words = range(max(0, at - 6), min(past + 14, sentence.size))
            if sentence.norm(at - 2) != "as" and any(
                sentence.norm(near) in self._events for near in words
            ):
                return "event"
        return "period"
