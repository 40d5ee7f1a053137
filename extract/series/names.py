"""What an indicator is called: the fullest of its wordings, and an id for files and links."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.fold import fold
from extract.records import Indicator
from extract.series.candidates import Candidate
from extract.series.words import without_owner

_LONGEST_ID = 80


def make_name(group: Sequence[Candidate]) -> str:
    """The wording of ``group`` that says most.

    First those that name the whole of a share in words (`proportion of the digital economy in GDP`
    before `proportion of digital economy/GDP`), then the most frequent, the shortest, the first in
    the alphabet. Where only the words after the number name the whole: `…, share of GDP`.
    """
    wordings: Counter[tuple[bool, bool, str]] = Counter()
    for candidate in group:
        wording = " ".join(candidate.point.measure.split())
        wordings[bool(candidate.whole), "/" in wording, wording] += 1
    incomplete, _, name = min(
        wordings, key=lambda said: (*said[:2], -wordings[said], len(said[2]), said[2])
    )
    if incomplete:
        whole = min(without_owner(candidate.whole) for candidate in group if candidate.whole)
        name = f"{name}, share of {' '.join(whole.split())}"
    return name[:1].upper() + name[1:]


def make_id(indicator: Indicator) -> str:
    """An id of letters, digits and hyphens: name, kind, unit and place.

    Not unique yet: two indicators may have it in common.
    """
    parts = [
        indicator.name,
        "change" if indicator.role == "change" else "",
        indicator.basis or "",
        (indicator.unit or "").replace("%", "percent"),
        f"per {indicator.per}" if indicator.per else "",
        indicator.place_code or indicator.place or "",
    ]
    words = re.findall(r"[a-z0-9]+", fold(" ".join(parts)))
    name = "-".join(words)
    if len(name) <= _LONGEST_ID:
        return name
    tail = "-".join(re.findall(r"[a-z0-9]+", fold(" ".join(parts[1:]))))
    return name[: _LONGEST_ID - len(tail) - 1].rsplit("-", 1)[0] + "-" + tail


def describe(indicator: Indicator) -> str:
    """One line: what is measured, in which unit, where, from how many articles.

    For example ``Digital economy, change on the year before (%), Da Nang: 3 values, 2 articles``.
    """
    articles = len({point.doc_id for point in indicator.points})
    place = indicator.place or indicator.place_code
    values = f"{len(indicator.points)} values, {articles} article{'s' if articles > 1 else ''}"
    return f"{title(indicator)} ({axis_name(indicator)}){f', {place}' if place else ''}: {values}"


def title(indicator: Indicator) -> str:
    """The name, and for a change that it is one."""
    if indicator.role == "level":
        return indicator.name
    against = f" on the {indicator.basis} before" if indicator.basis else ""
    return f"{indicator.name}, change{against}"


def axis_name(indicator: Indicator) -> str:
    """The unit in words: `%`, `number`, `VND per kg`."""
    unit = "number" if indicator.unit in (None, "count") else str(indicator.unit)
    return f"{unit} per {indicator.per}" if indicator.per else unit
