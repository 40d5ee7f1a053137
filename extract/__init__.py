"""meeting-extract: government meeting news in, records out.

The modules in reading order:

    api          `extract`, what a user calls
    article      an article as it comes in
    read         files, folders, stdin → articles, one module a format
    language     what an article is written in
    regions      title, body, captions, page furniture
    reference    the date that relative dates count from
    patterns     loads and checks the rules and lexicons of patterns/
    letters      the class strings that grammars are written over, one letter a token
    tokens       text → Document: spaCy's tokens, lexicon entries, letters
    document     the token table that finders read
    sentences    where sentences end
    country      the countries that an article is about
    find         Document → candidate spans, one module a mention type
    settle       overlaps, one total order
    normalise    span → value
    link         which mentions are the same person, body or place
    facts        number → measure, period, baseline, place
    audit        the article's own arithmetic, one module a kind of identity
    records      what comes out
    glossary     what each field of these means, and its unit
    result       settled spans → the records of one article
    pipeline     the flow, one line a stage
    blocks       very long texts, some paragraphs at a time
    write        one module a format
    job          what is done with articles, in whatever process; deadline, tally: time and counts
    workers      in this process or in several; crew, worker_process: these
    checkpoint   what a run notes down to go on once stopped; trail, survey: by what
    resume       where a run begins; select: some of the articles
    batch        many articles: a whole run
    series       facts of many articles → indicators
    engines      the same work on a cluster: pandas frame in, pandas frame out; Ray
    score        gold against output; compare: output against output
    corrected    annotations corrected in brat or Label Studio → gold lines
    component    the pipeline as a spaCy component
    remake       the scripts that made the lexicons taken from libraries
    cli          the command
"""

from extract.api import extract
from extract.article import Article
from extract.engines.frame import extract_frame
from extract.result import ArticleResult
from extract.version import __version__

__all__ = ["Article", "ArticleResult", "__version__", "extract", "extract_frame"]
