"""The flow, one line a stage: article in, records out."""

import functools
from pathlib import Path

from extract import country, patterns, reference
from extract.article import Article
from extract.document import Tokenizer
from extract.find.agencies import Agencies
from extract.find.dates import Dates
from extract.find.localities import Localities
from extract.find.officials import Officials
from extract.find.percentages import Percentages
from extract.find.quantities import Quantities
from extract.link import link
from extract.normalise import normalise
from extract.regions import blank_furniture, find_regions
from extract.result import ArticleResult, make_result
from extract.settle import settle


class Pipeline:
    """All stages with their patterns, built once and used for any number of articles."""

    def __init__(self, loaded: patterns.Patterns) -> None:
        self.tokenize = Tokenizer(loaded)
        self.country = country.HomeCountry(loaded)
        self.dates = Dates(loaded)
        self.percentages = Percentages(loaded)
        self.quantities = Quantities(loaded)
        self.agencies = Agencies(loaded)
        self.officials = Officials(loaded)
        self.localities = Localities(loaded)

    def __call__(self, article: Article) -> ArticleResult:
        """The records of one article. Pure: the same article gives the same result."""
        regions, furniture = find_regions(article)
        document = self.tokenize(blank_furniture(article.text, regions))
        self.country.settle(document, article.url or furniture.get("url"))
        dates = self.dates.find(document)
        reference.settle(article, furniture, dates, document)
        agencies = self.agencies.find(document)
        spans = settle(
            [
                *dates,
                *self.percentages.find(document),
                *self.quantities.find(document),
                *agencies,
                *self.officials.find(document, agencies),
                *self.localities.find(document),
            ]
        )
        normalise(spans, document)
        link(spans, document)
        return make_result(article, regions, furniture, document, spans)


@functools.cache
def default(directory: Path | None = None) -> Pipeline:
    """The pipeline with the patterns of ``directory`` (the built-in ones if None), built once."""
    return Pipeline(patterns.load(directory))


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    doc_id: str = "article",
) -> ArticleResult:
    """Extract the records of one article given as text.

    ``published`` is the article's own day, ISO 8601; relative dates count from it.

    >>> result = extract("On July 10, Prime Minister Pham Minh Chinh spoke.", published="2024-07-10")
    >>> [(m.type, m.text) for m in result.mentions]
    [('date', 'July 10'), ('official', 'Pham Minh Chinh')]
    """
    return default()(
        Article(text=text, published=published, title=title, url=url, author=author, doc_id=doc_id)
    )
