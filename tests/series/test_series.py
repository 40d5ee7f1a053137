"""Facts joined into indicators: what joins, what does not, conflicts, order."""

import random
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from series.made import YEAR, made, share

from extract.api import extract
from extract.series import series


def values(indicator):
    return [(point.period_first_day, point.value, point.conflict) for point in indicator.points]


def test_two_years_of_two_articles():
    (indicator,) = series([share("b", 2023, 12.5), share("a", 2022, 11)])
    assert values(indicator) == [("2022-01-01", 11, False), ("2023-01-01", 12.5, False)]
    assert (indicator.name, indicator.unit) == ("Share of renewable energy", "%")
    assert (indicator.place, indicator.place_code) == ("Vietnam", "VN")
    assert indicator.id == "share-of-renewable-energy-percent-vn"
    assert [point.doc_id for point in indicator.points] == ["a", "b"]
    assert indicator.points[0].sentence == "The share of renewable energy was 11%."


def test_one_year_is_no_series():
    assert series([share("a", 2022, 11), share("b", 2022, 11)]) == ()
    assert len(series([share("a", 2022, 11), share("b", 2022, 11)], min_points=1)) == 1
    assert series([share("a", 2022, 11), share("b", 2023, 12)], min_points=3) == ()
    assert series([share("a", 2022, 11)], min_points=1) == ()
    assert series([]) == ()


def test_countries_stay_apart():
    results = [
        share("a", 2022, 11),
        share("b", 2023, 12, country="LA", name="Laos"),
        share("c", 2024, 13, country=None),
        share("d", 2025, 14, country=None),
    ]
    assert series(results) == ()


def test_the_web_address_tells_the_country_where_no_place_does():
    results = [share("a", 2022, 11, country=None), share("b", 2023, 12)]
    assert series(results) == ()
    results[0] = msgspec.structs.replace(
        results[0],
        article=msgspec.structs.replace(results[0].article, url="https://news.example.vn/1"),
    )
    (indicator,) = series(results)
    assert (indicator.place, indicator.place_code) == ("Vietnam", "VN")


def test_a_local_story_is_no_national_figure():
    local = share("a", 2022, 11, country="VN-22", name="Nghe An")
    assert series([local, share("b", 2023, 12)]) == ()


def test_repeated_article_is_passed_over():
    results = [share("a", 2022, 11), share("b", 2023, 12, duplicate_of="a")]
    assert series(results) == ()


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ({"value": 16.5}, {"value": 16.6}, True),
        ({"value": 16.5}, {"value": 16.52}, False),
        ({"value": 16.5}, {"value": 16.5}, False),
        ({"value": 16, "modifier": "over"}, {"value": 16.9}, False),
        ({"value": 16, "modifier": "over"}, {"value": 15.2}, True),
        ({"value": 16, "modifier": "under"}, {"value": 15.3}, False),
        ({"value": 20, "modifier": "about", "text": "20%"}, {"value": 23.0}, False),
        ({"value": 20, "modifier": "about", "text": "20%"}, {"value": 29.0}, True),
        ({"value": 20, "status": "target"}, {"value": 16}, False),
        ({"value": 20, "status": "target"}, {"value": 25, "status": "target"}, True),
        ({"value": 16.5, "status": "estimate"}, {"value": 17.5}, True),
    ],
)
def test_conflicts(one, other, conflict):
    results = [share("a", 2023, **one), share("b", 2023, **other), share("c", 2022, 1)]
    (indicator,) = series(results)
    assert values(indicator)[0] == ("2022-01-01", 1, False)
    assert [point.conflict for point in indicator.points[1:]] == [conflict, conflict]


def test_a_conflict_is_shown_though_there_is_one_period():
    (indicator,) = series([share("a", 2023, 16), share("b", 2023, 19)])
    assert values(indicator) == [("2023-01-01", 16, True), ("2023-01-01", 19, True)]


def test_only_those_who_disagree_are_in_conflict():
    results = [share(str(n), 2023, value) for n, value in enumerate([16.5, 16.52, 18])]
    (indicator,) = series(results)
    assert [point.conflict for point in indicator.points] == [True, True, True]
    later = [*results[:2], share("z", 2022, 3)]
    assert [point.conflict for point in series(later)[0].points] == [False, False, False]


def test_millions_agree_with_their_rounding():
    def accounts(doc_id, number, value):
        sentence = f"The number of eel farms was {number}."
        more = {"value": value, "period": YEAR[2023]}
        return made(doc_id, (sentence, "number of eel farms", number, more))

    agreeing = [accounts("a", "2.4 million", 2_400_000), accounts("b", "2,433,118", 2_433_118)]
    assert series(agreeing) == ()
    (indicator,) = series([*agreeing, accounts("c", "2,512,000", 2_512_000)])
    assert [point.conflict for point in indicator.points] == [True, True, True]


def test_two_values_in_one_article_are_two_things():
    sentence = "The share of renewable energy was 42% in one group and 61% in the other."
    both = [
        (sentence, "share of renewable energy", number, {"value": value, "period": YEAR[2023]})
        for number, value in (("42%", 42), ("61%", 61))
    ]
    assert series([made("a", *both)], min_points=1) == ()
    (indicator,) = series([made("a", *both), share("b", 2022, 11), share("c", 2021, 10)])
    assert [point.doc_id for point in indicator.points] == ["c", "b"]


