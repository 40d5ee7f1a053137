"""Runs the case tables: one line a case, text in, all mentions of one type out."""

import json
from pathlib import Path

import msgspec
import pytest

from extract import extract

CASES = Path(__file__).parent / "cases"
TYPES = {
    "dates": "date",
    "quantities": "quantity",
    "percentages": "percentage",
    "officials": "official",
    "agencies": "agency",
    "localities": "locality",
}


def load(table):
    lines = (CASES / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


ALL = [
    (table, case) for table in TYPES if (CASES / f"{table}.jsonl").exists() for case in load(table)
]


@pytest.mark.parametrize(("table", "case"), ALL, ids=[f"{t}: {c['text'][:60]}" for t, c in ALL])
def test_case(table, case):
    result = extract(case["text"], published=case.get("published"), url=case.get("url"))
    found = [
        msgspec.json.decode(msgspec.json.encode(m))
        for m in result.mentions
        if m.type == TYPES[table]
    ]
    keys = [sorted(expected) for expected in case["expect"]]
    keys += [["text"]] * (len(found) - len(keys))
    shown = [
        {key: mention[key] for key in wanted} for mention, wanted in zip(found, keys, strict=False)
    ]
    assert shown == case["expect"]


@pytest.mark.parametrize("table", TYPES)
def test_tables_are_full(table):
    cases = load(table)
    empty = sum(not case["expect"] for case in cases)
    assert len(cases) >= 40
    assert empty * 3 >= len(cases)
