"""What is scored: the mentions and facts of one article, from labels or from an output."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Mention = Mapping[str, Any]
Fact = Mapping[str, Any]

# The attributes of a label beside type, start, end and text, in the order of the file.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "official": ("name", "titles"),
    "agency": ("name", "kind"),
    "locality": ("name", "kind", "code"),
    "quantity": ("value", "value_max", "unit", "per", "item", "total", "modifier"),
    "percentage": ("value", "value_max", "per", "modifier", "role", "direction", "points"),
    "date": ("first_day", "last_day", "modifier"),
}

# Those that must be right for the record to be right (the guide's list).
RECORD_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "official": ("name", "titles"),
    "agency": ("name",),
    "locality": ("name", "code"),
    "quantity": ("value", "value_max", "unit", "total", "modifier"),
    "percentage": ("value", "value_max", "modifier", "role", "direction", "points"),
    "date": ("first_day", "last_day"),
}

# The scored fields of a fact beside its measure, and the value that a constant would give.
FACT_DEFAULTS: dict[str, str | None] = {
    "period": None,
    "baseline": None,
    "place": None,
    "role": "level",
    "direction": None,
    "status": "actual",
    "relates_to": None,
}
# Fields that point to a mention, the key that holds its start, and the types it may have.
NUMBER_TYPES = ("quantity", "percentage")
REFERENCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "period": ("period_start", ("date",)),
    "baseline": ("baseline_start", ("date",)),
    "place": ("place_start", ("locality", "agency")),
    "relates_to": ("relates_to", NUMBER_TYPES),
}
# All keys of a fact beside the number it belongs to and the words of its measure.
FACT_KEYS = (
    "measure_start",
    "measure_end",
    *(REFERENCES[name][0] if name in REFERENCES else name for name in FACT_DEFAULTS),
)


class LabelError(ValueError):
    """Labels or an output cannot be scored; the message names the file, the line and the cause."""


class Labels(NamedTuple):
    """One article's mentions and facts (None: nobody looked for facts), sorted, and its text."""

    doc_id: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...] | None = None
    text: str | None = None


def in_order(records: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The records by start, whatever the order of the lines they come from."""

    def key(record: dict[str, Any]) -> tuple[int, int, str, str]:
        return record["start"], record["end"], record["type"], repr(sorted(record.items()))

    return tuple(sorted(records, key=key))
