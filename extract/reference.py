"""The date that an article's relative dates count from."""

import datetime
from collections.abc import Mapping, Sequence

from extract.article import Article
from extract.day_stamp import day_in_file_name
from extract.document import Document
from extract.normalise.text_date import date_fixed_by_text
from extract.records import ReferenceFrom
from extract.span import Span


def settle(
    article: Article, furniture: Mapping[str, str], dates: Sequence[Span], document: Document
) -> None:
    """Set ``document.reference`` and ``document.reference_from``.

    The first that there is: the article's own (``option`` or ``metadata``), a date stamp in the
    page's
    ``furniture``, one in the ``file name``, the dates in the ``text``.
    """
    sources: tuple[tuple[str | None, ReferenceFrom], ...] = (
        (article.published, article.published_from),
        (furniture.get("published"), "furniture"),
        (day_in_file_name(article.source or ""), "file name"),
    )
    for day, source in sources:
        if day is not None:
            document.reference = datetime.date.fromisoformat(day)
            document.reference_from = source
            return
    document.reference = date_fixed_by_text(list(dates), document)
    document.reference_from = "text" if document.reference else None
