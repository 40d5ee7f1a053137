"""Runs the table of the audit: one line a case, text in, all its findings out."""

import json
from pathlib import Path

import pytest

from extract import extract

CASES = Path(__file__).parents[1] / "cases" / "audit.jsonl"
SHOWN = ("check", "stated", "verdict", "recomputed")


def load():
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", load(), ids=lambda case: case["text"][:60])
def test_case(case):
    result = extract(case["text"], published=case.get("published"))
    shown = [{name: getattr(one, name) for name in SHOWN} for one in result.findings]
    assert shown == case["expect"]


def test_table_is_full():
    cases = load()
    quiet = [c for c in cases if all(one["verdict"] != "inconsistent" for one in c["expect"])]
    assert len(cases) >= 80
    assert len(quiet) * 3 >= len(cases)
