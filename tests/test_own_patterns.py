"""A user's folder of patterns, laid over the built-in ones."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.article import Article
from extract.cli import app
from extract.patterns import PatternError, load
from extract.pipeline import default

TEXT = "Alcalde Ana Ruiz of Nueva Villa met the Junta de Aguas on 12 July 2023."
PLACES = "term,name,kind,code,country,strength,since,until,type\n"
BODIES = "term,name,kind,id,acronym,country,successor\n"
RULE = """[[rule]]
name = "{name}"
pattern = "{pattern}"
reads = "nothing"
example = [{{ text = "x", mention = "x" }}]
not = ["y"]
"""


@pytest.fixture
def folder(tmp_path):
    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return write


def mentions(own=None, text=TEXT):
    return [(m.type, m.text) for m in default(own)(Article(text=text)).mentions]


def test_without_a_folder_nothing_of_it_is_known():
    assert mentions() == [("date", "12 July 2023")]


def test_a_title_a_place_and_a_body_are_added(folder):
    own = folder(
        {
            "officials.toml": '[letters]\n"P+" = "alcalde"\n',
            "lexicons/places_more.csv": PLACES + "Nueva Villa,Nueva Villa,city,,ES,safe,,,\n",
            "lexicons/agencies.csv": BODIES
            + "Junta de Aguas,Junta de Aguas,other,es.junta-de-aguas,,ES,\n",
        }
    )
    assert mentions(own) == [
        ("official", "Ana Ruiz"),
        ("locality", "Nueva Villa"),
        ("agency", "Junta de Aguas"),
        ("date", "12 July 2023"),
    ]
    assert ("official", "Ana Ruiz") in mentions(own, "Mayor Ana Ruiz spoke.")


def test_kinds_and_short_forms_of_bodies_come_from_the_folder_too(folder):
    own = folder({"agencies.toml": '[kinds]\n"board of waters" = "court"\n'})
    body = default(own)(Article(text="The Board of Waters met.")).mentions[0]
    assert body.kind == "court"


def test_the_readme_files_do_what_it_says(folder):
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"`my-patterns/(\S+)`:\n\n```\w+\n(.*?)```", readme, re.DOTALL))
    assert len(files) == 4
    text = "Alcalde Ana Ruiz of Nueva Villa met the Junta de Aguas and the Water Junta."
    assert mentions(folder(files), text) == [
        ("official", "Ana Ruiz"),
        ("locality", "Nueva Villa"),
        ("agency", "Junta de Aguas"),
        ("agency", "Water Junta"),
    ]


def test_a_key_without_plus_replaces(folder):
    own = folder({"officials.toml": '[letters]\nP = "alcalde"\n'})
    assert ("official", "Ana Ruiz") in mentions(own)
    assert mentions(own, "Premier Ana Ruiz spoke.") == []


def test_a_row_of_the_same_term_replaces(folder):
    own = folder({"lexicons/places_more.csv": PLACES + "Vietnam,Viet,country,VN,VN,safe,,,\n"})
    rows = [row for row in load(own).lexicon("places_more") if row["term"] == "Vietnam"]
    assert [row["name"] for row in rows] == ["Viet"]


def test_a_whole_lexicon_is_replaced(folder):
    own = folder({"lexicons/weekdays.csv": "# replace\nterm,weekday,form\nmonday,0,full\n"})
    assert len(load(own).lexicon("weekdays")) == 1


def test_a_whole_table_is_replaced(folder):
    own = folder({"page/captions.toml": "replace = true\n" + RULE.format(name="a", pattern="b")})
    assert [rule.name for rule in load(own).rules("page/captions", keys=["reads"])] == ["a"]


def test_a_rule_replaces_the_one_of_its_name_and_others_are_added(folder):
    own = folder(
        {
            "dates.toml": RULE.format(name="day-month", pattern="new")
            + RULE.format(name="other", pattern="more")
        }
    )
    before = [rule["name"] for rule in load().table("dates")["rule"]]
    after = {rule["name"]: rule.get("pattern") for rule in load(own).table("dates")["rule"]}
    assert list(after) == [*before, "other"]
    assert (after["day-month"], after["other"]) == ("new", "more")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"officals.toml": ""}, "officals.toml: no file of patterns is called so"),
        ({"lexicons/towns.csv": "term\n"}, "lexicons/towns.csv: no file of patterns is called so"),
        ({"dates.toml": "["}, "dates.toml: "),
        ({"officials.toml": '[letters]\n"ZZ+" = "x"\n'}, "'ZZ+' adds to no built-in key"),
        ({"officials.toml": '[letters]\n"P+" = ["x"]\n'}, "'P+' must be a string of words"),
        ({"dates.toml": RULE.format(name="a", pattern="(")}, "dates.toml: rule 'a': bad pattern"),
        (
            {"lexicons/places_more.csv": "term,name\na,b\n"},
            "the columns must be term,name,kind,code,country,strength,since,until,type",
        ),
        ({"lexicons/months.csv": "term,month,form\na\n"}, "not as many cells as columns"),
    ],
)
def test_a_wrong_file_is_named(folder, files, message):
    with pytest.raises(PatternError) as error:
        default(folder(files))
    assert message in str(error.value)


def command(*arguments):
    return CliRunner().invoke(app, ["patterns", *map(str, arguments)])


def test_the_command_runs_every_example(folder):
    done = command()
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("examples and counter-examples, 0 failed\n")


def test_the_command_names_examples_that_fail_and_wrong_files(folder):
    rule = '[[rule]]\nname = "posts"\nexample = [{ text = "Ana", mention = "Ana" }]\nnot = ["Bo"]\n'
    own = folder({"officials.toml": rule})
    done = command(own)
    assert done.exit_code == 1
    assert done.stderr == (
        "officials.toml: rule 'posts': must find 'Ana' in 'Ana', but found is nothing\n"
    )
    folder({"another/none.toml": ""})
    done = command(own / "another")
    assert done.exit_code == 2
    assert "none.toml: no file of patterns is called so" in done.stderr
