"""Which reader reads what."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from extract.article import Article
from extract.read import csv, html, jsonl, parquet, sidecar, text
from extract.read.endings import ONE_ARTICLE, unpacked
from extract.read.fields import Fields
from extract.read.packed import unpack
from extract.read.page import Page
from extract.read.sources import Source
from extract.read.zip import members
from extract.records import ErrorRecord

# What reading gives: an article, or why there is none.
Read = Article | ErrorRecord

_READERS: dict[str, text.Reader] = {
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".parquet": parquet.read,
}

# What stdin starts with, and what it is then read as.
_PACKED = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
_NEEDS_FILE = {b"PK\x03\x04": "a zip archive", b"PAR1": "Parquet"}
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<?xml")


def read_source(source: Source, fields: Fields) -> Iterator[Read | Page]:
    """What ``source`` holds, whatever its format; an ErrorRecord for what cannot be read.

    A web page is a Page, in which `pages` finds the article.
    """
    try:
        with source.open() as stream:
            if source.ending == ".zip":
                for member in members(stream, source):
                    yield from (
                        (member,)
                        if isinstance(member, ErrorRecord)
                        else read_source(member, fields)
                    )
                return
            kind, packing = unpacked(source.ending) if source.ending else _sniff(stream)
            inner = unpack(stream, packing)
            if packing and not kind:
                kind = _sniff(inner)[0]
            items = _READERS[kind](inner, source, fields)
            beside = source.sidecar() if kind in ONE_ARTICLE else None
            if beside is None:
                yield from items
                return
            with beside:
                yield from sidecar.complete(items, beside, source, fields)
    except OSError as error:
        yield source.error(f"cannot be read: {error.strerror or error}")


def _sniff(stream: BinaryIO) -> tuple[str, str]:
    """The kind and packing of stdin by its first bytes; raises OSError where only files will do."""
    assert isinstance(stream, io.BufferedReader)
    start = stream.peek(512)
    for magic, packing in _PACKED.items():
        if start.startswith(magic):
            return "", packing
    for magic, name in _NEEDS_FILE.items():
        if start.startswith(magic):
            raise OSError(f"{name} on standard input is not read; name the file")
    start = start.removeprefix(jsonl.BOM).lstrip()
    if start.startswith(b"{"):
        return ".jsonl", ""
    return (".html", "") if start.lower().startswith(_PAGE) else (".txt", "")
