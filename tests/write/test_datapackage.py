"""The data package: valid for the frictionless library, which reads the same records from it."""

import datetime
import decimal
import json

import frictionless
import pytest

from extract.write import csv
from extract.write.datapackage import HEADERS, write

# Fields of several values, by the type of these.
LISTS = {"titles": str, "warnings": str, "mentions": int, "numbers": int, "sent_starts": int}
LISTS |= {"sent_ends": int}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, results):
    path = tmp_path_factory.mktemp("datapackage")
    write(iter(results), path)
    return path


def errors(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    return report.flatten(["type", "fieldName", "note"])


def test_the_package_of_the_seeds_and_odd_texts_is_valid(folder):
    assert errors(folder) == []
    assert len(frictionless.Package(str(folder / "datapackage.json")).resources) == 10


def test_the_package_of_nothing_is_valid(tmp_path):
    write([], tmp_path)
    assert errors(tmp_path) == []


BROKEN = [
    ("dates.csv", b"0001-01-01", b"1-1-1", "type-error"),
    ("dates.csv", b",span,", b",spam,", "constraint-error"),
    ("officials.csv", b",1,\n", b",99,\n", "foreign-key"),
    ("agencies.csv", b"001_4c1d9aa42b62fcf7,", b"gone,", "foreign-key"),
    ("quantities.csv", b",13,14,", b",10,12,", "primary-key"),
    ("entities.csv", b",official,", b",,", "constraint-error"),
    ("facts.csv", b",-2,", b",two,", "type-error"),
]


@pytest.mark.parametrize(("file", "old", "new", "error"), BROKEN)
def test_what_breaks_the_description_is_found(tmp_path, results, file, old, new, error):
    write(results, tmp_path)
    content = (tmp_path / file).read_bytes()
    assert old in content
    (tmp_path / file).write_bytes(content.replace(old, new))
    assert error in {found[0] for found in errors(tmp_path)}


def plain(name, value):
    """A cell as the records have it."""
    if isinstance(value, str) and value[:1] == "'" and value[1:2] in tuple("=+-@\t\r"):
        value = value[1:]
    if name in LISTS:
        return tuple(LISTS[name](item) for item in value.split("; ")) if value else ()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return float(value) if isinstance(value, decimal.Decimal) else value


def test_the_same_records_come_back(folder, by_table):
    package = frictionless.Package(str(folder / "datapackage.json"))
    for name, records in by_table.items():
        rows = package.get_resource(name).read_rows()
        back = [{key: plain(key, value) for key, value in row.to_dict().items()} for row in rows]
        wanted = [
            {key: record[key] for key in row} for record, row in zip(records, back, strict=True)
        ]
        for row in wanted:  # a sentence may hold what divides them; their offsets tell them apart
            if "sentences" in row:
                row["sentences"] = "; ".join(row["sentences"])
        assert back == wanted
        left_out = {"regions", "text"} if name == "articles" else set()
        assert set(records[0]) - set(back[0]) == left_out


def test_its_tables_are_those_of_csv(folder, tmp_path, results):
    csv.write(results, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".csv"
    }


def test_fields_say_what_they_are():
    package = json.loads(HEADERS["datapackage.json"])
    resources = {resource["name"]: resource for resource in package["resources"]}
    fields = {field["name"]: field for field in resources["percentages"]["schema"]["fields"]}
    assert fields["value"] == {
        "name": "value",
        "type": "number",
        "description": "The number before the per cent sign: 80.44 for '80.44%'.",
        "unit": "%",
    }
    assert fields["direction"]["constraints"] == {"enum": ["down", "up"]}
    assert fields["start"]["constraints"] == {"required": True, "minimum": 0}
    assert resources["officials"]["schema"]["primaryKey"] == ["doc_id", "start"]
    assert resources["officials"]["schema"]["foreignKeys"][1] == {
        "fields": ["doc_id", "entity"],
        "reference": {"resource": "entities", "fields": ["doc_id", "entity"]},
    }
    assert resources["dates"]["description"].startswith("A calendar expression;")
    described = [f["description"] for r in package["resources"] for f in r["schema"]["fields"]]
    assert all(described)
    assert len(described) > 120
