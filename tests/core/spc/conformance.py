"""Conformance cases of the reference implementations, where the folder with them lies beside the checkout."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import os
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[3]
LINE = re.compile(r"(\S+) +(\d+) of +(\d+)")
"""What compare.py prints of a group: its name, how many cases passed, and how many there are."""


def folder() -> Path:
    """The folder of the cases; the test is skipped where it is not."""
    found = Path(os.environ.get("ANSWERABLE_SPC") or CHECKOUT.parent / "shared" / "spc")
    if not (found / "compare.py").is_file():
        pytest.skip("the conformance cases are not here (ANSWERABLE_SPC)")
    return found


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder() / f"{name}.json").read_text("utf-8"))
    return found


def ours() -> ModuleType:
    """``tools/spc_results.py``"""
    return _module(CHECKOUT / "tools" / "spc_results.py")


def told(name: str, *options: str) -> str:
    """What our results print."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        ours().main([str(folder() / f"{name}.json"), *options])
    return out.getvalue()


def passed(name: str, where: Path, *options: str) -> dict[str, tuple[int, int]]:
    """By group of cases: how many passed, of how many; ``--reference`` against the reference alone."""
    results = where / f"{name}.json"
    results.write_text(told(name, *options), "utf-8")
    strict = ["--strict"] if "--reference" in options else []
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        _module(folder() / "compare.py").main([str(folder() / f"{name}.json"), str(results), *strict])
    return {
        group: (int(good), int(every))
        for group, good, every in LINE.findall(out.getvalue())
        if group != "total"
    }


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"conformance_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made
