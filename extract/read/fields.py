"""The names of the fields in JSON Lines input."""

import msgspec


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """Which field of an input record holds what."""

    id: str = "id"
    title: str = "title"
    text: str = "text"
    url: str = "url"
    published: str = "published"
    author: str = "author"

    def names(self) -> tuple[str, ...]:
        """The names of all fields."""
        return tuple(msgspec.structs.astuple(self))
