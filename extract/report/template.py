"""The page: Jinja2 templates filled in, style and script put inside, nothing that may come from
elsewhere.

Text of articles goes through autoescape alone, or as JSON in which no tag can begin. The policy in
the page's head lets run only the script and the style whose digests it names, and load nothing.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import urlsplit

import jinja2
import msgspec
from markupsafe import Markup, escape

from extract.report.article import web_address
from extract.report.tables import Row

_FOLDER: Traversable = files("extract.report") / "page"
_SCRIPTS = ("dom", "cells", "grid", "tables", "records", "locate", "card", "article", "search")
_STYLES = ("colours", "layout", "tables", "text", "charts", "print")

# Bidirectional controls reverse the order of what follows them on screen: each is shut in an
# element of its own, which ends its power, and named by the style sheet.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def fill(**values: Any) -> Iterator[str]:
    """The page in parts, from the template ``page.html``."""
    style = "\n".join(_read(f"{name}.css") for name in _STYLES)
    bodies = "\n".join(_read(f"{name}.js") for name in (*_SCRIPTS, "main"))
    script = f'"use strict";\n(() => {{\n{bodies}\n}})();\n'
    early = 'document.documentElement.className = "js";'
    template = _environment().get_template("page.html")
    return template.generate(
        style=Markup(style),
        script=Markup(script),
        early=Markup(early),
        policy=_policy([early, script], style),
        **values,
    )


def as_json(value: Any) -> Markup:
    r"""JSON for a script element: no ``<`` can end it, no line separator break it.

    >>> print(as_json(["</script>", "\u2028"]))
    ["\u003c/script>","\u2028"]
    """
    text = msgspec.json.encode(value).decode("utf-8")
    for character in "<&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def packed(rows: Iterable[Row]) -> list[list[list[Any]]]:
    """Rows for the script: a cell is its key, then text and target of each part in turn."""
    return [
        [[cell.key, *(item for part in cell.parts for item in part)] for cell in row]
        for row in rows
    ]


def in_text(text: str) -> Markup:
    r"""Characters of an article as markup that a browser reads back unchanged.

    >>> print(in_text("<b>\r\n"))
    &lt;b&gt;&#13;
    <BLANKLINE>
    """
    escaped = str(escape(text)).replace("\r", "&#13;")  # a bare one would be read as \n
    return Markup(_CONTROLS.sub(_named, escaped))


def _named(control: re.Match[str]) -> str:
    return f'<bdi class="control" data-code="U+{ord(control[0]):04X}">{control[0]}</bdi>'


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "json": as_json,
        "in_text": in_text,
        "packed": packed,
        "web_address": web_address,
        "host": lambda address: urlsplit(address).hostname,
        "commas": lambda count: f"{count:,}",
    }
    return environment


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(scripts: Iterable[str], style: str) -> str:
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
