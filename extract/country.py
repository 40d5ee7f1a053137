"""The country that an article is written in, for what depends on it: $, Rs, 3/4/2024."""

from extract.article import Article
from extract.document import Document
from extract.patterns import Patterns


class HomeCountry:
    """Tells the home country of an article."""

    def __init__(self, patterns: Patterns) -> None:
        pass

    def of(self, document: Document, article: Article) -> str | None:
        """ISO 3166-1 alpha-2 of the country the article is about, or None where it does not show."""
        return None
