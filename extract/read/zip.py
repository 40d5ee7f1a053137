"""Archives (``.zip``): their members as sources, in the order of a folder's files.

Nothing is extracted to disk. Names that lead out of the archive, passwords, archives in archives
and what is broken give an error for that member. The directory of an archive is held in memory,
about a kilobyte a member.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from extract.read.endings import ENDINGS, KNOWN, split
from extract.read.limits import LONGEST_ARTICLE, TooLongError, read_whole
from extract.read.packed import Unpacked
from extract.read.sources import Source
from extract.records import ErrorRecord

_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_NEEDS_WHOLE = (".parquet",)


class Member(Source, frozen=True):
    """A file in an archive; ``name`` is the archive's with the path in it behind a slash."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def open(self) -> BinaryIO:
        """The bytes of the member; raises OSError."""
        if self.info.flag_bits & _ENCRYPTED:
            raise OSError("encrypted; a password is needed")
        try:
            stream = self.archive.open(self.info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
            raise OSError(f"broken zip: {error}") from None
        unpacked = io.BufferedReader(Unpacked(stream, "zip"))
        if self.ending not in _NEEDS_WHOLE:
            return unpacked
        try:
            with unpacked:
                return io.BytesIO(read_whole(unpacked))
        except TooLongError:
            raise OSError(
                f"longer than {LONGEST_ARTICLE // 1_000_000} MB; take it out of the archive"
            ) from None

    def sidecar(self) -> BinaryIO | None:
        """The member ``NAME.json`` of the same archive, where there is one."""
        folder, slash, last = self.info.filename.rpartition("/")
        try:
            info = self.archive.getinfo(folder + slash + split(last)[0] + ".json")
        except KeyError:
            return None
        return Member(None, self.name, self.archive, info).open()


def members(stream: BinaryIO, source: Source) -> Iterator[Member | ErrorRecord]:
    """The members of the archive ``stream`` that have a known ending; hidden ones are left out."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        yield source.error(f"broken zip: {error}")
        return
    with archive:
        empty = True
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            ending = split(info.filename)[1]
            is_outside = _leads_out(info.filename)
            # Not is_dir(), which a member without a name makes raise.
            if info.filename.endswith("/") or ending not in ENDINGS:
                continue
            if not is_outside and _is_hidden(info.filename):
                continue
            empty = False
            member = Member(None, f"{source.name}/{_clean(info.filename)}", archive, info)
            if is_outside:
                yield member.error("a path that leads out of the archive")
            elif ending == ".zip":
                yield member.error("an archive in an archive; take it out")
            else:
                yield member
        if empty:
            yield source.error(f"no article in this archive ({KNOWN})")


def _is_hidden(name: str) -> bool:
    # Of macOS: __MACOSX/._name, beside each file that holds resources of the Finder's.
    return any(
        part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in name.split("/")
    )


def _leads_out(name: str) -> bool:
    return (
        name.startswith(("/", "\\"))
        or "\\" in name
        or bool(_DRIVE.match(name))
        or ".." in name.split("/")
    )


def _clean(name: str) -> str:
    # No control characters, and no lone surrogates, which no JSON can hold.
    shown = "".join(sign if sign.isprintable() else "�" for sign in name)
    return shown.encode("utf-8", "replace").decode("utf-8")
