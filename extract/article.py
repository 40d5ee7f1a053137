"""An article as it comes in."""

from typing import Literal

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article: its text, unchanged, and what the input says of it.

    ``published`` is an ISO 8601 day; ``published_from`` says whether the option ``--published``
    gave it or the input's metadata. ``source`` is the file it came from, relative to the input that
    was named, ``record`` its line there where a file holds many articles. ``duplicate_of`` is the
    ``doc_id`` of the first article of the same input with the same text, ``warnings`` what reading
    has to say of this one.
    """

    text: str
    doc_id: str = "article"
    source: str | None = None
    record: int | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: Literal["option", "metadata"] = "metadata"
    author: str | None = None
    duplicate_of: str | None = None
    warnings: tuple[str, ...] = ()
