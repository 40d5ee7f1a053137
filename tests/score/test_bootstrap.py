import time

import pytest

from extract.score.bootstrap import Part, intervals

CASES = [
    ([], 3, None),
    ([Part(0, 0, 0)], 3, None),
    ([Part(0, 1, 1), Part(1, 1, 1), Part(2, 2, 2)], 3, (1.0, 1.0)),
    ([Part(0, 0, 1), Part(1, 0, 2)], 2, (0.0, 0.0)),
    ([Part(0, 1, 1), Part(1, 0, 1)], 2, (0.0, 1.0)),
]


@pytest.mark.parametrize(("parts", "units", "interval"), CASES)
def test_intervals(parts, units, interval):
    assert intervals([parts], units) == [interval]


def test_no_sentences():
    assert intervals([[], []], 0) == [None, None]


def test_the_interval_of_a_share_is_that_of_the_binomial():
    """400 sentences, 300 right: 0.75 with a standard error of 0.0217."""
    parts = [Part(i, i % 4 > 0, 1) for i in range(400)]
    ((low, high),) = intervals([parts], 400)
    assert (low, high) == pytest.approx((0.75 - 0.0424, 0.75 + 0.0424), abs=0.006)


def test_mentions_of_one_sentence_go_together():
    alone = [Part(i, i % 2, 1) for i in range(100)]
    together = [Part(i // 10, (i // 10) % 2, 1) for i in range(100)]
    ((a, b),), ((c, d),) = intervals([alone], 100), intervals([together], 10)
    assert d - c > 2 * (b - a)


def test_the_same_every_time_and_in_any_order():
    parts = [Part(i % 7, i % 3, 3) for i in range(50)]
    assert intervals([parts, parts], 7) == intervals([parts[::-1]], 7) * 2


def test_many_sentences_in_blocks():
    parts = [Part(i, 1, 1) for i in range(20_000)]
    began = time.process_time()
    assert intervals([parts], 20_000) == [(1.0, 1.0)]
    assert time.process_time() - began < 10
