"""The articles that a run was asked for, and how much there is to read."""

import itertools
from collections.abc import Iterator

from extract.cli.progress import error_line
from extract.cli.usage import PassedBy, wrong
from extract.read import Read, read
from extract.read.fields import Fields
from extract.read.meter import Meter
from extract.read.sources import STDIN, Source, find_sources
from extract.records import ErrorRecord, RunOptions
from extract.select import first, sample
from extract.survey import Surveyor

_Found = Iterator[Source | ErrorRecord]


class Inputs:
    """The inputs of ``options``; wrong usage where there is not one to read.

    ``surveyor`` is None for standard input, which cannot be read again; ``meter`` says how far
    reading is.
    """

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        self._sources = _checked(find_sources(options.inputs, PassedBy()))
        self.meter = Meter()
        self.surveyor = None if STDIN in options.inputs else Surveyor(find_sources(options.inputs))

    def items(self, workers: int = 1) -> Iterator[Read]:
        """The articles, and an error for each that cannot be read; ``workers`` processes share web
        pages.
        """
        options = self._options
        items = read(
            self.meter.measured(self._sources),
            published=options.published,
            fields=Fields(**options.fields),
            timeout=options.timeout,
            workers=workers,
        )
        if options.limit is not None:
            return first(items, options.limit)
        if options.sample is not None:
            return sample(items, options.sample, options.seed)
        return items

    def size(self) -> int | None:
        """How many bytes there are to read; None where nobody knows (yet)."""
        survey = self.surveyor.now() if self.surveyor and self._options.limit is None else None
        return survey.bytes if survey else None


def _checked(sources: _Found) -> _Found:
    errors: list[Source | ErrorRecord] = []
    lines = []
    for source in sources:
        if isinstance(source, Source):
            return itertools.chain(errors, [source], sources)
        errors.append(source)
        lines.append(error_line(source))
    wrong("; ".join(lines))
