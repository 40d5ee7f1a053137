"""``meeting-extract series``: the facts of many articles joined into indicators."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.usage import wrong

if TYPE_CHECKING:
    from extract.records import Indicator

_SHOWN = 30  # indicators on the screen; the files hold all


def series(
    source: Annotated[
        Path, typer.Argument(metavar="OUTPUT_DIR", help="The folder that run wrote.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder to write; else OUTPUT_DIR itself."
        ),
    ] = None,
    min_points: Annotated[
        int,
        typer.Option(
            min=1, help="For how many periods an indicator must have values, unless in conflict."
        ),
    ] = 2,
    charts: Annotated[
        bool, typer.Option("--charts", help="Draw each indicator: charts/ID.png and .svg.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier series in DIR.")
    ] = False,
) -> None:
    """Join the facts of many articles into indicators with their values over time.

    Writes series.csv (a line is one value with its sentence) and series.jsonl (a line is one
    indicator), and prints them.

    \b
    Examples:
      meeting-extract series output
      meeting-extract series output -o series --charts --min-points 3
    """
    from extract.series.make import make
    from extract.write.folder import OutputError

    target = source if output is None else output
    try:
        indicators = make(source, target, min_points=min_points, charts=charts, overwrite=overwrite)
    except OutputError as error:
        wrong(str(error))
    for indicator in indicators[:_SHOWN]:
        _print(indicator)
    if len(indicators) > _SHOWN:
        typer.echo(f"… and {len(indicators) - _SHOWN} more\n")
    points = sum(len(indicator.points) for indicator in indicators)
    typer.echo(f"{len(indicators)} indicators, {points} values: {target / 'series.csv'}")


def _print(indicator: "Indicator") -> None:
    from extract.series.names import describe
    from extract.series.periods import period_name

    typer.echo(_plain(describe(indicator)))
    rows = [
        (
            period_name(point.period_first_day, point.period_last_day),
            point.text,
            point.status if point.status != "actual" else "",
            "conflict" if point.conflict else "",
            point.doc_id,
        )
        for point in indicator.points
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width)
        typer.echo(_plain("  " + "  ".join(cells).rstrip()))
    typer.echo("")


def _plain(line: str) -> str:
    """``line`` without control characters, which an article might use to command a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
