"""An article as it comes in."""

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article: its text, unchanged, and what the input says of it.

    ``published`` is an ISO 8601 day, given by the input's metadata; ``published_from`` says by what.
    """

    text: str
    doc_id: str = "article"
    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    author: str | None = None
