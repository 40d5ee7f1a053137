import pytest

from extract.score.labels import LabelError
from extract.score.output import read_output
from score.labels_of import TEXT, fact, labels, mention, write_gold, write_lines, write_output

FIVE = mention("quantity", 18, 19)
LINE = {"doc_id": "a", "rule": "r"} | FIVE


def without(record, key):
    return {k: v for k, v in record.items() if k != key}


# a second line of mentions.jsonl; what the error says of it
MENTIONS = [
    (without(LINE, "doc_id"), "no 'doc_id'"),
    (without(LINE, "unit"), "no 'unit'"),
    (LINE | {"type": "number"}, "unknown type 'number' (known: official, agency, locality, "),
    (LINE | {"doc_id": "b"}, "no article 'b' in articles.jsonl"),
    (LINE | {"end": 999}, "no span of the article: [18, 999)"),
    (LINE | {"start": "18"}, "no span of the article: [18, 19)"),
    (LINE | {"text": "6"}, "'6' is '5' in the article"),
    (LINE | {"item": 3}, "item is 3"),
    ([], "not a JSON object"),
]


@pytest.mark.parametrize(("line", "cause"), MENTIONS, ids=[cause for _, cause in MENTIONS])
def test_a_wrong_line_is_named(tmp_path, line, cause):
    write_output(tmp_path, [labels()])
    write_lines(tmp_path / "mentions.jsonl", [LINE, line])
    with pytest.raises(LabelError) as error:
        read_output(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'mentions.jsonl'}: line 2: {cause}")


def test_an_output_is_read_in_order(tmp_path):
    other = labels(doc_id="b")
    write_output(tmp_path, [other, labels(mention("date", 41, 45), FIVE, facts=[fact(18, 19)])])
    write_lines(tmp_path / "errors.jsonl", [{"source": "c.txt", "record": None, "error": "?"}])
    output = read_output(tmp_path)
    assert list(output.articles) == ["a", "b"]
    assert [m["start"] for m in output.articles["a"].mentions] == [18, 41]
    assert [f["start"] for f in output.articles["a"].facts] == [18]
    assert output.articles["b"] == ("b", (), (), TEXT)
    assert output.failed == {"c.txt"}


def test_no_facts_file_is_no_facts(tmp_path):
    write_output(tmp_path, [labels(FIVE)])
    assert read_output(tmp_path).articles["a"].facts is None


@pytest.mark.parametrize("name", ["articles.jsonl", "mentions.jsonl"])
def test_a_folder_that_is_no_output(tmp_path, name):
    write_output(tmp_path, [labels(FIVE)])
    (tmp_path / name).unlink()
    with pytest.raises(LabelError) as error:
        read_output(tmp_path, tmp_path)
    assert name in str(error.value)


def test_an_article_that_stands_twice(tmp_path):
    write_output(tmp_path, [labels(), labels()])
    with pytest.raises(LabelError, match=r"line 2: the article 'a' stands twice"):
        read_output(tmp_path)


def test_an_output_without_texts_takes_them_from_a_folder(tmp_path):
    out, texts = tmp_path / "out", tmp_path / "texts"
    write_output(out, [labels(FIVE)])
    write_lines(out / "articles.jsonl", [{"doc_id": "a"}])
    with pytest.raises(LabelError, match="--texts"):
        read_output(out)
    texts.mkdir()
    (texts / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert read_output(out, texts).articles["a"].text == TEXT
    (texts / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(LabelError, match=r"a\.txt: not UTF-8 at byte 0"):
        read_output(out, texts)


def test_labels_are_read_as_an_output(tmp_path):
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    write_gold(gold, [labels(FIVE)])
    with pytest.raises(LabelError, match="--texts"):
        read_output(gold)
    texts.mkdir()
    with pytest.raises(LabelError, match=r"a\.txt: no such article"):
        read_output(gold, texts)
    (texts / "a.txt").write_text(TEXT)
    found = read_output(gold, texts).articles["a"].mentions
    assert [m["text"] for m in found] == ["5"]
