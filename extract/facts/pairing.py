"""Numbers and dates that pair in order."""

from collections.abc import Sequence
from itertools import pairwise

from extract.facts.date_roles import DateRole
from extract.facts.sentence import Sentence


def are_joined(codes: str, one: DateRole, two: DateRole) -> bool:
    """Whether two dates stand together: ``to April and this time last year``."""
    return codes[one.past : two.at].strip("tx") in ("c", ",c")


def pair_periods(sentence: Sentence, dates: Sequence[DateRole]) -> None:
    """``in 2021 and 2022 is 11%, 14% respectively``: dates and numbers pair in order."""
    codes = sentence.codes
    for at in range(len(dates) - 1):
        group = [dates[at]]
        for date in dates[at + 1 :]:
            if codes[group[-1].past : date.at].strip(",cItp"):
                break
            group.append(date)
        if len(group) < 2:
            continue
        numbers = [n for n in sentence.numbers if n.at >= group[-1].past][: len(group)]
        earlier = [n for n in sentence.numbers if n.past <= group[0].at][-len(group) :]
        for run in (numbers, earlier):
            if len(run) == len(group) and all(
                not codes[one.past : two.at].strip(",cat") for one, two in pairwise(run)
            ):
                for numeral, date in zip(run, group, strict=True):
                    numeral.period = date.span
                break


def pair_baselines(sentence: Sentence, dates: Sequence[DateRole]) -> None:
    """``by 2% and 0.1% compared to April and last year``: in order, where both are joined."""
    codes = sentence.codes
    changes = [numeral for numeral in sentence.numbers if numeral.role == "change"]
    if len(changes) != len(dates) or not all(
        are_joined(codes, one, two) for one, two in pairwise(dates)
    ):
        return
    if all(not codes[one.past : two.at].strip(",ca") for one, two in pairwise(changes)):
        for numeral, date in zip(changes, dates, strict=True):
            numeral.baseline = date.span
