"""The spaCy component: groups, records, true offsets."""

import json

import pytest
import spacy
from spacy.training import Example

import extract.component  # noqa: F401  (registers the factory, as the entry point does once installed)

TEXT = "Exports to Japan rose 12.5% in 2023. Japan bought 3 ships."


def test_groups_and_records():
    nlp = spacy.blank("en")
    nlp.add_pipe("meeting_extract", config={"published": "2024-03-01"})
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["localities"]] == ["Japan", "Japan"]
    assert doc.spans["localities"][0]._.record["code"] == "JP"
    assert [span._.record["value"] for span in doc.spans["percentages"]] == [12.5]
    assert [span._.record["first_day"] for span in doc.spans["dates"]] == ["2023-01-01"]
    assert list(doc.spans["officials"]) == []


def test_true_offsets_inside_a_token():
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # white space only: "12.5%," is one token
    nlp.add_pipe("meeting_extract")
    doc = nlp("It rose 12.5%, he said.")
    [span] = doc.spans["percentages"]
    assert span.text == "12.5%,"
    assert (span._.record["start"], span._.record["end"], span._.record["text"]) == (8, 13, "12.5%")


def test_two_mentions_in_one_token():
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)
    nlp.add_pipe("meeting_extract")
    doc = nlp("Exports rose 12.5%-3km.")
    spans = [*doc.spans["percentages"], *doc.spans["quantities"]]
    assert {span.text for span in spans} == {"12.5%-3km."}
    assert [span._.record["text"] for span in spans] == ["12.5%", "3km"]


@pytest.fixture(scope="module")
def trained():
    """A pipeline that was trained, if only a little: what the component must leave alone."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    tagger = nlp.add_pipe("tagger")
    for tag in ("NOUN", "VERB"):
        tagger.add_label(tag)
    nlp.add_pipe("ner").add_label("PRODUCT")
    text = "Exports rose"
    told = {"tags": ["NOUN", "VERB"], "entities": [(0, 7, "PRODUCT")]}
    example = Example.from_dict(nlp.make_doc(text), told)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(10):
        nlp.update([example], sgd=optimizer)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Japan"}])
    return nlp


def said(doc):
    """All that the rest of the pipeline says of a Doc."""
    return (
        [(token.text, token.tag_, token.is_sent_start) for token in doc],
        [(span.start, span.end, span.label_) for span in doc.ents],
        doc.cats,
    )


def found(doc):
    return {name: [span._.record for span in group] for name, group in doc.spans.items()}


def test_beside_a_trained_pipeline(trained):
    before = said(trained(TEXT))
    assert before[1] != [] and {tag for _, tag, _ in before[0]} <= {"NOUN", "VERB"}
    trained.add_pipe("meeting_extract", first=True)
    first = trained(TEXT)
    trained.remove_pipe("meeting_extract")
    trained.add_pipe("meeting_extract", last=True)
    last = trained(TEXT)
    assert said(first) == said(last) == before
    assert found(first) == found(last)
    assert [span.text for span in last.spans["localities"]] == ["Japan", "Japan"]


def test_in_two_processes():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("meeting_extract", config={"published": "2024-03-01"})
    texts = [TEXT, "", "It rained.", *(f"In {year} exports rose 3%." for year in range(1990, 2010))]
    alone = [nlp(text) for text in texts]
    together = list(nlp.pipe(texts, n_process=2, batch_size=4))
    assert [doc.text for doc in together] == texts
    # Lists may come back as tuples.
    assert [json.dumps(found(doc)) for doc in together] == [json.dumps(found(doc)) for doc in alone]


def test_to_disk_and_back(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("meeting_extract", config={"published": "2024-03-01"})
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe("meeting_extract").published == "2024-03-01"
    text = "It rose 3% last year."
    assert found(again(text)) == found(nlp(text))
    assert found(again(text))["dates"][0]["first_day"] == "2023-01-01"
    assert found(spacy.blank("en").from_bytes(nlp.to_bytes())(text)) == {}
    doc = nlp(text)
    copy = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert json.dumps(found(copy)) == json.dumps(found(doc))


def test_each_article_its_own_day():
    nlp = spacy.blank("en")
    nlp.add_pipe("meeting_extract", config={"published": "2024-03-01"})
    docs = [nlp.make_doc("It rose 3% last year.") for _ in range(2)]
    docs[0]._.published = "2020-05-05"
    days = [nlp(doc).spans["dates"][0]._.record["first_day"] for doc in docs]
    assert days == ["2019-01-01", "2023-01-01"]


def test_a_day_that_is_none():
    with pytest.raises(ValueError, match="soon"):
        spacy.blank("en").add_pipe("meeting_extract", config={"published": "soon"})


def test_a_long_article():
    nlp = spacy.blank("en")
    nlp.add_pipe("meeting_extract")
    doc = nlp("\n\n".join(f"In {year} exports rose 3%." for year in range(1000, 3000)))
    records = found(doc)
    assert len(records["percentages"]) == 2000
    text = doc.text  # put together anew each time that it is asked for
    assert all(text[one["start"] : one["end"]] == "3%" for one in records["percentages"])
