"""What is packed (gzip, Zstandard, a member of a zip) as a stream of what it holds.

Nothing is unpacked to disk, and never more at once than is asked for.
"""

import gzip
import io
import zipfile
import zlib
from typing import Any, BinaryIO, Protocol

_CHUNK = 1024  # bytes unpacked at once: Zstandard makes at most 32 MB of them


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def close(self) -> Any: ...


class Unpacked(io.RawIOBase):
    """A stream whose errors of unpacking are OSErrors that say ``broken off``."""

    def __init__(self, inner: _Readable, kind: str) -> None:
        super().__init__()
        self._inner = inner
        self._kind = kind

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer`` and say with how many bytes; raises OSError where what is packed is
        broken.
        """
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, zlib.error, zipfile.BadZipFile, OSError, ValueError) as error:
            raise OSError(f"broken {self._kind}: {error}") from None
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what is packed as well."""
        self._inner.close()
        super().close()


def unpack(stream: BinaryIO, packing: str) -> BinaryIO:
    """What ``stream``, packed as ``.gz`` or ``.zst`` or not at all, holds."""
    if packing == ".gz":
        return io.BufferedReader(Unpacked(gzip.GzipFile(fileobj=stream), "gzip"))
    if packing == ".zst":
        return io.BufferedReader(Unpacked(_Zstandard(stream), "Zstandard"))
    return stream


class _Zstandard:
    """Zstandard frames one behind the other; unlike the library's own reader, it sees that the
    last one ends early.
    """

    def __init__(self, stream: BinaryIO) -> None:
        import zstandard  # where used: most runs need none

        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor
        self._stream = stream
        self._frame: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes, none at the end; raises EOFError where a frame is cut short."""
        while not self._ready:
            packed = self._rest or self._stream.read(_CHUNK)
            self._rest = b""
            if not packed:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                return b""
            if self._frame is None:
                self._frame = self._new().decompressobj()
            try:
                self._ready = memoryview(self._frame.decompress(packed))
            except self._error as error:
                raise ValueError(str(error)) from None
            if self._frame.eof:
                self._rest = self._frame.unused_data
                self._frame = None
        data = bytes(self._ready[:size])
        self._ready = self._ready[size:]
        return data

    def close(self) -> None:
        """The stream below stays open; who opened it closes it."""
