"""The report: one page, in one file, of articles with their records, to look at.

The modules in reading order: ``text`` an article's characters in paragraphs and pieces, ``tables``
what stands beside them, ``article`` all that is shown of one, ``overview`` of all together,
``scale`` and ``charts`` the indicators, ``gold`` the scores, ``template`` puts all into the
templates, style and script of ``page/``.

The page works from disk, without a network, and, as far as reading goes, without its script: each
article stands in a ``noscript`` element, which a browser with scripts keeps as plain characters
until the reader opens that article. That is why 500 articles open as fast as five.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extract.result import ArticleResult

FILE = "report.html"
MOST_ARTICLES = 500
MOST_UNASKED = 50  # articles of a run that makes a report without being asked to
MOST_WORDS_UNASKED = 200_000  # of these together: a page of some ten megabytes
MOST_CHARACTERS = 25_000_000  # a page of some 150 MB: about what a browser opens without trouble


def write(results: Iterable[ArticleResult], folder: Path, gold: Path | None = None) -> None:
    """Write ``report.html`` into ``folder``; ``gold`` is a folder of labels made by hand.

    Raises what ``write_page`` raises.
    """
    write_page(results, folder, gold)


def write_page(
    results: Iterable[ArticleResult], folder: Path, gold: Path | None = None
) -> tuple[int, int]:
    """Write ``report.html`` into ``folder``; how many articles it shows, how many it leaves out.

    It shows the first ``MOST_ARTICLES`` articles, or fewer where their texts together are longer
    than ``MOST_CHARACTERS``, and says so itself. The file appears whole or not at all. Raises
    LabelError where the labels cannot be used, OSError where the file cannot be written.
    """
    shown: list[ArticleResult] = []
    left_out = characters = 0
    for result in results:
        characters += len(result.article.text)
        if left_out or len(shown) == MOST_ARTICLES or characters > MOST_CHARACTERS:
            left_out += 1
        else:
            shown.append(result)
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"{FILE}.partial"
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.writelines(markup(shown, gold, left_out))
        os.replace(partial, folder / FILE)
    finally:
        partial.unlink(missing_ok=True)
    return len(shown), left_out


def markup(
    results: Sequence[ArticleResult], gold: Path | None = None, left_out: int = 0
) -> Iterator[str]:
    """The page of ``results`` in parts; ``left_out`` is how many more there were."""
    # Only here, since whoever asks which formats there are need not wait for the libraries.
    from extract.report.article import TYPES, view
    from extract.report.charts import COLUMNS, MOST_CHARTS, charts
    from extract.report.gold import compare, difference_table, linked
    from extract.report.overview import articles_table, entity_tables
    from extract.report.template import fill
    from extract.series import series

    numbers = {result.article.doc_id: number for number, result in enumerate(results)}
    scored = compare(results, gold) if gold else None
    spans = linked(scored)
    indicators = charts(series(results), numbers)
    views = [view(n, r, spans.get(r.article.doc_id, ())) for n, r in enumerate(results)]
    return fill(
        types=TYPES,
        views=views,
        articles=articles_table(views),
        tables=entity_tables(results),
        charts=indicators[:MOST_CHARTS],
        more_charts=max(0, len(indicators) - MOST_CHARTS),
        chart_columns=COLUMNS,
        gold=scored,
        differences=difference_table(scored, numbers) if scored else None,
        totals={kind: sum(v.counts[kind] for v in views) for kind in TYPES},
        left_out=left_out,
    )
