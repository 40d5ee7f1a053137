"""Reads the few date shapes that are left to dateparser, and checks what it says."""

import datetime
import functools
import re

from extract.normalise.calendar import Day, Period, day
from extract.normalise.date_context import Context


def read_glued(values: dict[str, str], context: Context) -> Period | None:
    """``12July2023``, ``12-Jul-23``: taken only where day and year agree with the digits."""
    text = values["glued"]
    found = _parse(text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if found is None or [found.day, found.year % 100] != [numbers[0], numbers[-1] % 100]:
        return None
    return day(found)


@functools.lru_cache(maxsize=1000)
def _parse(text: str) -> Day | None:
    import dateparser  # slow to import, rarely needed

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
    spaced = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)|-", " ", text)
    found = dateparser.parse(spaced, languages=["en"], settings=settings)
    return datetime.date(found.year, found.month, found.day) if found else None
