"""The series of an output, written into a folder: whole or not at all."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from extract.records import Indicator
from extract.result import ArticleResult
from extract.series import series
from extract.write.folder import OutputError
from extract.write.read_back import results
from extract.write.scratch import Scratch, remove
from extract.write.series import CHARTS, FILES, write_series


def make(
    source: Path, target: Path, *, min_points: int, charts: bool, overwrite: bool
) -> tuple[Indicator, ...]:
    """Write the series of the output in ``source`` into ``target``, which may be the same folder.

    Other files in ``target`` stay as they are; an earlier series is replaced only with
    ``overwrite``. Raises OutputError where ``source`` is no output with its text, ``target``
    cannot be written, or the library for charts is missing.
    """
    if charts and find_spec("matplotlib") is None:
        raise OutputError("charts need matplotlib: pip install 'meeting-extract[charts]'")
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target}: is a file; the output is a folder (-o DIR)")
    for name in (*FILES, CHARTS):
        if (target / name).exists() and not overwrite:
            raise OutputError(f"{target / name}: is there already; add --overwrite to replace it")
    indicators = series(results(source, need_text=True), min_points=min_points)
    scratch = Scratch(target, "series")
    try:
        scratch.make(lambda _, folder: _write(indicators, folder, charts=charts), _NONE)
        if not charts:
            remove(target / CHARTS)  # of an earlier series
        scratch.put()
    except OSError as error:
        scratch.drop()
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from None
    return indicators


_NONE: Sequence[ArticleResult] = ()


def _write(indicators: Sequence[Indicator], folder: Path, *, charts: bool) -> None:
    write_series(indicators, folder)
    if charts:
        from extract.series.chart import draw

        (folder / CHARTS).mkdir()
        for indicator in indicators:
            draw(indicator, folder / CHARTS)
