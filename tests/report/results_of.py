"""Results for tests of the report: those of the seeds, and one made to do harm."""

from functools import cache
from pathlib import Path

import msgspec
from score.labels_of import write_gold

from extract import Article
from extract.pipeline import default
from extract.records import Finding
from extract.score.labels import ATTRIBUTES, Labels

ROOT = Path(__file__).parents[2]

# Markup, quotes, addresses and controls in everything that an article can bring along.
HOSTILE_TEXT = (
    "Minister <script>alert(1)</script> \"quoted\" 'single' & amp; </script></noscript></style>\n"
    "On July 10, 2024, Prime Minister Pham Minh Chinh met <b onclick=alert(2)>Da Nang</b>.\r\n"
    "\r\n\u202eReversed until here, \u2066isolated, 20% of households\u2028and 5,000 records.\r"
    "Emoji 👩‍👩‍👧 and 🇻🇳 before 12.5% in Da Nang; a\x00b; {{ 7 * 7 }} {% raw %} &lt;i&gt;\t5 km."
)
HOSTILE = Article(
    text=HOSTILE_TEXT,
    doc_id='"><img src=x onerror=alert(3)>\u202e',
    title="</title><script>alert(4)</script>\u202egnp.exe",
    url="javascript:alert(5)",
    author="<svg onload=alert(6)>",
    published="2024-07-10",
)


@cache
def seeds():
    extract = default(None)
    paths = sorted((ROOT / "seeds").iterdir())
    return [extract(Article(text=read(path), doc_id=path.stem)) for path in paths]


@cache
def small():
    """Two short articles with something of everything: a series, a finding, a warning …"""
    year = "The proportion of online records in Hai Duong reached {} in {}.\n"
    first = article(
        "Conference on digital records\n\n"
        "On July 10, 2024, Prime Minister Pham Minh Chinh chaired a meeting in Hai Duong.\n"
        + year.format("40%", 2022)
        + year.format("52.5%", 2023)
        + "The Ministry of Finance handled 132,626/253,837 records (50.25%).\n"
        "Photo: VNA\nSource: https://example.org/a\n",
        doc_id="first",
        url="https://example.org/first",
    )
    second = article(year.format("61%", 2024) + "Chinh thanked 12 localities.", doc_id="second")
    finding = Finding(
        doc_id="first",
        check="part-share",
        rule="share-of-part",
        verdict="inconsistent",
        start=(start := first.article.text.index("50.25%")),
        end=start + 6,
        stated="50.25%",
        stated_value=50.25,
        recomputed="52.25%",
        recomputed_value=52.25,
        recomputed_low=52.2,
        recomputed_high=52.3,
        tolerance=0.005,
        explanation="132,626 of 253,837 is 52.25%.",
        numbers=(start,),
        sent_starts=(start - 48,),
        sent_ends=(start + 8,),
        sentences=("…",),
    )
    warned = msgspec.structs.replace(second.article, warnings=("a warning",))
    return [
        msgspec.structs.replace(first, findings=(finding,)),
        msgspec.structs.replace(second, article=warned),
    ]


def small_gold(folder):
    """Labels of the first short article that lack its first mention."""
    write_gold(folder, [Labels("first", tuple(map(_label, small()[0].mentions[1:])))])
    return folder


def _label(mention):
    found = msgspec.to_builtins(mention)
    return {key: found[key] for key in ("type", "start", "end", "text", *ATTRIBUTES[found["type"]])}


def read(path):
    return path.read_bytes().decode("utf-8")


@cache
def hostile():
    return default(None)(HOSTILE)


@cache
def article(text, **details):
    return default(None)(Article(text=text, **details))
