"""``meeting-extract score``: an output against labels made by hand."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import wrong


def score(
    output: Annotated[
        Path,
        typer.Argument(
            metavar="OUTPUT_DIR",
            help="The folder that run wrote; or another folder of labels (then with --texts).",
        ),
    ],
    gold: Annotated[
        Path,
        typer.Option(metavar="DIR", help="The folder of labels: DOC_ID.jsonl for each article."),
    ] = Path("gold"),
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The articles (.txt), where OUTPUT_DIR lacks their text."),
    ] = None,
    errors: Annotated[
        bool,
        typer.Option("--errors", help="List every error by cause, the most costly cause first."),
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the summary as Markdown.")
    ] = False,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write all scores to FILE as JSON."),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            metavar="F", min=0, max=1, help="Exit 1 when strict F1 over all types is under F."
        ),
    ] = None,
    fail_under_record: Annotated[
        float | None,
        typer.Option(
            metavar="F", min=0, max=1, help="Exit 1 when record F1 over all types is under F."
        ),
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Score nothing: write OUTPUT_DIR as labels to correct into DIR."
        ),
    ] = None,
) -> None:
    """Score an output against labels made by hand.

    Strict: span and type are right. Exact: the span. Partial: the span, half a point for an
    overlap. Type: the type, with any overlap. Record: strict, and every value that makes the
    record. Names are compared without case, accents and a leading "the", titles as sets, numbers
    exactly. Brackets of 95 % come from a bootstrap over sentences. Exit status: 0; 1 under
    --fail-under; 2 wrong usage.

    \b
    Examples:
      meeting-extract score output
      meeting-extract score output --errors --json scores.json
      meeting-extract score output --export labels
      meeting-extract score output --gold labels --fail-under 0.9
      meeting-extract score labels-of-ann --gold labels-of-ben --texts articles
    """
    from extract.score import LabelError, read_output, report, score_folders
    from extract.score import errors as score_errors
    from extract.score.export import export as export_labels
    from extract.score.report import as_json

    try:
        if export is not None:
            written = export_labels(read_output(output, texts), export)
            noun = "file" if len(written) == 1 else "files"
            typer.echo(f"{len(written)} {noun} of labels to correct in {export}")
            return
        if not gold.is_dir():
            wrong(f"{gold}: no such folder of labels: name one with --gold")
        scores, table = score_folders(output, gold, texts)
    except LabelError as error:
        wrong(str(error))
    causes = score_errors.list_errors(table) if errors else None
    typer.echo(report.as_markdown(scores) if markdown else report.as_text(scores), nl=False)
    if causes is not None:
        typer.echo("\n" + score_errors.as_text(causes), nl=False)
    if json_file is not None:
        try:
            json_file.write_text(as_json(scores, causes), encoding="utf-8", newline="")
        except OSError as error:
            wrong(f"{json_file}: {error.strerror}")
    total = scores.mentions["all"].schemes
    for option, least, value in (
        ("--fail-under", fail_under, total["strict"].f1),
        ("--fail-under-record", fail_under_record, total["record"].f1),
    ):
        if least is not None and (value or 0.0) < least:
            typer.echo(f"meeting-extract: {option} {least}: it is {report.number(value)}", err=True)
            raise typer.Exit(1)
