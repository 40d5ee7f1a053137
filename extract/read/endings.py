"""The endings of the files that are read, and how a name splits into stem and ending."""

# One article a file: a NAME.json beside it may say more of it.
ONE_ARTICLE = (".txt", ".md", ".html", ".htm")
# One article a row.
TABLES = (".csv", ".tsv", ".parquet")
_TEXT = (*ONE_ARTICLE, ".jsonl", ".csv", ".tsv")
_PACKED = (".gz", ".zst")
ENDINGS = (*_TEXT, ".parquet", ".zip", *(text + packed for text in _TEXT for packed in _PACKED))
# For messages.
KNOWN = " ".join((*_TEXT, ".parquet", ".zip")) + "; all but the last two also as .gz or .zst"


def split(name: str) -> tuple[str, str]:
    """The stem of a file's name and its ending in lower case, with what it is packed as.

    >>> split("news/2024.07.TXT"), split("a.jsonl.gz"), split("README")
    (('news/2024.07', '.txt'), ('a', '.jsonl.gz'), ('README', ''))
    """
    folder, slash, last = name.rpartition("/")
    stem, dot, ending = last.rpartition(".")
    if not stem:
        return name, ""
    ending = dot + ending.lower()
    if ending in _PACKED:
        inner, dot, kind = stem.rpartition(".")
        if inner and dot + kind.lower() in _TEXT:
            stem, ending = inner, dot + kind.lower() + ending
    return folder + slash + stem, ending


def unpacked(ending: str) -> tuple[str, str]:
    """What a file of ``ending`` holds, and how it is packed.

    >>> unpacked(".jsonl.gz"), unpacked(".txt")
    (('.jsonl', '.gz'), ('.txt', ''))
    """
    for packed in _PACKED:
        if ending.endswith(packed):
            return ending.removesuffix(packed), packed
    return ending, ""
