"""The layering of docs/explanation/layout.md, as contracts in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]


def test_every_contract_is_kept() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_slice_is_under_contract() -> None:
    """A folder with tables is a slice, so the layers inside a slice are held in it."""
    slices = {path.parent.name for path in (CHECKOUT / "src" / "answerable").glob("*/models.py")}
    held = {
        name.split(".")[1] for contract in CONTRACTS for name in contract.get("containers", []) if "." in name
    }
    assert slices - held == set()


def test_no_module_may_be_left_out() -> None:
    assert CONTRACTS[0]["exhaustive"] is True
