"""Title, body, captions and page furniture of an article."""

from extract.article import Article
from extract.records import RegionSpan


def find_regions(article: Article) -> tuple[tuple[RegionSpan, ...], dict[str, str]]:
    """The regions in text order, and the metadata that the furniture holds."""
    return (RegionSpan(kind="body", start=0, end=len(article.text)),), {}


def blank_furniture(text: str, regions: tuple[RegionSpan, ...]) -> str:
    """``text`` with page furniture turned into blanks, so that nothing is found there."""
    for region in regions:
        if region.kind == "furniture":
            text = text[: region.start] + " " * (region.end - region.start) + text[region.end :]
    return text
