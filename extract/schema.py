"""JSON Schema of the output's records, made from their types."""

from typing import Any

import msgspec

from extract.records import (
    SCHEMA_VERSION,
    ArticleRecord,
    Entity,
    ErrorRecord,
    Fact,
    Finding,
    Mention,
    RunRecord,
)

# What a line of each file holds; run.json is one record.
FILES: dict[str, Any] = {
    "articles.jsonl": ArticleRecord,
    "mentions.jsonl": Mention,
    "entities.jsonl": Entity,
    "facts.jsonl": Fact,
    "audit.jsonl": Finding,
    "errors.jsonl": ErrorRecord,
    "run.json": RunRecord,
}


def json_schema() -> dict[str, Any]:
    """One schema document: ``properties`` names the files and what a line of each is."""
    schemas, components = msgspec.json.schema_components(
        FILES.values(), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of meeting-extract",
        "version": SCHEMA_VERSION,
        "properties": dict(zip(FILES, schemas, strict=True)),
        "$defs": components,
    }
