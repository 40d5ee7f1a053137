"""Splits a list of bodies that share one head noun: ``Ministries of Finance, Industry and Trade,
and Transport``.
"""

from collections.abc import Iterable, Sequence

from extract.find.body_classes import as_words

_MAX_ITEM = 16  # tokens of the longest subject


class Subjects:
    """The known subjects of offices, so that `Industry and Trade` stays one."""

    def __init__(self, portfolios: Iterable[str]) -> None:
        """Index ``portfolios``, the known subjects."""
        self._known = {as_words(phrase) for phrase in portfolios}
        self._longest = min(max((len(words) for words in self._known), default=1), _MAX_ITEM)

    def split(
        self, norms: Sequence[str], classes: str, start: int, end: int
    ) -> list[tuple[int, int]]:
        """The items in tokens ``[start, end)``, as token ranges.

        "Finance, Industry and Trade, and Transport" gives the ranges of "Finance", "Industry and
        Trade" and
        "Transport". Of known subjects the longest is taken; else an item goes up to the next
        separator.
        """
        items = []
        at = start
        while at < end:
            if classes[at] in ",&od":
                at += 1
                continue
            stop = self._known_end(norms, classes, at, end)
            if stop is None:
                stop = at
                while stop < end and classes[stop] not in ",&od":
                    stop += 1
            items.append((at, stop - 1 if classes[stop - 1] == "-" else stop))
            at = stop
        if len(items) == 1:  # a plural with one known subject: `Ministries of Finance and Planning`
            ands = [i for i in range(start, end) if classes[i] == "&"]
            if len(ands) == 1 and "," not in classes[start:end]:
                return [(start, ands[0]), (ands[0] + 1, end)]
        return items

    def _known_end(self, norms: Sequence[str], classes: str, at: int, end: int) -> int | None:
        for stop in range(min(at + self._longest, end), at, -1):
            if tuple(norms[at:stop]) in self._known and (stop == end or classes[stop] in ",&"):
                return stop
        return None
