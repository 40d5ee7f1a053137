"""How much is read at once, so that no file, however large or hostile, fills the memory."""

from typing import BinaryIO

LONGEST_ARTICLE = 100_000_000  # bytes
LONGEST_PAGE = 20_000_000  # bytes of HTML with its scripts and pictures
LONGEST_MARKUP = 5_000_000  # characters of it without; reading it takes up to 200 times that
LONGEST_SIDECAR = 1_000_000  # bytes


class TooLongError(ValueError):
    """More bytes than are read at once; the message says how many those are."""


def read_whole(stream: BinaryIO, most: int = LONGEST_ARTICLE) -> bytes:
    """All that ``stream`` holds; raises TooLongError where that is more than ``most`` bytes."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise TooLongError(f"longer than {most // 1_000_000} MB; split it into articles")
    return raw
