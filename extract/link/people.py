"""Links mentions of people."""

from extract.document import Document
from extract.fold import fold
from extract.span import Span

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


def link_people(spans: list[Span], document: Document) -> None:
    """Set the fullest ``name`` of the article and the ``key`` of each official.

    ``Chinh`` gets ``Pham Minh Chinh`` where that is the only person of the article whom it fits.
    """
    officials = [span for span in spans if span.type == "official"]
    names = dict.fromkeys(span.attributes["name"] for span in officials)
    full: dict[str, str] = {}
    by_word: dict[str, list[str]] = {}
    for name in names:
        for word in set(_words(name)):
            by_word.setdefault(word, []).append(name)
    for name in names:
        full[name] = _fullest(name, by_word)
    for span in officials:
        name = full[span.attributes["name"]]
        span.attributes["name"] = name
        span.key = fold(name)


def _fullest(name: str, by_word: dict[str, list[str]]) -> str:
    """The longest name that holds ``name``, where all that hold it fit one person."""
    words = _words(name)
    rarest = min((by_word[word] for word in words), key=len)
    holding = [other for other in rarest[:200] if _fits(words, _words(other))]
    # Of two spellings the one in mixed case: not TRAN QUOC HIEN of a headline.
    longest = max(
        holding,
        key=lambda other: (len(_words(other)), len(other), not other.isupper()),
        default=name,
    )
    if all(_fits(_words(other), _words(longest)) for other in holding):
        return longest
    return name


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether the words stand in the longer name in the same order; one alone first or last.

    ``Anh`` fits ``Vu Nguyet Anh``; ``Nguyet`` does not: nobody is called by a middle name.
    """
    if len(short) == 1:
        own = [word for word in long if word not in _SUFFIXES]
        return short[0] in (long[0], long[-1], *own[-1:])
    rest = iter(long)
    return all(word in rest for word in short)


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " - ").split()
