"""One folded form of a word, so that spellings compare: lower case, no accents, plain quotes."""

import functools
import unicodedata

_SPECIAL = str.maketrans(
    {
        "đ": "d",
        "Đ": "d",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
    }
    | dict.fromkeys("’‘ʼ´`", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
)


@functools.lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """``text`` in lower case, without diacritics, with ASCII quotes and dashes.

    >>> fold("Đắk Lắk"), fold("People’s")
    ('dak lak', "people's")
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
