"""An article's text with its mentions marked, in colour or in brackets."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from extract.result import ArticleResult
from extract.wording import value

__all__ = ["in_brackets", "in_colour", "value"]

_STYLES = {
    "official": "black on bright_cyan",
    "agency": "black on bright_green",
    "locality": "black on bright_yellow",
    "quantity": "black on bright_magenta",
    "percentage": "white on blue",
    "date": "white on red",
}


def in_brackets(result: ArticleResult) -> str:
    """The text with ``[mention]{type: value}`` for each mention.

    ``In [March]{date: 2024-03-01 to 2024-03-31}, [21]{quantity: 21 count, ministries} ministries
    …``
    """
    parts, at = [], 0
    text = result.article.text
    for mention in result.mentions:
        parts += [text[at : mention.start], f"[{mention.text}]{{{mention.type}: {value(mention)}}}"]
        at = mention.end
    return "".join([*parts, text[at:]])


def in_colour(result: ArticleResult) -> Group:
    """The legend, the text with coloured mentions, and a table of their values."""
    legend = Text(" ").join(Text(f" {kind} ", style) for kind, style in _STYLES.items())
    text = Text(result.article.text)
    values = Table("where", "type", "mention", "value", box=None, header_style="dim")
    for mention in result.mentions:
        style = _STYLES[mention.type]
        text.stylize(style, mention.start, mention.end)
        values.add_row(
            f"{mention.start}-{mention.end}",
            Text(mention.type, style),
            Text(mention.text),
            Text(value(mention)),
        )
    return Group(legend, Text(), text, Text(), values)
