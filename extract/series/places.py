"""The place of a fact, so that facts of different articles compare: its code, else its name."""

from collections import Counter
from collections.abc import Iterable, Mapping

from extract.fold import fold
from extract.patterns import Patterns
from extract.records import Fact, Locality
from extract.result import ArticleResult

_LEAD = 300  # characters


class Places:
    """Knows the adjectives of countries (`Vietnamese`), which say nothing beside the country."""

    def __init__(self, patterns: Patterns) -> None:
        self._demonyms: dict[str, set[str]] = {}
        for row in patterns.lexicon("demonyms"):
            words = {word for term in row["term"].split("|") for word in fold(term).split()}
            self._demonyms.setdefault(row["country"], set()).update(words)

    def names_of(self, country: str | None, countries: Mapping[str, str]) -> set[str]:
        """Folded words that name ``country`` or go with it: `vietnam`, `vietnamese`."""
        if country is None:
            return set()
        return self._demonyms.get(country, set()) | set(fold(countries.get(country, "")).split())


def countries(result: ArticleResult) -> dict[str, str]:
    """The countries that ``result`` names, by code."""
    return {
        mention.code: mention.name
        for mention in result.mentions
        if isinstance(mention, Locality) and mention.kind == "country" and mention.code
    }


class Home:
    """Where an article is at home: the country, and whether it is about one division of it.

    The country is that of more than half of its localities; ``of_address``, that of its web
    address, where it names none.
    """

    def __init__(self, result: ArticleResult, of_address: str | None = None) -> None:
        self._doc_id = result.article.doc_id
        places = [m for m in result.mentions if isinstance(m, Locality) and m.code]
        country = _most(mention.code[:2] for mention in places if mention.code)
        self.country = country if places else of_address
        self.name = next((m.name for m in places if m.code == self.country), None)
        division = _most(mention.code for mention in places if mention.code)
        self._local = division is not None and len(division) > 2 and _leads(places, division)

    def key(self, fact: Fact) -> tuple[str, ...]:
        """What facts of one place have in common.

        The code of the place, or its name and the country. A fact without a place is about the
        country, but not where that is unknown, nor in a local story: it may mean either. Such a
        fact joins others of its own article only.
        """
        if fact.place_code:
            return (fact.place_code,)
        if fact.place:
            return (self.country or self._doc_id, fold(fact.place))
        if self.country is None or self._local:
            return ("", self._doc_id)
        return (self.country,)


def _leads(places: Iterable[Locality], code: str) -> bool:
    """Whether a story names ``code`` in its title or its first lines, as local stories do."""
    return any(
        mention.code == code and (mention.region == "title" or mention.start < _LEAD)
        for mention in places
    )


def _most(codes: Iterable[str]) -> str | None:
    """The code that makes more than half of ``codes``."""
    counts = Counter(codes)
    if not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if 2 * count > counts.total() else None
