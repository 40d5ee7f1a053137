"""Indicators as charts: what is drawn, what stands in the table alone."""

from itertools import pairwise

from extract.records import Indicator, Point
from extract.report.charts import MOST_POINTS, charts


def point(value, year=None, **changes):
    values = {
        "period_first_day": f"{year}-01-01" if year else None,
        "period_last_day": f"{year}-12-31" if year else None,
        "period_from": "fact" if year else None,
        "value": value,
        "value_max": None,
        "total": None,
        "modifier": "exact",
        "direction": None,
        "status": "actual",
        "conflict": False,
        "doc_id": "a",
        "start": 10,
        "end": 15,
        "text": str(value),
        "measure": "share",
        "sent_start": 0,
        "sent_end": 20,
        "sentence": "…",
    }
    return Point(**{**values, **changes})


def chart(*points, **changes):
    values = {
        "id": "x",
        "name": "share",
        "unit": "%",
        "per": None,
        "role": "level",
        "basis": None,
        "place": None,
        "place_code": None,
    }
    (made,) = charts([Indicator(**{**values, **changes}, points=points)], {"a": 0, "b": 1})
    return made


def words(row):
    return [cell.text for cell in row]


def test_a_line_of_results_and_estimates():
    made = chart(
        point(10, 2021),
        point(20, 2022, status="estimate"),
        point(30, 2023, status="target", doc_id="b", start=3, end=5),
    )
    assert [dot.words for dot in made.dots] == [
        "2021: 10%, actual",
        "2022: 20%, estimate",
        "2023: 30%, target",
    ]
    assert [dot.to for dot in made.dots] == ["a0c10-15", "a0c10-15", "a1c3-5"]
    assert made.line == " ".join(f"{dot.x},{dot.y}" for dot in made.dots[:2])
    assert all(a.x < b.x and a.y > b.y and a.bar[1] == b.bar[0] for a, b in pairwise(made.dots))
    assert [tick.label for tick in made.x_ticks] == ["2021", "2022", "2023"]
    assert [tick.label for tick in made.y_ticks] == ["10", "15", "20", "25", "30"]


def test_without_two_periods_there_is_a_table_only():
    made = chart(point(10, 2021), point(12, 2021, conflict=True), point(15))
    assert (made.dots, made.line, made.conflict) == ((), "", True)
    assert [words(row) for row in made.rows] == [
        ["2021", "10%", "actual", "1"],
        ["2021", "12%", "actual (in conflict)", "1"],
        ["no period", "15%", "actual", "1"],
    ]


def test_a_fall_is_under_nought_and_named():
    made = chart(point(5, 2021, direction="down"), point(5, 2022), role="change", basis="year")
    assert [dot.label for dot in made.dots] == ["-5", "5"]
    assert made.detail == "change on the year before"


def test_points_that_coincide_write_one_value_each_side_at_most():
    made = chart(*(point(10, 2021) for _ in range(4)), point(12, 2022))
    assert [bool(dot.label_y) for dot in made.dots] == [True, False, False, False, True]
    made = chart(*(point(11, 2021) for _ in range(4)), point(10, 2022), point(12, 2022))
    assert [bool(dot.label_y) for dot in made.dots] == [True, True, False, False, True, True]


def test_all_is_within_the_drawing():
    made = chart(point(483_000_000, 2021), point(2_899_000_000, 2022), point(1, 2035))
    frame = made.frame
    for dot in made.dots:
        half = len(dot.label) * 3.2
        assert frame.left <= dot.x <= frame.width - frame.right
        assert half < dot.label_x < frame.width - half
        assert frame.top <= dot.y <= frame.height - frame.bottom
    assert [dot.label for dot in made.dots] == ["483 M", "2.899 bn", "1"]


def test_no_more_points_than_one_can_read():
    made = chart(*(point(year, year) for year in range(1900, 2030)))
    assert (len(made.dots), len(made.rows), made.left_out) == (MOST_POINTS, MOST_POINTS, 70)
    assert (made.dots[0].label, made.dots[-1].label) == ("1,900", "2,029")


def test_the_most_periods_come_first():
    few = Indicator("f", "few", None, None, "level", None, None, None, (point(1, 2021),))
    more = (point(1, 2021), point(2, 2022))
    many = Indicator("m", "many", "count", None, "level", None, "Hanoi", "VN-HN", more)
    made = charts([few, many], {"a": 0})
    assert [(c.name, c.unit, c.detail) for c in made] == [("many", "", "Hanoi"), ("few", "", "")]
