from extract.score.errors import Problem, as_text, list_errors
from extract.score.rows import make_table
from score.labels_of import fact, labels, mention

FIRST = "In 2024 Hanoi had 5 schools, up 20% from 2023."
SECOND = "The Ministry of Health agreed."


def errors(gold, output):
    found = list_errors(make_table({"a": gold}, {"a": output}))
    return [(cause.kind, cause.rule, cause.cost, len(cause.problems)) for cause in found]


def test_no_errors():
    side = labels(mention("date", 3, 7), facts=[])
    assert errors(side, side) == []
    assert as_text([]) == "No errors.\n"


def test_the_most_costly_cause_comes_first_and_facts_last():
    gold = labels(
        mention("date", 3, 7),
        mention("locality", 8, 13, code="VN-HN"),
        mention("quantity", 18, 19, item="schools"),
        mention("percentage", 32, 35),
        mention("date", 41, 45),
        mention("agency", 51, 69),
        facts=[fact(18, 19, period_start=3), fact(32, 35, "percentage")],
    )
    output = labels(
        mention("date", 3, 7, last_day="2024-12-31", rule="year"),
        mention("locality", 8, 13, rule="gazetteer"),
        mention("quantity", 18, 19, rule="digits"),
        mention("percentage", 32, 35, rule="percent"),
        mention("date", 41, 45, last_day="2024-12-31", rule="year"),
        mention("agency", 51, 62, rule="of"),
        mention("agency", 63, 69, name="B", rule="of"),
        facts=[fact(18, 19, status="target")],
    )
    assert errors(gold, output) == [
        ("wrong last_day of date", "year", 4, 2),
        ("wrong code of locality", "gazetteer", 2, 1),
        ("wrong span of agency", "of", 2, 1),
        ("spurious agency", "of", 1, 1),
        ("wrong item of quantity", "digits", 0, 1),
        ("missed fact", "percent", 1, 1),
        ("wrong period of fact", "digits", 1, 1),
        ("wrong status of fact", "digits", 1, 1),
    ]


def test_each_error_says_where_and_what():
    gold = labels(mention("agency", 51, 69), mention("date", 3, 7))
    output = labels(mention("locality", 51, 69, rule="r"), mention("date", 3, 7, last_day=None))
    causes = list_errors(make_table({"a": gold}, {"a": output}))
    assert [(cause.kind, cause.problems) for cause in causes] == [
        (
            "agency found as locality",
            (
                Problem(
                    "a",
                    51,
                    69,
                    "agency 'Ministry of Health' [51, 69)",
                    "locality 'Ministry of Health' [51, 69)",
                    SECOND.replace("Ministry of Health", "[Ministry of Health]"),
                ),
            ),
        ),
        (
            "wrong last_day of date",
            (
                Problem(
                    "a",
                    3,
                    7,
                    "last_day='2024-01-01'",
                    "last_day=None",
                    FIRST.replace("2024", "[2024]"),
                ),
            ),
        ),
    ]


def test_text():
    gold, output = labels(mention("date", 3, 7)), labels(mention("date", 41, 45, rule="year"))
    assert as_text(list_errors(make_table({"a": gold}, {"a": output}))) == (
        "missed date: 1, cost 1\n"
        "  a 3-7: gold '2024' [3, 7)\n"
        f"    {FIRST.replace('2024', '[2024]')}\n"
        "\n"
        "spurious date, rule year: 1, cost 1\n"
        "  a 41-45: output '2023' [41, 45)\n"
        f"    {FIRST.replace('2023', '[2023]')}\n"
    )
