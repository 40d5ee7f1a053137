"""The repository as a whole: nothing of a machine in it, seeds as they came, imports declared."""

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

SEEDS = {
    "000_8c4c2ec297085b6b.txt": "bbd16cc0dc4f57ca98389106e4bf89af3bf3b3aef19b399eccfe5688de11eff4",
    "001_4c1d9aa42b62fcf7.txt": "de7ea6da076276b514d71a1db5be41cf6b07f2bee5125a8582218d246a9cac82",
    "002_540388bee86d548a.txt": "03d19d274c6d54faa3763401c53c5ba7d1f5d78bf2ac567da055e22f9588c789",
    "003_d4afef9b9c1e03bf.txt": "583e9741d85be2961ca6cff7f158b27ba0188d73aff9141d0c18f96fbaca2dfb",
    "004_d2fb3546f3694476.txt": "e543964bb51047643e825c748c1aa80e5b709afe71005393e18f5cd21ac99835",
}

# Put together here, so that this file does not hold what it looks for.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.~-])/" + r"(?:work|tmp|root|home|Users|opt|mnt)/",
            "pypi" + r"\.org|pypi" + r"\.python|files\.python" + "hosted|registry\\.npm" + "js",
            r"localhost:\d|127\.0\.0\.1|index-" + "url|--find-" + "links",
        ]
    )
)


def test_files_are_found():
    assert len(FILES) > 100
    assert ROOT / "README.md" in FILES


def test_nothing_of_a_machine():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in FILES
        if path.exists() and not path.is_relative_to(ROOT / "seeds") and path.suffix != ".png"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert found == []


def test_seeds_are_as_they_came():
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((ROOT / "seeds").iterdir())
    }
    assert found == SEEDS


def imported(folder):
    for path in folder:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield str(node.module).split(".")[0]


def foreign_imports(paths):
    return {name for name in imported(paths) if name not in sys.stdlib_module_names | {"extract"}}


def declared(requirements):
    names = {re.match(r"[\w-]+", line).group().replace("-", "_") for line in requirements}
    return names - {"meeting_extract"}  # an extra made of others


def test_run_time_imports_are_the_declared_dependencies():
    paths = [path for path in (ROOT / "extract").rglob("*.py") if "remake" not in path.parts]
    extras = PROJECT["optional-dependencies"]
    optional = [declared(extras[name]) for name in extras if name not in ("dev", "remake")]
    unseen = {"lxml_html_clean"}  # jusText imports it, which trafilatura imports
    assert foreign_imports(paths) | unseen == declared(PROJECT["dependencies"]).union(*optional)


def test_remake_imports_are_declared():
    needed = foreign_imports((ROOT / "extract" / "remake").glob("*.py"))
    extra = declared(PROJECT["optional-dependencies"]["remake"])
    assert needed - declared(PROJECT["dependencies"]) == extra


def test_constraints_pin_every_declared_package():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    pinned = {line.split("==")[0].replace("-", "_").lower() for line in lines}
    extras = PROJECT["optional-dependencies"].values()
    wanted = declared(PROJECT["dependencies"]).union(*map(declared, extras))
    assert {name.lower() for name in wanted} - pinned == set()
