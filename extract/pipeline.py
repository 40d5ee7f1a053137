"""The flow, one line a stage: article in, records out."""

import functools
from collections.abc import Iterator
from pathlib import Path

from extract import country, patterns, reference
from extract.article import Article
from extract.audit import Audit
from extract.blocks import LONGEST, extract_parts, join
from extract.facts import Facts
from extract.find.agencies import Agencies
from extract.find.dates import Dates
from extract.find.localities import Localities
from extract.find.numbers import Numbers
from extract.find.officials import Officials
from extract.find.percentages import Percentages
from extract.find.quantities import Quantities
from extract.language import language_of
from extract.link import Link
from extract.normalise import Normalise
from extract.records import RegionSpan
from extract.regions import Regions, blank_furniture
from extract.result import ArticleResult, make_result
from extract.settle import settle
from extract.tokens import Tokenizer


class Pipeline:
    """All stages with their patterns, built once and used for any number of articles."""

    def __init__(self, loaded: patterns.Patterns) -> None:
        self.patterns = loaded
        self.regions = Regions(loaded)
        self.tokenize = Tokenizer(loaded)
        self.country = country.HomeCountry(loaded)
        self.dates = Dates(loaded)
        self.numbers = Numbers(loaded)
        self.percentages = Percentages(loaded)
        self.quantities = Quantities(loaded)
        self.agencies = Agencies(loaded)
        self.officials = Officials(loaded)
        self.localities = Localities(loaded)
        self.normalise = Normalise(loaded)
        self.link = Link(loaded)
        self.facts = Facts(loaded)
        self.audit = Audit(loaded)

    def __call__(self, article: Article) -> ArticleResult:
        """The records of one article. Pure: the same article gives the same result."""
        return join(self.parts(article))

    def parts(self, article: Article) -> Iterator[ArticleResult]:
        """The records of one article: all at once, but those of a very long one in parts."""
        regions, furniture = self.regions.find(article)
        one = functools.partial(self._extract, furniture=furniture)
        if len(article.text) > LONGEST:
            yield from extract_parts(one, article, regions)
        else:
            yield one(article, regions)

    def _extract(
        self, article: Article, regions: tuple[RegionSpan, ...], furniture: dict[str, str]
    ) -> ArticleResult:
        language = language_of(article.text)
        document = self.tokenize(blank_furniture(article.text, regions))
        self.country.settle(document, article.url or furniture.get("url"))
        dates = self.dates.find(document)
        reference.settle(article, furniture, dates, document)
        agencies = self.agencies.find(document)
        officials = self.officials.find(document, agencies)
        numbers = self.numbers.scan(document)
        spans = settle(
            [
                *dates,
                *self.percentages.find(document, numbers),
                *self.quantities.find(document, numbers),
                *agencies,
                *officials,
                *self.localities.find(document, officials),
            ]
        )
        self.normalise(spans, document)
        self.link(spans, document)
        facts = self.facts.find(spans, document, article.doc_id)
        findings = self.audit.find(spans, facts, document, article.doc_id)
        return make_result(article, language, regions, furniture, document, spans, facts, findings)


@functools.cache
def default(own: Path | None = None) -> Pipeline:
    """The pipeline with the built-in patterns and, over them, those of ``own``; built once."""
    return Pipeline(patterns.load(own))
