"""brat: read back by bioc's reader of the format, and line by line as brat reads it."""

import itertools
import json
import re

import bioc.brat
import msgspec
import pytest

from extract import extract
from extract.write import brat
from extract.write.document_files import doc_id_of
from write.articles import everything, seeds


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    folder = tmp_path_factory.mktemp("brat")
    brat.write(iter(everything()), folder)
    return folder / "brat"


def read(path):
    """The files as brat opens them: nothing of a line end is changed."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    return bioc.brat.loads(text, path.read_bytes().decode("utf-8"))


def test_bioc_reads_the_same_mentions(collection):
    paths = {doc_id_of(collection, path): path for path in collection.rglob("*.ann")}
    assert sorted(paths) == sorted(result.article.doc_id for result in everything())
    for result in everything():
        document = read(paths[result.article.doc_id])
        assert document.text == result.article.text
        found = [(one.type, *one.total_span) for one in document.entities if one.type != "measure"]
        assert found == [(one.type, one.start, one.end) for one in result.mentions]
        for one in document.entities:
            spans = sorted(one.locations, key=lambda span: span.begin)  # bioc keeps a set
            pieces = [document.text[span.begin : span.end] for span in spans]
            assert one.text == " ".join(pieces)
        assert len(document.notes) == len(result.mentions)
        measured = [one for one in document.relations if one.type == "measure"]
        assert len(measured) == sum(fact.measure is not None for fact in result.facts)


def test_no_line_of_brat_is_broken(collection):
    """brat's parser splits lines as str.splitlines does."""
    for path in collection.rglob("*.ann"):
        ann = path.read_bytes().decode("utf-8")
        assert ann.splitlines() == ann.split("\n")[:-1]


def test_what_a_labeller_sees(collection):
    document = read(collection / "emoji.ann")
    official = next(one for one in document.entities if one.type == "official")
    [note] = [one for one in document.notes if one.refid == official.id]
    assert json.loads(note.text) == {"name": "Pham Minh Chinh", "titles": ["Prime Minister"]}
    agency = next(one for one in document.entities if one.type == "agency")
    given = [(one.type, *one.attributes) for one in document.attributes if one.refid == agency.id]
    assert given == [("agency_kind", "ministry")]
    ann = (collection / "emoji.ann").read_text(encoding="utf-8")
    assert "\tReference T4 ISO3166:VN-DN\tDa Nang\n" in ann


def test_a_mention_over_line_ends_stands_in_fragments():
    text = "On\nJuly 10,\r\n\t2024 it rained."
    result = extract(text, doc_id="a")
    date = msgspec.structs.replace(result.mentions[0], start=3, end=18, text=text[3:18])
    whole = msgspec.structs.replace(result, mentions=(date,))
    [line] = [line for line in brat.lines(whole) if line.startswith("T")]
    assert line == "T1\tdate 3 11;14 18\tJuly 10, 2024"


def test_a_line_end_in_a_value_is_escaped():
    [result] = [one for one in seeds() if one.article.doc_id.startswith("003")]
    odd = msgspec.structs.replace(result.mentions[0], name="A\u2028B\tC")
    changed = msgspec.structs.replace(result, mentions=(odd, *result.mentions[1:]))
    [note] = [line for line in brat.lines(changed) if line.startswith("#1\t")]
    assert json.loads(note.split("\t")[2])["name"] == "A\u2028B\tC"
    assert len(note.split("\t")) == 3 and len(note.splitlines()) == 1


def test_configuration_names_all_that_is_used(collection):
    conf = (collection / "annotation.conf").read_text(encoding="utf-8")
    sections = dict(
        zip(
            re.findall(r"^\[(\w+)\]$", conf, re.MULTILINE),
            re.split(r"^\[\w+\]$", conf, flags=re.MULTILINE)[1:],
            strict=True,
        )
    )
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    values = {}
    for line in sections["attributes"].split("\n"):
        if line:
            name, _, given = line.partition("\t")
            values[name] = set(given.partition("Value:")[2].split("|"))
    documents = [read(path) for path in collection.rglob("*.ann")]
    entities = {one.type for document in documents for one in document.entities}
    assert entities == set(sections["entities"].split())
    relations = {one.type for document in documents for one in document.relations}
    assert relations <= {line.split("\t")[0] for line in sections["relations"].split("\n") if line}
    used = list(itertools.chain.from_iterable(document.attributes for document in documents))
    assert len(used) > 500
    for one in used:
        assert one.attributes == [] or set(one.attributes) <= values[one.type]


def test_nothing_at_all(tmp_path):
    brat.write([], tmp_path)
    assert sorted(path.name for path in (tmp_path / "brat").iterdir()) == [
        "annotation.conf",
        "visual.conf",
    ]
