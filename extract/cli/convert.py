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
        str | None,
        typer.Option("--format", metavar="LIST", help="The formats to write, with commas."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder to write; else OUTPUT_DIR itself."
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Add the output to a SQLite database, made if it is not there; articles that are "
            "in it already are replaced, by their doc_id.",
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files of these formats in DIR.")
    ] = False,
) -> None:
    """Write an earlier output in other formats, without extracting again.

    \b
    Examples:
      meeting-extract convert output --format sqlite,parquet
      meeting-extract convert output --format csv,jsonl -o elsewhere --overwrite
      meeting-extract convert output --into news.sqlite

    \b
    Exit status: 0 all was written; 1 some formats failed (named on stderr), the others are
    written; 2 wrong usage, nothing is written.
    """
    from extract.cli.progress import error_line
    from extract.write.convert import convert as convert_output
    from extract.write.convert import merge
    from extract.write.folder import OutputError

    if formats is None and into is None:
        wrong("nothing to write: name --format LIST or --into FILE")
    chosen = () if formats is None else format_option(formats)
    target = source if output is None else output
    failed = False
    try:
        for error in convert_output(source, target, chosen, overwrite=overwrite):
            failed = True
            typer.echo(f"meeting-extract: {error_line(error)}", err=True)
        if into is not None:
            merge(source, into)
    except OutputError as error:
        wrong(str(error))
    if failed:
        raise typer.Exit(1)
    if chosen:
        typer.echo(f"{', '.join(chosen)} written to {target}")
    if into is not None:
        typer.echo(f"added to {into}")
