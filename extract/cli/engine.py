"""``meeting-extract run --engine ray``: the same run on a cluster."""

from pathlib import Path

import typer

from extract.cli.progress import error_line, print_summary
from extract.cli.usage import PassedBy, wrong
from extract.records import RunOptions, RunRecord


def run_on_ray(
    output: str,
    options: RunOptions,
    *,
    address: str | None,
    patterns: Path | None,
    overwrite: bool,
    quiet: bool,
) -> RunRecord:
    """Run ``options`` on Ray; wrong usage where it cannot do what they ask for."""
    from extract.engines.parts import KINDS
    from extract.engines.plan import PlanError
    from extract.engines.ray import run
    from extract.job import Outcome

    unable = {
        "--limit": options.limit is not None,
        "--sample": options.sample is not None,
        "--report": bool(options.report),
        "--gold": options.gold is not None,
    }
    for option in (name for name, asked in unable.items() if asked):
        wrong(f"{option}: not with --engine ray")
    other = [name for name in options.formats if name not in KINDS]
    if other:
        wrong(f"--format: --engine ray writes {' and '.join(KINDS)}, not {', '.join(other)}")

    def watch(outcome: Outcome) -> None:
        for error in outcome.errors:
            typer.echo(f"meeting-extract: {error_line(error)}", err=True)

    try:
        record = run(
            output,
            options,
            address=address,
            patterns=patterns,
            overwrite=overwrite,
            watch=watch,
            passed_by=PassedBy(),
        )
    except PlanError as error:
        wrong(str(error))
    if not quiet:
        print_summary(record, Path(output))
    return record
