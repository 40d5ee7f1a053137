"""Remakes the list of language names from babel's English locale.

python -m extract.remake.languages
"""

from pathlib import Path

from babel import Locale

WORDS = Path(__file__).parents[2] / "patterns" / "lexicons" / "words"
_SOURCE = "# Source: babel (Unicode CLDR), locale en; remade by extract/remake/languages.py\n"


def languages() -> str:
    """The CSV of the words in the names of all languages and scripts: ``Sinhala``, ``Thaana``."""
    locale = Locale("en")
    names = [*locale.languages.values(), *locale.scripts.values()]
    words = {word.strip("(),") for name in names for word in name.split()}
    kept = sorted(word for word in words if word.isalpha() and word[0].isupper())
    return "".join([_SOURCE, "term\n", *(f"{word}\n" for word in kept)])


def main() -> None:
    """Write the file."""
    (WORDS / "languages.csv").write_text(languages(), encoding="utf-8")


if __name__ == "__main__":
    main()
