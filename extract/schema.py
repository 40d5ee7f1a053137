"""JSON Schema of the output's records, made from their types."""

from typing import Any

import msgspec

from extract.glossary import meaning
from extract.records import (
    MENTION_TYPES,
    SCHEMA_VERSION,
    ArticleRecord,
    Entity,
    ErrorRecord,
    Fact,
    Finding,
    Indicator,
    Mention,
    Record,
    RegionSpan,
    RunRecord,
)

# What a line of each file holds; run.json is one record.
FILES: dict[str, Any] = {
    "articles.jsonl": ArticleRecord,
    "mentions.jsonl": Mention,
    "entities.jsonl": Entity,
    "facts.jsonl": Fact,
    "audit.jsonl": Finding,
    "series.jsonl": Indicator,
    "errors.jsonl": ErrorRecord,
    "run.json": RunRecord,
}
_DESCRIBED: tuple[type[Record], ...] = (
    *MENTION_TYPES,
    Entity,
    Fact,
    Finding,
    ArticleRecord,
    RegionSpan,
)


def json_schema() -> dict[str, Any]:
    """One schema document: ``properties`` names the files and what a line of each is."""
    schemas, components = msgspec.json.schema_components(
        FILES.values(), ref_template="#/$defs/{name}"
    )
    for record in _DESCRIBED:
        fields = components[record.__name__]["properties"]
        for name in record.__struct_fields__:
            fields[name] = {"description": meaning(record, name), **fields[name]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of meeting-extract",
        "version": SCHEMA_VERSION,
        "properties": dict(zip(FILES, schemas, strict=True)),
        "$defs": components,
    }
