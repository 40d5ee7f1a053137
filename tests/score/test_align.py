import random
import time
from itertools import combinations, pairwise, permutations

import pytest

from extract.score.align import (
    Typed,
    _best_of_any,
    _best_of_chain,
    _clusters,
    _is_chain,
    _overlaps,
    align,
    weigh,
)

A, B = "agency", "date"


def spans(text):
    return [Typed(int(s), int(e), t) for s, e, t in (part.split("-") for part in text.split())]


# gold; output; the pairs
CASES = [
    ("", "", []),
    ("0-5-date", "", []),
    ("", "0-5-date", []),
    ("0-5-date", "0-5-date", [(0, 0)]),
    ("0-5-date", "5-9-date", []),  # half open: they only touch
    ("5-9-date", "0-5-date", []),
    ("0-5-date", "4-9-date", [(0, 0)]),
    ("0-5-date", "0-5-agency", [(0, 0)]),  # two types, one span
    ("0-9-date", "0-3-date 4-9-date", [(0, 1)]),  # more characters shared
    ("0-8-date", "0-4-date 4-8-date", [(0, 0)]),  # a tie: the first in the text
    ("0-8-date", "4-8-date 0-4-date", [(0, 1)]),
    ("0-9-date", "0-8-agency 8-9-date", [(0, 1)]),  # the type before the characters
    # nervaluate takes the first output for the first gold and loses the second pair
    ("0-10-date 10-20-date", "8-12-date 12-20-date", [(0, 0), (1, 1)]),
    ("0-4-date 4-8-date", "2-6-date 6-9-date", [(0, 0), (1, 1)]),
    # one pair of one type before two pairs of two types
    ("0-4-date 4-8-agency", "2-6-agency 6-9-locality", [(1, 0)]),
    # a strict pair before all else, where a side overlaps itself
    ("0-4-date 0-9-date", "0-4-date 3-9-date", [(0, 0), (1, 1)]),
    ("0-9-date 0-4-date", "0-4-date", [(1, 0)]),
]


@pytest.mark.parametrize(("gold", "output", "pairs"), CASES)
def test_align(gold, output, pairs):
    assert align(spans(gold), spans(output)) == pairs


def test_the_weight_puts_the_criteria_in_their_order():
    strict = weigh(Typed(0, 2, A), Typed(0, 2, A))
    one_type = weigh(Typed(0, 900, A), Typed(1, 901, A))
    one_span = weigh(Typed(0, 900, A), Typed(0, 900, B))
    overlap = weigh(Typed(0, 900, A), Typed(1, 901, B))
    less = weigh(Typed(0, 900, A), Typed(2, 902, B))
    assert strict > one_type > one_span > overlap > less > 0
    assert strict > 100 * one_type and one_type > 100 * one_span and one_span > 100 * overlap
    assert weigh(Typed(0, 2, A), Typed(2, 4, A)) == 0


def best_total(gold, output):
    """By brute force: the greatest weight of any one-to-one pairing."""
    few, many = sorted((gold, output), key=len)
    best = 0
    for size in range(len(few) + 1):
        for chosen in combinations(few, size):
            for partners in permutations(many, size):
                best = max(best, sum(weigh(a, b) for a, b in zip(chosen, partners, strict=True)))
    return best


def disjoint(rng, count):
    edges = sorted(rng.sample(range(16), 2 * count))
    return [Typed(s, e, rng.choice((A, B))) for s, e in zip(edges[::2], edges[1::2], strict=True)]


def tiles(rng, count):
    cuts = sorted(rng.sample(range(16), count + 1)) if count else []
    return [Typed(s, e, rng.choice((A, B))) for s, e in pairwise(cuts)]


def any_spans(rng, count):
    pairs = [sorted(rng.sample(range(12), 2)) for _ in range(count)]
    return [Typed(s, e, rng.choice((A, B))) for s, e in pairs]


@pytest.mark.parametrize("make", [disjoint, tiles, any_spans])
def test_align_is_as_good_as_brute_force_in_any_order(make):
    rng = random.Random(7)
    longest = 0
    for _ in range(300):
        gold, output = make(rng, rng.randint(0, 5)), make(rng, rng.randint(0, 5))
        pairs = align(gold, output)
        assert len({g for g, _ in pairs}) == len({o for _, o in pairs}) == len(pairs)
        assert sum(weigh(gold[g], output[o]) for g, o in pairs) == best_total(gold, output)
        assert all(weigh(gold[g], output[o]) for g, o in pairs)
        mixed, turned = rng.sample(gold, len(gold)), rng.sample(output, len(output))
        again = sorted((mixed[g], turned[o]) for g, o in align(mixed, turned))
        assert again == sorted((gold[g], output[o]) for g, o in pairs)
        longest = max(longest, len(pairs))
    assert longest in (4, 5)


def test_both_methods_agree_on_chains():
    rng = random.Random(3)
    chains = 0
    for _ in range(200):
        for cluster in _clusters(_overlaps(tiles(rng, 5), tiles(rng, 5))):
            assert _is_chain(cluster)
            weights = [sum(e.weight for e in f(cluster)) for f in (_best_of_chain, _best_of_any)]
            assert weights[0] == weights[1]
            chains += len(cluster) > 2
    assert chains > 100


def test_a_chain_of_20000_spans_takes_no_time():
    gold = [Typed(i, i + 2, A) for i in range(0, 40000, 2)]
    output = [Typed(i + 1, i + 3, A) for i in range(0, 40000, 2)]
    began = time.process_time()
    pairs = align(gold, output)
    assert pairs == [(i, i) for i in range(20000)]
    assert time.process_time() - began < 5
