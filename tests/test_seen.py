"""Ids and texts seen: exact for ids, first come first named for texts, small for a million."""

import random
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from extract.seen import Seen

NAMES = st.text(max_size=3)


@given(st.lists(st.tuples(NAMES, st.text("ab \n\t\u00a0é", max_size=4)), max_size=60))
def test_it_says_what_a_dictionary_says(articles):
    seen = Seen()
    ids, texts = set(), {}
    for doc_id, text in articles:
        assert seen.knows(doc_id) == (doc_id in ids)
        if doc_id not in ids:
            ids.add(doc_id)
            plain = " ".join(text.split())
            assert seen.add(doc_id, text) == texts.get(plain)
            texts.setdefault(plain, doc_id)


def test_many_in_any_order():
    chance = random.Random(1)
    numbers = list(range(20_000))
    chance.shuffle(numbers)
    seen = Seen()
    assert {seen.add(f"id {number}", f"Text {number % 15_000}.") for number in numbers} > {None}
    assert all(seen.knows(f"id {number}") for number in numbers)
    assert not any(seen.knows(f"id {number}") for number in range(20_000, 30_000))
    repeated = Seen()
    found = [repeated.add(f"id {number}", f"Text {number % 15_000}.") for number in numbers]
    assert sum(earlier is not None for earlier in found) == 5_000


def test_ids_whose_hashes_are_the_same_are_told_apart(monkeypatch):
    monkeypatch.setattr("extract.seen.hash", lambda raw: 7, raising=False)
    seen = Seen()
    for number in range(50):
        assert not seen.knows(str(number))
        seen.add(str(number), str(number))
    assert all(seen.knows(str(number)) for number in range(50))


def test_ids_of_lone_surrogates():
    seen = Seen()
    assert seen.add("\ud800", "Text \udc00") is None
    assert (seen.knows("\ud800"), seen.knows("\ud801")) == (True, False)
    assert seen.add("b", "Text \udc00") == "\ud800"


def test_some_sixty_bytes_an_article():
    seen = Seen()
    articles = 12_500  # its tables are then as empty as they ever are
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(articles):
        seen.add(f"news/2024/07/{number:012}", f"Text {number}.")
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 70 * articles
