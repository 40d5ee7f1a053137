"""From the markup of a page, however broken or hostile, to a tree that holds what people read."""

import re
from typing import Any

from extract.read.limits import LONGEST_MARKUP, TooLongError

# Each alternative always takes all up to its end (of the page where it has none), so that the time
# is linear in the length of the page.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|noscript|template|svg|iframe|object|textarea|select)\b(?P<rest>[^>]*>"
    r".*?(?:</(?P=raw)\b[^>]*>|\Z)|[^>]*\Z)"
    r"|<(?P<name>[a-z][^\s/>]*)[^>]*>?",
    re.IGNORECASE | re.DOTALL,
)
_LINKED_DATA = re.compile(r"""^[^>]*\btype\s*=\s*["']?application/ld\+json""", re.IGNORECASE)
# Longer ones hold no metadata of an article. A page of 200,000 attributes in one tag takes the
# parser minutes.
_LONGEST_LINKED_DATA = 100_000
_LONGEST_TAG = 4_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_PROSE = (
    "//nav|//footer|//aside|//*[@role='navigation' or @role='banner' or @role='contentinfo'"
    " or @role='complementary' or @role='search' or @role='dialog' or @hidden]"
    "|//header[not(ancestor::article or ancestor::main or .//h1)]"
)


def parse(markup: str) -> Any:
    """The lxml tree of a page, without scripts, styles, comments; None where there is none.

    Raises TooLongError where it is too much without these.
    """
    from lxml import etree, html

    plain = _MARKUP.sub(_tame, _CONTROL.sub(" ", markup))
    if len(plain) > LONGEST_MARKUP:
        raise TooLongError(f"more than {LONGEST_MARKUP // 1_000_000} MB of markup")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        return html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def without_frame(tree: Any) -> None:
    """Take out of ``tree`` what its tags say is navigation or frame of the page."""
    for element in tree.xpath(_NOT_PROSE):
        parent = element.getparent()
        if parent is not None:
            element.drop_tree()


def keep_for_reading(tree: Any) -> None:
    """Rename in ``tree`` what trafilatura would take for no prose: days in ``time``, and the form
    that whole pages of some content management systems stand in.
    """
    for element in tree.iter("time"):
        element.tag = "span"
    for element in tree.xpath("//form[.//p or .//h1]"):
        element.tag = "div"


def _tame(match: re.Match[str]) -> str:
    part = match.group()
    if match["name"] is not None:
        # An attribute that long is a picture or a script.
        return part if len(part) <= _LONGEST_TAG else f"<{match['name'][:100]}>"
    if match["raw"] is None or match["raw"].lower() != "script":
        return " "
    is_data = len(part) <= _LONGEST_LINKED_DATA and _LINKED_DATA.match(match["rest"])
    return part if is_data else " "
