"""What one would use instead, as its users call it; each is left out where it is not installed."""

import re
from collections.abc import Callable, Iterator

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def rivals() -> Iterator[tuple[str, Callable[[str], object] | str]]:
    """Names with the work on one article, or with why it cannot be measured here."""
    yield "spaCy's small model", _small_model()
    yield "quantulum3", _quantulum()
    yield "dateparser", _dateparser()


def _small_model() -> Callable[[str], object] | str:
    try:
        import spacy

        return spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return "en_core_web_sm is not installed"


def _quantulum() -> Callable[[str], object] | str:
    try:
        from quantulum3 import parser
    except ImportError:
        return "not installed"
    return lambda text: [parser.parse(sentence) for sentence in _SENTENCE.findall(text)]


def _dateparser() -> Callable[[str], object] | str:
    from dateparser.search import search_dates

    return lambda text: [
        search_dates(sentence, languages=["en"]) for sentence in _SENTENCE.findall(text)
    ]
