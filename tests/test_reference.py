"""Where the article's own date comes from, and in which order."""

import pytest

from extract.article import Article
from extract.day_stamp import day_in_file_name, find_day, iso_day
from extract.pipeline import default

STAMP = "Monday, July 8, 2024 | 14:05\n\n"
PROSE = "On July 10, 2024, the council met in the city and agreed on the plan."


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            Article(
                text=STAMP + PROSE,
                source="2024-07-01.txt",
                published="2024-07-12",
                published_from="option",
            ),
            ("2024-07-12", "option", "2024-07-12"),
        ),
        (
            Article(text=STAMP + PROSE, source="2024-07-01.txt", published="2024-07-12"),
            ("2024-07-12", "metadata", "2024-07-12"),
        ),
        (
            Article(text=STAMP + PROSE, source="2024-07-01.txt"),
            ("2024-07-08", "furniture", "2024-07-08"),
        ),
        (Article(text=PROSE, source="a/2024-07-01.txt"), ("2024-07-01", "file name", None)),
        (Article(text=PROSE, source="a.txt"), ("2024-07-10", "text", None)),
        (Article(text="HANOI, July 9, 2024 — The council met."), ("2024-07-09", "text", None)),
        (Article(text="The council met."), (None, None, None)),
    ],
    ids=["option", "metadata", "furniture", "file name", "text", "dateline", "nothing"],
)
def test_order(article, expected):
    record = default()(article).article
    assert (record.reference_date, record.reference_date_from, record.published) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday, July 10, 2023 | 14:05", "2023-07-10"),
        ("10/07/2023 09:30 GMT+7", "2023-07-10"),
        ("07/10/2023 09:30 EST", "2023-07-10"),
        ("13/07/2023", "2023-07-13"),
        ("07/13/2023", "2023-07-13"),
        ("2023-07-10T09:30:00Z", "2023-07-10"),
        ("2023/7/1", "2023-07-01"),
        ("Posted On: 27 APR 2022 4:36PM", "2022-04-27"),
        ("8th of May, 2024", "2024-05-08"),
        ("Sept. 1, 2024", "2024-09-01"),
        ("31/02/2024", None),
        ("July 10", None),
        ("1234/07/2023", None),
        ("No. 10/07/20235", None),
        ("", None),
    ],
)
def test_find_day(text, day):
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-07-10.txt", "2024-07-10"),
        ("news_20240710_3.txt", "2024-07-10"),
        ("2024_07_10/a.txt", "2024-07-10"),
        ("2024-07-10/2024-07-10-a.txt", "2024-07-10"),
        ("2024-07-10-to-2024-07-12.txt", None),
        ("120240710.txt", None),
        ("20241310.txt", None),
        ("000_8c4c2ec297085b6b.txt", None),
    ],
)
def test_day_in_file_name(name, day):
    assert day_in_file_name(name) == day


@pytest.mark.parametrize("text", ["10 July 2024", "2024-7-1", "2024-02-30", "2024", ""])
def test_iso_day_refuses(text):
    with pytest.raises(ValueError, match="is no day"):
        iso_day(text)
