"""The spaCy component: groups, records, true offsets."""

import spacy

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
