"""The texts that benchmarks run on."""

import gzip
import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COPIES = 10  # of the built-in texts, so that a round takes long enough to measure


def groups(paths: list[str]) -> dict[str, list[str]]:
    """The articles of JSON Lines files (``.jsonl``, ``.jsonl.gz``), by file; else the seeds and the
    sentences of the case tables.
    """
    if paths:
        return {Path(path).name: of_jsonl(Path(path)) for path in paths}
    cases = []
    for table in sorted((ROOT / "tests" / "cases").glob("*.jsonl")):
        sentences = of_jsonl(table)
        cases += ["\n".join(sentences[i : i + 40]) for i in range(0, len(sentences), 40)]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return {"seeds": seeds * _COPIES, "case sentences": cases * _COPIES}


def of_jsonl(path: Path) -> list[str]:
    """The texts of the records that have one."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    return [record["text"] for record in records if "text" in record]


def words(articles: list[str]) -> int:
    """Words by white space."""
    return sum(len(article.split()) for article in articles)
