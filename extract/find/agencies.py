"""Finds agencies: a grammar over the class string, a lexicon of named bodies, and acronyms."""

import re

from extract.document import Document, Hit
from extract.find import acronyms
from extract.find.body_checks import Body, BodyChecks
from extract.find.coordination import Subjects
from extract.letters import letter_tables
from extract.patterns import Patterns, expand
from extract.span import Span

_MAX_LEFT = 12  # tokens of a name before its head noun
_FUNCTION = frozenset("ofnud&z")  # lower-case words that a name may hold
_IN_NAMES = frozenset("ASUPQTwWLMGBCRHlJ0'-NY")  # what may stand before the head noun of a name


class Agencies:
    """Finder of agencies."""

    def __init__(self, patterns: Patterns) -> None:
        """Compile the rules of ``patterns/agencies.toml`` and read the lexicon of named bodies."""
        table = patterns.table("agencies")
        self._rules: dict[str, re.Pattern[str]] = {}
        self._left: dict[str, re.Pattern[str]] = {}
        for rule in patterns.rules("agencies", keys=["left"]):
            if rule.regex is not None:
                self._rules[rule.name] = rule.regex
            if "left" in rule.more:
                left = expand(rule.more["left"], table["macros"], f"rule '{rule.name}'")
                self._left[rule.name] = re.compile(left)
        self._known = letter_tables(patterns).acronyms
        self._classes = letter_tables(patterns).bodies
        self._checks = BodyChecks(table, self._classes.heads)
        self._subjects = Subjects(table["portfolios"])
        self._offices = frozenset(word.lower() for word in table["offices"])
        self._home_only = frozenset(term.lower() for term in table["home_only"])
        self._no_acronym = frozenset(table["no_acronym"])

    def find(self, document: Document) -> list[Span]:
        """Candidate spans of agencies in ``document``."""
        classes = self._classes.of(document)
        found, refused = self._bodies(document, classes)
        if "&J0" in classes:
            found = _without_projects(document, classes, found)
        found += self._posts(document, classes)
        found += self._coordinated(document, classes)
        found += self._lexicon(document, classes, found, refused)
        defined, brackets = acronyms.in_brackets(document, found, self._no_acronym)
        acronyms.by_initials(document, found, defined, self._no_acronym)
        known = self._known.find(document, classes, defined)
        again = acronyms.alone(document, defined, {span.start for span in brackets})
        return found + brackets + again + known

    def _bodies(self, document: Document, classes: str) -> tuple[list[Span], set[int]]:
        """The bodies by the grammar, and the tokens of those that the words around make none."""
        found: list[Span] = []
        refused: set[int] = set()
        heads: set[str] = set()
        last = 0
        undecided: list[tuple[int, int]] = []  # head nouns alone, before any full name
        check = self._checks.check
        for match in self._rules["body"].finditer(classes):
            head, end = match.span()
            start = head
            if classes[head - 1] in _IN_NAMES and head > last:
                start = self._left_edge("body", classes, head, last)
            last = end
            body = check(document, classes, start, head, end, heads)
            if body is None:
                if start == head:
                    undecided.append((head, end))
                continue
            if not body.stands:
                refused.update(range(body.start, body.end))
                continue
            if not body.bare:
                heads.update(
                    document.norms[i] for i in range(body.start, body.end) if classes[i] in "CHRB"
                )
                if found and self._of_the_one_before(document, classes, found[-1], body.start):
                    body = body._replace(start=found.pop().parts["tokens"][0])
                elif not body.bare and _of_an_acronym(document, classes, body.start):
                    body = body._replace(start=body.start - 2)
            found.append(_body_span(document, body))
        for head, end in undecided if heads else ():
            body = check(document, classes, head, head, end, heads)
            if body is not None and body.stands:
                found.append(_body_span(document, body))
        for match in self._rules["lower-case-head"].finditer(classes):
            start, end = match.span()
            found.append(_span(document, start, end, "lower-case-head", head=start))
        return found, refused

    def _of_the_one_before(
        self, document: Document, classes: str, before: Span, start: int
    ) -> bool:
        """Whether the body at ``start`` belongs to the one right before it: `Ministry of Finance's
        Department of Tax Policy`.
        """
        end = before.parts["tokens"][1]
        return end + 1 == start and classes[end] == "'" and not before.parts["bare"]

    def _posts(self, document: Document, classes: str) -> list[Span]:
        found = []
        for match in self._rules["office-of-a-post"].finditer(classes):
            head, end = match.span()
            if document.norms[head] in self._offices:
                start = self._left_edge("office-of-a-post", classes, head)
                found.append(_span(document, start, end, "office-of-a-post", head=head))
        return found

    def _left_edge(self, rule: str, classes: str, head: int, first: int = 0) -> int:
        """Where the name begins whose head noun is ``head``, by the rule's `left`; not before
        ``first``.
        """
        found = self._left[rule].search(classes, max(head - _MAX_LEFT, first), head)
        return found.start() if found else head

    def _coordinated(self, document: Document, classes: str) -> list[Span]:
        found: list[Span] = []
        if "K" not in classes and "k" not in classes:
            return found
        for match in self._rules["several-bodies"].finditer(classes):
            head = match.start("head")
            front = (
                head if match["head"] == "k" else self._left_edge("several-bodies", classes, head)
            )
            found += self._items(
                document, classes, match.span("items"), (front, head + 1), "several-bodies"
            )
        if "TK" not in classes:
            return found
        for match in self._rules["several-bodies-before"].finditer(classes):
            start, end = match.span("items")
            word = singular(document.words[match.start("heads")])
            items = self._subjects.split(document.norms, classes, start, end)
            for first, stop in items if len(items) > 1 else ():
                name = f"{_text(document, first, stop)} {word}"
                last = match.end() if stop == end else stop
                found.append(
                    _span(document, first, last, "several-bodies-before", name=name, head_word=word)
                )
        return found

    def _items(
        self,
        document: Document,
        classes: str,
        items: tuple[int, int],
        heads: tuple[int, int],
        rule: str,
    ) -> list[Span]:
        found: list[Span] = []
        head = singular(document.words[heads[1] - 1])
        front = " ".join(
            [*filter(None, [_text(document, heads[0], heads[1] - 1)]), head.capitalize()]
        )
        places = head.capitalize() in self._checks.of_places
        for start, stop in self._subjects.split(document.norms, classes, *items):
            if classes[stop - 1] not in "Tw" and not (places and classes[stop - 1] in "PAL"):
                break
            name = f"{front} of {_text(document, start, stop)}"
            first = heads[0] if not found else start
            found.append(_span(document, first, stop, rule, name=name, head_word=head.capitalize()))
        return found if len(found) > 1 else []

    def _lexicon(
        self, document: Document, classes: str, found: list[Span], refused: set[int]
    ) -> list[Span]:
        rows = {(hit.start, hit.end): hit.rows for hit in document.hits_of("agencies")}
        for span in found:
            span.parts["rows"] = rows.pop(span.parts["tokens"], ())
        return [
            _span(document, start, end, "known-body", rows=known)
            for (start, end), known in rows.items()
            if start not in refused
            and _is_name(document, classes, Hit(start, end, known))
            and (
                " ".join(document.norms[start:end]) not in self._home_only
                or any(row["country"] == document.country for row in known)
            )
        ]


