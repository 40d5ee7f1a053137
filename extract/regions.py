"""Title, body, captions and page furniture of an article.

What is furniture, ``patterns/page/furniture.toml`` says; titles and captions are told by their
shape. Nothing is cut: the text keeps its length, and furniture is blanked before anything is looked
for.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from extract import day_stamp
from extract.article import Article
from extract.patterns import Patterns, Rule
from extract.records import RegionSpan

_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_MACROS = {
    "DATE": day_stamp.DATE,
    "TIME": day_stamp.TIME,
    "UP": f"[{''.join(letter for letter in _LETTERS if letter.isupper())}]",
    "LOW": f"[{''.join(letter for letter in _LETTERS if letter.islower())}]",
}
_KEYS = ("where", "gives", "hint")

_STOP = re.compile(r"[.!?:;,…][\"”’')\]]*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\Z")
_NO_BREAK = re.compile(r"[^\n\r]")
_LONGEST_FURNITURE = 420  # characters; a longer line is prose
_LONGEST_WITH_STOP = 150  # a line that is longer and ends with a stop is prose too
_LONGEST_SIGNATURE = 130
_LONGEST_HEADLINE = 200
_SHORTEST_PROSE = 25
_LONGEST_CAPTION = 400
_EDGE = 60  # how far into a line its head and its tail go
_MOST_LINES_ABOVE_TITLE = 30
_MOST_END_LINES = 2  # more names than that are a list in the article

Kind = Literal["title", "body", "caption", "furniture"]


class _Line(NamedTuple):
    start: int
    end: int


def _lines(text: str) -> list[_Line]:
    """The lines of ``text`` that are not blank, without the white space around them."""
    lines, at = [], 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            lines.append(_Line(start, start + len(line)))
        at += len(raw)
    return lines


class Regions:
    """Finds the regions of articles."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("page/furniture", keys=_KEYS, macros=_MACROS)
        self._whole = [rule for rule in rules if rule.more["where"] in ("line", "block")]
        self._at_end = [rule for rule in rules if rule.more["where"] == "end"]
        self._caption = _one_of(patterns.rules("page/captions"))
        self._parts = [rule for rule in rules if rule.more["where"] in ("credit", "head", "tail")]
        self._hints = {hint for rule in self._parts for hint in rule.more["hint"]}
        # One pass that says for most lines that no rule fits.
        self._any = _one_of(self._whole)

    def find(self, article: Article) -> tuple[tuple[RegionSpan, ...], dict[str, str]]:
        """The regions in text order, and the metadata that the furniture holds."""
        text = article.text
        metadata: dict[str, str] = {}
        lines = _lines(text)
        kinds = self._furniture(text, lines, metadata)
        self._end_of_article(text, lines, kinds, metadata)
        _title(article, lines, kinds, metadata)
        hints = {hint for hint in self._hints if hint in text}
        parts = [rule for rule in self._parts if not hints.isdisjoint(rule.more["hint"])]
        spans = []
        for line, kind in zip(lines, kinds, strict=True):
            if kind == "furniture":
                spans.append(RegionSpan(kind="furniture", start=line.start, end=line.end))
            else:
                spans += self._pieces(text, line, kind, parts)
        return _merge(spans) or (RegionSpan(kind="body", start=0, end=len(text)),), metadata

    def _furniture(
        self, text: str, lines: list[_Line], metadata: dict[str, str]
    ) -> list[Kind | None]:
        kinds: list[Kind | None] = []
        in_block = False
        for line in lines:
            rule = self._rule_of(text, line)
            if rule is not None:
                _keep_value(rule, text, line, metadata)
                in_block = rule.more["where"] == "block" or (in_block and rule.name != "separator")
            elif in_block:
                in_block = _is_headline(text, line)
            kinds.append("furniture" if rule is not None or in_block else None)
        return kinds

    def _rule_of(self, text: str, line: _Line) -> Rule | None:
        length = line.end - line.start
        if length > _LONGEST_FURNITURE or (
            length > _LONGEST_WITH_STOP and text[line.end - 1] == "."
        ):
            return None
        if not self._any.fullmatch(text, line.start, line.end):
            return None
        return next(rule for rule in self._whole if _fullmatch(rule, text, line))

    def _end_of_article(
        self, text: str, lines: list[_Line], kinds: list[Kind | None], metadata: dict[str, str]
    ) -> None:
        """A reporter's or agency's name alone on a line counts only right below the prose."""
        found: list[tuple[int, Rule]] = []
        for at in range(len(lines) - 1, -1, -1):
            line = lines[at]
            if kinds[at] is not None:
                continue
            rule = None
            if line.end - line.start <= _LONGEST_SIGNATURE:
                rule = next((rule for rule in self._at_end if _fullmatch(rule, text, line)), None)
            if rule is not None and len(found) < _MOST_END_LINES:
                found.append((at, rule))
                continue
            if self._is_prose(text, line):
                for below, rule in found:
                    _keep_value(rule, text, lines[below], metadata)
                    kinds[below] = "furniture"
            return

    def _is_prose(self, text: str, line: _Line) -> bool:
        """Whether ``line`` ends like a sentence, with or without an agency's sign-off."""
        if line.end - line.start < _SHORTEST_PROSE:
            return False
        tails = [rule for rule in self._parts if rule.more["where"] == "tail"]
        return not _is_headline(text, line) or bool(_cuts(text, line, tails))

    def _pieces(
        self, text: str, line: _Line, kind: Kind | None, parts: list[Rule]
    ) -> Iterator[RegionSpan]:
        """The regions of one line: photo credits and sign-offs cut out of it."""
        at = line.start
        for start, end, is_credit in _cuts(text, line, parts) if parts else ():
            if start < at:
                continue
            before = text[at:start].rstrip()
            if before:
                caption: Kind | None = (
                    "caption" if is_credit and start - at <= _LONGEST_CAPTION else None
                )
                end_before = at + len(before)
                yield RegionSpan(
                    kind=kind or caption or self._kind(text, at, end_before),
                    start=at,
                    end=end_before,
                )
            yield RegionSpan(kind="furniture", start=start, end=end)
            at = end + len(text[end : line.end]) - len(text[end : line.end].lstrip())
        if at < line.end:
            yield RegionSpan(kind=kind or self._kind(text, at, line.end), start=at, end=line.end)

    def _kind(self, text: str, start: int, end: int) -> Kind:
        """``caption`` or ``body``: a caption is short, shows people or a view, has no stop."""
        part = text[start:end].strip()
        if len(part) > _LONGEST_HEADLINE or _STOP.search(part):
            return "body"
        return "caption" if self._caption.match(part) else "body"


