"""What the facts relate: a percentage to its part of a whole, or to the change that it is of."""

from collections.abc import Iterator

from extract.audit import changes, shares
from extract.audit.line import Line
from extract.records import Finding
from extract.span import Span


def related(line: Line) -> Iterator[Finding]:
    """The findings on percentages that facts relate to other numbers of the sentence."""
    for span in line.spans:
        if span.type != "percentage":
            continue
        fact = line.fact(span)
        other = line.at(fact.relates_to) if fact is not None else None
        if fact is None or other is None or other.type != "quantity":
            continue
        found = _change(line, span, other) if fact.role == "change" else None
        if fact.role == "level" and not shares.is_of_other(line, span, other):
            found = shares.share_of_part(line, span, other)
        if found is not None:
            yield found


def _change(line: Line, percent: Span, absolute: Span) -> Finding | None:
    fact = line.fact(absolute)
    if fact is None or fact.role != "change" or fact.relates_to is None:
        return None
    level = line.at(fact.relates_to)
    return changes.change_in_percent(line, percent, absolute, level) if level else None
