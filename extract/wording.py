"""Records in words: the normal value of a mention as a reader wants to see it."""

import calendar

from extract.records import (
    Agency,
    Date,
    Fact,
    Locality,
    Mention,
    Official,
    Percentage,
    Quantity,
)


def value(mention: Mention) -> str:
    """The normal value of a mention, short enough to read within the text.

    ``Tran Van Minh; Deputy Prime Minister; meeting role chair``
    """
    match mention:
        case Official():
            parts = [mention.name, *mention.titles, _named("meeting role", mention.meeting_role)]
        case Agency():
            parts = [mention.name, mention.kind]
        case Locality():
            parts = [mention.name, mention.kind, mention.code]
        case Quantity():
            per = f" per {mention.per}" if mention.per else ""
            total = number(mention.total)
            parts = [
                f"{_range(mention)} {mention.unit or ''}{per}".strip(),
                mention.item,
                _named("of", total),
                _modifier(mention.modifier),
            ]
        case Percentage():
            sign = " percentage points" if mention.points else "%"
            per = f" per {mention.per}" if mention.per else ""
            change = " ".join(filter(None, (mention.role, mention.direction)))
            parts = [_range(mention) + sign + per, change, _modifier(mention.modifier)]
        case Date():
            days = dict.fromkeys(day for day in (mention.first_day, mention.last_day) if day)
            parts = [" to ".join(days) or "?", mention.modifier]
    return "; ".join(filter(None, [*parts, _named("problem:", mention.problem)]))


def _range(mention: Quantity | Percentage) -> str:
    low, high = number(mention.value), number(mention.value_max)
    return f"{low or '?'} to {high}" if high else low or "?"


def number(value: int | float | None) -> str | None:
    """A number with commas; null stays null.

    >>> number(13200000), number(80.44), number(None)
    ('13,200,000', '80.44', None)
    """
    return None if value is None else f"{value:,}"


def _modifier(modifier: str | None) -> str | None:
    return None if modifier == "exact" else modifier


def _named(name: str, value: str | None) -> str | None:
    return f"{name} {value}" if value else None


_SIGNS = {"about": "≈ ", "over": "> ", "at_least": "≥ ", "under": "< ", "at_most": "≤ "}


def amount(record: Quantity | Percentage | Fact) -> str:
    """The number of a record as one would write it in a table: sign, value, unit, whole.

    ``+12.5%``, ``≈ 2,400,000``, ``30,000,000,000 to 40,000,000,000 VND``, ``41 of 53``, ``rank 7``
    """
    low, high = number(record.value), number(record.value_max)
    direction = getattr(record, "direction", None)
    if direction and low and not low.startswith("-"):
        sign = "+" if direction == "up" else "−"
        low, high = sign + low, sign + high if high else None
    text = f"{low or '?'} to {high}" if high else low or "?"
    unit = getattr(record, "unit", None)
    if record.type == "percentage":
        text += " pp" if record.points else "%"  # type: ignore[union-attr]
    elif unit == "rank":
        text = f"rank {text}"
    elif unit not in (None, "count", "fraction"):
        text += f" {unit}"
    total = number(getattr(record, "total", None))
    if total:
        text += f" of {total}"
    if record.per:
        text += f" per {record.per}"
    return _SIGNS.get(record.modifier, "") + text


def days(first: str | None, last: str | None) -> str | None:
    """A period in words as short as they can be.

    >>> days("2024-01-01", "2024-12-31"), days("2024-06-01", "2024-06-30")
    ('2024', '2024-06')
    >>> days("2024-06-05", "2024-06-05"), days("2023-01-01", "2024-12-31"), days(None, None)
    ('2024-06-05', '2023 to 2024', None)
    >>> days("2023-01-01", "2023-06-30"), days("2024-01-01", None)
    ('2023-01 to 2023-06', '2024-01-01')
    """
    if first is None or last is None or first == last:
        return first or last
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:4], last[:4]
    elif first.endswith("-01") and _is_last_day(last):
        first, last = first[:7], last[:7]
    return " to ".join(dict.fromkeys((first, last)))


def _is_last_day(day: str) -> bool:
    year, month, number = map(int, day.split("-"))
    return number == calendar.monthrange(year, month)[1]
