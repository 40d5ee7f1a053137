"""Text → Document: tokens by spaCy's English tokenizer, and all lexicon entries.

spaCy splits text at white space and each stretch between by itself, so the tokens of a stretch
are the same wherever it stands. So each distinct stretch (with the white space behind it) goes
through spaCy once; after that a dictionary gives its tokens, which took half the time of a Doc and
its PhraseMatcher and gives the plain lists that rules read faster than Token objects. Memory is
bounded: after a number of distinct stretches the dictionary becomes the older one, of which only
what is seen again is kept, and spaCy's vocabulary, which grows with every new word, is made anew.

Stretches of over 200 characters are blanked (same length, so that offsets stay true): no mention
is in them, and spaCy's tokenizer is quadratic on them.
"""

import re
from collections.abc import Mapping
from itertools import accumulate, chain, pairwise
from operator import add, itemgetter
from typing import NamedTuple

import spacy
from spacy.language import Language

from extract.document import LOWER, Document, Hit
from extract.fold import fold
from extract.kinds import kind_of
from extract.letters import Reader, letter_tables
from extract.patterns import PatternError, Patterns, Row

# The lexicons whose entries are looked for in every text.
LEXICONS = (
    "agencies",
    "demonyms",
    "feasts",
    "months",
    "number_words",
    "place_classes",
    "places",
    "places_more",
    "weekdays",
)

_MAX_STRETCHES = 60_000
_LONGEST_RUN = 200
_LONGEST_GAP = 40  # characters of white space that are still worth remembering
# A gap is as long as a character code can say, see _Stretch.
_STRETCH = re.compile(r"\S+\s{0,50000}|\s{1,50000}")
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_LONG_RUN = re.compile(r"\S{201,}")


class _Stretch(NamedTuple):
    """One stretch: words, folded words, and for each token a few characters that tell the rest.

    ``codes`` holds for each token its kind, ``1`` where a lexicon entry may start, the steps to the
    next token and the length of the word as character codes, and its letter in each grammar. So a
    document's strings are slices of one string, which is the fastest way to many of them.
    """

    words: tuple[str, ...]
    norms: tuple[str, ...]
    codes: str


_NOTHING = _Stretch((), (), "")
_WORDS, _NORMS, _CODES = map(itemgetter, range(3))
_KIND, _MARK, _STEP, _LENGTH, _LETTERS = range(5)  # places in the codes of a token


class Tokenizer:
    """Makes Documents; holds spaCy's tokenizer, the stretches seen and the lexicons."""

    def __init__(self, patterns: Patterns) -> None:
        nlp = spacy.blank("en")
        self._lexicons = _Lexicons(patterns, nlp)
        self._readers = letter_tables(patterns).readers()
        self._stretches = _Stretches(nlp, self._lexicons, self._readers)

    def __call__(self, text: str) -> Document:
        """The Document of ``text`` (furniture already blanked)."""
        if len(self._stretches) > _MAX_STRETCHES:
            self._stretches = self._stretches.younger()
        stretches = list(map(self._stretches.__getitem__, _STRETCH.findall(text)))
        codes = "".join(map(_CODES, stretches))
        width = _LETTERS + len(self._readers)
        starts = list(accumulate(map(ord, codes[_STEP::width]), initial=0))
        if starts.pop() < len(text):  # a stretch was too long to read, so its steps are missing
            return self(blank_long_runs(text))
        ends = list(map(add, starts, map(ord, codes[_LENGTH::width])))
        words = list(chain.from_iterable(map(_WORDS, stretches)))
        norms = list(chain.from_iterable(map(_NORMS, stretches)))
        letters = {name: codes[at::width] for at, name in enumerate(self._readers, _LETTERS)}
        hits = self._lexicons.hits(norms, codes[_MARK::width])
        return Document(text, words, norms, codes[_KIND::width], starts, ends, hits, letters)


