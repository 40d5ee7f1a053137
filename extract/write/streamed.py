"""Writes a format whose files grow article by article."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from extract.result import ArticleResult


def write_streamed(
    results: Iterable[ArticleResult],
    folder: Path,
    headers: Mapping[str, bytes],
    rows: Callable[[ArticleResult, bool], dict[str, bytes]],
) -> None:
    """Write ``headers``, then the ``rows`` of each result, into files of ``folder``.

    An article without its text (as read back from an output without texts) is written without.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / name).open("wb")) for name in headers}
        for name, header in headers.items():
            files[name].write(header)
        for result in results:
            for name, part in rows(result, bool(result.article.text)).items():
                files[name].write(part)
