"""The token table of one article: what every finder reads.

spaCy's blank English tokenizer makes the tokens and one PhraseMatcher finds all lexicon entries; both
are then laid out as plain lists, which rules read many times faster than Token objects. Page furniture
and runs of over 200 characters without white space are blanked beforehand (same length, so that offsets
stay true): nothing is ever found there, and spaCy's tokenizer is quadratic on such runs.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy
import spacy
from spacy.attrs import IDX, NORM, ORTH
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.fold import fold
from extract.patterns import Patterns, Row
from extract.records import ReferenceFrom

# A token's kind, one character, so that a grammar can be a regular expression over `Document.kinds`.
CAPITALISED = "A"  # Hanoi, McDonald, Đà
UPPER = "U"  # VAST, EU, A
LOWER = "a"  # committee
NUMBER = "0"  # any token with a digit in it: 2,398 5G 41/53
SPACE = " "  # white space of more than one blank
BREAK = "\n"  # white space with a line break
DASH = "-"
APOSTROPHE_S = "'"  # 's ’s and a lone apostrophe
QUOTE = '"'
OTHER = "?"  # everything else; , . ; : ( ) / & stand for themselves
_SELF = frozenset(",.;:()/&!%")

_MAX_VOCABULARY = 300_000  # words after which the tokenizer is made anew, so that memory stays flat


class Hit(NamedTuple):
    """A lexicon entry in the text: tokens ``[start, end)`` and its row(s)."""

    start: int
    end: int
    rows: tuple[Row, ...]


class Document:
    """The tokens, lexicon hits and sentences of one article (or of one block of a very long one)."""

    __slots__ = (
        "text",
        "words",
        "norms",
        "kinds",
        "starts",
        "ends",
        "hits",
        "sentences",
        "_sentence_starts",
        "reference",
        "reference_from",
        "country",
        "countries",
    )

    def __init__(
        self,
        text: str,
        words: Sequence[str],
        norms: Sequence[str],
        kinds: str,
        starts: Sequence[int],
        hits: dict[str, list[Hit]],
    ) -> None:
        self.text = text
        self.words = words
        self.norms = norms
        self.kinds = kinds
        self.starts = starts
        self.ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        self.hits = hits
        self.sentences = split_sentences(text)
        self._sentence_starts = [start for start, _ in self.sentences]
        self.reference: datetime.date | None = None
        self.reference_from: ReferenceFrom | None = None
        self.country: str | None = None
        self.countries: frozenset[str] = frozenset()

    def token_at(self, offset: int) -> int:
        """The index of the token that holds the character at ``offset`` (or the last one before it)."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The ``(start, end)`` characters of the sentence around ``offset``."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def hits_of(self, label: str) -> list[Hit]:
        """The hits of lexicon ``label``, by start; overlapping ones included."""
        return self.hits.get(label, [])


class _Lexemes(dict[int, tuple[str, str, str]]):
    """Cache from spaCy's word number to (word, folded word, kind)."""

    def __init__(self, nlp: spacy.language.Language) -> None:
        super().__init__()
        self.strings = nlp.vocab.strings

    def __missing__(self, orth: int) -> tuple[str, str, str]:
        word = self.strings[orth]
        entry = self[orth] = (word, fold(word), kind_of(word))
        return entry


