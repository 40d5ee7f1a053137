"""Reading dates: calendar arithmetic, EDTF, the day that a text fixes."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import patterns
from extract.find.dates import Dates
from extract.normalise import calendar, edtf, fiscal
from extract.normalise.date_tense import tense
from extract.normalise.dates import read
from extract.normalise.text_date import date_fixed_by_text
from extract.tokens import Tokenizer

DAY = datetime.date
LOADED = patterns.load()
TOKENIZE = Tokenizer(LOADED)
FIND = Dates(LOADED)


def values(text, reference=None, country=None):
    document = TOKENIZE(text)
    document.reference, document.country = reference, country
    spans = FIND.find(document)
    for span in spans:
        read(span, document)
    return [span.attributes for span in spans]


def first_days(text, reference=None, country=None):
    return [value["first_day"] for value in values(text, reference, country)]


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (1961, "1961-04-02")]
)
def test_easter(year, day):
    assert calendar.easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("country", "day"), [(None, "2023-07-12"), ("PH", "2023-12-07"), ("US", "2023-12-07")]
)
def test_order_of_day_and_month(country, day):
    assert first_days("It was signed on 12/7/2023.", country=country) == [day]


@pytest.mark.parametrize(("country", "day"), [("US", "2024-09-02"), ("PH", "2024-05-01")])
def test_feasts_differ_by_country(country, day):
    assert first_days("Banks close on Labor Day 2024.", country=country) == [day]


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("IN", ("2025-04-01", "2025-06-30")),
        ("VN", ("2026-01-01", "2026-03-31")),
        (None, (None, None)),
    ],
)
def test_quarters_of_fiscal_years(country, days):
    [value] = values("Growth in Q1 FY26 was fast.", country=country)
    assert (value["first_day"], value["last_day"]) == days


def test_fiscal_year_of_a_day():
    assert fiscal.year_at(DAY(2025, 8, 1), 4) == 2026
    assert fiscal.year_at(DAY(2025, 3, 1), 4) == 2025
    assert fiscal.year_at(DAY(2025, 8, 1), 1) == 2025


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("in the third quarter of 2023", "2023-35"),
        ("in the second half of 2023", "2023-41"),
        ("in the first nine months of 2023", "2023-01/2023-09"),
        ("in the 1980s", "198X"),
        ("from 2022 to 2025", "2022/2025"),
        ("on 5-7 June 2023", "2023-06-05/2023-06-07"),
        ("around 1850", "1850~"),
        ("in the summer of 1920", "1920-22"),
        ("in 44 B.C.", "-0043"),
    ],
)
def test_edtf(text, written):
    assert [value["edtf"] for value in values(text)] == [written]


def test_day_that_does_not_exist():
    [value] = values("on 30 February 2024")
    assert value["first_day"] is None


def test_tense_of_the_nearest_clause():
    document = TOKENIZE("He said on Monday that it will open on Friday.")
    assert tense(document, 11, 17, {}) == "past"
    assert tense(document, 39, 45, {}) == "future"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On July 12, he chaired a review of the first 6 months of 2023.", DAY(2023, 7, 12)),
        # What the text knows already lies behind it: the February after December 2024.
        ("On February 6, he chaired it. As of December 10, 2024, it was at 67%.", DAY(2025, 2, 6)),
        ("It was signed on April 15, 2024 and must be done before May 1, 2026.", DAY(2024, 4, 15)),
        ("Napoleon crossed on 24 June 1812 and fled on 5 December 1812.", None),
        ("Plans for 2024 were made in 2023.", None),
        ("The minister spoke.", None),
    ],
)
def test_day_fixed_by_the_text(text, day):
    document = TOKENIZE(text)
    assert date_fixed_by_text(FIND.find(document), document) == day


def test_a_years_only_text_lends_its_year():
    assert first_days("In March it rose. The 2024 plan is out; in 2023 it fell.") == [
        "2024-03-01",
        "2024-01-01",
        "2023-01-01",
    ]


@given(st.dates(DAY(1000, 1, 1), DAY(2100, 12, 31)))
def test_any_day_in_any_order(day):
    month = day.strftime("%B")
    forms = (f"{day.day} {month} {day.year:04}", f"{month} {day.day}, {day.year:04}", str(day))
    for form in forms:
        assert first_days(f"It was on {form}.") == [day.isoformat()]


@settings(deadline=None)  # the first call builds caches
@given(st.text(alphabet="0123456789/-.,– ofMayJunetoFYQ's\n", max_size=60))
def test_never_raises(text):
    for value in values(text, DAY(2024, 5, 8)):
        assert (value["first_day"] is None) == (value["last_day"] is None)
        assert (value["first_day"] or "") <= (value["last_day"] or "")


@given(st.dates(DAY(1900, 1, 1), DAY(2090, 1, 1)))
def test_edtf_of_a_week_is_its_two_ends(day):
    week = calendar.week(day)
    assert edtf.write(week) == f"{week.first}/{week.last}"
    assert week.first <= day <= week.last


def test_many_dates_in_one_sentence_take_no_time():
    days = first_days("12 July x " * 20_000, DAY(2024, 7, 20))
    assert set(days) == {"2024-07-12"}
