"""What a user calls from Python."""

from extract.article import Article
from extract.result import ArticleResult


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    doc_id: str = "article",
) -> ArticleResult:
    """Extract the records of one article given as text.

    ``published`` is the article's own day, ISO 8601; relative dates count from it. Raises
    ValueError where it is no such day.

    >>> result = extract("On July 10, Minister Tran Van Minh spoke.", published="2024-07-10")
    >>> [(m.type, m.text) for m in result.mentions]
    [('date', 'July 10'), ('official', 'Tran Van Minh')]
    """
    # Imported here: spaCy takes half a second, which `import extract` and `--help` need not wait
    # for.
    from extract.day_stamp import iso_day
    from extract.pipeline import default

    return default()(
        Article(
            text=text,
            published=iso_day(published) if published else None,
            title=title,
            url=url,
            author=author,
            doc_id=doc_id,
        )
    )
