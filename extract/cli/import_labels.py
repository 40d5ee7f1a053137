"""``meeting-extract import``: annotations corrected in a tool, as labels."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import wrong


def import_labels(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FILE_OR_FOLDER",
            help="A brat collection (or one .ann), a JSON export of Label Studio, or the output "
            "folder of a run that wrote one of them.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="GOLD_DIR", help="The folder of labels to write."),
    ],
    tool: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="TOOL", help="brat or label-studio, where the files do not say."
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace labels of the same articles in GOLD_DIR.")
    ] = False,
) -> None:
    """Turn annotations that were corrected in brat or Label Studio into labels for score.

    Every label is checked as score checks it. A mention that lacks what the guide asks for (a name,
    a kind, a value with its unit, the days of a date) is an error that names it; nothing is written
    then. Exit status: 0; 2 wrong usage or annotations that cannot be taken.

    \b
    Examples:
      meeting-extract import records/brat -o labels
      meeting-extract import export.json -o labels --from label-studio
      meeting-extract score records --gold labels
    """
    from extract.corrected import TOOLS
    from extract.corrected import import_labels as import_from
    from extract.score import LabelError

    if tool is not None and tool not in TOOLS:
        wrong(f"--from: {tool!r} is no tool; known: {', '.join(TOOLS)}")
    if not source.exists():
        wrong(f"{source}: no such file or folder")
    try:
        done = import_from(source, output, tool, overwrite=overwrite)
    except LabelError as error:
        for line in str(error).splitlines()[:-1]:
            typer.echo(f"meeting-extract: {line}", err=True)
        wrong(str(error).splitlines()[-1])
    for warning in done.warnings:
        typer.echo(f"meeting-extract: {warning}", err=True)
    nouns = [
        f"{count:,} {noun}{'s' * (count != 1)}"
        for count, noun in (
            (done.articles, "article"),
            (done.mentions, "mention"),
            (done.facts, "fact"),
        )
    ]
    typer.echo(f"{', '.join(nouns)} written to {output}")
