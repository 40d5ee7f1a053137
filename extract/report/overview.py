"""What the page shows over all articles: the list of them, and people, bodies and places together.

The same name in two articles stands in one row. That is a way of showing, not a claim that it is
one person: the records themselves join nothing across articles.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.fold import fold
from extract.records import Entity
from extract.report.article import TYPES, Table, View
from extract.report.tables import Cell, Part, cell, target
from extract.report.text import clean
from extract.result import ArticleResult

_MOST_ARTICLES = 8  # links to articles in one cell


class _Group(NamedTuple):
    """The entities of one name: the first of each article, with how often it is mentioned there."""

    first: Entity
    posts: dict[str, str]
    articles: list[tuple[int, str, int]]


def articles_table(views: Sequence[View]) -> Table:
    """One row an article: title, day, words, mentions by type, facts, inconsistent numbers."""
    titles = ("Officials", "Agencies", "Localities", "Quantities", "Percentages", "Dates")
    rows = tuple(
        (
            Cell((Part(str(view.number + 1), f"a{view.number}"),), view.number),
            Cell((Part(view.title, f"a{view.number}"),), fold(view.title)),
            cell(view.doc_id),
            cell(view.date),
            _count(view.words),
            *(_count(view.counts[kind]) for kind in TYPES),
            _count(len(view.table("facts").rows)),
            _count(view.inconsistent),
        )
        for view in views
    )
    columns = ("No.", "Article", "Id", "Date", "Words", *titles, "Facts", "Inconsistent")
    return Table("articles", "Articles", columns, rows, "There is no article in this output.")


def entity_tables(results: Sequence[ArticleResult]) -> list[Table]:
    """People, bodies and places over all articles, those in the most articles first."""
    people = _groups(results, "official")
    bodies = _groups(results, "agency")
    places = _groups(results, "locality")
    return [
        Table(
            "people",
            "People",
            ("Name", "Posts", "Articles", "Mentions"),
            tuple((_name(g), _posts(g), _articles(g), _mentions(g)) for g in people),
            "No officials are named in these articles.",
        ),
        Table(
            "bodies",
            "Bodies",
            ("Name", "Kind", "Articles", "Mentions"),
            tuple((_name(g), cell(g.first.kind), _articles(g), _mentions(g)) for g in bodies),
            "No public bodies are named in these articles.",
        ),
        Table(
            "places",
            "Places",
            ("Name", "Kind", "Code", "Articles", "Mentions"),
            tuple(
                (_name(g), cell(g.first.kind), cell(g.first.code), _articles(g), _mentions(g))
                for g in places
            ),
            "No places are named in these articles.",
        ),
    ]


def _groups(results: Iterable[ArticleResult], kind: str) -> list[_Group]:
    groups: dict[tuple[str, str | None], _Group] = {}
    for number, result in enumerate(results):
        ends = {mention.start: mention.end for mention in result.mentions}
        for entity in result.entities:
            if entity.type != kind:
                continue
            start = entity.mentions[0]
            first = target(number, start, ends[start])
            key = (fold(entity.name), entity.code or entity.kind)
            group = groups.setdefault(key, _Group(entity, {}, []))
            group.articles.append((number, first, len(entity.mentions)))
            for title in entity.titles:
                group.posts.setdefault(clean(title), first)
    return sorted(
        groups.values(),
        key=lambda g: (-len(g.articles), -_total(g), fold(g.first.name)),
    )


def _total(group: _Group) -> int:
    return sum(count for _, _, count in group.articles)


def _name(group: _Group) -> Cell:
    return cell(group.first.name, group.articles[0][1], fold(group.first.name))


def _posts(group: _Group) -> Cell:
    return Cell(tuple(Part(title, to) for title, to in group.posts.items()))


def _articles(group: _Group) -> Cell:
    """Links to the first mention in each article, by the article's number in the list."""
    parts = [Part(str(number + 1), to) for number, to, _ in group.articles[:_MOST_ARTICLES]]
    more = len(group.articles) - len(parts)
    if more:
        parts.append(Part(f"and {more} more"))
    return Cell(tuple(parts), len(group.articles))


def _mentions(group: _Group) -> Cell:
    return _count(_total(group))


def _count(count: int) -> Cell:
    return Cell((Part(f"{count:,}"),), count)
