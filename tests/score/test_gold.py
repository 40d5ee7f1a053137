import hashlib
import json

import pytest

from extract.score.gold import read_gold
from extract.score.labels import LabelError
from score.labels_of import TEXT, fact, labels, mention, write_gold, write_lines

DATE, FIVE, LAST = mention("date", 3, 7), mention("quantity", 18, 19), mention("date", 41, 45)
RATE = mention("percentage", 32, 35)


def without(record, key):
    return {k: v for k, v in record.items() if k != key}


# a line of mentions; what the error says after "a.jsonl: line 2: "
MENTIONS = [
    (without(FIVE, "unit"), "Object missing required field `unit`"),
    (FIVE | {"units": "count"}, "Object contains unknown field `units`"),
    (FIVE | {"doc_id": "a"}, "Object contains unknown field `doc_id`"),
    (FIVE | {"type": "number"}, "Invalid value 'number' - at `$.type`"),
    (FIVE | {"modifier": "circa"}, "Invalid enum value 'circa' - at `$.modifier`"),
    (FIVE | {"value": "5"}, "Expected `int | float | null`, got `str` - at `$.value`"),
    (FIVE | {"start": -1}, "Expected `int` >= 0 - at `$.start`"),
    (FIVE | {"end": 20}, "'5' has 1 characters, its span [18, 20) 2"),
    (FIVE | {"text": "", "end": 18}, "'' has 0 characters, its span [18, 18) 0"),
    (mention("quantity", 17, 19), "' 5' starts or ends with a blank"),
    (
        FIVE | {"text": "6"},
        "'6' at [18, 19) is '5' in the article: these labels are of another text",
    ),
    (LAST | {"first_day": "2023"}, "'2023' is no day like 2024-07-10"),
    (LAST | {"first_day": "2023-02-30"}, "'2023-02-30' is no day like 2024-07-10"),
    (LAST | {"first_day": "20230101"}, "'20230101' is no day like 2024-07-10"),
    (
        LAST | {"first_day": "2024-01-02"},
        "first_day 2024-01-02 is after last_day 2024-01-01",
    ),
    (RATE | {"role": "change"}, "a change has direction None"),
    (RATE | {"direction": "up"}, "a level has direction 'up'"),
    (mention("agency", 8, 13) | {"kind": "club"}, "Invalid enum value 'club' - at `$.kind`"),
    (mention("quantity", 3, 7), "'2024' overlaps '2024' of line 1"),
    (mention("quantity", 5, 7), "'24' overlaps '2024' of line 1"),
]


@pytest.mark.parametrize(("line", "cause"), MENTIONS, ids=[cause for _, cause in MENTIONS])
def test_a_wrong_mention_is_named(tmp_path, line, cause):
    write_lines(tmp_path / "a.jsonl", [DATE, line])
    with pytest.raises(LabelError) as error:
        read_gold(tmp_path, {"a": TEXT})
    assert str(error.value) == f"{tmp_path / 'a.jsonl'}: line 2: {cause}"


FACTS = [
    (fact(17, 19), "no quantity at [17, 19) among the mentions"),
    (fact(18, 20), "no quantity at [18, 20) among the mentions"),
    (fact(3, 7), "no quantity at [3, 7) among the mentions"),
    (fact(18, 19, "date"), "Invalid enum value 'date' - at `$.type`"),
    (without(fact(18, 19), "status"), "Object missing required field `status`"),
    (fact(18, 19, status="wish"), "Invalid enum value 'wish' - at `$.status`"),
    (fact(18, 19, role="change"), "a change has direction None"),
    (fact(18, 19, measure_end=26), "measure 'schools' is not as long as its span [20, 26)"),
    (
        fact(18, 19, measure_start=19, measure_end=26),
        "measure 'schools' is ' school' in the article",
    ),
    (
        fact(18, 19, period_start=18),
        "period_start 18 is not the start of another mention of type date",
    ),
    (
        fact(18, 19, relates_to=18),
        "relates_to 18 is not the start of another mention of type quantity or percentage",
    ),
    (
        fact(18, 19, place_start=3),
        "place_start 3 is not the start of another mention of type locality or agency",
    ),
    (fact(32, 35, "percentage"), "a second fact of the number of line 1"),
]


@pytest.mark.parametrize(("line", "cause"), FACTS, ids=[cause for _, cause in FACTS])
def test_a_wrong_fact_is_named(tmp_path, line, cause):
    write_gold(tmp_path, [labels(DATE, FIVE, RATE, facts=[fact(32, 35, "percentage"), line])])
    with pytest.raises(LabelError) as error:
        read_gold(tmp_path, {"a": TEXT})
    assert str(error.value) == f"{tmp_path / 'a.facts.jsonl'}: line 2: {cause}"


def test_what_is_no_json_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n{\n")
    with pytest.raises(LabelError) as error:
        read_gold(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'a.jsonl'}: line 2: ")


def test_right_labels_are_read_in_order(tmp_path):
    first, second = fact(18, 19, period_start=3), fact(32, 35, "percentage", relates_to=18)
    lines = [LAST, RATE, FIVE | {"must": True}, DATE]
    write_gold(tmp_path, [labels(*lines, facts=[second, first]), labels(DATE, doc_id="sub/b 1")])
    gold = read_gold(tmp_path, {"a": TEXT})
    assert sorted(gold) == ["a", "sub/b 1"]
    found = [{k: v for k, v in m.items() if k != "must"} for m in gold["a"].mentions]
    assert found == [DATE, FIVE, RATE, LAST]
    assert [m["must"] for m in gold["a"].mentions] == [False, True, False, False]
    assert gold["a"].facts == (first, second)
    assert gold["sub/b 1"].facts is None


def test_an_empty_file_says_that_nothing_is_there(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert read_gold(tmp_path) == {"a": ("a", (), None, None)}


FOLDERS = [("missing", "{}: no such folder of labels"), ("", "{}: no labels in it")]


@pytest.mark.parametrize(("name", "start"), FOLDERS)
def test_a_folder_without_labels(tmp_path, name, start):
    folder = tmp_path / name
    with pytest.raises(LabelError) as error:
        read_gold(folder)
    assert str(error.value).startswith(start.format(folder))


def test_facts_without_mentions(tmp_path):
    write_gold(tmp_path, [labels(DATE)])
    write_lines(tmp_path / "b.facts.jsonl", [])
    with pytest.raises(LabelError) as error:
        read_gold(tmp_path)
    assert str(error.value).endswith("b.facts.jsonl: facts without the mentions file b.jsonl")


def test_the_sum_of_another_text_is_named(tmp_path):
    write_gold(tmp_path, [labels(DATE)])
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  a.txt\n{digest}  other.txt\n")
    assert list(read_gold(tmp_path, {"a": TEXT})) == ["a"]
    with pytest.raises(LabelError) as error:
        read_gold(tmp_path, {"a": TEXT + " "})
    assert "SHA256SUMS: line 1: the article 'a' has sha256 " in str(error.value)
    assert str(error.value).endswith(": these labels are of another text")


def test_a_byte_order_mark_and_blank_lines_are_passed_over(tmp_path):
    line = json.dumps(DATE).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\r\n")
    assert len(read_gold(tmp_path, {"a": TEXT})["a"].mentions) == 1
