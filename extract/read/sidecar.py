"""Sidecars: ``NAME.json`` beside a file with one article, with what else is known of it."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from extract.article import Article
from extract.read.fields import Fields
from extract.read.jsonl import BOM, json_object
from extract.read.limits import LONGEST_SIDECAR, TooLongError, read_whole
from extract.read.page import Page
from extract.read.record import WrongRecordError, metadata
from extract.read.sources import Source
from extract.records import ErrorRecord


def complete(
    items: Iterable[Article | ErrorRecord | Page], stream: BinaryIO, source: Source, fields: Fields
) -> Iterator[Article | ErrorRecord | Page]:
    """``items`` of ``source`` with what its sidecar ``stream`` says; it counts for more than what
    stands in the article's own file.

    A sidecar that cannot be read gives an ErrorRecord instead of the article, whose dates would
    count from a wrong day without it.
    """
    name = source.stem + ".json"
    try:
        raw = read_whole(stream, LONGEST_SIDECAR).removeprefix(BOM)
        found = metadata(json_object(raw), fields)
    except (WrongRecordError, TooLongError, OSError) as error:
        cause = str(error).split(";")[0]
        yield source.error(f"its metadata in {name}: {cause}")
        return
    for item in items:
        if isinstance(item, ErrorRecord):
            yield item
        elif found and isinstance(item, Page):
            yield msgspec.structs.replace(item, known=found)
        elif found:
            yield msgspec.structs.replace(item, **found)
        else:
            known = " ".join((fields.id, fields.title, fields.url, fields.published, fields.author))
            warning = f"{name} has none of the fields {known}"
            yield msgspec.structs.replace(item, warnings=(*item.warnings, warning))
