"""Name, kind and code of a locality."""

import unicodedata
from typing import Any

from extract.document import Document
from extract.span import Span

_LETTERS = str.maketrans("đĐıøØłŁ’", "dDioOlL'")


def read_locality(span: Span, document: Document) -> None:
    """Fill name, kind, code, id of a locality.

    ``Thanh Hoa`` in ``Thanh Hoa city`` is a city without a code; in ``Thanh Hoa province`` VN-21.
    """
    row, class_kind = span.parts["row"], span.parts["class"]
    text = document.text[span.start : span.end]
    if row is None:
        kind = class_kind or "region"
        name = plain(text.title() if text.isupper() else text)
        span.attributes = _attributes(name, kind, None, None)
        return
    kind, code = row["kind"], row["code"] or None
    below = class_kind in ("city", "district", "commune") and kind in ("province", "district")
    # Unless the division is the city itself (Da Nang), or a district by ISO too (Polonnaruwa).
    if below and row["type"] != class_kind:
        kind, code = class_kind, None
    elif kind == "city" and class_kind in ("province", "district", "commune"):
        kind, code = class_kind, None  # the text knows better: district Chakwal
    day = document.reference.isoformat() if document.reference else None
    if day and ((row["until"] and day > row["until"]) or (row["since"] and day < row["since"])):
        code = None
    key = code or f"{row['country'] or 'x'}:{kind}:{row['name']}"
    span.attributes = _attributes(row["name"], kind, code, key)


def _attributes(name: str, kind: str, code: str | None, key: str | None) -> dict[str, Any]:
    return {"name": name, "kind": kind, "code": code, "id": key, "entity": 0}


def plain(text: str) -> str:
    """``text`` without diacritics, white space single.

    >>> plain("Đắk Lắk")
    'Dak Lak'
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
