"""Loads and checks ``patterns/``: rules (TOML) and lexicons (CSV).

A rule file is ``patterns/NAME.toml``: a list of ``[[rule]]`` tables, each with a ``name``,
usually a ``pattern`` (a regular expression), at least one ``example`` (text it must match, what
it must give) and one ``not`` (text it must leave alone). A lexicon is
``patterns/lexicons/LABEL.csv``: its first column, ``term``, holds one or several surface forms
divided by ``|``; other columns are what is known of them.
"""

import csv
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Row = Mapping[str, str]


class PatternError(ValueError):
    """A file of ``patterns/`` is wrong; the message names the file, the rule and the cause."""


class Rule(NamedTuple):
    """A checked rule: name, compiled pattern (None if code carries it out), other keys."""

    name: str
    regex: re.Pattern[str] | None
    examples: tuple[Mapping[str, Any], ...]
    counter_examples: tuple[str, ...]
    more: Mapping[str, Any]


def default_directory() -> Path:
    """Where the built-in patterns are: in the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_patterns"
    return installed if installed.is_dir() else package.parent / "patterns"


class Patterns:
    """All rules and lexicons of one directory; each file is read once, when first asked for."""

    def __init__(self, directory: Path) -> None:
        if not directory.is_dir():
            raise PatternError(f"{directory}: no such folder of patterns")
        self.directory = directory
        self._tables: dict[str, Mapping[str, Any]] = {}
        self._lexicons: dict[str, tuple[Row, ...]] = {}

    def table(self, name: str) -> Mapping[str, Any]:
        """The whole TOML file ``NAME.toml``: word lists and macros beside its rules."""
        if name not in self._tables:
            path = self.directory / f"{name}.toml"
            try:
                self._tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                raise PatternError(f"{path}: no such file") from None
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise PatternError(f"{path}: {error}") from None
        return self._tables[name]

    def rules(
        self, name: str, keys: Iterable[str] = (), macros: Mapping[str, str] | None = None
    ) -> tuple[Rule, ...]:
        """The rules of ``NAME.toml`` in file order.

        ``keys`` are the further keys that a rule of this file may have. ``<NAME>`` in a pattern is
        replaced by the macro of that name: those given here, and the file's own ``[macros]``.
        """
        path = self.directory / f"{name}.toml"
        table = self.table(name)
        known = {*(macros or {}), *table.get("macros", {})}
        texts = {**(macros or {}), **table.get("macros", {})}
        seen: set[str] = set()
        rules = []
        for raw in table.get("rule", ()):
            rules.append(_check_rule(path, raw, {*keys}, texts, known))
            if rules[-1].name in seen:
                raise PatternError(f"{path}: rule '{rules[-1].name}': the name stands twice")
            seen.add(rules[-1].name)
        if not rules:
            raise PatternError(f"{path}: no [[rule]] in it")
        return tuple(rules)

    def rule_files(self) -> tuple[str, ...]:
        """The names of all rule files, sorted."""
        return tuple(sorted(path.stem for path in self.directory.glob("*.toml")))

    def lexicon(self, label: str) -> tuple[Row, ...]:
        """The rows of ``lexicons/LABEL.csv`` without the lines that start with ``#`` (sources)."""
        if label not in self._lexicons:
            self._lexicons[label] = _read_lexicon(self.directory / "lexicons" / f"{label}.csv")
        return self._lexicons[label]


@functools.cache
def load(directory: Path | None = None) -> Patterns:
    """The patterns of ``directory`` (by default the built-in ones), loaded once."""
    return Patterns(directory or default_directory())


def _check_rule(
    path: Path, raw: Mapping[str, Any], keys: set[str], macros: Mapping[str, str], known: set[str]
) -> Rule:
    name = raw.get("name")
    if not isinstance(name, str) or not name:
        raise PatternError(f"{path}: a rule without a name: {dict(raw)!r}")
    where = f"{path}: rule '{name}'"
    unknown = set(raw) - {"name", "pattern", "example", "not"} - keys
    if unknown:
        raise PatternError(f"{where}: unknown key {sorted(unknown)[0]!r}")
    examples, counter_examples = raw.get("example", ()), raw.get("not", ())
    if not examples:
        raise PatternError(f"{where}: no 'example'")
    if not counter_examples:
        raise PatternError(f"{where}: no 'not'")
    for example in examples:
        if "text" not in example or "mention" not in example:
            raise PatternError(f"{where}: an example needs 'text' and 'mention': {example!r}")
    regex = None
    if "pattern" in raw:
        pattern = expand(raw["pattern"], macros, where)
        try:
            regex = re.compile(pattern)
        except re.error as error:
            raise PatternError(f"{where}: bad pattern: {error}") from None
    more = {key: value for key, value in raw.items() if key in keys}
    return Rule(name, regex, tuple(examples), tuple(counter_examples), more)


def expand(pattern: str, macros: Mapping[str, str], where: str) -> str:
    """``pattern`` with each ``<NAME>`` replaced by its macro, to any depth.

    >>> expand("<A>x", {"A": "<B>?", "B": "y"}, "here")
    '(?:(?:y)?)x'
    """
    for _ in range(10):
        replaced = re.sub(
            r"(?<!\?P)<([A-Z][A-Z_0-9]*)>", lambda m: _macro(m.group(1), macros, where), pattern
        )
        if replaced == pattern:
            return pattern
        pattern = replaced
    raise PatternError(f"{where}: macros nested too deep")


def _macro(name: str, macros: Mapping[str, str], where: str) -> str:
    if name not in macros:
        raise PatternError(f"{where}: no macro <{name}>")
    return f"(?:{macros[name]})"


def _read_lexicon(path: Path) -> tuple[Row, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PatternError(f"{path}: no such file") from None
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    reader = csv.DictReader(lines)
    if not reader.fieldnames or reader.fieldnames[0] != "term":
        raise PatternError(f"{path}: the first column must be 'term'")
    rows = []
    for row in reader:
        if None in row or None in row.values() or not row["term"]:
            raise PatternError(f"{path}: not as many cells as columns: {row!r}")
        rows.append(row)
    return tuple(rows)
