"""Makes ``patterns/lexicons/units.csv`` from quantulum3: ``python -m extract.remake.units``.

quantulum3 knows the names and symbols of many units, most of which no news article uses and some of
which are false friends there (`beep`, `cup`, `span`). So the units kept are listed here, each with
the symbol that our records give it, and with everyday forms that the library lacks.
"""

import csv
from pathlib import Path

OUT = Path(__file__).parents[2] / "patterns" / "lexicons" / "units.csv"

# quantulum3's name of the unit: our symbol, forms of our own (names, symbols).
KEPT: dict[str, tuple[str, str, str]] = {
    "metre": ("m", "", ""),
    "kilometre": ("km", "", "kms"),
    "centimetre": ("cm", "", ""),
    "millimetre": ("mm", "", ""),
    "mile": ("mi", "", ""),
    "foot": ("ft", "feet", ""),
    "inch": ("in", "inches", ""),
    "square metre": (
        "m2",
        "sq meter|sq metre|sq. metre|sq. meter|square m",
        "m2|m²|sqm|sq.m|sq. m",
    ),
    "square kilometre": ("km2", "sq. km|sq kilometre|sq kilometer|square km", "km2|km²|sq.km"),
    "square mile": ("mi2", "sq. mile|sq mile", ""),
    "square foot": ("ft2", "square feet|sq. ft|sq feet", "sqft|ft²"),
    "hectare": ("ha", "hectare", "ha|Ha"),
    "acre": ("acre", "", ""),
    "rai": ("rai", "", ""),
    "bigha": ("bigha", "", ""),
    "dunam": ("dunam", "dunum", ""),
    "feddan": ("feddan", "", ""),
    "cubic metre": ("m3", "cu. m|cu m|cubic m", "m3|m³|cum"),
    "litre": ("l", "", "L"),
    "millilitre": ("ml", "millilitre|milliliter", "ml|mL"),
    "barrel": ("bbl", "", ""),
    "gallon": ("gal", "", ""),
    "kilogram": ("kg", "", "Kg"),
    "gram": ("g", "", ""),
    "milligram": ("mg", "", ""),
    "microgram": ("µg", "", "µg|μg"),
    "tonne": ("t", "metric tonne|mt|ton|metric tons", "MT"),
    "kilotonne": ("kt", "kilotonne|kiloton", "kt"),
    "megatonne": ("Mt", "megatonne|megaton", "Mt"),
    "pound-mass": ("lb", "", "lb|lbs"),
    "ounce": ("oz", "", ""),
    "quintal": ("q", "", ""),
    "degree Celsius": ("°C", "degrees celsius|degrees c|degree c|degrees centigrade", "°C|oC|ºC"),
    "degree fahrenheit": ("°F", "degrees fahrenheit|degree f|degrees f", "°F"),
    "watt": ("W", "", ""),
    "kilowatt": ("kW", "", "KW|kW"),
    "megawatt": ("MW", "", "MW|Mw"),
    "gigawatt": ("GW", "", ""),
    "kilowatt hour": ("kWh", "kilowatt-hour", "kWh|KWh|kwh|KWH"),
    "megawatt hour": ("MWh", "megawatt hour|megawatt-hour", "MWh"),
    "gigawatt hour": ("GWh", "gigawatt hour|gigawatt-hour", "GWh"),
    "terawatt hour": ("TWh", "terawatt hour|terawatt-hour", "TWh"),
    "megawatt-peak": ("MWp", "", "MWp"),
    "megavolt-ampere": ("MVA", "", "MVA"),
    "volt": ("V", "", ""),
    "kilovolt": ("kV", "", "KV|kV"),
    "horsepower": ("hp", "", "HP|hp"),
    "hertz": ("Hz", "", ""),
    "kilohertz": ("kHz", "", ""),
    "megahertz": ("MHz", "", "MHz|Mhz"),
    "gigahertz": ("GHz", "", "GHz|Ghz"),
    "kilobit per second": ("kbps", "", "kbps|Kbps"),
    "megabit per second": ("Mbps", "megabits per second", "Mbps|Mb/s|Mbit/s|MBps|mbps"),
    "gigabit per second": ("Gbps", "gigabits per second", "Gbps|Gb/s|Gbit/s"),
    "terabit per second": ("Tbps", "terabit per second", "Tbps"),
    "kilobyte": ("kB", "", "KB|kB"),
    "megabyte": ("MB", "", "MB"),
    "gigabyte": ("GB", "", "GB"),
    "terabyte": ("TB", "", "TB"),
    "petabyte": ("PB", "", "PB"),
    "decibel": ("dB", "", "dB"),
    "knot": ("kn", "", ""),
    "nautical mile": ("nmi", "nautical mile", "nm"),
    "kilometre per hour": ("km/h", "km per hour|km an hour", "km/h|kmh|kph|km/hr"),
    "mile per hour": ("mph", "", "mph"),
    "metre per second": ("m/s", "", "m/s"),
    "cubic metre per second": ("m3/s", "m3 per second", "m3/s|m³/s|cumecs"),
    "cubic foot per second": ("ft3/s", "cusec|cusecs", ""),
    "microgram per cubic metre": ("µg/m3", "microgram per cubic metre", "µg/m3|µg/m³|μg/m3|μg/m³"),
    "milligram per litre": ("mg/l", "milligram per litre", "mg/l|mg/L"),
    "parts-per-million": ("ppm", "", ""),
    "hectopascal": ("hPa", "", ""),
    "twenty-foot equivalent unit": ("TEU", "twenty-foot equivalent unit", "TEU|TEUs|TEUS"),
    "deadweight tonne": ("DWT", "deadweight tonne|deadweight ton", "DWT|dwt"),
    "degree angle": ("°", "", "°"),
    "second": ("second", "", "sec|secs"),
    "minute": ("minute", "", "min|mins"),
    "hour": ("hour", "", "hr|hrs|h"),
    "day": ("day", "", ""),
    "week": ("week", "", "wk|wks"),
    "month": ("month", "", ""),
    "year": ("year", "", "yr|yrs"),
    "fortnight": ("fortnight", "", ""),
    "decade": ("decade", "", ""),
    "century": ("century", "centuries", ""),
}
# Symbols that the library gives and that mean something else in the news.
DROPPED = {
    "a",
    "y",
    "d",
    "'",
    "′",
    '"',
    "″",
    "”",
    "in",
    "q",
    "s",
    "C",
    "F",
    "cal",
    "hs",
    "kn",
    "kt",
    "Dm",
    "fur",
    "gm",
    "deg",
    "arcdeg",
    "rps",
    "krps",
    "Mrps",
    "Grps",
    "mb",
    "gb",
    "tb",
}
# One letter alone is a unit only right after digits: the finder asks for that.


IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "square foot": "square feet"}
NO_PLURAL = (
    *(
        "s",
        "z",
        "feet",
        "inches",
        " m",
        " ft",
        " km",
        " c",
        " f",
        " hour",
        "mt",
        "kg",
        "horsepower",
    ),
    *(
        "celsius",
        "centigrade",
        "fahrenheit",
        "centuries",
        "pferdestarke",
        " dry",
        "of arc",
        "cubic m",
        "rai",
    ),
)


def plural(name: str) -> str:
    """The plural of a unit's name: ``mile per hour`` → ``miles per hour``."""
    head, per, rest = name.partition(" per ")
    if not per and head.endswith(NO_PLURAL) and not head.endswith(("watt hour", "watt-hour")):
        return name
    return IRREGULAR.get(head, head + "s") + per + rest


def main() -> None:
    """Write the table."""
    from quantulum3 import load

    known = load.units().names
    rows = []
    for name, (unit, names, symbols) in KEPT.items():
        entity = known.get(name)
        surfaces = [name.lower()] if entity is None else [s.lower() for s in entity.surfaces]
        surfaces += [n for n in names.split("|") if n]
        signs = [] if entity is None else [s for s in entity.symbols if s not in DROPPED]
        signs += [s for s in symbols.split("|") if s]
        if unit[0].isalpha() and len(unit) > 1 and unit.lower() not in surfaces:
            signs.append(unit)
        terms = sorted({form for s in surfaces for form in (s, plural(s))})
        rows.append(("|".join(terms), "|".join(sorted(set(signs) - DROPPED)), unit))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Made by extract/remake/units.py from quantulum3's unit table (MIT): do not edit.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("term", "symbols", "unit"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
