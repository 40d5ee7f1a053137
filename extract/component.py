"""The pipeline as a spaCy component: ``nlp.add_pipe("meeting_extract")``.

Span groups are named for the mention types in the plural (``doc.spans["officials"]``);
``span._.record`` is the mention's record as a plain dict, with the true character offsets even
where a mention does not end at a token boundary of the user's tokenizer (the span is then widened
to whole tokens).
"""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.article import Article
from extract.pipeline import default

GROUPS = {
    "official": "officials",
    "agency": "agencies",
    "locality": "localities",
    "quantity": "quantities",
    "percentage": "percentages",
    "date": "dates",
}

if not Span.has_extension("record"):
    Span.set_extension("record", default=None)


@Language.factory("meeting_extract", default_config={"published": None}, assigns=["doc.spans"])
def make_component(nlp: Language, name: str, published: str | None) -> "MeetingExtract":
    """The factory of ``nlp.add_pipe``; relative dates count from ``published``."""
    return MeetingExtract(published)


class MeetingExtract:
    """Adds the six span groups to a Doc and changes nothing else in it."""

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Extract the mentions of ``doc.text`` and add them to ``doc.spans``."""
        result = default()(Article(text=doc.text, published=self.published))
        groups: dict[str, list[Span]] = {group: [] for group in GROUPS.values()}
        for mention in result.mentions:
            span = doc.char_span(
                mention.start, mention.end, label=mention.type, alignment_mode="expand"
            )
            if span is not None:
                span._.record = msgspec.to_builtins(mention)
                groups[GROUPS[mention.type]].append(span)
        for group, spans in groups.items():
            doc.spans[group] = spans
        return doc
