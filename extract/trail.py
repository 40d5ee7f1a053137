"""What was read so far, told by a digest of all of it: so that a run goes on where it stopped."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from extract.read import Read

_encode = msgspec.msgpack.Encoder().encode


class Mark(NamedTuple):
    """A place between two items: how many came before, their digest, where reading was."""

    items: int
    digest: str
    position: int


START = Mark(0, "", 0)


class Trail:
    """Passes items on, and remembers the marks behind those that were not ``passed`` yet.

    >>> trail = Trail(iter([]))
    >>> list(trail), trail.passed(0)
    ([], Mark(items=0, digest='', position=0))
    """

    def __init__(self, items: Iterable[Read], position: Callable[[], int] = lambda: 0) -> None:
        self._items = iter(items)
        self._position = position
        self._last = START
        self._read = START
        self._marks: deque[Mark] = deque()

    def __iter__(self) -> Iterator[Read]:
        return self

    def __next__(self) -> Read:
        item = next(self._items)
        content = self._read.digest.encode() + _encode(item)
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
        self._read = Mark(self._read.items + 1, digest, self._position())
        self._marks.append(self._read)
        return item

    def passed(self, items: int) -> Mark:
        """The mark behind the next ``items``, which are then forgotten."""
        for _ in range(items):
            self._last = self._marks.popleft()
        return self._last

    def skip(self, items: int) -> Mark:
        """Read ``items`` and give the mark behind them, or behind the last that there is."""
        for _ in range(items):
            if next(self, None) is None:
                break
            self.passed(1)
        return self._last
