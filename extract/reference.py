"""The date that an article's relative dates count from."""

import datetime
from collections.abc import Mapping, Sequence

from extract.article import Article
from extract.day_stamp import day_in_file_name
from extract.document import Document
from extract.span import Span

try:
    from extract.normalise.text_date import date_fixed_by_text
except ImportError:

    def date_fixed_by_text(spans, document):
        return None


def settle(
    article: Article, furniture: Mapping[str, str], dates: Sequence[Span], document: Document
) -> None:
    """Set ``document.reference`` and ``document.reference_from``.

    The first that there is: the article's own (``option`` or ``metadata``), a date stamp in the page's
    ``furniture``, one in the ``file name``, the dates in the ``text``.
    """
    document.reference, document.reference_from = None, None
    day, source = article.published, article.published_from or "metadata"
    if day is None:
        day, source = furniture.get("published"), "furniture"
    if day is None:
        day, source = day_in_file_name(article.source or ""), "file name"
    if day is not None:
        document.reference, document.reference_from = datetime.date.fromisoformat(day), source
        return
    fixed = date_fixed_by_text(list(dates), document)
    if fixed is not None:
        document.reference, document.reference_from = fixed, "text"
