"""What every sub-command shares: one line on stderr and exit status 2 for wrong usage."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from extract.day_stamp import iso_day

Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The articles' own day, such as 2024-07-10: relative dates count from it.",
    ),
]
PatternsFolder = Annotated[
    Path | None,
    typer.Option(
        "--patterns", metavar="DIR", help="Rules and lexicons of your own, over the built-in ones."
    ),
]


def wrong(message: str) -> NoReturn:
    """Say what is wrong and end with exit status 2."""
    typer.echo(f"meeting-extract: {message}", err=True)
    raise typer.Exit(2)


def day_option(published: str | None) -> str | None:
    """The day of ``--published``; wrong usage where it is none."""
    if published is None:
        return None
    try:
        return iso_day(published)
    except ValueError as error:
        wrong(f"--published: {error}")


def format_option(names: str, *, with_text: bool = True) -> tuple[str, ...]:
    """The formats of ``--format``, each once; wrong usage where one cannot be written."""
    from extract.write import refusal

    chosen = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    cause = refusal(chosen, with_text=with_text)
    if cause is not None:
        wrong(f"--format: {cause}")
    return chosen


class PassedBy:
    """Says of the first of the folders that it is told of why they are not read."""

    def __init__(self) -> None:
        self._told = False

    def __call__(self, folder: str | Path) -> None:
        """Take note of ``folder``, in which there is the output of an earlier run."""
        if not self._told:
            typer.echo(
                f"meeting-extract: {folder}: an earlier output, not read (nor are others, if any); "
                "name it to read it",
                err=True,
            )
        self._told = True
