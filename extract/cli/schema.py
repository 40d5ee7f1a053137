"""``meeting-extract schema``: JSON Schema of every record."""

import typer


def schema() -> None:
    """Print the JSON Schema of every record.

    \b
    Example:
      meeting-extract schema > schema.json
    """
    import msgspec

    from extract.schema import json_schema

    typer.echo(msgspec.json.format(msgspec.json.encode(json_schema())).decode())
