import json

from extract.score.errors import list_errors
from extract.score.report import as_json, as_markdown, as_text, text_table
from extract.score.rows import make_table
from extract.score.scores import score
from score.labels_of import fact, labels, mention

GOLD = labels(
    mention("date", 3, 7),
    mention("locality", 8, 13, code="VN-HN"),
    facts=[],
)
OUTPUT = labels(mention("date", 3, 7), mention("locality", 8, 13), facts=[])
TABLE = make_table({"a": GOLD}, {"a": OUTPUT})

MARKDOWN = """\
**Mentions (1 article)**

| type | gold | output | precision | recall | strict F1 | 95 % | exact F1 | partial F1 | type F1 \
| record F1 | 95 % |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| official | 0 | 0 | – | – | – | – | – | – | – | – | – |
| agency | 0 | 0 | – | – | – | – | – | – | – | – | – |
| locality | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000-1.000 | 1.000 | 1.000 | 1.000 \
| 0.000 | 0.000-0.000 |
| quantity | 0 | 0 | – | – | – | – | – | – | – | – | – |
| percentage | 0 | 0 | – | – | – | – | – | – | – | – | – |
| date | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000-1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000-1.000 |
| all | 2 | 2 | 1.000 | 1.000 | 1.000 | 1.000-1.000 | 1.000 | 1.000 | 1.000 | 0.500 | 0.500-0.500 |

**Articles**

| article | gold | output | strict F1 | record F1 | measure |
| --- | ---: | ---: | ---: | ---: | ---: |
| a | 2 | 2 | 1.000 | 0.500 | – |

Note: no facts in the output.
"""


def test_markdown():
    table = TABLE._replace(facts=None, facts_note="no facts in the output")
    assert as_markdown(score(table)) == MARKDOWN


def test_text_has_every_table():
    text = as_text(score(TABLE))
    titles = [line for line in text.splitlines() if line[:1].isupper()]
    assert titles == [
        "Mentions (1 article)",
        "By scheme (SemEval-2013; record: strict and all record attributes)",
        "Attributes on strictly matched mentions (item: words in common)",
        "Facts (values other than the default)",
        "Articles",
    ]
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "locality code 1 0.000 0.000-0.000" in lines
    assert "all record 1 1 0 0 0 0.500 0.500 0.500" in lines
    assert "period (F1) 0 0 0 – –" in lines


def test_text_table():
    assert text_table(["a", "n"], [["x", "1"], ["yy", "22"]]) == "a    n\nx    1\nyy  22"


def test_json():
    found = json.loads(as_json(score(TABLE), list_errors(TABLE)))
    assert sorted(found) == ["articles", "errors", "facts", "mentions", "notes"]
    assert found["mentions"]["all"]["schemes"]["record"] == {
        "correct": 1,
        "incorrect": 1,
        "partial": 0,
        "missed": 0,
        "spurious": 0,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "interval": [0.5, 0.5],
    }
    assert [error["kind"] for error in found["errors"]] == ["wrong code of locality"]
    assert "errors" not in json.loads(as_json(score(TABLE)))


def test_facts_are_in_the_table():
    facts = [fact(18, 19)]
    side = labels(mention("quantity", 18, 19), facts=facts)
    text = as_text(score(make_table({"a": side}, {"a": side})))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "measure (mean token F1) 1 1 1.000 1.000-1.000" in lines
