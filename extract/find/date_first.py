"""With which classes a date pattern can start: only rules with a chance are tried."""

import re

_PIECE = re.compile(r"\(\?<?[=!]|\(\?:|\(\?P<\w+>|\(|\)|\||[?*+]|\{\d*,?\d*\}|\[[^\]]*\]|.")


def first_classes(pattern: str) -> set[str]:
    """The characters with which a match of ``pattern`` can begin.

    ``pattern`` has groups, alternatives, repetitions, look-arounds, characters and sets only.

    >>> sorted(first_classes("(?P<edge>E)?(?:M|(?<=B)D)Y"))
    ['D', 'E', 'M']
    """
    pieces = _PIECE.findall(pattern)
    letters, _, _ = _alternatives(pieces, 0)
    return letters


def _alternatives(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """First letters, whether it can be empty, and where it ends (at ``)`` or the end)."""
    letters: set[str] = set()
    empty = False
    while True:
        branch, branch_empty, at = _sequence(pieces, at)
        letters |= branch
        empty = empty or branch_empty
        if at < len(pieces) and pieces[at] == "|":
            at += 1
            continue
        return letters, empty, at


def _sequence(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    empty = True
    while at < len(pieces) and pieces[at] not in (")", "|"):
        piece = pieces[at]
        if piece.startswith("("):
            found, item_empty, at = _alternatives(pieces, at + 1)
            if "=" in piece or "!" in piece:  # a look-around takes nothing
                found, item_empty = set(), True
        elif piece.startswith("["):
            found, item_empty = set(piece[1:-1]), False
        else:
            found, item_empty = {piece}, False
        at += 1
        if at < len(pieces) and (pieces[at] in "?*" or pieces[at].startswith("{0")):
            item_empty = True
            at += 1
        elif at < len(pieces) and (pieces[at] == "+" or pieces[at].startswith("{")):
            at += 1
        if empty:
            letters |= found
        empty = empty and item_empty
    return letters, empty, at
