"""Puts feast days (``New Year's Day 2025``) among the other dates."""

import re
from collections.abc import Container

from extract.document import Document
from extract.find.date_points import Point, Tokens

_YEAR = re.compile(r"(?:19|20)\d\d")


def with_feasts(
    points: list[Point], document: Document, tokens: Tokens, function_words: Container[str]
) -> list[Point]:
    """``points`` with the feast days of the lexicon, those inside a feast taken out; by start."""
    hits = document.hits_of("feasts")
    if not hits:
        return points
    feasts: list[Point] = []
    for hit in hits:
        start = tokens.at(document.starts[hit.start])
        last = tokens.at(document.starts[hit.end - 1])
        if feasts and start < feasts[-1].end:
            continue
        names = document.words[hit.start : hit.end]
        if not all(word[:1].isupper() for word in names if word[0].isalpha()):
            continue
        following = tokens.word(last + 1)
        if following[:1].isupper() and following[1:2].islower():
            continue  # a name: `Thanksgiving Coffee Company`
        lunar = hit.rows[0]["day"].startswith("lunar")
        if lunar and following[:1].islower() and following not in function_words:
            continue  # days of rest around it: `the Tet holiday`
        feasts.append(_feast(hit.rows, start, last + 1, tokens, document.country))
    taken = {at for feast in feasts for at in range(feast.start, feast.end)}
    others = [point for point in points if not taken.intersection((point.start, point.end - 1))]
    return sorted([*others, *feasts], key=lambda point: point.start)


def _feast(rows: object, start: int, end: int, tokens: Tokens, country: str | None) -> Point:
    values: dict[str, object] = {"feast": None}
    for row in rows:  # type: ignore[attr-defined]
        if row["country"] == "" or (country and country in row["country"].split()):
            values["feast"] = row["day"]
            break
    at = end + 1 if tokens.norm(end) in (",", "of") else end
    if _YEAR.fullmatch(tokens.norm(at)):
        values["year"] = tokens.norm(at)
        end = at + 1
    elif _YEAR.fullmatch(tokens.norm(start - 1)) and tokens.norm(start - 2) in ("the", "", "'s"):
        start -= 1
        values["year"] = tokens.norm(start)
    return Point(start, end, "feast", "feast", values)
