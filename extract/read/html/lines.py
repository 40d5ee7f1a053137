"""From the elements of a page, or of what trafilatura makes of it, to lines of text."""

import re
from collections.abc import Iterator
from typing import Any

_UNSEEN = {"head", "title", "script", "style", "noscript", "template", "button", "select"}
_BREAKS = {"lb", "br", "hr"}
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font graphic hi i img ins kbd label"
    " mark nobr q ref s samp small span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_ROWS = {"row", "tr"}
_CELLS = {"cell", "td", "th"}
_BLANK_LINE = re.compile(r"\n\s*\n")
_LONGEST_CELL = 100  # characters; longer ones are columns of a layout, not cells of a table
_CELL_BREAK = "\t"  # as browsers copy tables
# Soft hyphens and what else has no width.
_NO_WIDTH = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))


def lines_of(element: Any, *, is_page: bool) -> list[str]:
    """The lines that ``element`` shows: one a paragraph, heading, item or row of a table.

    ``is_page`` says that the element stems from HTML; else from trafilatura, where ``head`` is a
    heading and not the head of the page.
    """
    unseen = _UNSEEN if is_page else frozenset()
    typed = "pre" if is_page else "code"  # with line breaks of its own, a blank line a paragraph
    found: list[str] = []
    part: list[str] = []

    def end_line() -> None:
        line = plain("".join(part))
        part.clear()
        if line:
            found.append(line)

    def walk(element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in unseen:
            return
        if tag in _BREAKS:
            end_line()
            return
        if tag in _ROWS and (cells := _short_cells(element)) is not None:
            end_line()
            found.extend([_CELL_BREAK.join(cells)] if cells else [])
            return
        is_block = tag not in _INLINE
        if is_block:
            end_line()
        if tag == typed:
            end_line()
            found.extend(filter(None, map(plain, _BLANK_LINE.split("".join(_texts(element))))))
        else:
            part.append(element.text or "")
            for child in element:
                walk(child)
                part.append(child.tail or "")
        if is_block:
            end_line()

    walk(element)
    end_line()
    return found


def plain(text: str) -> str:
    """``text`` in one line, without characters that have no width."""
    return " ".join(text.translate(_NO_WIDTH).split())


def _short_cells(row: Any) -> list[str] | None:
    cells = [plain(" ".join(_texts(cell))) for cell in row if cell.tag in _CELLS]
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        return None
    return [cell for cell in cells if cell]


def _texts(element: Any) -> Iterator[str]:
    return (text for text in element.itertext() if isinstance(text, str))
