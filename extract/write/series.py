"""The series of all articles: series.jsonl, an indicator a line; series.csv, a point a line."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from extract.records import Indicator, Point
from extract.result import ArticleResult
from extract.write.csv import BOM, as_csv, cell
from extract.write.jsonl import lines

FILES = ("series.jsonl", "series.csv")
# What `meeting-extract series --charts` draws beside them: out of date once they are replaced.
CHARTS = "charts/"

# The columns of an indicator stand before those of its points; its id is called `indicator` there.
_OF_INDICATOR = tuple(name for name in Indicator.__struct_fields__ if name != "points")
COLUMNS = ("indicator", *_OF_INDICATOR[1:], *Point.__struct_fields__)


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the series of ``results`` into ``folder``."""
    from extract.series import series

    write_series(series(results), folder)


def write_series(indicators: Sequence[Indicator], folder: Path) -> None:
    """Write ``indicators`` into ``folder``, as records and as one tidy table."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILES[0]).write_bytes(lines(indicators))
    rows = (row for indicator in indicators for row in _rows(indicator))
    (folder / FILES[1]).write_bytes(BOM + as_csv([COLUMNS, *rows]))


def _rows(indicator: Indicator) -> Iterable[list[Any]]:
    common = [cell(getattr(indicator, name)) for name in _OF_INDICATOR]
    for point in indicator.points:
        yield common + [cell(value) for value in msgspec.structs.astuple(point)]
