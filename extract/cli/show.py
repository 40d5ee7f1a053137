"""``meeting-extract show``: one article with its mentions marked."""

from typing import Annotated

import typer

from extract.cli.usage import PatternsFolder, Published, day_option, wrong


def show(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="A file (see run --help), or - for standard input."),
    ],
    record: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Which article of the file; else the first."),
    ] = None,
    published: Published = None,
    patterns: PatternsFolder = None,
) -> None:
    """Show an article with its mentions and their values: coloured on a terminal, else in brackets.

    \b
    Examples:
      meeting-extract show article.txt
      meeting-extract show news.jsonl --id 2024-07-10-001
      meeting-extract show article.txt --published 2024-07-10 | less
    """
    from rich.console import Console

    from extract.article import Article
    from extract.cli.marked import in_brackets, in_colour
    from extract.cli.progress import error_line
    from extract.patterns import PatternError
    from extract.pipeline import default
    from extract.read import read
    from extract.read.sources import find_sources

    day = day_option(published)
    problems = []
    for item in read(find_sources([article]), published=day):
        if not isinstance(item, Article):
            problems.append(error_line(item))
        elif record is None or item.doc_id == record:
            break
    else:
        wrong(problems[0] if problems else f"{article}: no article with the id {record!r}")
    try:
        result = default(patterns)(item)
    except PatternError as error:
        wrong(str(error))
    console = Console(highlight=False, soft_wrap=True)
    if console.is_terminal:
        console.print(in_colour(result))
    else:
        typer.echo(in_brackets(result))
