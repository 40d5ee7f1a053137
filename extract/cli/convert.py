"""``meeting-extract convert``: other formats from an earlier output."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import format_option, wrong


def convert(
    source: Annotated[
        Path, typer.Argument(metavar="OUTPUT_DIR", help="The folder that run wrote.")
    ],
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="The formats to write, with commas.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder to write; else OUTPUT_DIR itself."
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files of these formats in DIR.")
    ] = False,
) -> None:
    """Write an earlier output in other formats, without extracting again.

    \b
    Examples:
      meeting-extract convert output --format csv
      meeting-extract convert output --format csv,jsonl -o elsewhere --overwrite

    \b
    Exit status: 0 all was written; 1 some formats failed (named on stderr), the others are
    written; 2 wrong usage, nothing is written.
    """
    from extract.cli.progress import error_line
    from extract.write.convert import convert as convert_output
    from extract.write.folder import OutputError

    chosen = format_option(formats)
    target = source if output is None else output
    failed = False
    try:
        for error in convert_output(source, target, chosen, overwrite=overwrite):
            failed = True
            typer.echo(f"meeting-extract: {error_line(error)}", err=True)
    except OutputError as error:
        wrong(str(error))
    if failed:
        raise typer.Exit(1)
    typer.echo(f"{', '.join(chosen)} written to {target}")
