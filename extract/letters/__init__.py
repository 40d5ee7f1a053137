"""The class strings over which grammars are written: one letter a token, one string a grammar.

A word has the same letter wherever it stands, so the tokenizer asks for the letters of a stretch
of text once and keeps them with its tokens. What a letter means, the grammar's own module says.
"""

import functools
from collections.abc import Callable, Mapping

from extract.find.acronyms import KnownAcronyms
from extract.find.body_classes import BodyClasses
from extract.find.date_words import WordClasses
from extract.find.name_letters import Letters as NameLetters
from extract.letters.facts import Letters as FactLetters
from extract.normalise.date_tense import tense_letter
from extract.patterns import Patterns

# From a token's word, folded word and kind to its letter.
Reader = Callable[[str, str, str], str]


class LetterTables:
    """The letter tables of all grammars."""

    def __init__(self, patterns: Patterns) -> None:
        self.names = NameLetters(patterns)
        self.acronyms = KnownAcronyms(patterns.lexicon("agencies"))
        self.bodies = BodyClasses(patterns, self.acronyms.words())
        self.dates = WordClasses(patterns)
        self.facts = FactLetters(patterns)

    def readers(self) -> Mapping[str, Reader]:
        """Grammar → reader; the keys are those of ``Document.letters``."""
        return {
            "names": lambda word, norm, kind: self.names.letter_of(word),
            "bodies": lambda word, norm, kind: self.bodies.letter_of(word, kind),
            "dates": lambda word, norm, kind: self.dates.letter_of(word),
            "facts": lambda word, norm, kind: self.facts.letter_of(norm),
            "tense": lambda word, norm, kind: tense_letter(norm),
        }


@functools.lru_cache(maxsize=4)
def letter_tables(patterns: Patterns) -> LetterTables:
    """The letter tables of ``patterns``, made once."""
    return LetterTables(patterns)
