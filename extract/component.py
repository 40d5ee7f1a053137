"""The pipeline as a spaCy component: ``nlp.add_pipe("meeting_extract")``.

Span groups are named for the mention types in the plural (``doc.spans["officials"]``);
``span._.record`` is the mention's record as a plain dict, with the true character offsets even
where a mention does not end at a token boundary of the user's tokenizer (the span is then widened
to whole tokens). Relative dates count from ``doc._.published``, where that is set, else from the
component's ``published``.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.article import Article
from extract.day_stamp import iso_day
from extract.pipeline import default
from extract.records import Mention

GROUPS = {
    "official": "officials",
    "agency": "agencies",
    "locality": "localities",
    "quantity": "quantities",
    "percentage": "percentages",
    "date": "dates",
}


# spaCy keeps an extension's value by the characters of the span. Two mentions in one token have the
# same: the second one's record is kept by the span's id as well.
def _plain_key(span: Span) -> tuple[str, str, int, int]:
    return ("._.", "record", span.start_char, span.end_char)


def _own_key(span: Span) -> tuple[str, str]:
    return ("meeting_extract", span.id_)


def _record(span: Span) -> Any:
    data: dict[Any, Any] = span.doc.user_data
    return data.get(_own_key(span), data.get(_plain_key(span)))


def _set_record(span: Span, record: Any) -> None:
    data: dict[Any, Any] = span.doc.user_data
    data[_plain_key(span)] = record


if not Span.has_extension("record"):
    Span.set_extension("record", getter=_record, setter=_set_record)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


@Language.factory("meeting_extract", default_config={"published": None}, assigns=["doc.spans"])
def make_component(nlp: Language, name: str, published: str | None) -> "MeetingExtract":
    """The factory of ``nlp.add_pipe``; relative dates count from ``published``.

    Raises ValueError where that is no day.
    """
    return MeetingExtract(published)


class MeetingExtract:
    """Adds the six span groups to a Doc and changes nothing else in it."""

    def __init__(self, published: str | None = None) -> None:
        self.published = iso_day(published) if published else None

    def __call__(self, doc: Doc) -> Doc:
        """Extract the mentions of ``doc.text`` and add them to ``doc.spans``."""
        published = iso_day(doc._.published) if doc._.published else self.published
        add_spans(doc, default()(Article(text=doc.text, published=published)).mentions)
        return doc


def add_spans(doc: Doc, mentions: Iterable[Mention]) -> None:
    """Set the six span groups of ``doc`` to ``mentions``, each with its record.

    A mention that stands in no token (as in a Doc whose tokens leave characters out) has no span.
    """
    groups: dict[str, list[Span]] = {group: [] for group in GROUPS.values()}
    data: dict[Any, Any] = doc.user_data
    for number, mention in enumerate(mentions):
        span = doc.char_span(
            mention.start,
            mention.end,
            label=mention.type,
            span_id=f"{mention.type}-{number}",
            alignment_mode="expand",
        )
        if span is not None:
            key = _own_key(span) if _plain_key(span) in data else _plain_key(span)
            data[key] = msgspec.to_builtins(mention)
            groups[GROUPS[mention.type]].append(span)
    for group, spans in groups.items():
        doc.spans[group] = spans
