"""The series that the five seeds make."""

from pathlib import Path

import pytest

from extract.api import extract
from extract.series import series

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def indicators():
    return series(extract(path.read_text(encoding="utf-8"), doc_id=path.stem[:3]) for path in SEEDS)


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
