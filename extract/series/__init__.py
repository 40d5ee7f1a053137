"""Series: the facts of many articles joined into indicators.

    words        a measure → its content words
    acronyms     the acronyms that an article explains
    context      what the sentence adds: the whole of a share, who does what
    basis        what a change is against
    places       the place of a fact, the country of an article
    candidates   the facts of an article → candidates
    spelling     spellings of one word
    agreement    whether two values agree within their stated digits
    names        what an indicator is called
    join         candidates → indicators
    periods      what a period is called
    make         the series of an output → a folder
    chart        an indicator → a picture

Two facts are the same indicator when the content words of their measures are the same set
(spellings apart), and unit, place, role and what a change is against are the same. No measure is
like another by half: a wrong join is worse than a missed one. Facts are looked up in a table by
these, so the work grows with their number, and the order of the articles does not matter.
"""

from collections.abc import Iterable

from extract.patterns import Patterns
from extract.records import Indicator
from extract.result import ArticleResult

MIN_POINTS = 2


def series(
    results: Iterable[ArticleResult],
    *,
    min_points: int = MIN_POINTS,
    patterns: Patterns | None = None,
) -> tuple[Indicator, ...]:
    """The indicators of ``results`` that hold for ``min_points`` periods or more, by name.

    An indicator in conflict (two articles, one period, different values) is there whatever its
    number of periods. An article that repeats another's text (``duplicate_of``) is passed over.
    """
    from extract.patterns import load
    from extract.series.join import join

    return join(results, patterns or load(), min_points)
