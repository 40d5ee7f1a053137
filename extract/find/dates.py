"""Finds dates: the rules of ``patterns/dates.toml``, tried at each possible first token."""

import re

from extract.document import Document
from extract.find.date_ancient import with_ancient_years
from extract.find.date_counted import with_antecedents
from extract.find.date_day_guards import DayGuards
from extract.find.date_feasts import with_feasts
from extract.find.date_first import first_pairs
from extract.find.date_guards import Guard, Guards
from extract.find.date_part_guards import PartGuards
from extract.find.date_points import Point, Tokens
from extract.find.date_ranges import lend_years, merge_ranges, pair_weekdays
from extract.find.date_words import DOUBLE_BLANK, WordClasses
from extract.patterns import PatternError, Patterns, Rule
from extract.span import Span


class _Grammar:
    """Rules that are tried in order, as one regular expression from each of them on."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._from: dict[int, re.Pattern[str]] = {}  # compiled when first asked for

    def match(self, classes: str, at: int, tried: int = 0) -> tuple[Rule, int] | None:
        """The first rule behind the ``tried`` ones that fits at ``at``; how many are tried then."""
        if tried == len(self._rules):
            return None
        pattern = self._from.get(tried)
        if pattern is None:
            alternatives = "|".join(map(_as_alternative, self._rules[tried:]))
            pattern = self._from[tried] = re.compile(alternatives)
        found = pattern.match(classes, at)
        if found is None:
            return None
        tried += found.lastindex or 1
        return self._rules[tried - 1], tried


class Dates:
    """Finder of dates."""

    def __init__(self, patterns: Patterns) -> None:
        """Read rules, word lists and guards; PatternError where a rule names none of them."""
        self._classes = WordClasses(patterns)
        macros = self._classes.macros
        rules = patterns.rules("dates", keys=("reads", "guard"), macros=macros)
        self._rules = [rule for rule in rules if rule.regex is not None]
        self._fiscal_start: dict[str, int] = patterns.table("dates").get("fiscal_start", {})
        self._guards = _guards(patterns)
        self._function_words = frozenset(patterns.table("dates")["lists"]["function_words"])
        for rule in self._rules:
            if rule.more.get("guard", "year") not in self._guards or "reads" not in rule.more:
                raise PatternError(
                    f"patterns/dates.toml: rule '{rule.name}': no such guard, or no 'reads'"
                )
        self._starts: set[str] = set()  # a class or two with which dates start
        self._grammars = self._by_first_class()
        self._first = re.compile(f"[{''.join(self._grammars)}]")

    def _by_first_class(self) -> dict[str, _Grammar]:
        """For each class the rules that can start with it: tried are these only."""
        rules_of: dict[str, list[Rule]] = {}
        for rule in self._rules:
            assert rule.regex is not None
            pairs = first_pairs(rule.regex.pattern)
            self._starts |= pairs
            for letter in sorted({pair[0] for pair in pairs}):
                rules_of.setdefault(letter, []).append(rule)
        return {letter: _Grammar(rules) for letter, rules in rules_of.items()}

    def find(self, document: Document) -> list[Span]:
        """The dates of ``document`` by start; ``parts`` hold what ``normalise.dates`` reads."""
        tokens = self._tokens(document)
        points = with_feasts(self._points(tokens), document, tokens, self._function_words)
        if not points:
            return []
        if any(point.reads == "era" for point in points):
            integer = self._classes.macros["INTEGER"]
            points = with_ancient_years(points, tokens, integer, self._function_words)
        points = with_antecedents(points, tokens)
        start = self._fiscal_start.get(document.country or "")
        if start is not None:
            for point in points:
                if any(name.startswith("fiscal") for name in point.values):
                    point.values["fiscal_start"] = start
        lend_years(points, tokens)
        points = pair_weekdays(points, tokens)
        found = merge_ranges(points, tokens)
        spans: list[Span] = []
        memo: dict[str, object] = {}  # what the normaliser works out once for the whole document
        for number, (first, last) in enumerate(found):
            parts = {
                "reads": first.reads,
                "values": first.values,
                "tokens": tokens,
                "token": first.start,
                "spans": spans,
                "number": number,
                "memo": memo,
            }
            if last is not first:
                parts["until_reads"], parts["until"] = last.reads, last.values
            spans.append(
                Span(
                    start=tokens.start(first.start) + first.trim,
                    end=tokens.end(last.end - 1) - last.trim_end,
                    type="date",
                    rule=first.rule if last is first else "range",
                    parts=parts,
                )
            )
        return spans

    def _tokens(self, document: Document) -> Tokens:
        return Tokens(document, self._classes.of(document.words), DOUBLE_BLANK)

    def _points(self, tokens: Tokens) -> list[Point]:
        classes, starts = tokens.classes, self._starts
        points: list[Point] = []
        done = 0
        for first in self._first.finditer(classes):
            at = first.start()
            if at < done or not (classes[at] in starts or classes[at : at + 2] in starts):
                continue
            new = self._points_at(at, tokens)
            if new:
                points.extend(new)
                done = max(point.end for point in new)
        return points

    def _points_at(self, at: int, tokens: Tokens) -> list[Point]:
        """The points of the first rule that fits at token ``at`` and whose guard agrees."""
        grammar = self._grammars[tokens.classes[at]]
        tried = 0
        while (found := grammar.match(tokens.classes, at, tried)) is not None:
            rule, tried = found
            points = self._apply(rule, tokens, at)
            if points:
                return points
        return []

    def _apply(self, rule: Rule, tokens: Tokens, at: int) -> list[Point]:
        """The points that ``rule`` gives at token ``at``, none where its guard says no."""
        assert rule.regex is not None
        match = rule.regex.match(tokens.classes, at)
        if match is None:
            return []
        values = {
            name: self._classes.read(tokens.norms(match.start(name), match.end(name)))
            for name, text in match.groupdict().items()
            if text is not None
        }
        point = Point(at, match.end(), rule.name, rule.more["reads"], values)
        guard = rule.more.get("guard")
        return [point] if guard is None else self._guards[guard](point, match, tokens)


def _guards(patterns: Patterns) -> dict[str, Guard]:
    lists = patterns.table("dates").get("lists", {})
    parts = PartGuards(lists)
    return {
        **Guards(lists).by_name,
        **DayGuards(lists).by_name,
        "part-list": parts.part_list,
        "part": parts.part,
        "relative": parts.relative,
        "edge-unit": parts.edge_unit,
        "years": parts.years,
    }


def _as_alternative(rule: Rule) -> str:
    """The rule's pattern as one capturing group without groups of its own."""
    assert rule.regex is not None
    return "(" + re.sub(r"\(\?P<[a-z_0-9]+>", "(?:", rule.regex.pattern) + ")"
