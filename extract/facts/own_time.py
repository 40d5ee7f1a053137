"""Times that are no date mention or no period: `a year earlier`, `to date`, `from April`."""

from extract.facts.date_roles import DateRole
from extract.facts.sentence import Numeral, Sentence

_NEAR = 16  # tokens looked back
_FUTURE = frozenset(("will", "would", "shall"))
_PRESENT = frozenset(("has", "have"))


def is_timeless(sentence: Sentence) -> bool:
    """Whether a sentence says what is, not what was in a period: ``The country has 9 million``."""
    codes = sentence.codes
    for at in range(min(sentence.size, 30)):
        if codes[at] in "bvVmS":
            past = at + 1
            while codes[past : past + 1] == "y":
                past += 1
            return sentence.norm(at) in _PRESENT and codes[past : past + 1] not in tuple("ebvVm")
    return False


def is_to_come(sentence: Sentence, date: DateRole) -> bool:
    """Whether a date is after the article's day, and so no state that one compares with."""
    if sentence.norm(date.at - 1) != "from":
        return False
    if not _FUTURE.isdisjoint(sentence.norms[max(0, date.at - _NEAR) : date.at]):
        return True  # will go up from April
    reference, first = sentence.document.reference, date.span.attributes["first_day"]
    return reference is not None and first is not None and first > reference.isoformat()


def is_a_year_apart(sentence: Sentence, numeral: Numeral) -> bool:
    """``7.2% over a year earlier``: what it is compared with is no date mention."""
    norms = sentence.norms[numeral.past : numeral.past + 5]
    return "earlier" in norms or "ago" in norms


def is_dated_alone(sentence: Sentence, numeral: Numeral) -> bool:
    """``41% a decade ago``, ``41,300 the year before``, ``95% for the whole year``: it has a
    period of its own that is no date mention.
    """
    codes, norms = sentence.codes, sentence.norms[numeral.past : numeral.past + 5]
    before = sentence.norm(numeral.past + 2) == "before" and codes[numeral.past] == "t"
    if "ago" in norms or "earlier" in norms:
        old = codes[numeral.left - 1 : numeral.left] in ("F", "p", "a", "W", "T")
        apart = "," in codes[numeral.past : numeral.past + 3]
        return old and numeral.role == "level" and not apart
    return before or (norms[:1] == ["for"] and bool({"whole", "entire", "full"} & set(norms)))


def is_multiple(sentence: Sentence, numeral: Numeral) -> bool:
    """``16 times the volume of 2020``, ``78% of the same month last year``."""
    same = range(numeral.past + 1, min(numeral.past + 4, sentence.size))
    return numeral.unit == "times" or (
        numeral.is_percentage
        and sentence.codes[numeral.past : numeral.past + 1] == "o"
        and any(sentence.norm(at) in ("same", "corresponding") for at in same)
    )


def is_to_date(sentence: Sentence, numeral: Numeral) -> bool:
    """``2,040 wells have been dug to date``."""
    for at in range(numeral.past, min(numeral.past + 10, sentence.size - 1)):
        if sentence.codes[at] in "ND;,":
            return False
        if (sentence.norm(at), sentence.norm(at + 1)) in (("to", "date"), ("so", "far")):
            return True
    return False
