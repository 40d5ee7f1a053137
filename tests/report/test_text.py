"""Every character of an article stays where it was."""

from hypothesis import given
from hypothesis import strategies as st

from extract.records import RegionSpan
from extract.report.text import clean, paragraphs
from report.results_of import hostile, seeds


def text_of(found):
    return "".join(run.text for p in found for piece in p.pieces for run in piece.runs)


def test_the_paragraphs_are_the_text():
    for result in [*seeds(), hostile()]:
        article = result.article
        found = list(paragraphs(article.text, result.mentions, article.regions, [(0, 4), (3, 9)]))
        assert text_of(found) == clean(article.text)
        marked = [piece.mention for p in found for piece in p.pieces if piece.mention]
        assert marked == list(result.mentions)


def test_a_line_is_a_paragraph_of_its_region():
    found = paragraphs("Head\n\nBody\r\nmore", [], [RegionSpan("title", 0, 4)])
    assert [(p.region, p.blank, text_of([p])) for p in found] == [
        ("title", False, "Head\n"),
        ("body", True, "\n"),
        ("body", False, "Body\r\n"),
        ("body", False, "more"),
    ]


def test_targets_stand_before_their_characters():
    (paragraph,) = paragraphs("one two", [], [], [(4, 7), (0, 7), (4, 6)])
    (piece,) = paragraph.pieces
    assert piece.runs == ((("0-7",), "one "), (("4-6", "4-7"), "two"))


@given(st.text(max_size=60), st.sets(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_any_text(text, targets):
    found = list(paragraphs(text, [], [], targets))
    assert text_of(found) == clean(text)
    assert len(clean(text)) == len(text)
