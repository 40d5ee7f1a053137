"""The records that come out: mentions, entities, facts, findings, articles, errors.

Each record is a frozen, typed structure of plain values. The order of the fields here is the
order of the columns in every table. Numbers are JSON numbers, dates ISO 8601 strings, offsets
half-open ``[start, end)`` code points of the article's text.
"""

from typing import Annotated, Any, Literal

import msgspec

SCHEMA_VERSION = "1"

# An ISO 8601 day, such as 2024-07-10.
Day = Annotated[str, msgspec.Meta(extra_json_schema={"format": "date"})]

Region = Literal["title", "body", "caption"]
MeetingRole = Literal["chair", "co-chair", "speaker", "attendee"]
AgencyKind = Literal[
    "ministry",
    "department",
    "committee",
    "government",
    "legislature",
    "court",
    "party",
    "security",
    "academic",
    "bank",
    "international",
    "other",
]
LocalityKind = Literal["country", "province", "city", "district", "commune", "region"]
NumberModifier = Literal["exact", "about", "over", "at_least", "under", "at_most"]
DateModifier = Literal["start", "mid", "end", "before", "after", "about"]
Granularity = Literal[
    "day", "week", "month", "quarter", "half", "year", "fiscal_year", "decade", "span"
]
Role = Literal["level", "change"]
Direction = Literal["up", "down"]
Status = Literal["actual", "estimate", "target", "plan"]
Check = Literal[
    "part-share",
    "part",
    "percent-change",
    "change",
    "multiple",
    "sum",
    "shares",
    "target",
    "rank",
    "repeated",
    "weekday",
    "period",
    "duration",
]
Verdict = Literal["inconsistent", "within rounding", "consistent"]
ReferenceFrom = Literal["option", "metadata", "furniture", "file name", "text"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What all records share: no unknown fields, nothing that garbage collection must follow."""


class _Placed(Record, frozen=True, tag_field="type"):
    """What all mentions share: where they stand and which rule found them.

    ``text`` is ``article.text[start:end]``; ``problem`` is null or a code that says why a value
    could not be read.
    """

    doc_id: str
    start: int
    end: int
    text: str
    sent_start: int
    sent_end: int
    region: Region
    rule: str
    problem: str | None

    @property
    def type(self) -> str:
        """The mention type, for example ``official`` (the tag of the union as an attribute)."""
        return str(self.__struct_config__.tag)


class Official(_Placed, frozen=True, tag="official"):
    """A named person who holds a public post or rank."""

    name: str
    titles: tuple[str, ...]
    meeting_role: MeetingRole | None
    entity: int
    id: str | None


class Agency(_Placed, frozen=True, tag="agency"):
    """A particular public body."""

    name: str
    kind: AgencyKind
    entity: int
    id: str | None


class Locality(_Placed, frozen=True, tag="locality"):
    """A named country, division, city or region. ``code`` is ISO 3166-1 alpha-2 or ISO 3166-2."""

    name: str
    kind: LocalityKind
    code: str | None
    entity: int
    id: str | None


class Quantity(_Placed, frozen=True, tag="quantity"):
    """A number that counts or measures something."""

    value: int | float | None
    value_max: int | float | None
    unit: str | None
    per: str | None
    item: str | None
    total: int | float | None
    modifier: NumberModifier


class Percentage(_Placed, frozen=True, tag="percentage"):
    """A number with a per cent sign or word; ``value`` is 80.44 for ``80.44%``."""

    value: int | float | None
    value_max: int | float | None
    per: str | None
    modifier: NumberModifier
    role: Role
    direction: Direction | None
    points: bool


class Date(_Placed, frozen=True, tag="date"):
    """A calendar expression; ``first_day`` and ``last_day`` are both inclusive."""

    first_day: Day | None
    last_day: Day | None
    granularity: Granularity | None
    edtf: str | None
    modifier: DateModifier | None


Mention = Official | Agency | Locality | Quantity | Percentage | Date

MENTION_TYPES: tuple[type[Any], ...] = (Official, Agency, Locality, Quantity, Percentage, Date)


class Entity(Record, frozen=True):
    """A person, body or place of one article, with the starts of its mentions."""

    doc_id: str
    entity: int
    type: Literal["official", "agency", "locality"]
    id: str | None
    name: str
    titles: tuple[str, ...]
    kind: str | None
    code: str | None
    mentions: tuple[int, ...]


class Fact(Record, frozen=True):
    """What a quantity or percentage measures, when, where and against what.

    ``start``, ``end``, ``value`` and so on are those of the number; ``..._start`` where the
    measure or a mention of the article starts; ``relates_to`` the start of the number that this
    one qualifies.
    """

    doc_id: str
    start: int
    end: int
    type: Literal["quantity", "percentage"]
    rule: str
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    per: str | None
    total: int | float | None
    modifier: NumberModifier
    role: Role
    direction: Direction | None
    points: bool
    status: Status
    relates_to: int | None
    measure: str | None
    measure_start: int | None
    measure_end: int | None
    period_start: int | None
    period_first_day: Day | None
    period_last_day: Day | None
    baseline_start: int | None
    baseline_first_day: Day | None
    baseline_last_day: Day | None
    place_start: int | None
    place: str | None
    place_code: str | None
    sent_start: int
    sent_end: int


class Finding(Record, frozen=True):
    """One check of an article's own arithmetic: what it states, and what it should then be.

    ``start``, ``end`` and ``stated`` are the number or date that was checked, ``numbers`` the
    starts of all mentions that take part, in the order of the text. ``recomputed`` is what it
    should be, as text (``52.25%``, ``Saturday``); ``recomputed_low`` and ``recomputed_high`` are
    the least and the most that it can be when every number in it may be rounded in its last digit;
    ``tolerance`` is half a unit of the last digit of ``stated``. The verdict is ``consistent``
    where what the numbers give as they stand is within ``tolerance`` of what is stated, ``within
    rounding`` where it is so only for other numbers that round to the same, else ``inconsistent``.
    Dates have no numeric values: these are null. ``sent_starts``, ``sent_ends`` and ``sentences``
    go together, one sentence each.
    """

    doc_id: str
    check: Check
    rule: str
    verdict: Verdict
    start: int
    end: int
    stated: str
    stated_value: int | float | None
    recomputed: str
    recomputed_value: int | float | None
    recomputed_low: int | float | None
    recomputed_high: int | float | None
    tolerance: int | float | None
    explanation: str
    numbers: tuple[int, ...]
    sent_starts: tuple[int, ...]
    sent_ends: tuple[int, ...]
    sentences: tuple[str, ...]


class Point(Record, frozen=True):
    """A fact as one point of an indicator: value, period and the sentence it comes from.

    ``start``, ``end`` and ``text`` are those of the number. ``period_from`` says where the
    period comes from: the fact's own date, or the article's day (``13.2 million so far``).
    ``conflict``: another article gives another value for the same period.
    """

    period_first_day: Day | None
    period_last_day: Day | None
    period_from: Literal["fact", "article"] | None
    value: int | float
    value_max: int | float | None
    total: int | float | None
    modifier: NumberModifier
    direction: Direction | None
    status: Status
    conflict: bool
    doc_id: str
    start: int
    end: int
    text: str
    measure: str
    sent_start: int
    sent_end: int
    sentence: str


class Indicator(Record, frozen=True):
    """What facts of many articles measure in common, with all of them by period.

    ``id`` is made from name, unit and place, and stands once in a series. ``unit`` is ``%``,
    ``percentage points`` or that of the quantities; ``basis`` is what changes are changes against:
    ``month``, ``quarter``, ``half`` or ``year`` before, or null. Where the facts name no
    place it is the country of their articles, if that is known.
    """

    id: str
    name: str
    unit: str | None
    per: str | None
    role: Role
    basis: str | None
    place: str | None
    place_code: str | None
    points: tuple[Point, ...]


class RegionSpan(Record, frozen=True):
    """A stretch of the article's text: title, body, caption or furniture."""

    kind: Literal["title", "body", "caption", "furniture"]
    start: int
    end: int


class ArticleRecord(Record, frozen=True):
    """One article as it was read, with the date that its relative dates count from.

    ``language`` is an ISO 639-1 code, null where the text is too short or too mixed to tell;
    ``duplicate_of`` the ``doc_id`` of an earlier article of the run with the same text;
    ``warnings`` say what may make the records of this article less than usual.
    """

    doc_id: str
    source: str | None
    title: str | None
    url: str | None
    published: Day | None
    author: str | None
    words: int
    sha256: str
    reference_date: Day | None
    reference_date_from: ReferenceFrom | None
    regions: tuple[RegionSpan, ...]
    language: str | None
    duplicate_of: str | None
    warnings: tuple[str, ...]
    text: str


class ErrorRecord(Record, frozen=True):
    """What could not be read, and why."""

    source: str
    record: int | None
    error: str


class RunOptions(Record, frozen=True):
    """What a run was asked to do, as far as it says what comes out.

    ``fields`` are the names of the fields of input records, ``timeout`` is in seconds an article.
    ``report`` says whether to write one, null: where the articles are few; ``gold`` is the folder
    of labels for its scores.
    """

    inputs: tuple[str, ...]
    published: Day | None
    formats: tuple[str, ...]
    with_text: bool
    fields: dict[str, str]
    limit: int | None
    sample: int | None
    seed: int
    timeout: float | None
    report: bool | None
    gold: str | None


class RunRecord(Record, frozen=True):
    """A whole run: ``mentions`` counts them by type, ``seconds`` is what it took.

    ``findings`` counts the checks of the audit by verdict.
    ``duplicates`` and ``warnings`` count the articles that have ``duplicate_of`` or a warning.
    """

    program: Literal["meeting-extract"]
    version: str
    schema_version: str
    options: RunOptions
    articles: int
    words: int
    mentions: dict[str, int]
    entities: int
    findings: dict[str, int]
    duplicates: int
    warnings: int
    errors: int
    seconds: float
