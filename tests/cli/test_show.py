"""``meeting-extract show``: the article with its mentions marked."""

import re

import pytest
from rich.console import Console
from typer.testing import CliRunner

from extract import extract
from extract.cli import app
from extract.cli.marked import in_brackets, in_colour, value
from extract.records import Agency, Date, Locality, Official, Percentage, Quantity

GOOD = "On July 10, 2024, Prime Minister Pham Minh Chinh opened three roads in Da Nang."
PLACED = {
    "doc_id": "a",
    "start": 0,
    "end": 1,
    "text": "x",
    "sent_start": 0,
    "sent_end": 1,
    "region": "body",
    "rule": "r",
}
OFFICIAL = {"name": "Le Van A", "entity": 1, "id": None}
NUMBER = {"value_max": None, "per": None, "modifier": "exact"}


@pytest.mark.parametrize(
    ("mention", "shown"),
    [
        (
            Official(
                **PLACED, **OFFICIAL, problem=None, titles=("Minister",), meeting_role="chair"
            ),
            "Le Van A; Minister; meeting role chair",
        ),
        (Official(**PLACED, **OFFICIAL, problem=None, titles=(), meeting_role=None), "Le Van A"),
        (
            Agency(
                **PLACED,
                problem=None,
                name="Ministry of Health",
                kind="ministry",
                entity=1,
                id=None,
            ),
            "Ministry of Health; ministry",
        ),
        (
            Locality(
                **PLACED, problem=None, name="Da Nang", kind="city", code="VN-DN", entity=1, id=None
            ),
            "Da Nang; city; VN-DN",
        ),
        (
            Quantity(
                **PLACED,
                **NUMBER,
                problem=None,
                value=13200000,
                unit="count",
                item="roads",
                total=None,
            ),
            "13,200,000 count; roads",
        ),
        (
            Quantity(
                **PLACED,
                problem=None,
                value=30,
                value_max=40,
                unit="VND",
                per="kg",
                item=None,
                total=53,
                modifier="about",
            ),
            "30 to 40 VND per kg; of 53; about",
        ),
        (
            Quantity(
                **PLACED,
                **NUMBER,
                problem="too-large",
                value=None,
                unit=None,
                item=None,
                total=None,
            ),
            "?; problem: too-large",
        ),
        (
            Percentage(
                **PLACED,
                **NUMBER,
                problem=None,
                value=-2.5,
                role="change",
                direction="down",
                points=False,
            ),
            "-2.5%; change down",
        ),
        (
            Percentage(
                **PLACED,
                **NUMBER,
                problem=None,
                value=0.5,
                role="level",
                direction=None,
                points=True,
            ),
            "0.5 percentage points; level",
        ),
        (
            Date(
                **PLACED,
                problem=None,
                first_day="2024-07-10",
                last_day="2024-07-10",
                granularity="day",
                edtf=None,
                modifier=None,
            ),
            "2024-07-10",
        ),
        (
            Date(
                **PLACED,
                problem=None,
                first_day="2024-01-01",
                last_day="2024-12-31",
                granularity="year",
                edtf=None,
                modifier="before",
            ),
            "2024-01-01 to 2024-12-31; before",
        ),
        (
            Date(
                **PLACED,
                problem="no-year",
                first_day=None,
                last_day=None,
                granularity=None,
                edtf=None,
                modifier=None,
            ),
            "?; problem: no-year",
        ),
    ],
)
def test_value(mention, shown):
    assert value(mention) == shown


def test_text_without_its_marks_is_the_article():
    marked = in_brackets(extract(GOOD))
    assert re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", marked) == GOOD
    assert "[July 10, 2024]{date: 2024-07-10}" in marked
    assert "[Pham Minh Chinh]{official: Pham Minh Chinh; Prime Minister}" in marked


def test_colour_has_a_legend_the_text_and_the_values():
    console = Console(force_terminal=True, width=200, color_system="standard", record=True)
    with console.capture() as capture:
        console.print(in_colour(extract(GOOD)))
    shown = re.sub(r"\x1b\[[\d;]*m", "", capture.get())
    assert capture.get() != shown
    assert shown.splitlines()[0].split() == [
        "official",
        "agency",
        "locality",
        "quantity",
        "percentage",
        "date",
    ]
    assert shown.splitlines()[2].strip() == GOOD
    rows = [line.split() for line in shown.splitlines()[5:]]
    assert ["3-16", "date", "July", "10,", "2024", "2024-07-10"] in rows


def test_show_is_plain_when_not_a_terminal(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.txt")])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == in_brackets(extract(GOOD)) + "\n"


def test_show_of_one_record(tmp_path):
    path = tmp_path / "n.jsonl"
    path.write_text('{"id": "a", "text": "The council met."}\n{"id": "b", "text": "It left."}\n')
    assert CliRunner().invoke(app, ["show", str(path)]).stdout == "The council met.\n"
    assert CliRunner().invoke(app, ["show", str(path), "--id", "b"]).stdout == "It left.\n"
    missing = CliRunner().invoke(app, ["show", str(path), "--id", "c"])
    assert (missing.exit_code, missing.stderr) == (
        2,
        f"meeting-extract: {path}: no article with the id 'c'\n",
    )


def test_show_of_nothing(tmp_path):
    result = CliRunner().invoke(app, ["show", str(tmp_path / "gone.txt")])
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"meeting-extract: {tmp_path / 'gone.txt'}: no such file or folder\n",
    )
