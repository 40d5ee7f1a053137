"""What the tests of the formats write: the seeds, and records of odd texts with every attribute."""

from pathlib import Path

import msgspec
import pytest

from extract import extract
from extract.records import (
    Agency,
    ArticleRecord,
    Date,
    Entity,
    Fact,
    Finding,
    Locality,
    Official,
    Percentage,
    Quantity,
    RegionSpan,
)
from extract.result import ArticleResult

SEEDS = Path(__file__).parents[2] / "seeds"
ODD = "He said \"=1+1\",\r\n\ttwo; three\n\n’đồng’ 😀 \ufeff\u2028 'quoted' \x0b, \\N NULL, nan"
PLACED = {"doc_id": "=odd/ü 😀", "sent_start": 0, "sent_end": 80, "region": "body", "rule": "r"}


def odd_result():
    """An article whose records hold what breaks tables that are written without care."""
    named = {**PLACED, "problem": None}
    numbers = {**PLACED, "problem": "too-large", "value_max": None, "per": None}
    fact = dict.fromkeys(Fact.__struct_fields__)
    finding = dict.fromkeys(Finding.__struct_fields__)
    doc_id = PLACED["doc_id"]
    return ArticleResult(
        article=ArticleRecord(
            doc_id=doc_id, source="a,b.txt", title=ODD, url="javascript:alert('x')",
            published="0001-01-01", author="-", words=12, sha256="0" * 64,
            reference_date="9999-12-31", reference_date_from="file name",
            regions=(RegionSpan("title", 0, 3), RegionSpan("furniture", 3, 80)),
            language=None, duplicate_of=None, warnings=("one, two", "=3"), text=ODD,
        ),
        mentions=(
            Official(**named, start=0, end=2, text=ODD, name="=A", titles=("-B", "C, 😀"),
                     meeting_role="co-chair", entity=1, id=None),
            Official(**named, start=3, end=4, text="x", name="=A", titles=(), meeting_role=None,
                     entity=1, id=None),
            Agency(**named, start=5, end=6, text="@", name=ODD, kind="other", entity=2, id="Q-1"),
            Locality(**named, start=7, end=8, text="+", name="\"", kind="country", code="NA",
                     entity=3, id="NA"),
            Quantity(**numbers, start=10, end=12, text="-2", value=-2, unit="count", item=ODD,
                     total=1_000_000_000_000_000_000, modifier="exact"),
            Quantity(**numbers, start=13, end=14, text="3", value=None, unit=None, item=None,
                     total=0.1, modifier="about"),
            Percentage(**{**numbers, "value_max": 1e-7}, start=15, end=16, text="0%", value=0,
                       modifier="at_least", role="change", direction="down", points=True),
            Percentage(**numbers, start=17, end=18, text="0.5%", value=80.44, modifier="exact",
                       role="level", direction=None, points=False),
            Date(**named, start=20, end=21, text="d", first_day="0001-01-01",
                 last_day="9999-12-31", granularity="span", edtf="../2024", modifier="before"),
            Date(**named, start=22, end=23, text="e", first_day=None, last_day=None,
                 granularity=None, edtf=None, modifier=None),
        ),
        entities=(
            Entity(doc_id=doc_id, entity=1, type="official", id=None, name="=A",
                   titles=("-B", "C, 😀"), kind=None, code=None, mentions=(0, 3)),
            Entity(doc_id=doc_id, entity=2, type="agency", id="Q-1", name=ODD, titles=(),
                   kind="other", code=None, mentions=(5,)),
            Entity(doc_id=doc_id, entity=3, type="locality", id="NA", name='"', titles=(),
                   kind="country", code="NA", mentions=(7,)),
        ),
        facts=(
            Fact(**{**fact, "doc_id": doc_id, "start": 10, "end": 12, "type": "quantity",
                    "rule": "r", "value": -2, "modifier": "exact", "role": "level",
                    "points": False, "status": "plan", "relates_to": 15, "measure": ODD,
                    "measure_start": 0, "measure_end": 9, "period_start": 20,
                    "period_first_day": "0001-01-01", "period_last_day": "9999-12-31",
                    "place_start": 5, "place": ODD, "sent_start": 0, "sent_end": 80}),
        ),
        findings=(
            Finding(**{**finding, "doc_id": doc_id, "check": "weekday", "rule": "weekday",
                       "verdict": "inconsistent", "start": 20, "end": 21,
                       "stated": "=d", "recomputed": "e",
                       "explanation": ODD, "numbers": (10, 20), "sent_starts": (0, 5),
                       "sent_ends": (5, 9), "sentences": (ODD.replace(";", ","), "-")}),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def results():
    """The results of the seeds, of an article without mentions, and an odd one."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())}
    texts["empty"] = "Nothing here."
    return [*(extract(text, doc_id=doc_id) for doc_id, text in texts.items()), odd_result()]


@pytest.fixture(scope="session")
def by_table(results):
    """All records of the results as dictionaries, by table."""
    found = {}
    for result in results:
        found.setdefault("articles", []).append(msgspec.structs.asdict(result.article))
        for name, records in (
            ("entities", result.entities),
            ("facts", result.facts),
            ("audit", result.findings),
        ):
            found.setdefault(name, []).extend(map(msgspec.structs.asdict, records))
        for mention in result.mentions:
            name = {"agency": "agencies", "locality": "localities", "quantity": "quantities"}
            table = name.get(mention.type, mention.type + "s")
            found.setdefault(table, []).append(msgspec.structs.asdict(mention))
    assert len(found) == 10
    assert sum(len(records) for records in found.values()) > 600
    return found
