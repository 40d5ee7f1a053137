"""Remakes the two word lists that tell a person's name from other capitalised words.

``python -m extract.remake.name_words`` (needs ``faker``, ``wordfreq`` and ``lemminflect``) writes

    patterns/lexicons/words/person_names.csv  names of Faker's locales in Latin script
    patterns/lexicons/words/common_words.csv  common English words with their inflected forms

Both are hints that rules weigh, so they lie below ``words/``, where no matcher looks for them.
"""

import csv
import gzip
import importlib
import importlib.metadata
import pkgutil
import re
from pathlib import Path

import faker.providers.person
import lemminflect
import wordfreq

from extract.fold import fold
from extract.patterns import default_directory

_NAME = re.compile(r"[^\W\d_]{2,}")
_MOST_FREQUENT = 25_000


def person_names() -> list[str]:
    """Every given name and surname of Faker's locales, folded, in Latin script, sorted."""
    names: set[str] = set()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in vars(provider):
            if re.fullmatch(r"(first|middle|last)_(romanized_)?names?\w*", attribute):
                values = getattr(provider, attribute)
                if isinstance(values, (tuple, list, dict)):
                    names.update(value for value in values if isinstance(value, str))
    folded = {fold(name) for name in names if _NAME.fullmatch(name)}
    return sorted(name for name in folded if name.isascii())


def common_words() -> list[str]:
    """Frequent English words that the inflection table knows (so no names), sorted."""
    table = Path(lemminflect.__file__).parent / "resources" / "lemma_lu.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as file:
        known = {row[0] for row in csv.reader(file)}
    frequent = wordfreq.top_n_list("en", _MOST_FREQUENT)
    return sorted(word for word in frequent if word in known and _NAME.fullmatch(word))


def write(path: Path, terms: list[str], source: str) -> None:
    """Write one ``term`` a line below the line that names the source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([f"# {source}", "term", *terms, ""]), encoding="utf-8")


def main() -> None:
    """Write both files."""
    version = importlib.metadata.version
    words = default_directory() / "lexicons" / "words"
    write(
        words / "person_names.csv",
        person_names(),
        f"Faker {version('faker')} (MIT), person providers of all locales."
        " Remake: python -m extract.remake.name_words",
    )
    write(
        words / "common_words.csv",
        common_words(),
        f"wordfreq {version('wordfreq')} (CC BY-SA 4.0), words that lemminflect"
        f" {version('lemminflect')} (MIT) inflects."
        " Remake: python -m extract.remake.name_words",
    )


if __name__ == "__main__":
    main()
