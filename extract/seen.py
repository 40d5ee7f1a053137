"""The ids and texts that came already in a run, in about sixty bytes an article.

The ids are kept as they are, so that two ids are told apart for certain. Of a text only 8 bytes of
its digest are kept: an article that is taken for a duplicate is extracted all the same, and of a
million different texts two agree in those bytes once in thirty million runs.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterator

_FIRST_SLOTS = 1 << 10  # a power of two
_FULL = 2 / 3  # of the slots of a table


class Seen:
    """Which ids and texts came already.

    >>> seen = Seen()
    >>> seen.add("a", "One  text"), seen.add("b", "Another"), seen.add("c", "One text")
    (None, None, 'a')
    >>> seen.knows("c"), seen.knows("d")
    (True, False)
    """

    def __init__(self) -> None:
        self._ids = bytearray()
        self._ends = array("Q")  # where each id ends in _ids
        self._texts = array("Q")  # of each text, 8 bytes of its digest
        self._by_id = _Table(lambda number: hash(self._id(number)))
        self._by_text = _Table(self._texts.__getitem__)

    def knows(self, doc_id: str) -> bool:
        """Whether an article of this id was added."""
        raw = _bytes(doc_id)
        return any(self._id(number) == raw for number in self._by_id.candidates(hash(raw)))

    def add(self, doc_id: str, text: str) -> str | None:
        """Keep an article of a new id; the id of the first one with the same text but for white
        space, if there is any.
        """
        return self.add_key(doc_id, text_key(text))

    def add_key(self, doc_id: str, key: int) -> str | None:
        """Keep an article by its id and the key of its text, as ``add`` does."""
        raw = _bytes(doc_id)
        self._ids += raw
        self._ends.append(len(self._ids))
        self._texts.append(key)
        number = len(self._ends) - 1
        self._by_id.add(hash(raw), number)
        for earlier in self._by_text.candidates(key):
            if self._texts[earlier] == key:
                return self._id(earlier).decode("utf-8", "surrogatepass")
        self._by_text.add(key, number)
        return None

    def _id(self, number: int) -> bytes:
        return bytes(self._ids[self._ends[number - 1] if number else 0 : self._ends[number]])


class _Table:
    """Numbers by key, 4 bytes a slot: a hash table whose keys are kept elsewhere."""

    def __init__(self, key_of: Callable[[int], int]) -> None:
        self._key_of = key_of
        self._slots = array("I", [0]) * _FIRST_SLOTS  # the number and one; 0 is free
        self._used = 0

    def candidates(self, key: int) -> Iterator[int]:
        """The numbers that may have ``key``."""
        slots, mask = self._slots, len(self._slots) - 1
        at = key & mask
        while slots[at]:
            yield slots[at] - 1
            at = (at + 1) & mask

    def add(self, key: int, number: int) -> None:
        """Add ``number``."""
        if self._used >= _FULL * len(self._slots):
            self._grow()
        self._place(key, number)
        self._used += 1

    def _place(self, key: int, number: int) -> None:
        slots, mask = self._slots, len(self._slots) - 1
        at = key & mask
        while slots[at]:
            at = (at + 1) & mask
        slots[at] = number + 1

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("I", [0]) * (2 * len(old))
        for slot in old:
            if slot:
                self._place(self._key_of(slot - 1), slot - 1)


def _bytes(doc_id: str) -> bytes:
    return doc_id.encode("utf-8", "surrogatepass")


def text_key(text: str) -> int:
    """8 bytes of the digest of ``text``, whatever its white space."""
    plain = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest())
