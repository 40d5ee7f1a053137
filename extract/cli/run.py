"""``meeting-extract run``: articles in, a folder of records out."""

from pathlib import Path
from typing import Annotated, Any

import typer

from extract.cli.usage import PatternsFolder, Published, day_option, format_option, wrong


def _field(name: str) -> Any:
    return typer.Option(
        f"--{name}-field",
        metavar="NAME",
        help=f"The field of JSON Lines input that holds the {name}.",
    )


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt .md .jsonl), folders, globs in quotes, or - for standard input "
            "(text, or JSON Lines where it starts with a brace).",
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write.")
    ] = Path("output"),
    published: Published = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="The formats to write, with commas.")
    ] = "jsonl,csv",
    workers: Annotated[int, typer.Option(min=1, help="Processes that share the work.")] = 1,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier output in DIR.")
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
        typer.Option("-q", "--quiet", help="No progress bar and no summary; errors are shown."),
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
      cat article.txt | meeting-extract run - -o records

    \b
    Exit status: 0 all was read; 1 some articles failed (named on stderr and in
    errors.jsonl), the others are written; 2 wrong usage, nothing is written.
    """
    from extract.batch import run as run_batch
    from extract.cli.progress import Progress, error_line, print_summary
    from extract.patterns import PatternError
    from extract.read import ENDINGS, read
    from extract.read.fields import Fields
    from extract.read.sources import Source, find_sources
    from extract.records import RunOptions
    from extract.write.folder import OutputError, check

    day = day_option(published)
    chosen = format_option(formats, with_text=not no_text)
    sources = list(find_sources(inputs, ENDINGS))
    if not any(isinstance(source, Source) for source in sources):
        wrong("; ".join(error_line(source) for source in sources if not isinstance(source, Source)))
    fields = Fields(
        id=id_field,
        title=title_field,
        text=text_field,
        url=url_field,
        published=published_field,
        author=author_field,
    )
    options = RunOptions(inputs=tuple(inputs), published=day, formats=chosen, with_text=not no_text)
    try:
        check(output, overwrite=overwrite)
        with Progress(sources, quiet=quiet) as progress:
            record = run_batch(
                read(sources, published=day, fields=fields),
                output,
                options,
                workers=workers,
                patterns=patterns,
                overwrite=overwrite,
                watch=progress.watch,
            )
    except (OutputError, PatternError) as error:
        wrong(str(error))
    if not quiet:
        print_summary(record, output)
    if record.errors:
        raise typer.Exit(1)
