"""Numbers in words."""

import pytest

from extract import extract
from extract.wording import amount


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Some 2.4 million files came.", ["≈ 2,400,000"]),
        ("It costs 30-40 billion VND.", ["30,000,000,000 to 40,000,000,000 VND"]),
        ("41/53 provinces agreed.", ["41 of 53"]),
        ("Vietnam is ranked 7th nationwide.", ["rank 7"]),
        ("Exports grew by 12.5%.", ["+12.5%"]),
        ("Exports fell by 12.5%.", ["−12.5%"]),
        ("The rate is at most 20%.", ["≤ 20%"]),
        ("It is 0.5 percentage points below.", ["0.5 pp"]),
        ("Coal is 410 USD a tonne.", ["410 USD per t"]),
        ("Nothing is counted.", []),
    ],
)
def test_amount(text, amounts):
    found = extract(text).mentions
    assert [amount(m) for m in found if m.type in ("quantity", "percentage")] == amounts
