"""Keeps an output and its scores, for later versions to be held against.

``python -m extract.score.freeze OUTPUT_DIR [GOLD_DIR [FROZEN_DIR]]`` copies the records of
OUTPUT_DIR (nothing that differs from run to run) to ``outputs/frozen`` and writes ``scores.json``
beside them. It names the ``must`` lines that are wrong, and then its exit status is 1.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from extract.score.labels import LabelError
from extract.score.rows import Table
from extract.score.schemes import outcome
from extract.score.scores import Scores, score_folders

RECORDS = ("articles.jsonl", "mentions.jsonl", "entities.jsonl", "facts.jsonl", "audit.jsonl")
_Kept = dict[str, dict[str, float | None]]


def freeze(output: Path, gold: Path, frozen: Path) -> list[str]:
    """Write ``frozen``: the records of ``output`` and their scores; the ``must`` lines lost."""
    scores, table = score_folders(output, gold)
    frozen.mkdir(parents=True, exist_ok=True)
    for name in RECORDS:
        (frozen / name).unlink(missing_ok=True)
        if (output / name).exists():
            (frozen / name).write_bytes((output / name).read_bytes())
    text = json.dumps(kept_scores(scores), indent=2) + "\n"
    (frozen / "scores.json").write_text(text, encoding="utf-8", newline="")
    return lost_musts(table)


def kept_scores(scores: Scores) -> _Kept:
    """The scores that may not fall: F1 by type, strict and record, and those of the facts."""
    kept: _Kept = {
        name: {scheme: _rounded(found.schemes[scheme].f1) for scheme in ("strict", "record")}
        for name, found in scores.mentions.items()
    }
    if scores.facts is not None:
        fields = {name: _rounded(field.f1) for name, field in scores.facts.fields.items()}
        kept["facts"] = {"measure": _rounded(scores.facts.measure), **fields}
    return kept


def fallen(frozen: Mapping[str, Mapping[str, float | None]], scores: Scores) -> list[str]:
    """Which frozen scores are no longer reached, in words."""
    now = kept_scores(scores)
    found = []
    for name, before in frozen.items():
        for key, value in before.items():
            reached = now.get(name, {}).get(key) or 0.0
            if value is not None and reached < value:
                found.append(f"{name} {key} fell from {value:.4f} to {reached:.4f}")
    return found


def lost_musts(table: Table) -> list[str]:
    """The gold lines marked ``must`` whose span, type or record is not right, in words."""
    found = []
    for row in table.rows:
        if row.gold and row.gold.get("must") and outcome(row, "record") != "correct":
            gold = row.gold
            place = f"{row.doc_id} [{gold['start']}, {gold['end']})"
            found.append(f"{gold['type']} {gold['text']!r} at {place}")
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def main(arguments: list[str]) -> int:
    """The command; 0 when frozen, 1 when must lines are lost, 2 for wrong usage."""
    if not 1 <= len(arguments) <= 3:
        print(__doc__, file=sys.stderr)
        return 2
    paths = [Path(argument) for argument in arguments]
    defaults = [Path("gold"), Path("outputs/frozen")]
    try:
        lost = freeze(paths[0], *[*paths[1:], *defaults[len(paths) - 1 :]])
    except LabelError as error:
        print(f"freeze: {error}", file=sys.stderr)
        return 2
    for line in lost:
        print(f"freeze: must line lost: {line}", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
