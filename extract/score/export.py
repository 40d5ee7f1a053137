"""Writes an output as labels for a person to correct: one file an article, the gold's format."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from extract.score.labels import ATTRIBUTES, FACT_KEYS, LabelError
from extract.score.output import Output

_FACT = ("start", "end", "type", "measure", *FACT_KEYS)


def export(output: Output, directory: Path) -> list[Path]:
    """Write ``DOC_ID.jsonl`` (and ``DOC_ID.facts.jsonl``) of each article; the paths written.

    Raises LabelError, before anything is written, where one of the files is there already: it may
    hold somebody's corrections.
    """
    files: dict[Path, list[dict[str, Any]]] = {}
    for doc_id, labels in output.articles.items():
        path = directory / f"{file_name(doc_id)}.jsonl"
        keys = ("type", "start", "end", "text")
        files[path] = [{k: m[k] for k in (*keys, *ATTRIBUTES[m["type"]])} for m in labels.mentions]
        if labels.facts is not None:
            facts_path = path.with_name(path.name.removesuffix(".jsonl") + ".facts.jsonl")
            # A number whose measure was not found has no line: that is how the guide says it.
            files[facts_path] = [
                {k: fact[k] for k in _FACT} for fact in labels.facts if fact["measure"] is not None
            ]
    for path in files:
        if path.exists():
            raise LabelError(f"{path}: is there already; export into a new folder")
    for path, records in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (msgspec.json.encode(record).decode() + "\n" for record in records)
        path.write_text("".join(lines), encoding="utf-8", newline="")
    return list(files)


def file_name(doc_id: str) -> str:
    """The path, below the labels' folder and without ending, that stands for an article.

    Slashes make folders, unless a part would be empty or lead elsewhere; what cannot stand in a
    path is written as in an address (``%3A``), which ``gold.read_gold`` reads back.

    >>> file_name("news/2024:07"), file_name("../x"), file_name("..")
    ('news/2024%3A07', '..%2Fx', '%2E%2E')
    """
    plain = " !#$&'()+,;=@[]^{}~"
    parts = doc_id.split("/")
    if all(part.strip(".") for part in parts):
        return "/".join(quote(part, safe=plain) for part in parts)
    return quote(doc_id, safe=plain) if doc_id.strip(".") else "%2E" * len(doc_id)
