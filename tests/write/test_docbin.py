"""DocBin: read back by spaCy."""

import msgspec
import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus

from extract import extract
from extract.component import GROUPS
from extract.write import docbin
from write.articles import everything


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docbin")
    docbin.write(iter(everything()), folder)
    bin_ = DocBin().from_disk(folder / "docbin" / "docs.spacy")
    return list(bin_.get_docs(spacy.blank("en").vocab))


def lists(value):
    """spaCy reads lists back as tuples."""
    if isinstance(value, dict):
        return {key: lists(one) for key, one in value.items()}
    return [lists(one) for one in value] if isinstance(value, list | tuple) else value


def test_spacy_reads_the_same_mentions(docs):
    assert len(docs) == len(everything())
    for doc, result in zip(docs, everything(), strict=True):
        assert doc.text == result.article.text
        assert set(doc.spans) == set(GROUPS.values())
        spans = [span for group in doc.spans.values() for span in group]
        found = sorted((lists(span._.record) for span in spans), key=lambda one: one["start"])
        assert found == lists([msgspec.to_builtins(one) for one in result.mentions])
        for span in spans:
            record = span._.record
            assert span.label_ == record["type"]
            assert span.start_char <= record["start"] < record["end"] <= span.end_char
            assert doc.text[record["start"] : record["end"]] == record["text"]


def test_article_facts_and_entities(docs):
    for doc, result in zip(docs, everything(), strict=True):
        data = lists(doc.user_data)
        article = msgspec.to_builtins(result.article)
        assert data["article"] | {"text": doc.text} == lists(article)
        assert data["facts"] == lists(msgspec.to_builtins(result.facts))
        assert data["entities"] == lists(msgspec.to_builtins(result.entities))


def test_two_mentions_in_one_token():
    result = extract("It rose 12.5% in 2023.")
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=[text], spaces=[False])
    doc = docbin.document(nlp, result)
    [again] = DocBin(store_user_data=True, docs=[doc]).get_docs(spacy.blank("en").vocab)
    assert [
        span._.record["text"] for name in ("percentages", "dates") for span in again.spans[name]
    ] == ["12.5%", "2023"]


def test_long_runs_take_no_time_and_keep_the_text():
    text = "In 2023 " + "[" * 100_000 + " exports rose 12.5%.\n" + "x" * 201 + "  end"
    doc = docbin.document(spacy.blank("en"), extract(text))
    assert doc.text == text
    assert max(len(token) for token in doc) == 100_000
    assert [span.text for span in doc.spans["percentages"]] == ["12.5%"]


def test_files_of_a_few_hundred(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "_PER_FILE", 4)
    docbin.write(iter(everything()), tmp_path)
    names = sorted(path.name for path in (tmp_path / "docbin").iterdir())
    assert names == ["docs-2.spacy", "docs-3.spacy", "docs-4.spacy", "docs.spacy"]
    examples = list(Corpus(tmp_path / "docbin")(spacy.blank("en")))
    texts = {example.reference.text for example in examples}
    # An empty article is no training example.
    assert texts == {one.article.text for one in everything() if one.article.text.strip()} | {" \n"}


def test_nothing_at_all(tmp_path):
    docbin.write([], tmp_path)
    assert len(DocBin().from_disk(tmp_path / "docbin" / "docs.spacy")) == 0
