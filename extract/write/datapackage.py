"""Frictionless Data Package: the CSV files, and ``datapackage.json`` that says what is in them.

The description is the same for every output, as the record types alone make it.
https://specs.frictionlessdata.io/data-package/
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from extract.records import SCHEMA_VERSION
from extract.result import ArticleResult
from extract.write import csv
from extract.write.columns import Column
from extract.write.streamed import write_streamed
from extract.write.tables import TABLES, Table

_TYPES = {"text": "string", "day": "date"}


def _field(column: Column) -> dict[str, Any]:
    description = column.description
    constraints: dict[str, Any] = {}
    if column.many:
        description += " Several are joined with '; '."
    else:
        if not column.nullable:
            constraints["required"] = True
        if column.choices:
            constraints["enum"] = list(column.choices)
        if column.kind == "integer":
            constraints["minimum"] = 0
    kind = "string" if column.many else _TYPES.get(column.kind, column.kind)
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": description}
    if column.unit:
        field["unit"] = column.unit
    if constraints:
        field["constraints"] = constraints
    return field


def _resource(table: Table) -> dict[str, Any]:
    columns = csv.columns(table)
    optional = {column.name for column in columns if column.nullable}
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    # A key of several columns of which one is empty refers to nothing in SQL, but is an error for
    # the frictionless library: those are left to SQLite.
    references = [r for r in table.references if not optional & set(r.columns)]
    if references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {"resource": reference.table, "fields": list(reference.to)},
            }
            for reference in references
        ]
    return {
        "name": table.name,
        "path": csv.file_of(table.name),
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {**schema, "missingValues": [""]},
    }


PACKAGE = {
    "profile": "tabular-data-package",
    "name": "meeting-extract-records",
    "title": "Records of government meetings, extracted from news articles",
    "description": "People, bodies, places, quantities, percentages and dates of each article, "
    "what its numbers measure, and how far they agree. A text that begins like a formula of a "
    "spreadsheet (= + - @) has an apostrophe before it.",
    "version": SCHEMA_VERSION,
    "resources": [_resource(table) for table in TABLES],
}
HEADERS = {
    **csv.HEADERS,
    "datapackage.json": msgspec.json.format(msgspec.json.encode(PACKAGE)) + b"\n",
}


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the tables of ``results`` and their description into ``folder``."""
    write_streamed(results, folder, HEADERS, csv.rows)
