"""What each field of the records means, and in which unit it counts.

A field of the same name means the same in every record, unless ``RECORD.FIELD`` says otherwise.
"""

from extract.records import Record

MEANINGS = {
    "doc_id": "The article: the id of the input's record, or the file's path without its ending.",
    "start": "Where it starts in the article's text; the first character is 0.",
    "end": "Where it ends in the article's text: the place behind its last character.",
    "text": "The characters of the article from start to end.",
    "sent_start": "Where the sentence around it starts.",
    "sent_end": "Where the sentence around it ends.",
    "region": "The part of the article that it stands in.",
    "rule": "The name of the rule that found it.",
    "problem": "Why a value could not be read; empty where all could.",
    "type": "The type of the mention.",
    "name": "The full name, in its normal form.",
    "titles": "The posts and ranks of the person.",
    "meeting_role": "What the person did in the meeting; empty where the text does not say it.",
    "entity": "The number of the person, body or place within its article.",
    "id": "The key of the body or place in the gazetteer, the same in all articles.",
    "kind": "The kind of body or place.",
    "code": "The place in ISO 3166-1 alpha-2 or ISO 3166-2.",
    "value": "The number, in the unit named in 'unit'; the lower end of a range.",
    "value_max": "The upper end of a range.",
    "unit": "What the number counts in: an SI or everyday unit, an ISO 4217 code, or 'count'.",
    "per": "The unit of what the number is for each of, as in 'a year' or 'a person'.",
    "item": "What is counted.",
    "total": "How many there are in all, as 53 in '41 of 53'.",
    "modifier": "How exactly the value is meant.",
    "role": "Whether it is a level, or a change of one.",
    "direction": "The direction of a change.",
    "points": "Whether the change is one of percentage points.",
    "first_day": "The first day of the period, which is part of it.",
    "last_day": "The last day of the period, which is part of it.",
    "granularity": "How fine the expression is.",
    "edtf": "The expression in the Extended Date/Time Format (ISO 8601-2).",
    "mentions": "Where the mentions of the person, body or place start.",
    "status": "Whether the number is reached, estimated, aimed at or planned.",
    "relates_to": "Where the number starts that this one qualifies.",
    "measure": "What the number measures, in the words of the text.",
    "measure_start": "Where these words start.",
    "measure_end": "Where these words end.",
    "period_start": "Where the date of the period starts.",
    "period_first_day": "The first day of the period that the number is for.",
    "period_last_day": "The last day of the period that the number is for.",
    "baseline_start": "Where the date starts that the number is compared with.",
    "baseline_first_day": "The first day of the period that the number is compared with.",
    "baseline_last_day": "The last day of the period that the number is compared with.",
    "place_start": "Where the name of the place starts that the number is for.",
    "place": "The place that the number is for.",
    "place_code": "That place in ISO 3166-1 alpha-2 or ISO 3166-2.",
    "source": "The file that the article came from, relative to the input.",
    "title": "The title of the article.",
    "url": "Its address.",
    "published": "The day on which it was published.",
    "author": "Its author.",
    "words": "How many words it has.",
    "sha256": "The SHA-256 sum of its text in UTF-8.",
    "reference_date": "The day that its relative dates, such as 'last year', count from.",
    "reference_date_from": "Where that day is known from.",
    "regions": "The parts of the text: title, body, captions, page furniture.",
    "language": "Its language in ISO 639-1; empty where that cannot be told.",
    "duplicate_of": "The earlier article of the run with the same text.",
    "warnings": "What may make the records of this article less than usual.",
    "check": "The kind of check.",
    "verdict": "How the check came out.",
    "stated": "What the article states, as it stands there.",
    "stated_value": "What the article states, as a number.",
    "recomputed": "What it should be by the article's other numbers or the calendar, in words.",
    "recomputed_value": "What it should be, as a number.",
    "recomputed_low": "The least that it can be when all numbers in it may be rounded.",
    "recomputed_high": "The most that it can be when all numbers in it may be rounded.",
    "tolerance": "Half a unit of the last digit stated.",
    "explanation": "The check in words.",
    "numbers": "Where the mentions start that take part in the check.",
    "sent_starts": "Where the sentences of the check start.",
    "sent_ends": "Where the sentences of the check end.",
    "sentences": "The sentences of the check.",
    "Percentage.value": "The number before the per cent sign: 80.44 for '80.44%'.",
    "Fact.value": "The number, in its 'unit' or in per cent; the lower end of a range.",
    "Fact.type": "Whether the number is a quantity or a percentage.",
    "Entity.type": "Whether it is a person, a body or a place.",
    "ArticleRecord.text": "The whole text of the article.",
    "RegionSpan.kind": "The part of the article.",
}

# What a number counts, where no field beside it says so.
UNITS = {
    **dict.fromkeys(
        (
            *("start", "end", "sent_start", "sent_end", "measure_start", "measure_end"),
            *("period_start", "baseline_start", "place_start", "relates_to"),
            *("mentions", "numbers", "sent_starts", "sent_ends"),
        ),
        "code points",
    ),
    "Percentage.value": "%",
    "Percentage.value_max": "%",
    "words": "words",
}


def meaning(record: type[Record], field: str) -> str:
    """What ``field`` of ``record`` means, in a sentence.

    >>> from extract.records import Quantity
    >>> meaning(Quantity, "item")
    'What is counted.'
    """
    return MEANINGS.get(f"{record.__name__}.{field}") or MEANINGS[field]


def unit(record: type[Record], field: str) -> str | None:
    """What ``field`` counts in; None where it is no number, or another field says it."""
    return UNITS.get(f"{record.__name__}.{field}") or UNITS.get(field)
