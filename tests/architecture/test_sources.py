"""What holds for every file that is kept."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MOST_LINES = 400
MOST_FUNCTION_LINES = 60

# Put together from pieces, so that this file does not hold what it looks for.
_REGISTRIES = "|".join(["py" + "pi", "npm" + "js", "python" + "hosted"])
_REGISTRY = re.compile(rf"//[\w.-]*(?:{_REGISTRIES})", re.IGNORECASE)
_MACHINE = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + "me", "Us" + "ers"]) + r")/\w"
)


@cache
def tracked() -> dict[str, str]:
    """Every text file that git keeps and that is there, by its path."""
    names = subprocess.run(
        ["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    texts = {}
    for name in names:
        path = CHECKOUT / name
        content = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in content:
            texts[name] = content.decode("utf-8", "replace")
    return texts


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _modules() -> dict[str, str]:
    return {
        name: text
        for name, text in tracked().items()
        if name.endswith(".py") and "/migrations/" not in name and not name.startswith("tests/")
    }


def test_no_file_names_a_package_registry() -> None:
    assert _lines_with(_REGISTRY) == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert _lines_with(_MACHINE) == []


def test_every_locked_requirement_has_hashes_and_no_address() -> None:
    for path in sorted(CHECKOUT.glob("requirements*.txt")):
        text = path.read_text("utf-8")
        assert "://" not in text, path.name
        assert not re.search(r"^\s*--(?:index|extra-index|find-links|trusted)", text, re.MULTILINE), path.name
        pinned = re.findall(r"^\S+==.*(?:\n +--hash.*)*", text, re.MULTILINE)
        assert pinned, path.name
        assert [one for one in pinned if "--hash=sha256:" not in one] == [], path.name


def test_every_locked_npm_package_has_a_hash_and_no_address() -> None:
    text = (CHECKOUT / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    assert text.count('"integrity"') == text.count('"node_modules/')


def test_locks_hold_every_dependency() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    wanted = {"requirements.txt": project["project"]["dependencies"]}
    groups = project["dependency-groups"]
    wanted |= {f"requirements-{name}.txt": groups[name] for name in groups}
    for lock, requirements in wanted.items():
        locked = set(
            re.findall(r"^([\w.-]+)(?:\[\w+\])?==", (CHECKOUT / lock).read_text("utf-8"), re.MULTILINE)
        )
        names = {re.split(r"[\[<>=]", one)[0] for one in requirements if isinstance(one, str)}
        assert names - locked == set(), f"{lock} is not as pyproject.toml says: make lock"


def test_every_dependency_says_why() -> None:
    inside = False
    silent = []
    for line in (CHECKOUT / "pyproject.toml").read_text("utf-8").splitlines():
        inside = bool(re.match(r"(dependencies|dev|build|node) = \[", line)) or (inside and line != "]")
        if inside and line.startswith('  "') and not re.search(r"# \w", line):
            silent.append(line.strip())
    assert silent == []


def test_files_are_small() -> None:
    sizes = {name: text.count("\n") for name, text in _modules().items()}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES} == {}


def test_functions_are_short() -> None:
    long = []
    for name, text in _modules().items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    long.append(f"{name}:{node.lineno} {node.name}: {lines}")
    assert long == []


def test_writes_are_explicit() -> None:
    """No signals, no ``save()`` of its own, no user kept in a thread: see docs/adr/0001."""
    banned = {"django.db.models.signals", "django.dispatch", "threading.local", "contextvars"}
    found = []
    for name, text in _modules().items():
        if not name.startswith("src/"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and node.module in banned:
                found.append(f"{name}:{node.lineno} {node.module}")
            if isinstance(node, ast.FunctionDef) and node.name == "save" and "form" not in name:
                found.append(f"{name}:{node.lineno} save()")
    assert found == []


@pytest.mark.parametrize("name", ["run", "test", "bench", "lint", "accuracy", "lock", "format"])
def test_make_has(name: str) -> None:
    makefile = tracked()["Makefile"]
    assert re.search(rf"^{name}:", makefile, re.MULTILINE)


def test_ci_runs_the_linters_and_the_tests() -> None:
    script = tracked()[".ci/run"]
    assert "make lint" in script
    assert "make test" in script
