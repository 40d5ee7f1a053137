"""Writing: one module a format.

A format turns the result of one article into bytes for each of its files, so that worker processes
can do it and the order of the results alone decides what the files hold.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from extract.result import ArticleResult
from extract.write import csv, jsonl


class Format(NamedTuple):
    """A format: the bytes at the top of each of its files, and those that an article adds."""

    headers: Mapping[str, bytes]
    rows: Callable[[ArticleResult, bool], dict[str, bytes]]


FORMATS: Mapping[str, Format] = {
    "jsonl": Format(jsonl.HEADERS, jsonl.rows),
    "csv": Format(csv.HEADERS, csv.rows),
}


def headers(formats: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of ``formats``, with what stands at its top."""
    return {file: header for name in formats for file, header in FORMATS[name].headers.items()}


def rows(result: ArticleResult, formats: tuple[str, ...], *, with_text: bool) -> dict[str, bytes]:
    """What the result of one article adds to each file."""
    return {
        file: part
        for name in formats
        for file, part in FORMATS[name].rows(result, with_text).items()
    }
