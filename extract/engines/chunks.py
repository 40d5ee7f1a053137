"""One chunk of the input: its articles, the keys by which doubled ones are told, its records."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from extract.article import Article
from extract.engines.plan import Chunk, filesystem
from extract.job import Job, Outcome, perform
from extract.read import Read, doubled, stamped
from extract.read.fields import Fields
from extract.read.jsonl import BOM, json_object
from extract.read.limits import LONGEST_ARTICLE
from extract.read.parquet import no_text_column
from extract.read.record import WrongRecordError, article
from extract.records import ErrorRecord
from extract.seen import Seen, text_key

_ROWS = 64  # of Parquet decoded at once
_MORE = 1_000_000  # bytes read at once to find the end of a chunk's last line


class Key(msgspec.Struct, frozen=True, array_like=True):
    """An article before its place among all is known: its line, its own id if any, its text."""

    line: int
    doc_id: str | None
    text: int


class Keys(msgspec.Struct, frozen=True):
    """What one pass over a chunk says of it: how many lines, and the keys of its articles."""

    lines: int
    articles: tuple[Key, ...]


class Known(msgspec.Struct, frozen=True):
    """What a chunk must know of those before it.

    ``lines`` are those of its file ahead of it; ``doubled`` the ids that came before, ``earlier``
    the ids of the earlier articles with the same text, both by the article's line.
    """

    lines: int
    doubled: frozenset[int]
    earlier: Mapping[int, str]


def keys_of(chunk: Chunk, fields: Fields) -> Keys:
    """The keys of the articles of ``chunk``, in order."""
    line = 0
    keys = []
    for line, item in _items(chunk, fields, 0):
        if isinstance(item, Article):
            named = item.doc_id != _called(chunk, line)
            keys.append(Key(line, item.doc_id if named else None, text_key(item.text)))
    return Keys(line, tuple(keys))


def compare(chunks: list[Chunk], keys: list[Keys]) -> list[Known]:
    """What each chunk must know of those before it."""
    seen = Seen()
    known = []
    lines = 0
    for at, (chunk, found) in enumerate(zip(chunks, keys, strict=True)):
        if at and chunks[at - 1].uri != chunk.uri:
            lines = 0
        again = set()
        earlier = {}
        for key in found.articles:
            doc_id = key.doc_id or _called(chunk, lines + chunk.before + key.line)
            if seen.knows(doc_id):
                again.add(key.line)
                continue
            same = seen.add_key(doc_id, key.text)
            if same is not None:
                earlier[key.line] = same
        known.append(Known(lines + chunk.before, frozenset(again), earlier))
        lines += found.lines if not chunk.is_parquet else 0
    return known


def extract_chunk(
    chunk: Chunk, known: Known, fields: Fields, published: str | None, job: Job
) -> Outcome:
    """Extract the articles of ``chunk``, as ``run`` does in one process."""
    items: list[Read] = []
    for line, item in _items(chunk, fields, known.lines):
        at = line - known.lines
        if item is None:
            continue
        if isinstance(item, ErrorRecord):
            items.append(item)
        elif at in known.doubled:
            items.append(doubled(item))
        else:
            items.append(stamped(item, known.earlier.get(at), published))
    return perform(items, job)


def _called(chunk: Chunk, line: int) -> str:
    return f"{chunk.source.stem}#{line}"


def _items(chunk: Chunk, fields: Fields, before: int) -> Iterator[tuple[int, Read | None]]:
    """The articles of ``chunk`` with their lines, ``before`` of which are ahead of it; an error
    for each line that holds none, None for blank ones.
    """
    source = chunk.source
    names = _columns(chunk)
    if names is not None and fields.text not in names:
        if chunk.start == 0:
            yield before, no_text_column(source, names, fields)
        return
    empty = chunk.whole
    for line, record in _records(chunk, fields):
        if not record:
            yield before + line, None
            continue
        empty = False
        try:
            if isinstance(record, bytes):
                record = json_object(record)
            yield before + line, article(record, source, before + line, fields)
        except WrongRecordError as error:
            yield before + line, source.error(str(error), before + line)
    if empty:
        yield before, source.error("empty")


def _columns(chunk: Chunk) -> list[str] | None:
    """The columns of a chunk of Parquet; None for lines."""
    if not chunk.is_parquet:
        return None
    from pyarrow import parquet

    system, path = filesystem(chunk.uri)
    with system.open_input_file(path) as stream:
        names: list[str] = parquet.read_schema(stream).names
    return names


def _records(chunk: Chunk, fields: Fields) -> Iterator[tuple[int, bytes | Mapping[str, Any]]]:
    """The lines of ``chunk`` (empty if blank), or its rows, numbered from 1."""
    if not chunk.is_parquet:
        for number, line in enumerate(_lines(chunk), 1):
            if number == 1 and chunk.start == 0:
                line = line.removeprefix(BOM)
            yield number, line if line.strip() else b""
        return
    from pyarrow import parquet

    system, path = filesystem(chunk.uri)
    number = 0
    with system.open_input_file(path) as stream, parquet.ParquetFile(stream) as file:
        wanted = [name for name in fields.names() if name in file.schema_arrow.names]
        groups = list(range(chunk.start, chunk.stop))
        for batch in file.iter_batches(_ROWS, row_groups=groups, columns=wanted):
            for record in batch.to_pylist():
                number += 1
                yield number, record


def _lines(chunk: Chunk) -> list[bytes]:
    """The lines that begin in the bytes of ``chunk``; the last one may end behind them."""
    system, path = filesystem(chunk.uri)
    with system.open_input_file(path) as stream:
        first = max(chunk.start - 1, 0)
        stream.seek(first)
        data = stream.read(chunk.stop - first)
        if chunk.start:
            data = data.partition(b"\n")[2]  # the line before goes on into this chunk
        rest = [data]
        read = 0
        while data and not rest[-1].endswith(b"\n") and read < LONGEST_ARTICLE:
            more = stream.read(_MORE)
            if not more:
                break
            end = more.find(b"\n") + 1
            rest.append(more[:end] if end else more)
            read += len(more)
    lines = b"".join(rest).split(b"\n")
    return lines if lines[-1] else lines[:-1]
