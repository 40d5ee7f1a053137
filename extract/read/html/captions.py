"""Captions of pictures, put back where they stand in the article: trafilatura leaves them out."""

import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

from extract.read.html.lines import plain

_MARKED = (
    "//figcaption|//*[self::p or self::div or self::span or self::em or self::td or self::dd]"
    "[contains(@class, 'aption')]"
)
# Of pictures that lead elsewhere.
_ELSEWHERE = (
    "ancestor::a|ancestor::nav|ancestor::aside|ancestor::footer|ancestor::*["
    "contains(@class, 'elated') or contains(@class, 'sidebar') or contains(@class, 'teaser')"
    " or contains(@class, 'promo') or contains(@class, 'recommend')"
    " or contains(@class, 'most-read')]"
)
_PICTURES = "descendant::img|descendant::picture|descendant::video|descendant::iframe"
_PICTURE_ABOVE = 3  # levels between a caption and what holds its picture too
_LONGEST = 600  # characters; a longer one is text with a picture in it
_SHORTEST = 3
_MOST = 200  # captions looked at in a page
_KEY = 60  # characters by which a line is found on the page again
_SHORTEST_KEY = 20
_FAR = 100_000  # characters in which it is looked for
_NEAR = 60  # characters between the last line and a caption that still belongs to the article


class _Caption(NamedTuple):
    at: int  # characters of the page above it, white space not counted
    text: str
    is_figure: bool


def with_captions(lines: list[str], tree: Any) -> list[str]:
    """``lines`` of the article with the captions that ``tree``, the page, has among them.

    A caption above the first line counts if it stands below the headline, one below the last if
    next to nothing is between them.
    """
    captions = list(itertools.islice(_captions(tree), _MOST))
    if not captions or not lines:
        return lines
    page = _squeeze("".join(tree.itertext()))
    starts = _positions(lines, page)
    known = [(start, at) for at, start in enumerate(starts) if start is not None]
    if not known:
        return lines
    headline = _end_of_headline(tree, page)
    taken = _squeeze("".join(lines))
    last = known[-1][0] + len(_squeeze(lines[known[-1][1]]))
    found: dict[int, list[str]] = {}
    for caption in captions:
        if _squeeze(caption.text) in taken:
            continue
        below = next((at for start, at in known if start > caption.at), None)
        if below is None:
            if not caption.is_figure or caption.at > last + _NEAR:
                continue
            below = len(lines)
            last = caption.at + len(_squeeze(caption.text))
        elif below == known[0][1] and not (headline is not None and caption.at >= headline):
            continue
        found.setdefault(below, []).append(caption.text)
        taken += _squeeze(caption.text)
    whole: list[str] = []
    for at in range(len(lines) + 1):
        whole += found.get(at, ())
        whole += lines[at : at + 1]
    return whole


def _captions(tree: Any) -> Iterator[_Caption]:
    marked = set(tree.xpath(_MARKED)[: 5 * _MOST])
    if not marked:
        return
    at = 0
    inside: Any = None  # the outermost caption that the walk is in
    for event, element in _walk(tree):
        if event == "start":
            if inside is None and element in marked:
                inside = element
                text = plain("".join(element.itertext()))
                if _SHORTEST <= len(text) <= _LONGEST and _of_picture(element):
                    yield _Caption(at, text, element.tag == "figcaption")
            at += len(_squeeze(element.text or ""))
        else:
            if element is inside:
                inside = None
            at += len(_squeeze(element.tail or ""))


def _walk(tree: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(tree, events=("start", "end"))


def _of_picture(element: Any) -> bool:
    if element.xpath(_ELSEWHERE):
        return False
    above = element
    for _ in range(_PICTURE_ABOVE):
        above = above.getparent()
        if above is None:
            return False
        if above.tag == "figure" or above.xpath(_PICTURES):
            return True
    return False


def _positions(lines: list[str], page: str) -> list[int | None]:
    """Where each line starts on the page, in order; None for one that is not found there."""
    found: list[int | None] = []
    after = 0
    for line in lines:
        key = _squeeze(line)[:_KEY]
        at = page.find(key, after, after + _FAR) if len(key) >= _SHORTEST_KEY else -1
        found.append(at if at >= 0 else None)
        if at >= 0:
            after = at + len(key)
    return found


def _end_of_headline(tree: Any, page: str) -> int | None:
    for heading in tree.iter("h1"):
        text = _squeeze("".join(heading.itertext()))
        if text:
            return page.find(text) + len(text)
    return None


def _squeeze(text: str) -> str:
    return "".join(text.split())
