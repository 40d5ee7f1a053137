"""Facts and articles for tests of series, without extracting anything."""

import hashlib

from extract.records import ArticleRecord, Date, Fact, Locality
from extract.result import ArticleResult

YEAR = {year: (f"{year}-01-01", f"{year}-12-31") for year in range(2000, 2050)}


def made(doc_id, *said, country="VN", name="Vietnam", reference=None, duplicate_of=None, title=""):
    """An article of sentences; each is (sentence, measure, number, what the fact has otherwise)."""
    text = title
    facts, mentions = [], []
    if country:
        text += f"In {name}.\n"
        mentions.append(locality(doc_id, text.index(name), name, country))
    for sentence, measure, number, more in said:
        start = len(text)
        text += sentence + "\n"
        facts.append(fact(doc_id, text, (start, start + len(sentence)), measure, number, **more))
    return ArticleResult(
        article=ArticleRecord(
            doc_id=doc_id,
            source=None,
            title=None,
            url=None,
            published=None,
            author=None,
            words=len(text.split()),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            reference_date=reference,
            reference_date_from="option" if reference else None,
            regions=(),
            language="en",
            duplicate_of=duplicate_of,
            warnings=(),
            text=text,
        ),
        mentions=tuple(mentions),
        entities=(),
        facts=tuple(sorted(facts, key=lambda fact: fact.start)),
    )


def fact(doc_id, text, sentence, measure, number, *, period=(None, None), **more):
    start = text.index(number, sentence[0])
    at = text.index(measure, sentence[0])
    fields = {
        "type": "percentage" if "%" in number else "quantity",
        "value": 0,
        "value_max": None,
        "unit": None if "%" in number else "count",
        "per": None,
        "total": None,
        "modifier": "exact",
        "role": "level",
        "direction": None,
        "points": False,
        "status": "actual",
        "relates_to": None,
        "baseline_start": None,
        "baseline_first_day": None,
        "baseline_last_day": None,
        "place_start": None,
        "place": None,
        "place_code": None,
    }
    return Fact(
        doc_id=doc_id,
        start=start,
        end=start + len(number),
        rule="test",
        measure=measure,
        measure_start=at,
        measure_end=at + len(measure),
        period_start=None,
        period_first_day=period[0],
        period_last_day=period[1],
        sent_start=sentence[0],
        sent_end=sentence[1],
        **{**fields, **more},
    )


def locality(doc_id, start, name, code):
    return Locality(
        doc_id=doc_id,
        start=start,
        end=start + len(name),
        text=name,
        sent_start=0,
        sent_end=start + len(name),
        region="body",
        rule="test",
        problem=None,
        name=name,
        kind="country" if len(code) == 2 else "province",
        code=code,
        entity=0,
        id=code,
    )


def share(doc_id, year, value, *, modifier="exact", status="actual", text=None, **article):
    """An article with one sentence: the share of renewable energy in a year."""
    number = text or f"{value}%"
    sentence = f"The share of renewable energy was {number}."
    more = {"period": YEAR[year], "value": value, "modifier": modifier, "status": status}
    return made(doc_id, (sentence, "share of renewable energy", number, more), **article)


__all__ = ["YEAR", "Date", "fact", "locality", "made", "share"]
