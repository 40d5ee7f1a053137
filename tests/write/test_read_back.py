"""JSON Lines read back: the same results; clear errors where the files were changed."""

import gc
import json
import tracemalloc

import msgspec
import pytest

from extract import extract
from extract.result import ArticleResult
from extract.write import jsonl
from extract.write.folder import OutputError
from extract.write.read_back import results

TEXTS = {
    "a": "On July 10, 2024, Minister Tran Van Minh opened 12 roads in Da Nang, up 3.5%.",
    "none": "Nothing here.",
    "b": "The Ministry of Finance said 20-25% of 3 million đồng was spent. 😀 In May 2024, 7 left.",
    "last": "Nothing here either.",
}


def articles():
    return [extract(text, doc_id=doc_id) for doc_id, text in TEXTS.items()]


def without_text(folder):
    path = folder / "articles.jsonl"
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for article in found:
        del article["text"]
    path.write_text("".join(json.dumps(article) + "\n" for article in found))


def test_what_was_written_comes_back(tmp_path):
    written = articles()
    jsonl.write(iter(written), tmp_path)
    back = list(results(tmp_path))
    assert back == written
    assert [len(result.mentions) for result in back] == [5, 0, 5, 0]
    assert len(back[0].facts) == 2


def test_nothing_written(tmp_path):
    jsonl.write([], tmp_path)
    assert list(results(tmp_path)) == []


def test_output_without_facts(tmp_path):
    jsonl.write(articles(), tmp_path)
    (tmp_path / "facts.jsonl").unlink()
    assert [result.facts for result in results(tmp_path)] == [(), (), (), ()]


def test_output_without_text(tmp_path):
    jsonl.write(articles(), tmp_path)
    without_text(tmp_path)
    back = list(results(tmp_path))
    assert [result.article.text for result in back] == ["", "", "", ""]
    assert [result.mentions for result in back] == [result.mentions for result in articles()]
    with pytest.raises(OutputError) as error:
        list(results(tmp_path, need_text=True))
    assert str(error.value) == (
        f"{tmp_path / 'articles.jsonl'}: line 1: no 'text' (the run had --no-text)"
    )


def test_results_without_text_are_written_without(tmp_path):
    jsonl.write(articles(), tmp_path)
    without_text(tmp_path)
    jsonl.write(results(tmp_path), tmp_path / "again")
    line = (tmp_path / "again" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert "text" not in json.loads(line)


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_folder_that_is_no_output(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(OutputError) as error:
        results(tmp_path / name)
    assert str(error.value) == (
        f"{tmp_path / name}: holds no articles.jsonl: did a run with --format jsonl write it?"
    )


WRONG = [
    ("articles.jsonl", 2, '{"doc_id": "a"', "line 2: Input data was truncated"),
    ("articles.jsonl", 2, '{"doc_id": "a"}', "line 2: Object missing required field `source`"),
    ("articles.jsonl", 1, "[]", "line 1: Expected `object`, got `array`"),
    ("mentions.jsonl", 1, '{"type": "person"}', "line 1: Invalid value 'person' - at `$.type`"),
    ("mentions.jsonl", 2, '"\xff', "line 2: "),
]


@pytest.mark.parametrize(("file", "number", "line", "message"), WRONG)
def test_a_broken_line_is_named(tmp_path, file, number, line, message):
    jsonl.write(articles(), tmp_path)
    lines = (tmp_path / file).read_bytes().split(b"\n")
    lines[number - 1] = line.encode("latin-1")
    (tmp_path / file).write_bytes(b"\n".join(lines))
    with pytest.raises(OutputError) as error:
        list(results(tmp_path))
    assert str(error.value).startswith(f"{tmp_path / file}: {message}")


def test_lines_of_another_article(tmp_path):
    jsonl.write(articles(), tmp_path)
    path = tmp_path / "entities.jsonl"
    path.write_text(path.read_text().replace('"doc_id":"b"', '"doc_id":"c"'))
    with pytest.raises(OutputError) as error:
        list(results(tmp_path))
    assert str(error.value) == (
        f"{path}: line 3: 'c' is no article of articles.jsonl, or not in its order there"
    )


def test_blank_lines_are_no_records(tmp_path):
    jsonl.write(articles(), tmp_path)
    for file in ("articles.jsonl", "mentions.jsonl"):
        (tmp_path / file).write_bytes((tmp_path / file).read_bytes().replace(b"\n", b"\n\n"))
    assert list(results(tmp_path)) == articles()


def test_memory_is_that_of_one_article(tmp_path):
    first = articles()[0]

    def numbered(record, number):
        return msgspec.structs.replace(record, doc_id=str(number))

    def many(count):
        for number in range(count):
            yield ArticleResult(
                article=numbered(first.article, number),
                mentions=tuple(numbered(mention, number) for mention in first.mentions),
                entities=(),
            )

    def peak(count):
        jsonl.write(many(count), tmp_path / str(count))
        gc.collect()
        tracemalloc.start()
        assert sum(1 for _ in results(tmp_path / str(count))) == count
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(50)  # what is loaded once does not count
    # All of them take more than eight million bytes; a few tries, as other threads' count too.
    assert any(peak(2000) < peak(50) + 200_000 for _ in range(3))
