"""What finders give, normalisers read and the linker completes: a candidate span."""

from typing import Any

import msgspec


class Span(msgspec.Struct, kw_only=True):
    """A candidate mention: characters ``[start, end)``, its type, the rule that found it.

    ``type`` is a mention type, or ``"none"`` for an exclusion: a span that competes like the
    others and is dropped once it has won (a document number, a law's name). ``parts`` is what the
    rule matched (from finder to normaliser). ``attributes`` are the record's values (from
    normaliser and linker to the record). ``rank`` is raised above 0 only where the longer span
    must not win. ``key`` says which person, body or place of the document this is: equal keys get
    one ``entity`` number.
    """

    start: int
    end: int
    type: str
    rule: str
    parts: dict[str, Any] = {}
    attributes: dict[str, Any] = {}
    rank: int = 0
    problem: str | None = None
    key: str | None = None
