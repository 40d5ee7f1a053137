"""Day stamps: the forms in which metadata, web pages and file names write the day of an article.

Not for dates in prose (see ``find/dates.py``): a stamp always has its year and stands alone.
"""

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"

# Each with a four-digit year. In a macro of patterns/page/furniture.toml, so without named groups.
DATE = (
    r"(?i:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
    rf"|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -](?:19|20)\d\d)"
)
TIME = r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?(?i:[ap]\.?m\b\.?))?)"
_STAMP = re.compile(rf"(?<![\w/-]){DATE}(?![\d/])")
_FILE_STAMP = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_WORD = re.compile(r"[a-z]+|\d+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.,]+ ?(?:Z|[+-]\d\d:?\d\d)?)?")
# Clocks of countries that write the month first; all others write the day first.
_MONTH_FIRST = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b")


def iso_day(text: str) -> str:
    """The day of an ISO 8601 day or moment; raises ValueError for anything else.

    >>> iso_day("2024-07-10T09:30:00+07:00")
    '2024-07-10'
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no day such as 2024-07-10")
    try:
        return datetime.date.fromisoformat(match.group(1)).isoformat()
    except ValueError as error:
        raise ValueError(f"{text!r} is no day of the calendar: {error}") from None


def find_day(text: str) -> str | None:
    """The first day stamp in ``text``, as an ISO 8601 day; None where there is none.

    >>> find_day("Monday, July 10, 2023 | 14:05"), find_day("10/07/2023 09:30 GMT+7")
    ('2023-07-10', '2023-07-10')
    """
    match = _STAMP.search(text)
    return _read(match.group(), bool(_MONTH_FIRST.search(text))) if match else None


def day_in_file_name(name: str) -> str | None:
    """The one day that a file's name holds; None where it holds none or several.

    >>> day_in_file_name("news/2024-07-10_meeting.txt"), day_in_file_name("000_8c4c2ec2.txt")
    ('2024-07-10', None)
    """
    days = {_day(int(y), int(m), int(d)) for y, _, m, d in _FILE_STAMP.findall(name)} - {None}
    return days.pop() if len(days) == 1 else None


def _read(stamp: str, month_first: bool) -> str | None:
    parts = _WORD.findall(stamp)
    numbers = [int(part) for part in parts if part.isdigit()]
    names = [part[:3].lower() for part in parts if part[:3].lower() in _MONTHS]
    if len(numbers) + len(names[:1]) < 3:
        return None  # January52024
    if names:
        return _day(numbers[1], _MONTHS.index(names[0]) + 1, numbers[0])
    if numbers[0] > 31:
        return _day(*numbers)
    first, second, year = numbers
    if second > 12 or (month_first and first <= 12):
        first, second = second, first
    return _day(year, second, first)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
