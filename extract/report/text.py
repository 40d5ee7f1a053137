"""An article's text cut into paragraphs and pieces, so that every character stays where it was.

The page shows the pieces one after the other and nothing between them: the n-th character of what a
browser holds is the n-th of the article, line ends and emoji included.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.records import Mention, RegionSpan

# A browser drops NUL, and UTF-8 has no lone surrogates: one replacement character for each keeps
# the offsets.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")


class Run(NamedTuple):
    """Characters that stand together, after the targets of links that lead to their start."""

    targets: tuple[str, ...]
    text: str


class Piece(NamedTuple):
    """A mention, or what is between two of them; ``region`` is that of its first character."""

    mention: Mention | None
    region: str
    runs: tuple[Run, ...]


class Paragraph(NamedTuple):
    """A line of the text with its line end."""

    region: str
    blank: bool
    pieces: tuple[Piece, ...]


def clean(text: str) -> str:
    r"""The text as a page can hold it, of the same length.

    >>> clean("a\x00b\ud800")
    'a�b�'
    """
    return _UNWRITABLE.sub("�", text)


def paragraphs(
    text: str,
    mentions: Sequence[Mention],
    regions: Sequence[RegionSpan],
    targets: Iterable[tuple[int, int]] = (),
) -> Iterator[Paragraph]:
    """The whole text; ``targets`` are the spans, beside the mentions, that links lead to.

    A line end within a mention does not end its paragraph.
    """
    text = clean(text)
    marked = {(mention.start, mention.end) for mention in mentions}
    at: dict[int, list[str]] = {}
    for start, end in sorted(set(targets) - marked):
        at.setdefault(start, []).append(f"{start}-{end}")
    cuts = sorted(at)
    starts = [region.start for region in regions]
    kinds = [region.kind for region in regions]
    pieces: list[Piece] = []

    def piece(start: int, end: int, mention: Mention | None) -> Piece:
        inner = cuts[bisect_right(cuts, start) : bisect_right(cuts, end - 1)]
        bounds = [start, *inner, end]
        runs = (Run(tuple(at.get(a, ())), text[a:b]) for a, b in pairwise(bounds))
        index = bisect_right(starts, start) - 1
        region = kinds[index] if index >= 0 and start < regions[index].end else "body"
        return Piece(mention, region, tuple(runs))

    done = 0
    for end, mention in _mentions_and_gaps(mentions, len(text)):
        while done < end:
            line_end = None if mention else _LINE_END.search(text, done, end)
            stop = line_end.end() if line_end else end
            pieces.append(piece(done, stop, mention))
            done = stop
            if line_end:
                yield _paragraph(pieces)
                pieces = []
    if pieces:
        yield _paragraph(pieces)


def _mentions_and_gaps(
    mentions: Sequence[Mention], length: int
) -> Iterator[tuple[int, Mention | None]]:
    """Where each mention and what is before it ends, in turn."""
    for mention in mentions:
        yield mention.start, None
        yield mention.end, mention
    yield length, None


def _paragraph(pieces: list[Piece]) -> Paragraph:
    written = [p for p in pieces if any(not run.text.isspace() for run in p.runs)]
    region = (written or pieces)[0].region
    return Paragraph(region, not written, tuple(pieces))
