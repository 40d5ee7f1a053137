"""``meeting-extract patterns``: rules and lexicons, checked, and every example run."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.usage import wrong


def patterns(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="Rules and lexicons of your own."),
    ] = None,
) -> None:
    """Check rules and lexicons, and run the examples of every rule.

    With DIR its files are laid over the built-in ones, as --patterns DIR does, so that one sees
    whether the built-in rules still hold too.

    \b
    Examples:
      meeting-extract patterns
      meeting-extract patterns my-patterns

    \b
    Exit status: 0 all examples hold; 1 some fail (named on stderr); 2 a file is wrong.
    """
    from extract.patterns import PatternError
    from extract.pipeline import default
    from extract.rule_examples import examples, failure

    try:
        pipeline = default(folder)
        every = list(examples(pipeline.patterns))
    except PatternError as error:
        wrong(str(error))
    failed = 0
    for example in every:
        cause = failure(example, pipeline)
        if cause is not None:
            failed += 1
            typer.echo(f"{example.file}.toml: rule {example.rule!r}: {cause}", err=True)
    rules = len({(example.file, example.rule) for example in every})
    typer.echo(f"{rules} rules, {len(every)} examples and counter-examples, {failed} failed")
    if failed:
        raise typer.Exit(1)
