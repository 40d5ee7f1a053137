"""Writing: one module a format.

Every format is made by one function, ``write(results, folder)``, that takes any number of
`ArticleResult` and keeps one at a time. The streamed ones can also say what one article adds to
each of their files: so worker processes make their bytes, and the order of the results alone
decides what the files hold. All others are built from what a run wrote as JSON Lines (`read_back`).
"""

from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from typing import NamedTuple

import msgspec

from extract import report
from extract.result import ArticleResult
from extract.write import (
    brat,
    csv,
    datapackage,
    docbin,
    followthemoney,
    jsonl,
    label_studio,
    parquet,
    series,
    sqlite,
    timex3,
)
from extract.write.scratch import Write


class Stream(NamedTuple):
    """The bytes at the top of each file of a format, and those that an article adds."""

    headers: Mapping[str, bytes]
    rows: Callable[[ArticleResult, bool], dict[str, bytes]]


class Format(NamedTuple):
    """A format: what it makes, and how.

    ``files`` are the names in the output folder, those of folders ending in ``/``. ``library`` is
    the module without which it cannot be written, ``extra`` the extra that brings it.
    """

    files: tuple[str, ...]
    write: Write
    stream: Stream | None = None
    needs_text: bool = False
    library: str | None = None
    extra: str | None = None


FORMATS: Mapping[str, Format] = {
    "jsonl": Format(tuple(jsonl.HEADERS), jsonl.write, Stream(jsonl.HEADERS, jsonl.rows)),
    "csv": Format(tuple(csv.HEADERS), csv.write, Stream(csv.HEADERS, csv.rows)),
    "datapackage": Format(
        tuple(datapackage.HEADERS), datapackage.write, Stream(datapackage.HEADERS, csv.rows)
    ),
    "parquet": Format(parquet.FILES, parquet.write, library="pyarrow", extra="parquet"),
    "sqlite": Format((sqlite.FILE,), sqlite.write),
    "brat": Format(("brat/",), brat.write, needs_text=True),
    "label-studio": Format(("label_studio/",), label_studio.write, needs_text=True),
    "docbin": Format(("docbin/",), docbin.write, needs_text=True),
    "timex3": Format(("timex3/",), timex3.write, needs_text=True),
    "followthemoney": Format(
        (followthemoney.FILE,), followthemoney.write, library="followthemoney", extra="formats"
    ),
    "series": Format((*series.FILES, series.CHARTS), series.write, needs_text=True),
    "report": Format((report.FILE,), report.write, needs_text=True),
}
# What built formats are made from, wanted or not.
SPOOL = "jsonl"


def refusal(formats: tuple[str, ...], *, with_text: bool) -> str | None:
    """Why ``formats`` cannot be written, in words; None where they can.

    >>> refusal(("jsonl", "xls"), with_text=True).startswith("'xls' is no format; known: jsonl, ")
    True
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        named = ", ".join(map(repr, unknown)) or "nothing"
        return f"{named} is no format; known: {', '.join(FORMATS)}"
    for name in formats:
        made = FORMATS[name]
        if made.needs_text and not with_text:
            return f"{name} needs the text of the articles, which --no-text leaves out"
        if made.library and find_spec(made.library) is None:
            return f"{name} needs {made.library}: pip install 'meeting-extract[{made.extra}]'"
    return None


def built(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``formats`` that are made when all articles are done."""
    return tuple(name for name in formats if FORMATS[name].stream is None)


def streamed(formats: tuple[str, ...]) -> tuple[str, ...]:
    """The formats that are written article by article so that ``formats`` can be made."""
    wanted = tuple(name for name in formats if FORMATS[name].stream is not None)
    return wanted if SPOOL in wanted or not built(formats) else (SPOOL, *wanted)


def files(formats: Iterable[str]) -> tuple[str, ...]:
    """Every file, and folder with a ``/`` behind it, that ``formats`` make."""
    return tuple(dict.fromkeys(file for name in formats for file in FORMATS[name].files))


def headers(formats: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of the streamed ``formats``, with what stands at its top."""
    return {file: top for stream in _streams(formats) for file, top in stream.headers.items()}


def rows(result: ArticleResult, formats: tuple[str, ...], *, with_text: bool) -> dict[str, bytes]:
    """What the result of one article adds to each file of the streamed ``formats``."""
    made: dict[str, bytes] = {}
    for add in {stream.rows: None for stream in _streams(formats)}:
        made.update(add(result, with_text))
    return made


def rows_of_part(
    part: ArticleResult, formats: tuple[str, ...], *, with_text: bool
) -> dict[str, bytes]:
    """What one part of a result adds: nothing to files with a line for each article itself."""
    bare = msgspec.structs.replace(part, mentions=(), entities=(), facts=(), findings=())
    alone = rows(bare, formats, with_text=with_text)
    return {
        name: added
        for name, added in rows(part, formats, with_text=with_text).items()
        if not alone.get(name)
    }


def _streams(formats: tuple[str, ...]) -> list[Stream]:
    found = (FORMATS[name].stream for name in formats)
    return [stream for stream in found if stream is not None]
