"""A batch of articles as a pandas frame in, their records as a frame out, for cluster engines."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:  # takes a while to load
    import pandas

COLUMNS = ("doc_id", "file", "record")
_NAME = "frame"  # what errors call it


def extract_frame(frame: "pandas.DataFrame", *, patterns: Path | None = None) -> "pandas.DataFrame":
    """The records of a batch of articles; a pure function, so that any engine may call it.

    ``frame`` has a column ``text`` and, where known, ``id title url published author``. Each row
    that comes out is a line of an output file: ``doc_id``, ``file`` (``articles``, ``mentions``,
    ``entities``, ``facts``, ``audit`` or ``errors``) and ``record``, its JSON. A row that is no
    article gives a row of ``errors``, with its place in the batch, and stops nothing.

    >>> import pandas
    >>> rows = extract_frame(pandas.DataFrame({"id": ["a"], "text": ["They met in Hanoi."]}))
    >>> rows.query("file == 'mentions'").record.item()[:45]
    '{"type":"locality","doc_id":"a","start":12,"e'
    """
    # Imported here: they take half a second, which `import extract` need not wait for.
    import pandas

    from extract.job import Job, perform
    from extract.read.fields import Fields
    from extract.read.record import WrongRecordError, article
    from extract.read.sources import Source
    from extract.records import ErrorRecord

    source = Source(None, _NAME)
    job = Job(formats=("jsonl",), patterns=patterns)
    rows: list[tuple[str | None, str, str]] = []
    for number, record in enumerate(frame.to_dict("records"), 1):
        doc_id: str | None = None
        try:
            item: Any = article(_without_missing(record), source, number, Fields())
            doc_id = item.doc_id
        except WrongRecordError as error:
            item = ErrorRecord(source=_NAME, record=number, error=str(error))
        for part in perform([item], job).rows():
            for file, lines in part.items():
                name = file.removesuffix(".jsonl")
                rows += ((doc_id, name, line) for line in lines.decode().split("\n") if line)
    return pandas.DataFrame(rows, columns=list(COLUMNS), dtype="string")


def records_of(rows: "pandas.DataFrame", file: str) -> "pandas.DataFrame":
    """The records of one ``file`` among what ``extract_frame`` gave, a column an attribute."""
    import pandas

    chosen = rows["record"][rows["file"] == file]
    return pandas.DataFrame([msgspec.json.decode(record) for record in chosen])


def _without_missing(record: dict[Any, Any]) -> dict[Any, Any]:
    """Only what is there: pandas says NaN, NaT or NA of cells that are empty."""
    import pandas

    return {
        name: value
        for name, value in record.items()
        if isinstance(value, list | dict) or not pandas.isna(value)
    }
