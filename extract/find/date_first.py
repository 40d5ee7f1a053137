"""With which classes a date pattern can start: only rules with a chance are tried."""

import re

_PIECE = re.compile(r"\(\?<?[=!]|\(\?:|\(\?P<\w+>|\(|\)|\||[?*+]|\{\d*,?\d*\}|\[[^\]]*\]|.")
_NOTHING = frozenset({""})
_Starts = frozenset[str]


def first_pairs(pattern: str) -> frozenset[str]:
    """The first two characters of all that ``pattern`` can match; one where it can match one only.

    ``pattern`` has groups, alternatives, repetitions, look-arounds, characters and sets only.

    >>> sorted(first_pairs("(?P<edge>E)?(?:M|(?<=B)D)Y?"))
    ['D', 'DY', 'ED', 'EM', 'M', 'MY']
    """
    starts, _ = _alternatives(_PIECE.findall(pattern), 0)
    return starts


def _then(first: _Starts, second: _Starts) -> _Starts:
    return frozenset((a + b)[:2] for a in first for b in (second if len(a) < 2 else _NOTHING))


def _alternatives(pieces: list[str], at: int) -> tuple[_Starts, int]:
    """The starts, and where the alternatives end (at ``)`` or the end)."""
    starts: _Starts = frozenset()
    while True:
        branch, at = _sequence(pieces, at)
        starts |= branch
        if at < len(pieces) and pieces[at] == "|":
            at += 1
            continue
        return starts, at


def _sequence(pieces: list[str], at: int) -> tuple[_Starts, int]:
    starts = _NOTHING
    while at < len(pieces) and pieces[at] not in (")", "|"):
        piece = pieces[at]
        if piece.startswith("("):
            item, at = _alternatives(pieces, at + 1)
            if "=" in piece or "!" in piece:  # a look-around takes nothing
                item = _NOTHING
        elif piece.startswith("["):
            item = frozenset(piece[1:-1])
        else:
            item = frozenset({piece})
        at += 1
        if at < len(pieces) and (pieces[at] in "?*+" or pieces[at].startswith("{")):
            if pieces[at] != "?":
                item = _then(item, item | _NOTHING)
            if pieces[at] in "?*" or pieces[at].startswith("{0"):
                item |= _NOTHING
            at += 1
        starts = _then(starts, item)
    return starts, at
