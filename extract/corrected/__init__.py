"""Annotations corrected in a tool, read back as gold lines.

annotated     what a tool says of one article, and the problems found on the way
brat          reads a brat collection
label_studio  reads an export of Label Studio
lines         marks and links → mention and fact lines
gold_folder   the lines of all articles → a folder of labels, whole or not at all
"""

from pathlib import Path
from typing import NamedTuple

from extract.corrected import brat, label_studio
from extract.corrected.annotated import Problems
from extract.corrected.gold_folder import write_gold
from extract.corrected.lines import gold_lines
from extract.score.labels import LabelError

TOOLS = {"brat": brat, "label-studio": label_studio}


class Imported(NamedTuple):
    """What was written, and what a person should know of it."""

    articles: int
    mentions: int
    facts: int
    warnings: tuple[str, ...]


def import_labels(
    source: Path, directory: Path, tool: str | None = None, *, overwrite: bool = False
) -> Imported:
    """Turn the annotations of ``source`` into labels in ``directory``.

    ``source`` is a file of the tool, a folder of them, or the output folder of a run that wrote
    one. Facts are written where at least one article has some. Raises LabelError, one line a
    problem that names the file, the place in it and the cause, before anything is written.
    """
    tool = tool or _tool_of(source)
    problems = Problems()
    articles = list(TOOLS[tool].read(source, problems))
    if not articles and not problems.errors:
        raise LabelError(f"{source}: no annotations of {tool} in it")
    labels = {}
    for article in articles:
        if article.doc_id in labels:
            problems.errors.append(f"{article.where}: a second article {article.doc_id!r}")
        labels[article.doc_id] = (*gold_lines(article, problems), article.text)
    if problems.errors:
        raise LabelError("\n".join(problems.errors))
    facts = sum(len(facts) for _, facts, _ in labels.values())
    write_gold(labels, directory, with_facts=facts > 0, overwrite=overwrite)
    mentions = sum(len(mentions) for mentions, _, _ in labels.values())
    return Imported(len(labels), mentions, facts, tuple(problems.warnings))


def _tool_of(source: Path) -> str:
    if not source.exists():
        raise LabelError(f"{source}: no such file or folder")
    found = [name for name, module in TOOLS.items() if any(module.files(source))]
    if not found:
        raise LabelError(f"{source}: neither brat's .ann files nor a .json export of Label Studio")
    if len(found) > 1:
        raise LabelError(
            f"{source}: holds annotations of {' and '.join(found)}: say which (--from)"
        )
    return found[0]
