"""meeting-extract: government meeting news in, records out.

The modules in reading order:

    article      an article as it comes in
    read         files, folders, stdin → articles
    regions      title, body, captions, page furniture
    reference    the date that relative dates count from
    patterns     loads and checks the rules and lexicons of patterns/
    document     the token table that finders read
    find         Document → candidate spans, one module a mention type
    settle       overlaps, one total order
    normalise    span → value
    link         which mentions are the same person, body or place
    records      what comes out
    pipeline     the flow, one line a stage
    write        one module a format
    batch        many articles, errors, all-or-nothing files
    cli          the command
"""

from extract.article import Article
from extract.pipeline import Pipeline, extract
from extract.result import ArticleResult

__version__ = "0.1.0"
__all__ = ["Article", "ArticleResult", "Pipeline", "extract"]
