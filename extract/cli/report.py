"""``meeting-extract report``: a page of an earlier output, to look at."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import wrong


def report(
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT_DIR", help="The folder that run wrote.")
    ],
    gold: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Labels made by hand: their scores go into the report too."
        ),
    ] = None,
) -> None:
    """Write report.html into an earlier output: the articles with their records, to look at.

    One file, which opens in a browser without a network. It shows at most 500 articles. Exit
    status: 0; 2 wrong usage, nothing is written.

    \b
    Examples:
      meeting-extract report output
      meeting-extract report output --gold gold
    """
    from extract.report import FILE, write_page
    from extract.score.labels import LabelError
    from extract.write.folder import OutputError
    from extract.write.read_back import results

    if gold is not None and not gold.is_dir():
        wrong(f"{gold}: no such folder of labels")
    try:
        shown, left_out = write_page(results(output, need_text=True), output, gold)
    except (OutputError, LabelError) as error:
        wrong(str(error))
    except OSError as error:
        wrong(f"{output / FILE}: {error.strerror}")
    part = f"the first {shown:,} of {shown + left_out:,} articles" if left_out else "all articles"
    typer.echo(f"{part} in {output / FILE}")
