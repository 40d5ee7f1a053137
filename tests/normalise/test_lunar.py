"""Days of the lunisolar calendar, against the days that Vietnam and China kept."""

import datetime

import pytest

from extract.normalise.lunar import BEIJING, HANOI, day_of


@pytest.mark.parametrize(
    ("year", "month", "day", "hours", "kept"),
    [
        (2024, 1, 1, HANOI, "2024-02-10"),
        (2025, 1, 1, HANOI, "2025-01-29"),
        # Years in which the two countries differed.
        (1968, 1, 1, HANOI, "1968-01-29"),
        (1968, 1, 1, BEIJING, "1968-01-30"),
        (1985, 1, 1, HANOI, "1985-01-21"),
        (1985, 1, 1, BEIJING, "1985-02-20"),
        (2007, 1, 1, HANOI, "2007-02-17"),
        (2007, 1, 1, BEIJING, "2007-02-18"),
        # Behind a leap month.
        (2020, 8, 15, HANOI, "2020-10-01"),
        (2025, 8, 15, HANOI, "2025-10-06"),
        (2023, 3, 10, HANOI, "2023-04-29"),
    ],
)
def test_days(year, month, day, hours, kept):
    assert day_of(year, month, day, hours) == datetime.date.fromisoformat(kept)
