"""TimeML: ``timex3/DOC_ID.tml``, each article with a TIMEX3 for every date and duration.

Dates are of type DATE, a span of them a DURATION between two points; quantities with a unit of time
are DURATIONs too. The text in ``TEXT`` is that of the article, character by character; those that
XML cannot hold become U+FFFD. Prepositions (``by 2025``) are outside a TIMEX3, so they give no
``mod``.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from extract.records import Date, Quantity
from extract.result import ArticleResult
from extract.write.document_files import write_document
from extract.write.timex_values import Timex, date_timex, duration_timex

FOLDER = "timex3"
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write each article into ``folder/timex3``."""
    base = folder / FOLDER
    base.mkdir(parents=True, exist_ok=True)
    for result in results:
        write_document(base, result.article.doc_id, {".tml": timeml(result).encode("utf-8")})


def timeml(result: ArticleResult) -> str:
    """An article as a TimeML document.

    >>> from extract import extract
    >>> print(timeml(extract("It rose in May 2024.", doc_id="a")).split("TEXT>")[1])
    It rose in <TIMEX3 tid="t1" type="DATE" value="2024-05">May 2024</TIMEX3>.</
    """
    article = result.article
    points: list[str] = []
    body = "".join(_body(result, points))
    head = [f"<DOCID>{_text(article.doc_id)}</DOCID>"]
    if article.reference_date:
        day = _element("t0", Timex("DATE", article.reference_date), article.reference_date, "")
        head.append(f"<DCT>{day}</DCT>")
    if article.title:
        head.append(f"<TITLE>{_text(article.title)}</TITLE>")
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', _ROOT, *head, f"<TEXT>{body}</TEXT>"]
    return "\n".join([*parts, *points, "</TimeML>"]) + "\n"


def _body(result: ArticleResult, points: list[str]) -> Iterator[str]:
    text, at, count = result.article.text, 0, 0
    for mention in result.mentions:
        if isinstance(mention, Date):
            timex: Timex | None = date_timex(mention)
        elif isinstance(mention, Quantity):
            timex = duration_timex(mention)
        else:
            timex = None
        if timex is None:
            continue
        count += 1
        number, more = count, ""
        for name, value in (("beginPoint", timex.begin), ("endPoint", timex.end)):
            if value is not None:
                count += 1
                more += f' {name}="t{count}"'
                points.append(_element(f"t{count}", Timex("DATE", value), "", ""))
        yield _text(text[at : mention.start])
        yield _element(f"t{number}", timex, text[mention.start : mention.end], more)
        at = mention.end
    yield _text(text[at:])


def _element(tid: str, timex: Timex, words: str, more: str) -> str:
    given = f'tid="{tid}" type="{timex.type}" value={quoteattr(timex.value)}'
    if tid == "t0":
        given += ' functionInDocument="CREATION_TIME"'
    if timex.mod is not None:
        given += f' mod="{timex.mod}"'
    if timex.comment is not None:
        given += f" comment={quoteattr(timex.comment)}"
    return f"<TIMEX3 {given}{more}>{_text(words)}</TIMEX3>"


def _text(text: str) -> str:
    """Text for XML; a carriage return as such would come back as a line feed.

    >>> _text("a]]>\\r\\n\\x0b&")
    'a]]&gt;&#13;\\n\ufffd&amp;'
    """
    return escape(_NO_XML.sub("\ufffd", text), {"\r": "&#13;"})
