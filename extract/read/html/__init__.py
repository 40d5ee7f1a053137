"""Web pages (``.html``, ``.htm``): the article of a page and what the page says of it.

characters  bytes → characters
markup      characters → tree, without scripts, however broken or hostile the page
lines       tree → lines of text
captions    captions of pictures among them
"""

import copy
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from extract.article import Article
from extract.day_stamp import iso_day
from extract.read.fields import Fields
from extract.read.html.captions import with_captions
from extract.read.html.characters import decode
from extract.read.html.lines import lines_of, plain
from extract.read.html.markup import keep_for_reading, parse, without_frame
from extract.read.limits import LONGEST_PAGE, TooLongError, read_whole
from extract.read.page import Page
from extract.read.sources import Source
from extract.records import ErrorRecord

_NO_ARTICLE = "no article in this page"
# The first day that the page itself names as that of its publication; never one of the text, and
# never one by today's date.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_SHORTEST_PROSE = 5  # words in a line that is no link, without which a page is a list of links
_LONGEST_HEADLINE = 300  # characters
_TOP = 5  # lines among which a headline stands if the article's text has it


class _NoArticleError(ValueError):
    """A page has no article; the message says why."""


def read(stream: BinaryIO, source: Source, _: Fields) -> Iterator[Page | ErrorRecord]:
    """The page in ``stream``, in which `article` finds its article."""
    try:
        yield Page(raw=read_whole(stream, LONGEST_PAGE), name=source.name)
    except TooLongError as error:
        yield source.error(str(error))


def article(page: Page) -> Article | ErrorRecord:
    """The article of a page: each paragraph, heading, item, row of a table and caption a line."""
    source = Source(None, page.name)
    try:
        import lxml.html  # noqa: F401
        import trafilatura  # noqa: F401
    except ImportError:
        return source.error("web pages need trafilatura: pip install 'meeting-extract[html]'")
    # What they find wrong with a page they also tell by giving nothing for it.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = _article(page.raw, source)
    except (TooLongError, _NoArticleError) as error:
        return source.error(str(error))
    except Exception as error:  # the libraries meet pages of every kind
        return source.error(f"{_NO_ARTICLE}: {type(error).__name__}: {error}"[:300])
    warnings = (*found.warnings, *page.warnings)
    return msgspec.structs.replace(found, warnings=warnings, **page.known)


def _article(raw: bytes, source: Source) -> Article:
    if not raw.strip():
        raise _NoArticleError("empty")
    decoded = decode(raw)
    if "\0" in decoded.text[:1000]:
        raise _NoArticleError("binary, not a web page")
    tree = parse(decoded.text)
    if tree is None:
        raise _NoArticleError(_NO_ARTICLE)
    metadata = _metadata(tree)
    lines = _lines(tree, metadata.get("title"))
    if not lines:
        raise _NoArticleError(_NO_ARTICLE)
    return msgspec.structs.replace(
        Article(text="\n".join(lines) + "\n", doc_id=source.stem, source=source.name),
        warnings=(decoded.warning,) if decoded.warning else (),
        **metadata,
    )


def _metadata(tree: Any) -> dict[str, str]:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, None, _DATES)
    metadata = {
        "title": plain(found.title or ""),
        "url": found.url or "",
        "author": plain(found.author or "").replace("; ", ", "),
        "published": _day(found.date),
    }
    return {name: value for name, value in metadata.items() if value}


def _day(date: str | None) -> str:
    try:
        return iso_day(date or "")
    except ValueError:
        return ""


def _lines(tree: Any, title: str | None) -> list[str]:
    """The article's lines; none where the page has only links."""
    import trafilatura

    page = copy.deepcopy(tree)
    keep_for_reading(page)
    without_frame(page)
    found: Any = trafilatura.bare_extraction(copy.deepcopy(page), include_comments=False)
    if found is None or _is_rescue(found.body):
        # Too short for trafilatura, whose rescue takes all lines of the page as they stand.
        lines = lines_of(page, is_page=True)
    else:
        lines = lines_of(found.body, is_page=False)
    links = {plain("".join(link.itertext())) for link in page.iter("a")} - {title}
    while lines and lines[0] in links:
        del lines[0]
    while lines and lines[-1] in links:
        del lines[-1]
    if not any(len(line.split()) >= _SHORTEST_PROSE and line not in links for line in lines):
        return []
    return with_captions(_with_headline(lines, tree, title), page)


def _is_rescue(body: Any) -> bool:
    return len(body) == 1 and len(body[0]) == 0 and "\n" in (body[0].text or "")


def _with_headline(lines: list[str], tree: Any, title: str | None) -> list[str]:
    """``lines`` with the page's headline above them, where they lack it."""
    headings = [plain("".join(heading.itertext())) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if 0 < len(heading) <= _LONGEST_HEADLINE]
    headline = title if title in headings else headings[0] if len(headings) == 1 else None
    if headline is None or headline in lines[:_TOP]:
        return lines
    return [headline, *lines]
