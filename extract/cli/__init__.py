"""The command ``meeting-extract``: one module a sub-command.

Each imports what it needs when it runs, so that help is there at once.
"""

from typing import Annotated

import typer

from extract.cli.audit import audit
from extract.cli.compare import compare
from extract.cli.convert import convert
from extract.cli.import_labels import import_labels
from extract.cli.patterns import patterns
from extract.cli.report import report
from extract.cli.run import run
from extract.cli.schema import schema
from extract.cli.score import score
from extract.cli.series import series
from extract.cli.show import show
from extract.version import __version__

app = typer.Typer(
    name="meeting-extract",
    help="Turn news articles about government meetings into records: people, bodies, places, "
    "quantities, percentages and dates.",
    epilog="Each command has a help of its own with examples: meeting-extract run --help",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"meeting-extract {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


app.command()(run)
app.command()(convert)
app.command()(series)
app.command()(report)
app.command()(audit)
app.command()(score)
app.command()(compare)
app.command(name="import")(import_labels)
app.command()(show)
app.command()(patterns)
app.command()(schema)
