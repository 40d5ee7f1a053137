"""From the bytes of a web page to its characters."""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096  # bytes in which a page says its charset
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I
)
# What browsers take these names for.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_SEVEN_BITS = ("iso2022", "hz")  # these are UTF-8 as well, and mean something else
_NO_CHARSETS = ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined")
_DEFAULT = "cp1252"  # of browsers, where a page does not say


class Decoded(NamedTuple):
    """The characters of a page, and what had to be guessed."""

    text: str
    warning: str | None


def decode(raw: bytes) -> Decoded:
    """The characters of ``raw``: by its byte order mark, as UTF-8 where it is that, by the charset
    that it names, else as windows-1252.

    >>> decode(b'<meta charset="iso-8859-2">\\xa3').text[-1]
    'Ł'
    """
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return _certain(raw[len(mark) :], codec)
    named = _named(raw)
    if named is None or not named.startswith(_SEVEN_BITS):
        try:
            return Decoded(raw.decode("utf-8"), None)
        except UnicodeDecodeError:
            pass
    if named is None:
        text = raw.decode(_DEFAULT, "replace")
        return Decoded(text, "the page names no charset and is not UTF-8; read as windows-1252")
    return _certain(raw, named)


def _certain(raw: bytes, codec: str) -> Decoded:
    try:
        return Decoded(raw.decode(codec), None)
    except UnicodeDecodeError:
        text = raw.decode(codec, "replace")
        return Decoded(text, f"some characters are lost: the page is not all {codec}")


def _named(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii", "replace")).name
        "".encode(name)  # raises LookupError for codecs that are no charsets, such as zlib
    except (LookupError, ValueError):
        return None
    return None if name in _NO_CHARSETS else _MEANT.get(name, name)
