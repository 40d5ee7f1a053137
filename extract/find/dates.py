"""Finds dates: the rules of ``patterns/dates.toml``, tried at each possible first token."""

from extract.document import Document
from extract.find.date_ancient import with_ancient_years
from extract.find.date_counted import with_antecedents
from extract.find.date_day_guards import DayGuards
from extract.find.date_feasts import with_feasts
from extract.find.date_grammar import Fit, Grammar, Match
from extract.find.date_guards import Guard, Guards
from extract.find.date_part_guards import PartGuards
from extract.find.date_points import Point, Tokens
from extract.find.date_ranges import lend_years, merge_ranges, pair_weekdays
from extract.find.date_words import DOUBLE_BLANK
from extract.letters import letter_tables
from extract.patterns import PatternError, Patterns
from extract.span import Span


class Dates:
    """Finder of dates."""

    def __init__(self, patterns: Patterns) -> None:
        """Read rules, word lists and guards; PatternError where a rule names none of them."""
        self._classes = letter_tables(patterns).dates
        macros = self._classes.macros
        rules = patterns.rules("dates", keys=("reads", "guard"), macros=macros)
        self._fiscal_start: dict[str, int] = patterns.table("dates").get("fiscal_start", {})
        self._guards = _guards(patterns)
        self._function_words = frozenset(patterns.table("dates")["lists"]["function_words"])
        for rule in rules:
            if rule.regex is None:
                continue
            if rule.more.get("guard", "year") not in self._guards or "reads" not in rule.more:
                raise PatternError(
                    f"patterns/dates.toml: rule '{rule.name}': no such guard, or no 'reads'"
                )
        self._grammar = Grammar(rules)

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
        return Tokens(document, document.letters["dates"], DOUBLE_BLANK)

    def _points(self, tokens: Tokens) -> list[Point]:
        classes, fits, starts = tokens.classes, self._grammar.fits, self._grammar.starts
        points: list[Point] = []
        done = 0
        for first in self._grammar.first.finditer(classes):
            at = first.start()
            if at < done or not (classes[at] in starts or classes[at : at + 2] in starts):
                continue
            for fit in fits(classes, at):
                new = self._apply(fit, tokens, at)
                if new:
                    points.extend(new)
                    done = max(point.end for point in new)
                    break
        return points

    def _apply(self, fit: Fit, tokens: Tokens, at: int) -> list[Point]:
        """The points that a rule gives at token ``at``, none where its guard says no."""
        read = self._classes.read
        values = {
            name: read(tokens.norms(at + start, at + end))
            for name, (start, end) in fit.groups.items()
        }
        more = fit.rule.more
        point = Point(at, at + fit.end, fit.rule.name, more["reads"], values)
        guard = more.get("guard")
        return (
            [point] if guard is None else self._guards[guard](point, Match(at, fit.groups), tokens)
        )


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