def test_a_class_of_things_is_no_indicator():
    results = [share(f"{year}-{n}", year, 10 * n) for year in (2021, 2022, 2023) for n in (1, 2, 3)]
    assert series(results) == ()
    assert len(series(results[:6])) == 1


def test_a_change_joins_no_level_and_a_part_no_whole():
    level = ("Rubber exports were 5 tonnes.", "Rubber exports", "5 tonnes", {"unit": "t"})
    rise = ("Rubber exports rose 2 tonnes.", "Rubber exports", "2 tonnes", {"unit": "t"})
    level[3].update(value=5, period=YEAR[2022])
    rise[3].update(value=2, period=YEAR[2023], role="change", direction="up")
    assert series([made("a", level), made("b", rise)]) == ()
    rise[3].update(role="level", direction=None)
    assert len(series([made("a", level), made("b", rise)])) == 1


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        # The whole of a share after its number.
        (["The share of fisheries in 2021 was 4% of GDP.", "Fisheries made 5% of GDP in 2022."], 1),
        (["Fisheries made 4% of GDP in 2021.", "Fisheries made 5% of exports in 2022."], 0),
        # What is done with a counted thing.
        (
            ["In 2021 it exported 200 bamboo boats.", "In 2022 they exported 300 bamboo boats."],
            1,
        ),
        (["In 2021 it exported 200 bamboo boats.", "In 2022 it repaired 300 bamboo boats."], 0),
        (["In 2021, 20 bamboo boats were sunk.", "In 2022, 30 bamboo boats were painted."], 0),
        (["In 2021, 40% of schools had computers.", "In 2022, 60% of schools had toilets."], 0),
        (["In 2021 there were 12 ministries.", "In 2022 there were 14 ministries."], 0),
        # One thing of a kind, whose size the number tells.
        (
            [
                "In 2021 it built diesel ferries of 20 MW.",
                "In 2022 it sold diesel ferries of 30 MW.",
            ],
            0,
        ),
        (
            [
                "In 2021, the diesel ferry capacity was 20 MW.",
                "The diesel ferry capacity of 30 MW in 2022 was enough.",
            ],
            1,
        ),
        # A word that says too little by itself.
        (["In 2021, turnover was 20 million USD.", "In 2022, turnover was 30 million USD."], 0),
        (["In 2021, exports were 20 million USD.", "In 2022, exports were 30 million USD."], 1),
        # What limits a number beside its measure.
        (["The jobless rate in 2021 was 4%.", "The jobless rate in 2022 was 5% among women."], 0),
        (["In 2021, the jobless rate was 4%.", "Among women, the jobless rate in 2022 was 5%."], 0),
        # What a change is against.
        (
            [
                "In May 2022, rubber exports rose by 4% from the previous month.",
                "In June 2022, rubber exports rose by 9% year on year.",
            ],
            0,
        ),
    ],
)
def test_sentences(texts, joined):
    results = [
        extract(f"Hanoi, Vietnam. {text}", doc_id=str(number), published="2023-03-03")
        for number, text in enumerate(texts)
    ]
    assert all(result.facts for result in results)
    assert len(series(results)) == joined


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("So far the share of renewable energy is 30%.", "2024-05-06"),
        ("The share of renewable energy is 30% at present, but not for long.", "2024-05-06"),
        ("The share of renewable energy is 30%.", None),
        ("It is 12% at present, and the share of renewable energy will be 30%.", None),
    ],
)
def test_the_articles_day_only_where_the_words_say_now(sentence, day):
    now = made(
        "z", (sentence, "share of renewable energy", "30%", {"value": 30}), reference="2024-05-06"
    )
    (indicator,) = series([share("a", 2021, 10), share("b", 2022, 11), now])
    assert (indicator.points[-1].period_first_day, indicator.points[-1].period_from) == (
        day,
        "article" if day else None,
    )


MANY = [
    share("a", 2021, 10),
    share("b", 2021, 12),
    share("c", 2022, 11),
    share("d", 2023, 13, status="target"),
    share("e", 2023, 13, country="LA", name="Laos"),
    share("f", 2024, 13, country="LA", name="Laos"),
    made("g", ("Rice husks: 5 t.", "Rice husks", "5 t", {"value": 5, "period": YEAR[2020]})),
    made("h", ("Rice husk: 6 t.", "Rice husk", "6 t", {"value": 6, "period": YEAR[2021]})),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_articles_does_not_matter(results):
    assert series(results) == series(MANY)
    assert len(series(MANY)) == 3


def measures(count):
    """Articles of 20 facts whose measures are of three words out of 300; every third one fits."""
    pick = random.Random(7)
    words = [f"{a}{b}{c}{d}ing" for a in "bcdfg" for b in "aeiou" for c in "lmn" for d in "aeou"]
    for number in range(count // 20):
        said = []
        for _ in range(20):
            measure = " ".join(pick.sample(words, 2))
            more = {"value": pick.randrange(1000), "period": YEAR[pick.randrange(2000, 2025)]}
            said.append((f"The {measure} was 77 then.", measure, "77", more))
        yield made(f"{number:05}", *said)


def test_the_work_grows_with_the_facts():
    small, large = list(measures(4_000)), list(measures(16_000))
    took = []
    for results in (small, large):
        start = time.process_time()
        assert series(results, min_points=1)
        took.append(time.process_time() - start)
    assert took[1] < 12 * took[0]  # four times the facts; sixteen if pairs were compared
