"""spaCy's DocBin: ``docbin/docs.spacy``, tokens with the span groups of the component.

Read it back with ``DocBin().from_disk(path).get_docs(nlp.vocab)``; after ``import
extract.component``, ``span._.record`` is the mention's record, with the true offsets where tokens
and spans do not meet. ``doc.user_data`` holds the ``article``, its ``entities`` and its ``facts``.
A file holds up to 500 articles, further ones are ``docs-2.spacy`` and so on, so that memory stays
flat; ``spacy train`` and ``spacy.training.Corpus`` take the whole folder.
"""

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from extract.result import ArticleResult

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FOLDER = "docbin"
_PER_FILE = 500
# spaCy's tokenizer takes quadratic time on what has no white space in it.
_LONG_RUN = re.compile(r"(\S{201,})")


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the articles into ``folder/docbin``."""
    import spacy
    from spacy.tokens import DocBin

    base = folder / FOLDER
    base.mkdir(parents=True, exist_ok=True)
    left = iter(results)
    for number in itertools.count(1):
        part = list(itertools.islice(left, 1))
        if not part and number > 1:
            return
        nlp = spacy.blank("en")  # anew for each file: its vocabulary grows with every word
        docs = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
        for result in itertools.chain(part, itertools.islice(left, _PER_FILE - 1)):
            docs.add(document(nlp, result))
        docs.to_disk(base / ("docs.spacy" if number == 1 else f"docs-{number}.spacy"))


def document(nlp: "Language", result: ArticleResult) -> "Doc":
    """An article as a spaCy Doc.

    >>> import spacy
    >>> from extract import extract
    >>> doc = document(spacy.blank("en"), extract("Exports rose 12.5%."))
    >>> [(span.text, span._.record["value"]) for span in doc.spans["percentages"]]
    [('12.5%', 12.5)]
    """
    from spacy.tokens import Doc

    from extract.component import add_spans

    words: list[str] = []
    spaces: list[bool] = []
    for piece in _LONG_RUN.split(result.article.text):
        if len(piece) > 200 and _LONG_RUN.fullmatch(piece):
            words.append(piece)
            spaces.append(False)
        elif piece:
            tokens = nlp.tokenizer(piece)
            words.extend(token.text for token in tokens)
            spaces.extend(bool(token.whitespace_) for token in tokens)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    article = msgspec.to_builtins(result.article)
    del article["text"]
    doc.user_data["article"] = article
    doc.user_data["entities"] = msgspec.to_builtins(result.entities)
    doc.user_data["facts"] = msgspec.to_builtins(result.facts)
    add_spans(doc, result.mentions)
    return doc
