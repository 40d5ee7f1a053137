"""Finds officials: names beside titles, and their later mentions."""

from bisect import bisect_left

from extract.document import Document
from extract.find.later_mentions import LaterMentions
from extract.find.meeting_roles import MeetingRoles
from extract.find.person_names import PersonNames
from extract.find.public_posts import PublicPosts
from extract.find.title_lists import Named
from extract.find.title_text import Text
from extract.find.titled_names import TitledNames
from extract.find.titles import Titles
from extract.letters import letter_tables
from extract.patterns import Patterns
from extract.span import Span


class Officials:
    """Finder of officials."""

    def __init__(self, patterns: Patterns) -> None:
        self._letters = letter_tables(patterns).names
        self._titles = Titles(patterns)
        self._posts = PublicPosts(patterns)
        self._joined = TitledNames(patterns, PersonNames(patterns, self._letters.names))
        self._later = LaterMentions(patterns)
        self._roles = MeetingRoles(patterns)

    def find(self, document: Document, agencies: list[Span]) -> list[Span]:
        """Candidate spans in ``document``; ``agencies`` are the candidates found before."""
        text = Text(document, self._letters.of(document), agencies)
        titles = self._titles.find(text)
        named = self._joined.find(text, titles)
        if not named:
            return []
        people = [name for name in named if self._posts.holds_one(text, name)]
        mentions = people + self._later.find(text, people, named)
        spans = [self._span(text, name) for name in mentions]
        self._cut_bodies(spans, agencies)
        _drop_posts(text, people, agencies)
        return spans

    def _cut_bodies(self, spans: list[Span], agencies: list[Span]) -> None:
        """Let a name win over a body that has run into it: Bank of Sarovia | Ana Ruiz."""
        starts = sorted((body.end, body.start) for body in agencies if body.type == "agency")
        for span in spans:
            if span.rule != "title-before-name":
                continue
            at = bisect_left(starts, (span.start + 1, 0))
            while at < len(starts) and starts[at][0] <= span.end:
                if starts[at][1] < span.start:
                    span.rank = 1
                at += 1

    def _span(self, text: Text, name: Named) -> Span:
        first = min([name.start, *(title.start for title in name.titles)])
        last = max([name.end, *(title.end for title in name.titles)])
        return Span(
            start=text.starts[name.start],
            end=text.ends[name.end - 1],
            type="official",
            rule=name.rule,
            parts={
                "titles": self._posts.titles(text, name),
                "meeting_role": self._roles.of(
                    text.document, text.starts[first], text.ends[last - 1]
                ),
            },
        )


def _drop_posts(text: Text, people: list[Named], agencies: list[Span]) -> None:
    """Leave out a body whose name is all of a title: the Controller of Budget, Ana Ruiz."""
    posts = {
        (text.starts[title.start], text.ends[title.end - 1])
        for name in people
        for title in name.titles
    }
    for body in agencies:
        if body.rule == "known-body" and (body.start, body.end) in posts:
            body.type = "none"
