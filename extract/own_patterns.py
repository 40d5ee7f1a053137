"""A user's own folder of patterns, laid over the built-in one.

Each file of the folder has the path of a built-in one and says what is other or more:

- a lexicon's rows are added; where a row has the same ``term`` cell as built-in ones, it takes
  their place. A first line ``# replace`` makes it stand for the whole built-in file.
- in a TOML file a key replaces the built-in one, ``"KEY+"`` adds words or items to it; tables are
  merged in the same way. A rule replaces the built-in rule of its name, else comes after the
  built-in ones. ``replace = true`` at the top makes it stand for the whole built-in file.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

REPLACE = "replace"


class OwnPatternsError(ValueError):
    """A file of the folder cannot be laid over the built-in one; the message says why."""


def stray_files(own: Path, built_in: Path) -> list[str]:
    """The rule and lexicon files of ``own`` that no built-in file is called, sorted."""
    files = (path for ending in ("*.toml", "*.csv") for path in own.rglob(ending))
    names = (path.relative_to(own) for path in files)
    return sorted(name.as_posix() for name in names if not (built_in / name).is_file())


def lay_rows(
    own: Iterable[Mapping[str, str]], built_in: Iterable[Mapping[str, str]]
) -> tuple[Mapping[str, str], ...]:
    """The rows of both, the user's first; built-in ones whose ``term`` the user has are dropped.

    >>> lay_rows([{"term": "a", "kind": "x"}], [{"term": "a", "kind": "y"}, {"term": "b"}])
    ({'term': 'a', 'kind': 'x'}, {'term': 'b'})
    """
    own = tuple(own)
    terms = {row["term"] for row in own}
    return (*own, *(row for row in built_in if row["term"] not in terms))


def lay_table(own: Mapping[str, Any], built_in: Mapping[str, Any]) -> dict[str, Any]:
    """The built-in table with the user's keys laid over it; raises OwnPatternsError.

    >>> lay_table({"P+": "alcalde", "B": ["x"]}, {"P": "mayor governor", "B": ["y"], "C": 1})
    {'P': 'mayor governor alcalde', 'B': ['x'], 'C': 1}
    """
    laid = dict(built_in)
    for key, value in own.items():
        if key == "rule":
            laid[key] = _lay_rules(value, built_in.get(key, ()))
        elif key.endswith("+"):
            laid[key[:-1]] = _add(key, value, built_in.get(key[:-1]))
        elif isinstance(value, Mapping) and isinstance(built_in.get(key), Mapping):
            laid[key] = lay_table(value, built_in[key])
        else:
            laid[key] = value
    return laid


def _add(key: str, more: Any, known: Any) -> Any:
    if isinstance(more, str) and isinstance(known, str):
        return f"{known} {more}"
    if isinstance(more, list) and isinstance(known, list):
        return [*known, *more]
    kind = "a string of words" if isinstance(known, str) else "a list"
    raise OwnPatternsError(
        f"{key!r} must be {kind}"
        if isinstance(known, str | list)
        else f"{key!r} adds to no built-in key"
    )


def _lay_rules(own: list[Mapping[str, Any]], built_in: Iterable[Mapping[str, Any]]) -> list[Any]:
    by_name = {rule.get("name"): rule for rule in own}
    known = [by_name.get(rule["name"], rule) for rule in built_in]
    names = {rule.get("name") for rule in known}
    return [*known, *(rule for rule in own if rule.get("name") not in names)]
