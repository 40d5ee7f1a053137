"""Spellings of one word: `vaccinaton` and `vaccination`."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

_LONG = 7  # letters: in shorter words one letter makes another word (`male`, `female`)
_BEGINNING = 5  # letters by which words are put together to be compared


def spellings(words: Iterable[str]) -> Mapping[str, str]:
    """The words that are spelled otherwise more often, with that spelling.

    Two words are one if they are long, begin with the same half, end in the same two letters, and
    one has one letter more. All of that is needed: `lecturer` is no `lecture`, `mediation` no
    `medication`, and another letter in place of one makes `detention` of `detection`. Only words
    with the same beginning are compared, so the work grows with the number of words.

    >>> spellings(["vaccination", "vaccination", "vaccinaton", "import", "export"])
    {'vaccinaton': 'vaccination'}
    """
    counts = Counter(words)
    blocks: dict[str, list[str]] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if len(word) >= _LONG and word.isalpha():
            blocks.setdefault(word[:_BEGINNING], []).append(word)
    found: dict[str, str] = {}
    for block in blocks.values():
        kept: list[str] = []
        for word in block:
            like = next((other for other in kept if _same(word, other)), None)
            if like is None:
                kept.append(word)
            else:
                found[word] = like
    return found


def _same(one: str, other: str) -> bool:
    half = max(len(one), len(other)) // 2
    ends = one[:half] == other[:half] and one[-2:] == other[-2:]
    return ends and Indel.distance(one, other, score_cutoff=1) == 1
