"""An article's text with its mentions marked, in colour or in brackets."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from extract.records import Agency, Date, Locality, Mention, Official, Percentage, Quantity
from extract.result import ArticleResult

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


def value(mention: Mention) -> str:
    """The normal value of a mention, short enough to read within the text."""
    match mention:
        case Official():
            parts = [mention.name, *mention.titles, _named("meeting role", mention.meeting_role)]
        case Agency():
            parts = [mention.name, mention.kind]
        case Locality():
            parts = [mention.name, mention.kind, mention.code]
        case Quantity():
            per = f" per {mention.per}" if mention.per else ""
            total = _number(mention.total)
            parts = [
                f"{_range(mention)} {mention.unit or ''}{per}".strip(),
                mention.item,
                _named("of", total),
                _modifier(mention.modifier),
            ]
        case Percentage():
            sign = " percentage points" if mention.points else "%"
            per = f" per {mention.per}" if mention.per else ""
            change = " ".join(filter(None, (mention.role, mention.direction)))
            parts = [_range(mention) + sign + per, change, _modifier(mention.modifier)]
        case Date():
            days = dict.fromkeys(day for day in (mention.first_day, mention.last_day) if day)
            parts = [" to ".join(days) or "?", mention.modifier]
    return "; ".join(filter(None, [*parts, _named("problem:", mention.problem)]))


def _range(mention: Quantity | Percentage) -> str:
    low, high = _number(mention.value), _number(mention.value_max)
    return f"{low or '?'} to {high}" if high else low or "?"


def _number(value: int | float | None) -> str | None:
    return None if value is None else f"{value:,}"


def _modifier(modifier: str | None) -> str | None:
    return None if modifier == "exact" else modifier


def _named(name: str, value: str | None) -> str | None:
    return f"{name} {value}" if value else None
