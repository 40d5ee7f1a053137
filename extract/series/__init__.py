"""Series: the facts of many articles joined into indicators.

Facts are the same indicator when measure, unit, place and kind are the same.
"""

from collections.abc import Iterable

from extract.records import Indicator
from extract.result import ArticleResult
from extract.series.join import join

MIN_POINTS = 2


def series(
    results: Iterable[ArticleResult], *, min_points: int = MIN_POINTS
) -> tuple[Indicator, ...]:
    """The indicators of ``results`` that hold for ``min_points`` periods or more, by name.

    An indicator in conflict is there whatever its number of periods. The order of the articles does
    not matter.
    """
    return join(results, min_points)
