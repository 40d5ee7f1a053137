"""The command as a whole: help, version, schema, and how fast it starts."""

import json
import resource
import subprocess
import sys

import msgspec
import pytest
from typer.testing import CliRunner

from extract import __version__, extract
from extract.cli import app
from extract.records import ErrorRecord
from extract.schema import json_schema

COMMANDS = [
    "run",
    "convert",
    "series",
    "report",
    "audit",
    "score",
    "compare",
    "import",
    "show",
    "patterns",
    "schema",
]


def test_version():
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"meeting-extract {__version__}\n")


def test_help_lists_the_commands():
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    listed = result.stdout.split("Commands:")[1].split("\n\n")[0]
    assert [
        line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "
    ] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples(command):
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"\n    meeting-extract {command}" in result.stdout


def test_help_and_import_start_without_heavy_libraries():
    code = (
        "import sys, extract, extract.cli; "
        "print(sorted({'spacy', 'pandas', 'numpy', 'dateparser', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_help_takes_less_than_half_a_second():
    def seconds():
        """The processor's, not the clock's, which a busy machine lets run on."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "extract", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # It shares its core with others where there are many: a few tries find it alone.
    assert any(seconds() < 0.5 for _ in range(10))


def test_schema_names_every_record():
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert schema == json_schema()
    assert list(schema["properties"]) == [
        "articles.jsonl",
        "mentions.jsonl",
        "entities.jsonl",
        "facts.jsonl",
        "audit.jsonl",
        "series.jsonl",
        "errors.jsonl",
        "run.json",
    ]
    assert sorted(schema["$defs"]) == [
        "Agency",
        "ArticleRecord",
        "Date",
        "Entity",
        "ErrorRecord",
        "Fact",
        "Finding",
        "Indicator",
        "Locality",
        "Official",
        "Percentage",
        "Point",
        "Quantity",
        "RegionSpan",
        "RunOptions",
        "RunRecord",
    ]


def test_schema_is_true_of_the_records():
    text = (
        "HANOI - Deputy Prime Minister Tran Van Minh of the Ministry of Finance met on July 10, "
        "2024 about 12 roads, up 5%."
    )
    result = extract(text)
    schema = json_schema()["$defs"]
    records = [*result.mentions, *result.entities, result.article]
    records.append(ErrorRecord(source="a", record=None, error="b"))
    seen = set()
    for record in records:
        definition = schema[type(record).__name__]
        values = msgspec.to_builtins(record)
        seen.add(type(record).__name__)
        assert sorted(definition["required"]) == sorted(definition["properties"]) == sorted(values)
        assert definition["additionalProperties"] is False
    assert {"Official", "Agency", "Locality", "Quantity", "Percentage", "Date"} <= seen


def test_mention_schema_tells_the_types_apart():
    schema = json_schema()
    mention = schema["properties"]["mentions.jsonl"]
    assert mention["discriminator"]["propertyName"] == "type"
    assert schema["$defs"]["Date"]["properties"]["type"] == {"enum": ["date"]}
    assert schema["$defs"]["Date"]["properties"]["start"] == {
        "description": "Where it starts in the article's text; the first character is 0.",
        "type": "integer",
    }
    assert schema["$defs"]["Date"]["properties"]["first_day"] == {
        "description": "The first day of the period, which is part of it.",
        "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}],
    }
