"""Remakes the lexicons of month and weekday names from babel's English calendar.

python -m extract.remake.calendar_words
"""

from pathlib import Path

from babel import dates

LEXICONS = Path(__file__).parents[2] / "patterns" / "lexicons"
_SOURCE = "# Source: babel (Unicode CLDR), locale en; remade by extract/remake/calendar_words.py\n"
# In use beside CLDR's three letters.
_OTHER_MONTHS = {9: ("Sept",)}
_OTHER_WEEKDAYS = {1: ("Tues",), 2: ("Weds",), 3: ("Thur", "Thurs")}


def months() -> str:
    """The months' CSV: ``January,1,full`` and ``Jan|Jan.,1,short``."""
    lines = [_SOURCE, "term,month,form\n"]
    full = dates.get_month_names("wide", locale="en")
    short = dates.get_month_names("abbreviated", locale="en")
    for number in range(1, 13):
        lines.append(f"{full[number]},{number},full\n")
        names = [short[number], *_OTHER_MONTHS.get(number, ())]
        forms = [form for name in names if name != full[number] for form in (name, f"{name}.")]
        if forms:
            lines.append(f"{'|'.join(forms)},{number},short\n")
    return "".join(lines)


def weekdays() -> str:
    """The weekdays' CSV, Monday 0 to Sunday 6: ``Monday,0,full`` and ``Mon|Mon.,0,short``."""
    lines = [_SOURCE, "term,weekday,form\n"]
    full = dates.get_day_names("wide", locale="en")
    short = dates.get_day_names("abbreviated", locale="en")
    for number in range(7):
        names = [short[number], *_OTHER_WEEKDAYS.get(number, ())]
        lines.append(f"{full[number]},{number},full\n")
        lines.append(f"{'|'.join(f'{name}|{name}.' for name in names)},{number},short\n")
    return "".join(lines)


def main() -> None:
    """Write both files."""
    (LEXICONS / "months.csv").write_text(months(), encoding="utf-8")
    (LEXICONS / "weekdays.csv").write_text(weekdays(), encoding="utf-8")


if __name__ == "__main__":
    main()
