import pytest

from extract.score.values import name_key, record_is_right, similarity, token_f1, wrong_attributes
from score.labels_of import mention

CASES = [
    ("name", "Ministry of Health", "ministry of health", 1.0),
    ("name", "Đắk Lắk", "Dak Lak", 1.0),
    ("name", "Nghe An People's Committee", "Nghệ An People’s  Committee", 1.0),
    ("name", "the Government", "Government", 1.0),
    ("name", "The", "the", 1.0),
    ("name", "Nghe An", "Nghe", 0.0),
    ("name", "An Giang", "Giang", 0.0),
    ("name", "A Luoi", "Luoi", 0.0),
    ("name", "Theatre", "atre", 0.0),
    ("name", "Ministry of Health", "Ministries of Health", 0.0),
    ("titles", ["Prime Minister", "General"], ["general", "the Prime Minister"], 1.0),
    ("titles", [], [], 1.0),
    ("titles", ["General"], ["General", "General"], 1.0),
    ("titles", ["General"], [], 0.0),
    ("item", "user accounts", "user accounts", 1.0),
    ("item", "User accounts,", "user accounts", 1.0),
    ("item", "user accounts", "accounts", 2 / 3),
    ("item", "accounts", "schools", 0.0),
    ("item", None, None, 1.0),
    ("item", None, "accounts", 0.0),
    ("item", "accounts", None, 0.0),
    ("value", 2, 2.0, 1.0),
    ("value", 13.2, 13.2, 1.0),
    ("value", 0.3, 0.1 + 0.2, 0.0),
    ("value", 2, None, 0.0),
    ("value", None, None, 1.0),
    ("value", 0, None, 0.0),
    ("total", 0, None, 0.0),
    ("points", True, 1, 0.0),
    ("points", False, False, 1.0),
    ("unit", "t", "T", 0.0),
    ("unit", "VND", "VND", 1.0),
    ("code", "VN-DN", None, 0.0),
    ("first_day", "2024-07-10", "2024-07-10", 1.0),
    ("first_day", "2024-07-10", "2024-07-11", 0.0),
    ("modifier", None, "end", 0.0),
]


@pytest.mark.parametrize(("attribute", "gold", "output", "right"), CASES)
def test_similarity_both_ways(attribute, gold, output, right):
    assert similarity(attribute, gold, output) == right
    assert similarity(attribute, output, gold) == right


def test_words_count_as_often_as_they_stand():
    assert token_f1("a b a", "a") == 0.5
    assert token_f1("—", "—") == 1.0
    assert token_f1("—", "a") == 0.0


def test_name_key():
    assert name_key("The Nghệ An  People’s Committee") == "nghe an people's committee"


RECORDS = [
    ("quantity", {"item": "schools"}, True, ("item",)),
    ("quantity", {"per": "kg"}, True, ("per",)),
    ("quantity", {"total": 5}, False, ("total",)),
    ("quantity", {"modifier": "over", "unit": "VND"}, False, ("unit", "modifier")),
    ("agency", {"kind": "ministry"}, True, ("kind",)),
    ("agency", {"name": "B"}, False, ("name",)),
    ("locality", {"kind": "region"}, True, ("kind",)),
    ("locality", {"code": "VN"}, False, ("code",)),
    ("percentage", {"per": "year"}, True, ("per",)),
    ("percentage", {"points": True}, False, ("points",)),
    ("percentage", {"role": "change", "direction": "up"}, False, ("role", "direction")),
    ("official", {"titles": ["General"]}, False, ("titles",)),
    ("date", {"modifier": "end"}, True, ("modifier",)),
    ("date", {"last_day": None}, False, ("last_day",)),
    ("date", {}, True, ()),
]


@pytest.mark.parametrize(("type_", "values", "right", "wrong"), RECORDS)
def test_record(type_, values, right, wrong):
    gold, output = mention(type_, 3, 7), mention(type_, 3, 7, **values)
    assert record_is_right(gold, output) is right
    assert wrong_attributes(gold, output) == wrong
    assert record_is_right(gold, mention(type_, 3, 8)) is False
