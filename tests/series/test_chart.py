"""Charts: both files, the same bytes each time, every kind of value."""

import xml.etree.ElementTree as tree

import msgspec
import pytest
from series.made import share

from extract.series import series
from extract.series.chart import draw
from extract.series.chart_axes import middle, scale_of
from extract.series.chart_marks import marks
from extract.series.periods import period_name

(PLAIN,) = series([share("a", 2022, 11), share("b", 2023, 12.5), share("c", 2023, 14.5)])


def changed(**fields):
    points = tuple(msgspec.structs.replace(point, **fields) for point in PLAIN.points)
    return msgspec.structs.replace(PLAIN, points=points)


def test_png_and_svg(tmp_path):
    png, svg = draw(PLAIN, tmp_path)
    assert (png.name, svg.name) == (f"{PLAIN.id}.png", f"{PLAIN.id}.svg")
    assert png.read_bytes().startswith(b"\x89PNG\r\n")
    assert tree.fromstring(svg.read_text(encoding="utf-8")).tag.endswith("}svg")
    assert "date" not in svg.read_text(encoding="utf-8").split("<defs>")[0].lower()


def test_the_same_bytes_each_time(tmp_path):
    import matplotlib

    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    first = [path.read_bytes() for path in draw(PLAIN, one)]
    matplotlib.rcParams["lines.linewidth"] = 9  # settings of another program
    assert [path.read_bytes() for path in draw(PLAIN, other)] == first
    assert matplotlib.rcParams["lines.linewidth"] == 9
    matplotlib.rcdefaults()


@pytest.mark.parametrize(
    "indicator",
    [
        changed(status="target"),
        changed(status="plan", value_max=60),
        changed(value=3_500_000_000_000),
        changed(value=0),
        changed(direction="down"),
        changed(period_first_day="2024-05-06", period_last_day="2024-05-06"),
        changed(text="$5^2 & <b> " + "9" * 200),
        msgspec.structs.replace(PLAIN, name="Share $x_1$ of 电力 <&> " + "long words " * 40),
        msgspec.structs.replace(PLAIN, unit="rank"),
        msgspec.structs.replace(PLAIN, unit="count", per="km2"),
        msgspec.structs.replace(PLAIN, points=PLAIN.points * 30),
    ],
)
def test_odd_values(indicator, tmp_path):
    assert len(draw(indicator, tmp_path)) == 2
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".png", ".svg"]


def test_nothing_to_draw_without_a_period(tmp_path):
    assert draw(changed(period_first_day=None, period_last_day=None), tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_value_stands_in_the_middle_of_its_period():
    first, *_ = PLAIN.points
    assert middle(first).isoformat() == "2022-07-02T12:00:00"
    half = msgspec.structs.replace(first, period_last_day="2022-06-30")
    assert middle(half).isoformat() == "2022-04-01T12:00:00"
    assert (middle(half, 0.0).isoformat(), middle(half, 1.0).isoformat()) == (
        "2022-01-01T00:00:00",
        "2022-07-01T00:00:00",
    )


def test_conflicts_stand_side_by_side():
    drawn = marks([*PLAIN.points, PLAIN.points[0]], 1.0)
    assert [(mark.height, mark.beside) for mark in drawn] == [(11, 0), (12.5, -6.5), (14.5, 6.5)]


def test_scales():
    assert [scale_of(values).name for values in ([], [0, 999_999], [-2e6], [1, 3e12])] == [
        "",
        "",
        "million",
        "trillion",
    ]


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2024-04-01", "2024-06-30", "Q2 2024"),
        ("2024-07-01", "2024-12-31", "H2 2024"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01 to 2024-02-28"),
        ("2024-02-01", "2024-04-30", "2024-02 to 2024-04"),
        ("2020-07-01", "2021-06-30", "2020-07 to 2021-06"),
        ("2021-01-01", "2025-12-31", "2021 to 2025"),
        (None, None, "no period"),
    ],
)
def test_period_names(first, last, name):
    assert period_name(first, last) == name
