"""Values of numerals and units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract, patterns
from extract.find.numerals import plain, read_numeral
from extract.normalise.units import Units


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("0", 0),
        ("06", 6),
        ("2,398", 2398),
        ("1,23,456", 123456),
        ("1,234.56", Decimal("1234.56")),
        ("14,5", Decimal("14.5")),
        ("2 087 114", 2087114),
        ("1\u202f234\u202f567,8", Decimal("1234567.8")),
        ("1.234.567", 1234567),
        ("2.398", Decimal("2.398")),
        ("1.2.3", None),
        ("12,34,5", None),
        ("9" * 30, None),
    ],
)
def test_read_numeral(run, value):
    assert read_numeral(run) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_read_back(number):
    assert read_numeral(f"{number:,}") == number
    assert plain(number) == number


def test_values_are_computed_in_decimal():
    assert plain(Decimal("299.5") * 10**6) == 299500000
    assert plain(Decimal("80.44")) == 80.44
    assert plain(10**18) == 10**18
    assert plain(10**18 + 1) is None


def test_a_value_past_the_limit_is_null_with_a_problem():
    (mention,) = extract("They counted 5,000 quadrillion grains.").mentions
    assert (mention.value, mention.problem) == (None, "number-too-large")


@pytest.mark.parametrize(
    ("code", "country", "text", "iso"),
    [
        ("$", None, "", "USD"),
        ("$", "AU", "", "AUD"),
        ("$", "VN", "", "USD"),
        ("dollar", "SG", "", "SGD"),
        ("rupee", "LK", "", "LKR"),
        ("rupee", None, "PKR 5 million", "PKR"),
        ("rupee", None, "", "INR"),
        ("peso", "MX", "", "MXN"),
        ("EUR", "VN", "", "EUR"),
    ],
)
def test_currency(code, country, text, iso):
    class Document:
        def hits_of(self, label):
            return ()

    document = Document()
    document.country, document.text = country, text
    assert Units(patterns.load()).currency(code, document) == iso
