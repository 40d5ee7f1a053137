"""``meeting-extract run``: articles in, a folder of records out."""

from pathlib import Path
from typing import Annotated, Any

import typer

from extract.cli.usage import PatternsFolder, Published, day_option, format_option, wrong

_FORMATS = "jsonl,csv,datapackage"


def _field(name: str) -> Any:
    return typer.Option(
        f"--{name}-field",
        metavar="NAME",
        help=f"The field or column of the input that holds the {name}.",
    )


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt .md .html .jsonl .csv .tsv .parquet .zip; text formats also packed, "
            "such as .jsonl.gz or .csv.zst), folders, globs in quotes, or - for standard input "
            "(text; what it starts with may say HTML, JSON Lines, gzip or Zstandard).",
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help="The folder to write.")
    ] = "output",
    published: Published = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="LIST",
            help=f"The formats to write, with commas; else {_FORMATS}, with --engine ray jsonl.",
        ),
    ] = None,
    report: Annotated[
        bool | None,
        typer.Option(
            "--report/--no-report",
            help="Write report.html, the articles with their records to look at; else where they "
            "are 50 at most. It shows the first 500.",
        ),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Labels made by hand: their scores go into the report."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Processes that share the work; else as many as there are cores. The output is "
            "the same for any number.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            metavar="SECONDS",
            help="What an article may take before it is given up; else a minute, and one more for "
            "each million characters.",
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="local: this machine's processes; ray: a Ray cluster, which reads and writes JSON "
            "Lines and Parquet on any filesystem, such as s3://bucket/news.",
        ),
    ] = "local",
    ray_address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="A Ray cluster that runs already; else one is started on this machine.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the first N articles.")
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only N articles, chosen by their ids."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Another seed gives another sample.")] = 0,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier output in DIR.")
    ] = False,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with a run that was stopped, else start it."),
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the text out of articles.jsonl.")
    ] = False,
    id_field: Annotated[str, _field("id")] = "id",
    title_field: Annotated[str, _field("title")] = "title",
    text_field: Annotated[str, _field("text")] = "text",
    url_field: Annotated[str, _field("url")] = "url",
    published_field: Annotated[str, _field("published")] = "published",
    author_field: Annotated[str, _field("author")] = "author",
    quiet: Annotated[
        bool,
        typer.Option("-q", "--quiet", help="No progress and no summary; errors are shown."),
    ] = False,
    patterns: PatternsFolder = None,
) -> None:
    """Extract the records of articles into a folder.

    \b
    Examples:
      meeting-extract run article.txt
      meeting-extract run news/ -o records --overwrite
      meeting-extract run "news/**/*.md" --published 2024-07-10 --format csv
      meeting-extract run news.jsonl --text-field body --workers 4
      meeting-extract run news.jsonl -o records --resume
      meeting-extract run pages.zip table.csv dump.jsonl.gz -o records
      meeting-extract run news.jsonl -o trial --sample 100 --report
      cat article.txt | meeting-extract run - -o records
      meeting-extract run s3://bucket/news -o s3://bucket/records --engine ray

    \b
    Exit status: 0 all was read; 1 some articles failed (named on stderr and in
    errors.jsonl), the others are written; 2 wrong usage, nothing is written;
    3 the disk is full or no worker can be started, 130 Ctrl-C, 143 SIGTERM: what
    was done is kept, and the same command with --resume goes on.
    """
    from extract.batch import run as run_batch
    from extract.cli.inputs import Inputs
    from extract.cli.progress import Progress, print_summary
    from extract.cli.stopping import stopping
    from extract.patterns import PatternError
    from extract.records import RunOptions
    from extract.report import MOST_ARTICLES
    from extract.resume import FinishedError
    from extract.workers import cores
    from extract.write.folder import OutputError

    if limit is not None and sample is not None:
        wrong("--limit and --sample: only one of them")
    fields = {
        "id": id_field,
        "title": title_field,
        "text": text_field,
        "url": url_field,
        "published": published_field,
        "author": author_field,
    }
    if engine not in ("local", "ray"):
        wrong(f"--engine: {engine!r} is no engine; known: local, ray")
    if formats is None:
        formats = "jsonl" if engine == "ray" else _FORMATS
    chosen = format_option(formats, with_text=not no_text)
    if report:
        format_option("report", with_text=not no_text)
    if gold is not None and not gold.is_dir():
        wrong(f"--gold: {gold}: no such folder of labels")
    options = RunOptions(
        inputs=tuple(inputs),
        published=day_option(published),
        formats=chosen,
        with_text=not no_text,
        fields=fields,
        limit=limit,
        sample=sample,
        seed=seed,
        timeout=timeout,
        report=report,
        gold=None if gold is None else str(gold),
    )
    if engine == "ray":
        from extract.cli.engine import run_on_ray

        if resume:
            wrong("--resume: not with --engine ray, whose chunks are done again where they failed")
        done = run_on_ray(
            output,
            options,
            address=ray_address,
            patterns=patterns,
            overwrite=overwrite,
            quiet=quiet,
        )
        raise typer.Exit(1 if done.errors else 0)
    folder = Path(output)
    found = Inputs(options)
    if resume and found.surveyor is None:
        wrong("--resume: standard input cannot be read again; save it in a file first")
    try:
        with stopping(folder), Progress(found.size, quiet=quiet) as progress:
            record = run_batch(
                found.items(workers or cores()),
                folder,
                options,
                workers=workers or cores(),
                patterns=patterns,
                overwrite=overwrite,
                resume=resume,
                surveyor=found.surveyor,
                position=found.meter,
                watch=progress.watch,
            )
    except FinishedError as finished:
        record = finished.record
        typer.echo(f"meeting-extract: {finished}", err=True)
    except (OutputError, PatternError) as error:
        wrong(str(error))
    if (report or "report" in chosen) and record.articles > MOST_ARTICLES:
        typer.echo(
            f"meeting-extract: report.html shows the first {MOST_ARTICLES} of "
            f"{record.articles:,} articles; --sample {MOST_ARTICLES} chooses from all",
            err=True,
        )
    if not quiet:
        print_summary(record, folder)
    if record.errors:
        raise typer.Exit(1)
