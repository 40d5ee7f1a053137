"""The date that an article's relative dates count from."""

import datetime

from extract.article import Article
from extract.document import Document
from extract.span import Span


def settle(
    article: Article, furniture: dict[str, str], dates: list[Span], document: Document
) -> None:
    """Set ``document.reference`` and ``document.reference_from``."""
    if article.published:
        document.reference = datetime.date.fromisoformat(article.published)
        document.reference_from = article.published_from or "metadata"
