"""Short ways to write labels and outputs in tests."""

import json

from extract.score.labels import Labels

DEFAULTS = {
    "official": {"name": "A", "titles": []},
    "agency": {"name": "A", "kind": "other"},
    "locality": {"name": "A", "kind": "city", "code": None},
    "quantity": {
        "value": 1,
        "value_max": None,
        "unit": "count",
        "per": None,
        "item": None,
        "total": None,
        "modifier": "exact",
    },
    "percentage": {
        "value": 1,
        "value_max": None,
        "per": None,
        "modifier": "exact",
        "role": "level",
        "direction": None,
        "points": False,
    },
    "date": {"first_day": "2024-01-01", "last_day": "2024-01-01", "modifier": None},
}
TEXT = "In 2024 Hanoi had 5 schools, up 20% from 2023. The Ministry of Health agreed. End of text."


def mention(type_, start, end, text=TEXT, **values):
    words = text[start:end]
    return {"type": type_, "start": start, "end": end, "text": words} | DEFAULTS[type_] | values


def fact(start, end, type_="quantity", measure=(20, 27), **values):
    return {
        "start": start,
        "end": end,
        "type": type_,
        "measure": TEXT[slice(*measure)],
        "measure_start": measure[0],
        "measure_end": measure[1],
        "period_start": None,
        "baseline_start": None,
        "place_start": None,
        "role": "level",
        "direction": None,
        "status": "actual",
        "relates_to": None,
    } | values


def labels(*mentions, facts=None, doc_id="a", text=TEXT):
    return Labels(doc_id, tuple(mentions), None if facts is None else tuple(facts), text)


def write_lines(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.write_text("".join(lines), encoding="utf-8", newline="")


def write_output(folder, articles):
    """The output folder of a run that found ``articles``: a list of Labels."""
    write_lines(folder / "articles.jsonl", [{"doc_id": a.doc_id, "text": a.text} for a in articles])
    found = [{"doc_id": a.doc_id, "rule": "r"} | m for a in articles for m in a.mentions]
    write_lines(folder / "mentions.jsonl", found)
    if any(a.facts is not None for a in articles):
        facts = [{"doc_id": a.doc_id} | f for a in articles for f in a.facts or ()]
        write_lines(folder / "facts.jsonl", facts)


def write_gold(folder, articles):
    for a in articles:
        write_lines(folder / f"{a.doc_id}.jsonl", a.mentions)
        if a.facts is not None:
            write_lines(folder / f"{a.doc_id}.facts.jsonl", a.facts)
