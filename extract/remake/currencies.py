"""Makes ``patterns/lexicons/currencies.csv`` from babel: ``python -m extract.remake.currencies``.

One row a currency that is legal tender today: its English names, its ISO 4217 code, the noun that
it shares with others (``dollar``), its symbols (CLDR's and everyday ones), and its countries.
"""

import csv
from pathlib import Path

OUT = Path(__file__).parents[2] / "patterns" / "lexicons" / "currencies.csv"

# How newspapers write them in everyday use, beside the ISO code and CLDR's symbols.
EVERYDAY: dict[str, str] = {
    "USD": "US$|USD$|U.S.$|U.S. $|$US",
    "EUR": "€",
    "GBP": "£|UK£|STG£",
    "JPY": "JP¥|¥",
    "CNY": "CN¥|RMB|Rmb",
    "VND": "₫|đ|VNĐ|Đ|VND|Vnd",
    "INR": "₹",
    "PHP": "₱|PHP|Php|PhP|P",
    "NGN": "₦|N",
    "KES": "KSh|Ksh|KSH|Kshs|KShs|Sh|Shs|Ksh.|Kshs.|Sh.",
    "GHS": "GH₵|GH¢|GHS|GHC|GH₡|₵",
    "ZAR": "R",
    "ZMW": "K",
    "MYR": "RM",
    "IDR": "Rp|Rp.|IDR",
    "SGD": "S$|SG$",
    "AUD": "A$|AU$",
    "NZD": "NZ$",
    "CAD": "C$|CA$|Can$",
    "HKD": "HK$",
    "TWD": "NT$",
    "BRL": "R$",
    "BDT": "Tk|Tk.|৳",
    "LKR": "SLRs|LKR|SLR",
    "PKR": "PKR",
    "NPR": "NRs|NPR",
    "THB": "฿|Bt|B",
    "KRW": "₩",
    "TZS": "TSh|Tsh|TSh.|TZS",
    "UGX": "USh|Ush|UGX|Shs",
    "ILS": "₪",
    "TRY": "₺",
    "RUB": "₽",
    "UAH": "₴",
    "LAK": "₭",
    "MMK": "MMK|Ks",
    "KHR": "៛",
    "CHF": "SFr|CHF",
    "AED": "Dh|Dhs|Dh.|Dhs.|DHS",
    "QAR": "QR",
    "KWD": "KD",
    "BHD": "BD",
    "EGP": "LE|L.E.|E£",
    "JMD": "J$|JM$",
    "TTD": "TT$",
    "BBD": "Bds$|BDS$",
    "BZD": "BZ$",
    "FJD": "F$|FJ$",
    "NAD": "N$",
    "GYD": "G$|GY$",
    "SBD": "SI$",
    "TOP": "T$",
    "MOP": "MOP$",
    "MXN": "MX$|Mex$",
    "MWK": "MK",
    "RWF": "Rwf|FRw|Frw",
    "MVR": "Rf|MVR",
    "KZT": "₸",
    "XAF": "FCFA|CFA",
}
# Everyday names that CLDR does not have.
NAMES: dict[str, str] = {
    "USD": "United States dollars|greenbacks",
    "GBP": "pounds sterling|sterling|British pounds",
    "CNY": "renminbi|yuan renminbi",
    "VND": "dong|đồng|Vietnam dong|dongs|Viet Nam dong",
    "LAK": "kip|Lao kip|Laotian kip",
    "AED": "dirhams|UAE dirhams",
    "MYR": "ringgit|Malaysian ringgit",
}
# Codes that news uses for something else: the COP conferences, the SDG, words in capitals.
NOT_CODES = {
    "COP",
    "SDG",
    "ALL",
    "TRY",
    "TOP",
    "CUP",
    "PEN",
    "MAD",
    "BAM",
    "GEL",
    "BOB",
    "SOS",
    "AMD",
    "GIP",
}
# Nouns of currencies. Where several share one, the article's country decides.
SHARED = (
    *("dollar", "pound", "peso", "rupee", "shilling", "franc", "dinar", "riyal", "rial", "dirham"),
    *("krone", "krona", "koruna", "won", "real", "rand", "naira", "euro", "yen", "yuan", "baht"),
    *("ringgit", "rupiah", "dong", "kip", "kyat", "riel", "taka", "cedi", "birr", "kwacha", "lira"),
    *("ruble", "hryvnia", "zloty", "forint", "leu", "lev", "shekel", "tenge", "afghani", "pula"),
)


def main() -> None:
    """Write the table."""
    from babel import Locale
    from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

    countries: dict[str, list[str]] = {}
    for territory in sorted(Locale("en").territories):
        if len(territory) == 2:
            for code in get_territory_currencies(territory):
                countries.setdefault(code, []).append(territory)
    rows = []
    for code, users in sorted(countries.items()):
        names = {get_currency_name(code, count=n, locale="en") for n in (1, 2)}
        names |= {get_currency_name(code, locale="en"), *NAMES.get(code, "").split("|")} - {""}
        names |= {name.replace("US ", "U.S. ") for name in names if name.startswith("US ")}
        words = {word for name in names for word in name.lower().split()}
        noun = next((n for n in SHARED if n in words or n + "s" in words), "")
        symbols = {code, get_currency_symbol(code, "en"), *EVERYDAY.get(code, "").split("|")} - {""}
        symbols -= NOT_CODES
        symbols = {
            s for s in symbols if s not in ("$", "Rs", "¤") and not (s.islower() and s.isascii())
        }
        rows.append(
            (
                "|".join(sorted({name.lower() for name in names})),
                code,
                noun,
                "|".join(sorted(symbols)),
                " ".join(users),
            )
        )
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write("# Made by extract/remake/currencies.py from babel (CLDR, Unicode licence).\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("term", "code", "noun", "symbols", "countries"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
