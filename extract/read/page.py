"""A web page as it is read: its bytes, until there is a process to find the article in them."""

from collections.abc import Mapping

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page called ``name``, and what its sidecar says: ``known`` and ``warnings``."""

    raw: bytes
    name: str
    known: Mapping[str, str] = {}
    warnings: tuple[str, ...] = ()
