"""The files below a folder or of a glob, one directory at a time, in one stable order.

The order is that of the paths below the folder compared as strings, as if all of them had been
sorted at once; yet only the names of the directories on the way to the present file are held.
"""

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ANY_DEPTH = "**"

Found = tuple[Path, str]  # a file, and its path below the folder


def files_below(
    folder: Path, parts: tuple[str, ...], leave_out: Callable[[Path], bool] = lambda folder: False
) -> Iterator[Found | OSError]:
    """The files below ``folder`` whose path matches ``parts``, the components of a glob.

    Folders below it of which ``leave_out`` says so are not entered.

    ``("**", "*")`` is every file at any depth. A part finds a hidden name only if it starts with a
    dot itself; ``**`` enters no hidden and no linked folder. A folder that cannot be listed gives
    its OSError, in its place.
    """
    matchers = tuple(None if part == ANY_DEPTH else _matcher(part) for part in parts)
    # Folders that are being listed, innermost last.
    open_folders = [_entries(folder, "", _skip_depths({0}, matchers), matchers)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, _Folder):
            if leave_out(entry.path):
                continue
            open_folders.append(_entries(entry.path, entry.name, entry.states, matchers))
        else:
            yield entry


class _Folder:
    """A folder to enter; ``states`` are the parts that its entries may match."""

    def __init__(self, path: Path, name: str, states: frozenset[int]) -> None:
        self.path, self.name, self.states = path, name, states


_Matchers = tuple[re.Pattern[str] | None, ...]


def _entries(
    folder: Path, name: str, states: frozenset[int], matchers: _Matchers
) -> Iterator[Found | _Folder | OSError]:
    names: list[str] = []
    linked: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                # A slash behind a folder's name sorts it where its paths belong.
                is_folder = _is_folder(entry)
                if is_folder and entry.is_symlink():
                    linked.add(entry.name + "/")
                names.append(entry.name + "/" if is_folder else entry.name)
    except OSError as error:
        yield error
        return
    names.sort()
    for entry_name in names:
        if not entry_name.endswith("/"):
            if any(_ends(entry_name, state, matchers) for state in states):
                yield folder / entry_name, name + entry_name
            continue
        inner = _enter(entry_name[:-1], entry_name in linked, states, matchers)
        if inner:
            yield _Folder(folder / entry_name, name + entry_name, inner)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle: said when it is opened
        return False


def _ends(name: str, state: int, matchers: _Matchers) -> bool:
    if state != len(matchers) - 1:
        return False
    matcher = matchers[state]
    return not name.startswith(".") if matcher is None else bool(matcher.fullmatch(name))


def _enter(name: str, linked: bool, states: frozenset[int], matchers: _Matchers) -> frozenset[int]:
    found: set[int] = set()
    for state in states:
        matcher = matchers[state]
        if matcher is None:
            if not name.startswith(".") and not linked:
                found.add(state)
        elif state + 1 < len(matchers) and matcher.fullmatch(name):
            found.add(state + 1)
    return _skip_depths(found, matchers)


def _skip_depths(states: set[int], matchers: _Matchers) -> frozenset[int]:
    """``**`` also stands for no folder at all."""
    for at, matcher in enumerate(matchers[:-1]):
        if matcher is None and at in states:
            states.add(at + 1)
    return frozenset(states)


def _matcher(part: str) -> re.Pattern[str]:
    hidden = "" if part.startswith(".") else r"(?!\.)"
    return re.compile(hidden + fnmatch.translate(part))
