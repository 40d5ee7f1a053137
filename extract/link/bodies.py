"""Which mentions are the same body, and what its full name in the document is."""

from collections.abc import Mapping

from extract.body_words import BodyWords
from extract.document import Document
from extract.fold import fold
from extract.link.relative_names import complete_places
from extract.link.short_names import FUNCTION, ShortNames, words_of
from extract.normalise.agency_names import ReadAgency
from extract.patterns import Patterns
from extract.span import Span


class LinkBodies:
    """Links the bodies of a document."""

    def __init__(self, patterns: Patterns) -> None:
        self._known = BodyWords(patterns)
        self._read = ReadAgency(self._known)

    def __call__(self, spans: list[Span], document: Document) -> None:
        """Set the full ``name``, ``id`` and ``key`` of each agency.

        In "the Ministry of Health … The Ministry" both get the name "Ministry of Health".
        """
        bodies = [span for span in spans if span.type == "agency"]
        if not bodies:
            return
        complete_places(bodies, spans, document, self._known.cities)
        named = [span for span in bodies if "full" not in span.parts]
        if len({span.attributes["name"] for span in named}) > 1:
            short = ShortNames(bodies, document, self._known)
            for span, full in [(span, short.full_name(span)) for span in named]:
                if full is not None:
                    _take_over(span, full)
        _read_acronyms(bodies, document, self._read)
        _share_spelling(bodies)


def _take_over(span: Span, full: Span) -> None:
    span.attributes["name"] = full.attributes["name"]
    span.attributes["kind"] = full.attributes["kind"]
    span.attributes["id"] = full.attributes["id"]
    span.key = full.key


def _read_acronyms(bodies: list[Span], document: Document, read: ReadAgency) -> None:
    """Acronyms get the name of the body behind which they were introduced, else the document's
    name of that id.
    """
    placed = {(span.start, span.end): span for span in bodies}
    by_id = {}
    for span in reversed(bodies):
        if span.attributes["id"] and not span.parts.get("acronym") and "full" not in span.parts:
            by_id[span.attributes["id"]] = span
    defined: dict[tuple[str, ...], Span] = {}
    for span in bodies:
        full = span.parts.get("full")
        if full is not None:
            defined[words_of(document.text[span.start : span.end])] = full
            standing = placed.get((full.start, full.end))
            if standing is None:
                read(full, document)
            _take_over(span, standing or full)
        elif span.parts.get("acronym") and span.attributes["id"] in by_id:
            _take_over(span, by_id[span.attributes["id"]])
    for span in bodies if defined else ():
        if "full" not in span.parts:
            full = _named_by_acronym(words_of(span.attributes["name"]), defined)
            if full is not None:
                _take_over(span, full)


def _named_by_acronym(
    words: tuple[str, ...], defined: Mapping[tuple[str, ...], Span]
) -> Span | None:
    """The ministry that `PUPR Ministry`, `Ministry of PUPR` stand for."""
    if len(words) == 2:
        acronym, head = words[:1], words[1]
    elif len(words) == 3 and words[1] == "of":
        acronym, head = words[2:], words[0]
    else:
        return None
    full = defined.get(acronym)
    return full if full is not None and head in words_of(full.attributes["name"]) else None


def _share_spelling(bodies: list[Span]) -> None:
    """Names that differ in case only get the first spelling with capitals throughout."""
    best: dict[str, str] = {}
    for span in bodies:
        name = span.attributes["name"]
        folded = fold(name)
        if folded not in best or (
            not _capitals_throughout(best[folded]) and _capitals_throughout(name)
        ):
            best[folded] = name
    for span in bodies:
        folded = fold(span.attributes["name"])
        span.attributes["name"] = best[folded]
        span.key = span.attributes["id"] or span.key or folded


def _capitals_throughout(name: str) -> bool:
    return all(not word[0].islower() or word in FUNCTION for word in name.split())
