"""What the bench times inside of the product is still there, under the name that it is called by."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "tools" / "benching" / "publication_publishing.py"


def steps() -> dict[str, str]:
    """STEPS as it is written: the script itself sets up a record of its own when it is imported."""
    for node in ast.parse(SOURCE.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "STEPS":
            found: dict[str, str] = ast.literal_eval(node.value)
            return found
    raise LookupError("STEPS")


@pytest.mark.parametrize("path", steps().values())
def test_what_is_timed_is_there(path: str) -> None:
    module, _, function = path.rpartition(".")
    assert callable(getattr(import_module(module), function))
