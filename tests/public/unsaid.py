"""Finds words in Python files of the public side that no translator could reach."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.words import ALONE, PLURAL, SINGLE, TABLES

WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|^[A-Z][a-z]+$|^\s?[a-z]+ $")
"""Two words beside each other, or one with a capital letter."""
NO_WORDS = re.compile(r'[;="\\]|^-|\n$|^(Link|Vary|Location|Expires)$')
"""Headers, types and patterns."""
SAID = SINGLE | PLURAL | {"said"}
OURS = frozenset({"HEAD", "WHOSE", "ORDER"})
"""Columns and words of data, which is told in one language so that programs find it again; keys."""
KEPT = {
    "api": "its description and its problems are told to programs, in English",
    "data/dumping.py": "an error that whoever runs it reads",
    "data/packing.py": "the text file beside the data, in English as the data's columns are",
    "management": "an error that whoever runs it reads",
    "edition/making.py": "an error that whoever runs it reads",
}
"""What stays in English, and why."""


def unsaid(file: Path, public: Path) -> list[str]:
    """Words of a file that stand outside of ``_()``, and in no table that ``make words`` reads."""
    within = str(file.relative_to(public))
    if any(within == one or within.startswith(f"{one}/") for one in KEPT):
        return []
    dotted = "answerable.public." + within.removesuffix(".py").replace("/", ".")
    named = {one.partition(":")[2] for one in (*TABLES, *ALONE) if one.startswith(f"{dotted}:")}
    return list(_found(ast.parse(file.read_text()), named | OURS))


def _found(node: ast.AST, tables: frozenset[str] | set[str]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if WORDS.search(node.value) and not NO_WORDS.search(node.value):
            yield node.value
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # what a docstring says
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and _target(node) in tables:
        return
    elif isinstance(node, ast.Call) and _called(node) in SAID:
        for one in node.keywords:
            yield from _found(one, tables)
    elif isinstance(node, (ast.Assert, ast.arg)):
        return  # nobody reads it on a page
    else:
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.AnnAssign) and child is node.annotation):
                yield from _found(child, tables)


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    first = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return first.id if isinstance(first, ast.Name) else ""


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
