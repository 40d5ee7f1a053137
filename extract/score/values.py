"""How two values of an attribute are compared.

==================  ===============================================================================
``name``            without case, accents, kind of quote or dash, and a leading ``the``
                    (never ``an``: ``Nghe An`` is not ``Nghe``, ``An Giang`` is not ``Giang``)
``titles``          as sets of such names: neither order nor repetition counts
``item``            by the share of words in common (token F1): 1 equal, 0 nothing shared
numbers             exactly: 13.2 is 13.2, 2 is 2.0, 0.1 is not 0.10000001
all else            exactly: null is only null
==================  ===============================================================================
"""

import re
from collections import Counter
from typing import Any

from extract.fold import fold
from extract.score.labels import ATTRIBUTES, RECORD_ATTRIBUTES, Mention

_WORD = re.compile(r"\w+")


def similarity(attribute: str, gold: Any, output: Any) -> float:
    """How right an attribute's value is: 1 or 0, anything between for ``item`` alone.

    >>> similarity("name", "the Ministry of Công An", "Ministry of Cong an")
    1.0
    >>> similarity("item", "user accounts", "accounts")
    0.6666666666666666
    """
    if attribute == "item":
        return token_f1(gold, output)
    if attribute == "titles":
        return float({name_key(title) for title in gold} == {name_key(title) for title in output})
    if attribute == "name":
        return float(name_key(gold) == name_key(output))
    return float(same(gold, output))


def same(gold: Any, output: Any) -> bool:
    """Whether two plain values are equal; numbers by value, but true and false are no numbers."""
    return bool(gold == output) and isinstance(gold, bool) == isinstance(output, bool)


def name_key(name: str) -> str:
    """What two spellings of one name share.

    >>> name_key("The Nghệ An  People’s Committee"), name_key("An Giang")
    ("nghe an people's committee", 'an giang')
    """
    words = fold(name).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def token_f1(gold: str | None, output: str | None) -> float:
    """F1 of the words two phrases share; two nulls are equal, a null and a phrase share nothing."""
    if gold is None or output is None:
        return float(gold is output)
    left, right = Counter(_WORD.findall(fold(gold))), Counter(_WORD.findall(fold(output)))
    if not left or not right:
        return float(left == right)
    return 2 * (left & right).total() / (left.total() + right.total())


def wrong_attributes(gold: Mention, output: Mention) -> tuple[str, ...]:
    """The attributes whose values differ, of two mentions of one type."""
    return tuple(
        name for name in ATTRIBUTES[gold["type"]] if similarity(name, gold[name], output[name]) < 1
    )


def record_is_right(gold: Mention, output: Mention) -> bool:
    """Whether span, type and all record attributes are right."""
    return strictly_equal(gold, output) and all(
        similarity(name, gold[name], output[name]) == 1 for name in RECORD_ATTRIBUTES[gold["type"]]
    )


def strictly_equal(gold: Mention, output: Mention) -> bool:
    """Whether span and type are right."""
    return all(gold[key] == output[key] for key in ("start", "end", "type"))
