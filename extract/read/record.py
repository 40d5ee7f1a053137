"""From a record of named fields (a line of JSON, a row of a table) to an article."""

import datetime
from collections.abc import Mapping
from typing import Any

import msgspec

from extract.article import Article
from extract.day_stamp import find_day, iso_day
from extract.read.fields import Fields
from extract.read.sources import Source


class WrongRecordError(ValueError):
    """A record is no article; the message says why."""


def article(record: Mapping[str, Any], source: Source, number: int, fields: Fields) -> Article:
    """The article in ``record``, the ``number``-th of ``source``.

    Raises WrongRecordError where it has no text, or a field is not what it should be.
    """
    text = _string(record, fields.text)
    if text is None:
        raise WrongRecordError(f"no {fields.text!r} in the record")
    if not text.strip():
        raise WrongRecordError(f"{fields.text!r} is empty")
    found = Article(text=text, doc_id=f"{source.stem}#{number}", source=source.name, record=number)
    return msgspec.structs.replace(found, **metadata(record, fields))


def metadata(record: Mapping[str, Any], fields: Fields) -> dict[str, str]:
    """What ``record`` says of an article, by the names of Article's fields; empty values left out.

    Raises WrongRecordError where a field is not what it should be.
    """
    found = {
        "doc_id": _string(record, fields.id),
        "title": _string(record, fields.title),
        "url": _string(record, fields.url),
        "published": _published(record, fields.published),
        "author": _author(record, fields.author),
    }
    return {name: value for name, value in found.items() if value}


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # an id that is a number
    if value is None or isinstance(value, str):
        return value
    raise WrongRecordError(f"{field!r} must be a string, not {_shown(value)}")


def _shown(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()[:40]
    except (TypeError, ValueError):
        return type(value).__name__


def _author(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(value)
    return _string(record, field)


def _published(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if isinstance(value, datetime.date):  # or a datetime, from Parquet
        return value.isoformat()[:10]
    value = _string(record, field)
    if value is None or not value.strip():
        return None
    try:
        return iso_day(value)
    except ValueError as error:
        day = find_day(value)  # July 10, 2024; 10/07/2024
        if day is None:
            raise WrongRecordError(f"{field!r}: {error}") from None
        return day
