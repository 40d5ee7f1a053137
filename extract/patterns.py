"""Loads and checks ``patterns/``: rules (TOML) and lexicons (CSV).

A rule file is ``patterns/NAME.toml``: a list of ``[[rule]]`` tables, each with a ``name``,
usually a ``pattern`` (a regular expression), at least one ``example`` (text it must match, what
it must give) and one ``not`` (text it must leave alone). A lexicon is
``patterns/lexicons/LABEL.csv``: its first column, ``term``, holds one or several surface forms
divided by ``|``; other columns are what is known of them. A user's folder is laid over the
built-in one, see ``own_patterns``.
"""

import csv
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extract.own_patterns import REPLACE, OwnPatternsError, lay_rows, lay_table, stray_files

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
    """All rules and lexicons; each file is read once, when first asked for.

    Those of the built-in directory, and laid over them those of ``own``, a user's folder.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._built_in = default_directory()
        self._own = own
        if own is not None:
            if not own.is_dir():
                raise PatternError(f"{own}: no such folder of patterns")
            for name in stray_files(own, self._built_in):
                raise PatternError(f"{own / name}: no file of patterns is called so")
        self._tables: dict[str, Mapping[str, Any]] = {}
        self._lexicons: dict[str, tuple[Row, ...]] = {}

    def table(self, name: str) -> Mapping[str, Any]:
        """The whole TOML file ``NAME.toml``: word lists and macros beside its rules."""
        if name not in self._tables:
            self._tables[name] = self._laid_table(name)
        return self._tables[name]

    def _laid_table(self, name: str) -> Mapping[str, Any]:
        own = self._own_file(f"{name}.toml")
        table = _read_table(own) if own else {}
        if own is None or not table.pop(REPLACE, False):
            built_in = _read_table(self._built_in / f"{name}.toml")
            try:
                table = lay_table(table, built_in)
            except OwnPatternsError as error:
                raise PatternError(f"{own}: {error}") from None
        return table

    def _own_file(self, name: str) -> Path | None:
        path = self._own / name if self._own is not None else None
        return path if path is not None and path.is_file() else None

    def rules(
        self, name: str, keys: Iterable[str] = (), macros: Mapping[str, str] | None = None
    ) -> tuple[Rule, ...]:
        """The rules of ``NAME.toml`` in file order.

        ``keys`` are the further keys that a rule of this file may have. ``<NAME>`` in a pattern is
        replaced by the macro of that name: those given here, and the file's own ``[macros]``.
        """
        path = self._own_file(f"{name}.toml") or self._built_in / f"{name}.toml"
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
        return tuple(sorted(path.stem for path in self._built_in.glob("*.toml")))

    def lexicon(self, label: str) -> tuple[Row, ...]:
        """The rows of ``lexicons/LABEL.csv`` without the lines that start with ``#`` (sources)."""
        if label not in self._lexicons:
            self._lexicons[label] = self._laid_rows(f"lexicons/{label}.csv")
        return self._lexicons[label]

    def _laid_rows(self, name: str) -> tuple[Row, ...]:
        own = self._own_file(name)
        built_in = self._built_in / name
        if own is None:
            return _read_lexicon(built_in)
        rows = _read_lexicon(own)
        if _first_line(own) == f"# {REPLACE}":
            return rows
        known = _read_lexicon(built_in)
        if rows and rows[0].keys() != known[0].keys():
            raise PatternError(f"{own}: the columns must be {','.join(known[0])}")
        return lay_rows(rows, known)


@functools.cache
def load(own: Path | None = None) -> Patterns:
    """The built-in patterns with those of the folder ``own`` laid over them, loaded once."""
    return Patterns(own)


def _read_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PatternError(f"{path}: no such file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternError(f"{path}: {error}") from None


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


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as file:
        return file.readline().strip()


def _read_lexicon(path: Path) -> tuple[Row, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise PatternError(f"{path}: no such file") from None
    except UnicodeDecodeError as error:
        raise PatternError(f"{path}: {error}") from None
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