class _Stretches(dict[str, _Stretch]):
    """Cache from a stretch of text to its tokens."""

    def __init__(self, nlp: Language, lexicons: "_Lexicons", readers: Mapping[str, Reader]) -> None:
        super().__init__()
        self._tokenizer = nlp.tokenizer
        self._lexicons = lexicons
        self._readers = readers
        self._older: dict[str, _Stretch] = {}

    def younger(self) -> "_Stretches":
        """An empty cache that takes from this one what is asked for again."""
        made = _Stretches(spacy.blank("en"), self._lexicons, self._readers)
        made._older = dict(self)  # without the cache that is older still
        return made

    def __missing__(self, text: str) -> _Stretch:
        known = self._older.get(text)
        if known is not None:
            self[text] = known
            return known
        if len(text) > _LONGEST_RUN and len(text.rstrip()) > _LONGEST_RUN:
            return _NOTHING
        doc = self._tokenizer(text)
        words = tuple(token.text for token in doc)
        norms = tuple(map(fold, words))
        offsets = [token.idx for token in doc] + [len(text)]
        steps = (after - before for before, after in pairwise(offsets))
        codes = "".join(map(self._codes, words, norms, steps))
        if len(codes) != len(words) * (_LETTERS + len(self._readers)):
            raise PatternError(f"patterns: a letter of {text.strip()!r} is not one character")
        stretch = _Stretch(words, norms, codes)
        if len(text) <= _LONGEST_GAP + _LONGEST_RUN and len(self) <= 2 * _MAX_STRETCHES:
            self[text] = stretch
        return stretch

    def _codes(self, word: str, norm: str, step: int) -> str:
        kind = kind_of(word)
        mark = "1" if self._lexicons.may_start(norm, kind) else "0"
        letters = [read(word, norm, kind) for read in self._readers.values()]
        return "".join((kind, mark, chr(step), chr(len(word)), *letters))


class _Lexicons:
    """All entries of the lexicons, found by their first folded token."""

    def __init__(self, patterns: Patterns, nlp: Language) -> None:
        # All tokens joined → labels and rows; first token → second token (None: no second) → sizes.
        self._entries: dict[str, list[tuple[str, tuple[Row, ...]]]] = {}
        self._sizes: dict[str, dict[str | None, list[int]]] = {}
        self._lower_firsts: set[str] = set()
        for label in LEXICONS:
            rows: dict[str, list[Row]] = {}
            for row in patterns.lexicon(label):
                for term in row["term"].split("|"):
                    norms = [fold(word) for word in _split(nlp.tokenizer, term.strip())]
                    for form in (norms, _with_ampersand(norms)) if "and" in norms else (norms,):
                        self._note(form, term.strip()[0].isupper())
                        known = rows.setdefault(" ".join(form), [])
                        if row not in known:
                            known.append(row)
            for key, found in rows.items():
                self._entries.setdefault(key, []).append((label, tuple(found)))

    def _note(self, norms: list[str], capital: bool) -> None:
        second = norms[1] if len(norms) > 1 else None
        sizes = self._sizes.setdefault(norms[0], {}).setdefault(second, [])
        if len(norms) not in sizes:
            sizes.append(len(norms))
            sizes.sort(reverse=True)
        if not capital:
            self._lower_firsts.add(norms[0])

    def may_start(self, norm: str, kind: str) -> bool:
        """Whether an entry may start at a token; a capital entry only at a capital word."""
        return norm in self._sizes and (kind != LOWER or norm in self._lower_firsts)

    def hits(self, norms: list[str], marks: str) -> dict[str, list[Hit]]:
        """The entries that stand in a text, by lexicon, by start, longer before shorter."""
        found: dict[str, list[Hit]] = {}
        last = len(norms) - 1
        start = marks.find("1")
        while start >= 0:
            first = norms[start]
            seconds = self._sizes[first]
            if start < last and norms[start + 1] in seconds:
                for size in seconds[norms[start + 1]]:
                    if start + size > len(norms):
                        continue
                    self._add(found, start, size, " ".join(norms[start : start + size]))
            if None in seconds:
                self._add(found, start, 1, first)
            start = marks.find("1", start + 1)
        return found

    def _add(self, found: dict[str, list[Hit]], start: int, size: int, key: str) -> None:
        for label, rows in self._entries.get(key, ()):
            if label in found:
                found[label].append(Hit(start, start + size, rows))
            else:
                found[label] = [Hit(start, start + size, rows)]


def _with_ampersand(norms: list[str]) -> list[str]:
    """The other spelling of a name with ``and``.

    >>> _with_ampersand(["jammu", "and", "kashmir"])
    ['jammu', '&', 'kashmir']
    """
    return ["&" if norm == "and" else norm for norm in norms]


def _split(tokenizer: spacy.tokenizer.Tokenizer, term: str) -> list[str]:
    """The tokens of ``term``; most terms are plain words, which need no tokenizer."""
    words = term.split(" ")
    if _PLAIN_WORDS.fullmatch(term) and not any(word in tokenizer.rules for word in words):
        return words
    return [token.text for token in tokenizer(term)]


def blank_long_runs(text: str) -> str:
    """``text`` with every run of over 200 characters without white space turned into blanks."""
    return _LONG_RUN.sub(lambda match: " " * len(match.group()), text)
