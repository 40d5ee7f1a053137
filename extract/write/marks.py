"""An article's mentions and facts as annotation tools know them: marked spans and links."""

from typing import Any, NamedTuple

from extract.records import Fact
from extract.result import ArticleResult
from extract.score.labels import REFERENCES
from extract.score.scheme import MEASURE, SCHEME


class Mark(NamedTuple):
    """A marked span; ``label`` is a mention type, or ``measure`` for what a number measures.

    ``key`` names it within its article, ``where`` says where it stands in a file that is read.
    """

    key: str
    label: str
    start: int
    end: int
    attributes: dict[str, Any]
    where: str = ""


class Link(NamedTuple):
    """A link of a fact, from the number to what it points to; both are keys of marks."""

    name: str
    source: str
    target: str
    where: str = ""


def marks_of(result: ArticleResult) -> tuple[list[Mark], list[Link]]:
    """The marks of an article in the order of its text, its mentions first, and their links."""
    marks = {
        mention.start: Mark(
            f"T{number}",
            mention.type,
            mention.start,
            mention.end,
            {one.name: getattr(mention, one.name) for one in SCHEME[mention.type]},
        )
        for number, mention in enumerate(result.mentions, 1)
    }
    measures: dict[tuple[int, int], Mark] = {}
    links = []
    for fact in result.facts:
        if fact.measure_start is None or fact.measure_end is None:
            continue  # no measure, no fact: that is how the guide says it
        number = marks[fact.start]
        number.attributes.update(_fact_attributes(fact, number.attributes))
        span = (fact.measure_start, fact.measure_end)
        key = f"T{len(marks) + len(measures) + 1}"
        measure = measures.setdefault(span, Mark(key, MEASURE, *span, {}))
        links.append(Link(MEASURE, number.key, measure.key))
        for name, (field, _) in REFERENCES.items():
            start = getattr(fact, field)
            if start is not None:
                links.append(Link(name, number.key, marks[start].key))
    return [*marks.values(), *measures.values()], links


def _fact_attributes(fact: Fact, mention: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"status": fact.status}
    if (fact.role, fact.direction) != (mention.get("role", "level"), mention.get("direction")):
        found |= {"fact_role": fact.role, "fact_direction": fact.direction}
    return found
