"""meeting-extract: government meeting news in, records out.

The modules in reading order:

    api          `extract`, what a user calls
    article      an article as it comes in
    read         files, folders, stdin → articles, one module a format
    regions      title, body, captions, page furniture
    reference    the date that relative dates count from
    patterns     loads and checks the rules and lexicons of patterns/
    document     the token table that finders read
    find         Document → candidate spans, one module a mention type
    settle       overlaps, one total order
    normalise    span → value
    link         which mentions are the same person, body or place
    records      what comes out
    result       settled spans → the records of one article
    pipeline     the flow, one line a stage
    write        one module a format
    batch        many articles, errors, worker processes
    cli          the command
"""

from extract.api import extract
from extract.article import Article
from extract.result import ArticleResult
from extract.version import __version__

__all__ = ["Article", "ArticleResult", "__version__", "extract"]