class Tokenizer:
    """Makes Documents. Build it once: it holds spaCy's tokenizer and the matcher of all lexicons."""

    def __init__(self, patterns: Patterns) -> None:
        self._fresh()
        self._rows: dict[str, dict[str, tuple[Row, ...]]] = {}
        self._matcher, self._labels = self._build_matcher(patterns)

    def _fresh(self) -> None:
        self._nlp = spacy.blank("en")
        self._nlp.vocab.lex_attr_getters[NORM] = fold
        self._nlp.max_length = 10**12
        self._lexemes = _Lexemes(self._nlp)

    def _build_matcher(self, patterns: Patterns) -> tuple[PhraseMatcher, dict[int, str]]:
        nlp = spacy.blank("en")  # a tokenizer of its own: filling the article one's cache slows it
        nlp.vocab.lex_attr_getters[NORM] = fold
        matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        labels = {}
        for label in patterns.lexicon_labels():
            rows: dict[str, list[Row]] = {}
            docs = {}
            for row in patterns.lexicon(label):
                for term in row["term"].split("|"):
                    doc = nlp.tokenizer(term.strip())
                    key = " ".join(fold(token.text) for token in doc)
                    known = rows.setdefault(key, [])
                    if row not in known:
                        known.append(row)
                    # NORM of tokenizer exceptions ("can't") is not the folded word: say it plainly.
                    docs.setdefault(key, Doc(nlp.vocab, words=key.split(" ")))
            matcher.add(label, list(docs.values()))
            labels[nlp.vocab.strings[label]] = label
            self._rows[label] = {key: tuple(value) for key, value in rows.items()}
        return matcher, labels

    def __call__(self, text: str) -> Document:
        """The Document of ``text`` (furniture already blanked)."""
        if len(self._nlp.vocab) > _MAX_VOCABULARY:
            self._fresh()
        safe = blank_long_runs(text)
        doc = self._nlp.tokenizer(safe)
        table: numpy.ndarray = doc.to_array([ORTH, IDX])
        orths, starts = table[:, 0].tolist(), table[:, 1].tolist()
        lexemes = self._lexemes
        entries = [lexemes[orth] for orth in orths]
        words, norms, kinds = map(list, zip(*entries, strict=True)) if entries else ([], [], [])
        return Document(safe, words, norms, "".join(kinds), starts, self._find_hits(doc, norms))

    def _find_hits(self, doc: Doc, norms: list[str]) -> dict[str, list[Hit]]:
        hits: dict[str, list[Hit]] = {}
        for number, start, end in self._matcher(doc):
            label = self._labels[number]
            key = norms[start] if end - start == 1 else " ".join(norms[start:end])
            rows = self._rows[label].get(key)
            if rows is not None:
                hits.setdefault(label, []).append(Hit(start, end, rows))
        for found in hits.values():
            found.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


def kind_of(word: str) -> str:
    """The one-character kind of a token.

    >>> [kind_of(w) for w in ("Hanoi", "VAST", "of", "2,398", "5G", "–", "’s", ",")]
    ['A', 'U', 'a', '0', '0', '-', "'", ',']
    """
    first = word[0]
    if first.isspace():
        return BREAK if "\n" in word or "\r" in word else SPACE
    if any(c.isdigit() for c in word):
        return NUMBER
    if first.isalpha():
        if not first.isupper():
            return UPPER if word[1:].isupper() and len(word) > 2 else LOWER  # eGDP
        return UPPER if word.isupper() else CAPITALISED
    if word in _SELF:
        return word
    folded = fold(word)
    if folded.strip("-") == "":
        return DASH
    if folded in ("'s", "'"):
        return APOSTROPHE_S
    return QUOTE if word in "\"“”«»‘’'``''" else OTHER


_LONG_RUN = re.compile(r"\S{201,}")


def blank_long_runs(text: str) -> str:
    """``text`` with every run of over 200 characters without white space turned into blanks."""
    # Splitting is several times faster than the regular expression, and almost no text has such a run.
    if len(text) <= 200 or max(map(len, text.split()), default=0) <= 200:
        return text
    return _LONG_RUN.sub(lambda match: " " * len(match.group()), text)


# A stop, closing marks, white space; or a line break. One leading character class: `re` skips to it fast.
_STOP = re.compile(r"[.!?…\n\r](?:(?<=[\n\r])\s*|[.!?…]*[\"”’')\]]*\s+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Sr|Jr|St|Gen|Maj|Col|Lt|Capt|Cmdr|Sgt|Gov|Sen|Rep|Hon|Engr|Atty|Rev|Adm|Pres"
    r"|Sec|Dept|No|Nos|vs|etc|approx|est|Inc|Ltd|Co|Corp|e\.g|i\.e|cf|Art|para|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as ``(start, end)``, without surrounding white space; never empty.

    A sentence ends at a stop before white space, unless the stop belongs to an abbreviation or the next
    word starts in lower case; and at every line break.

    >>> split_sentences("Mr. Hung spoke. It ended\\nNext")
    [(0, 15), (16, 24), (25, 29)]
    """
    sentences = []
    start = len(text) - len(text.lstrip())
    for match in _STOP.finditer(text, start):
        begin, end = match.span()
        mark = text[begin]
        if mark not in "\n\r" and "\n" not in (gap := match.group()) and "\r" not in gap:
            if text[end : end + 1].islower():
                continue
            if mark == "." and _ABBREVIATION.search(text, max(start, begin - 12), begin + 1):
                continue
        stop = begin + len(match.group().rstrip())
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            sentences.append((start, stop))
        start = end
    stop = len(text.rstrip())
    if stop > start or not sentences:
        sentences.append((start, max(stop, start)))
    return sentences