def blank_furniture(text: str, regions: tuple[RegionSpan, ...]) -> str:
    """``text`` with page furniture turned into blanks, so that nothing is found there."""
    parts, at = [], 0
    for region in regions:
        if region.kind == "furniture":
            blanked = _NO_BREAK.sub(" ", text[region.start : region.end])
            parts += [text[at : region.start], blanked]
            at = region.end
    return "".join([*parts, text[at:]])


def _one_of(rules: Iterable[Rule]) -> re.Pattern[str]:
    patterns = [rule.regex.pattern.replace("(?P<value>", "(?:") for rule in rules if rule.regex]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _fullmatch(rule: Rule, text: str, line: _Line) -> re.Match[str] | None:
    assert rule.regex is not None
    return rule.regex.fullmatch(text, line.start, line.end)


def _keep_value(rule: Rule, text: str, line: _Line, metadata: dict[str, str]) -> None:
    """Take the metadata that a furniture line gives; the first line that gives any counts."""
    gives = rule.more.get("gives")
    if gives is None or gives in metadata:
        return
    if gives == "published":
        value = day_stamp.find_day(text[line.start : line.end])
    else:
        match = _fullmatch(rule, text, line)
        value = match.group("value") if match else None
    if value:
        metadata[gives] = value


def _cuts(text: str, line: _Line, parts: list[Rule]) -> list[tuple[int, int, bool]]:
    """The furniture within a line: start, end, whether it is a credit."""
    found = []
    for rule in parts:
        assert rule.regex is not None
        where = rule.more["where"]
        start = max(line.start, line.end - _EDGE) if where == "tail" else line.start
        end = min(line.end, line.start + _EDGE) if where == "head" else line.end
        group = "cut" if "cut" in rule.regex.groupindex else 0
        for match in rule.regex.finditer(text, start, end):
            blanks = len(match.group(group)) - len(match.group(group).lstrip())
            found.append((match.start(group) + blanks, match.end(group), where == "credit"))
    return sorted(found)


def _is_headline(text: str, line: _Line) -> bool:
    short = line.end - line.start <= _LONGEST_HEADLINE
    return short and not _SENTENCE_END.search(
        text, line.end - min(4, line.end - line.start), line.end
    )


def _title(
    article: Article, lines: list[_Line], kinds: list[Kind | None], metadata: dict[str, str]
) -> None:
    """Mark the title: the one that the input gives, else a headline at the top with prose below."""
    text = article.text
    given = _folded(article.title or "")
    if given:
        for at, line in enumerate(lines[:_MOST_LINES_ABOVE_TITLE]):
            if _folded(text[line.start : line.end]) == given:
                kinds[at] = "title"
                return
    rest = [at for at, kind in enumerate(kinds[: _MOST_LINES_ABOVE_TITLE + 1]) if kind is None]
    if len(rest) < 2:
        return
    headline = text[slice(*lines[rest[0]])]
    if len(headline) <= _LONGEST_HEADLINE and not _STOP.search(headline):
        kinds[rest[0]] = "title"
        metadata.setdefault("title", headline)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _merge(spans: list[RegionSpan]) -> tuple[RegionSpan, ...]:
    """Neighbours of one kind as one region."""
    merged: list[RegionSpan] = []
    for span in spans:
        if merged and merged[-1].kind == span.kind and span.kind != "caption":
            merged[-1] = RegionSpan(kind=span.kind, start=merged[-1].start, end=span.end)
        else:
            merged.append(span)
    return tuple(merged)