def _of_an_acronym(document: Document, classes: str, start: int) -> bool:
    """Whether the body at ``start`` belongs to one by its acronym: `MARD's | Planning Department`.

    Not `US's`, which is a place, nor a lone letter; nor where the body is known without it.
    """
    return (
        start > 1
        and classes[start - 1] == "'"
        and classes[start - 2] in "QU"
        and document.kinds[start - 2] == "U"
        and len(document.words[start - 2]) > 1
        and not any(hit.start == start for hit in document.hits_of("agencies"))
    )


def singular(word: str) -> str:
    """The singular of a plural head noun.

    >>> singular("Ministries"), singular("Departments")
    ('Ministry', 'Department')
    """
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _is_name(document: Document, classes: str, hit: Hit) -> bool:
    """Whether the row stands in the text with capitals, or as the row has it: `Bangko Sentral ng
    Pilipinas`.
    """
    start, end, rows = hit
    if document.kinds[start] not in "AU":
        return False
    if "a" not in document.kinds[start:end] or all(
        document.kinds[i] != "a" or classes[i] in _FUNCTION for i in range(start, end)
    ):
        return True
    text = _text(document, start, end)
    return any(text in row["term"] for row in rows)


def _without_projects(document: Document, classes: str, found: list[Span]) -> list[Span]:
    """Ends `Committee on Digital Transformation and Project 06` before `and` where the article
    elsewhere names the body without the project.
    """
    names = {tuple(document.norms[slice(*span.parts["tokens"])]) for span in found}
    kept = []
    for span in found:
        start, end = span.parts["tokens"]
        if classes[end - 3 : end] == "&J0" and tuple(document.norms[start : end - 3]) in names:
            parts = {key: value for key, value in span.parts.items() if key != "tokens"}
            span = _span(document, start, end - 3, span.rule, **parts)
        kept.append(span)
    return kept


def _text(document: Document, start: int, end: int) -> str:
    return document.text[document.starts[start] : document.ends[end - 1]] if end > start else ""


def _body_span(document: Document, body: Body) -> Span:
    return _span(document, body.start, body.end, "body", head=body.head, bare=body.bare)


def _span(document: Document, start: int, end: int, rule: str, **parts: object) -> Span:
    return Span(
        start=document.starts[start],
        end=document.ends[end - 1],
        type="agency",
        rule=rule,
        parts={"tokens": (start, end), **parts},
    )
