"""``meeting-extract compare``: one output against another."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import wrong


def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD_DIR", help="The earlier output.")],
    new: Annotated[Path, typer.Argument(metavar="NEW_DIR", help="The later output.")],
    gold: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Labels: say which changes are gains, and how scores moved."
        ),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The articles (.txt), where an output lacks their text."),
    ] = None,
) -> None:
    """Show what changed between two outputs, by article and rule.

    \b
    Examples:
      meeting-extract compare outputs/frozen outputs/latest
      meeting-extract compare outputs/frozen outputs/latest --gold gold
    """
    from extract.compare import as_text, compare_folders
    from extract.score import LabelError

    try:
        comparison = compare_folders(old, new, gold, texts)
    except LabelError as error:
        wrong(str(error))
    typer.echo(as_text(comparison), nl=False)
