"""The series that the five seeds make."""

from pathlib import Path

import pytest

from extract.api import extract
from extract.series import series
from extract.write.series import FILES, write_series

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FROZEN = ROOT / "outputs" / "frozen"


@pytest.fixture(scope="module")
def indicators():
    return series(extract(path.read_text(encoding="utf-8"), doc_id=path.stem) for path in SEEDS)


def test_digital_economy_share_of_gdp(indicators):
    (share,) = [
        indicator
        for indicator in indicators
        if "GDP" in indicator.name and indicator.role == "level"
    ]
    assert [
        (point.period_first_day, point.period_last_day, point.value, point.status)
        for point in share.points
        if point.period_first_day
    ] == [
        ("2021-01-01", "2021-12-31", 11.91, "actual"),
        ("2022-01-01", "2022-12-31", 14.26, "actual"),
        ("2023-01-01", "2023-06-30", 14.96, "estimate"),
        ("2023-01-01", "2023-12-31", 16.5, "estimate"),
        ("2024-01-01", "2024-12-31", 18.3, "estimate"),
    ]


def test_frozen_series_is_what_the_program_makes(indicators, tmp_path):
    """`make freeze` renews it."""
    write_series(indicators, tmp_path)
    for name in FILES:
        made, frozen = (folder / name for folder in (tmp_path, FROZEN))
        assert made.read_text(encoding="utf-8") == frozen.read_text(encoding="utf-8")


def test_frozen_charts_are_those_of_the_series(indicators):
    charts = sorted(path.name for path in (FROZEN / "charts").iterdir())
    assert charts == sorted(f"{indicator.id}.svg" for indicator in indicators)
