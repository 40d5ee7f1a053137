"""``meeting-extract audit``: which numbers of the articles contradict each other."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.usage import wrong

if TYPE_CHECKING:
    from extract.records import Finding


def audit(
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT_DIR", help="The folder that run wrote.")
    ],
    every: Annotated[
        bool, typer.Option("--all", help="Show the numbers that are right as well.")
    ] = False,
    fail: Annotated[
        bool, typer.Option("--fail", help="End with exit status 1 where a number is inconsistent.")
    ] = False,
) -> None:
    """Show the numbers and dates of an output that cannot be right, and what they should be.

    Each was recomputed from the others in its sentence where the words say how they belong
    together: a percentage from its part and whole, a change from old and new, a total from its
    parts, a weekday from its date, … Every number may be rounded in its last digit.

    \b
    Examples:
      meeting-extract audit output
      meeting-extract audit output --all
      meeting-extract audit output --fail

    \b
    Exit status: 0 it was shown; 1 with --fail, a number is inconsistent; 2 wrong usage.
    """
    from typing import get_args

    from extract.records import Verdict
    from extract.write.folder import OutputError
    from extract.write.read_back import findings

    counts: Counter[str] = Counter()
    try:
        for verdict in get_args(Verdict):
            for finding in findings(output):
                if finding.verdict == verdict:
                    counts[verdict] += 1
                    if every or verdict == "inconsistent":
                        typer.echo(in_words(finding) + "\n")
    except OutputError as error:
        wrong(str(error))
    parts = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in get_args(Verdict))
    typer.echo(f"{sum(counts.values()):,} checked: {parts}")
    if fail and counts["inconsistent"]:
        raise typer.Exit(1)


def in_words(finding: "Finding") -> str:
    """A finding in a few lines: what it is about, why, and where the article says it."""
    lines = [
        f"{finding.verdict}: {finding.stated} → {finding.recomputed}"
        f" ({finding.check}, {finding.doc_id} at {finding.start})",
        f"  {finding.explanation}",
        *(f"  | {sentence}" for sentence in finding.sentences),
    ]
    return "\n".join(_plain(line) for line in lines)


def _plain(line: str) -> str:
    """A line of an article without what a terminal would act on."""
    indent = line[: len(line) - len(line.lstrip())]
    words = " ".join(line.split())
    return indent + "".join(mark if mark.isprintable() else "�" for mark in words)
