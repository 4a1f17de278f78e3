"""Takes each guard away, one at a time, in a copy of the code, and sees that a test fails.

    python tools/guards.py [NAME …]

Prints a row for each guard; exits with 1 where no test noticed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.guarding.guards import GUARDS, Guard  # noqa: E402  the checkout is put on the path first

FAILED = re.compile(r"^\d+ failed", re.MULTILINE)
COPIED = ("src", "tests", "tools", "docs", "sample", "pyproject.toml")


def main(names: list[str]) -> int:
    chosen = [guard for guard in GUARDS if not names or guard.name in names]
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="answerable-guards-") as folder:
        copy = Path(folder)
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
        for guard in chosen:
            noticed = without(guard, copy)
            unnoticed += not noticed
            sys.stdout.write(f"{'noticed' if noticed else 'NOT NOTICED':12} {guard.name}\n")
            sys.stdout.flush()
    return 1 if unnoticed else 0


def without(guard: Guard, copy: Path) -> bool:
    """Does a test fail once the guard is gone?"""
    path = copy / guard.file
    text = path.read_text("utf-8")
    if text.count(guard.here) != 1:
        sys.stdout.write(f"{guard.name}: stands {text.count(guard.here)} times in {guard.file}\n")
        return False
    path.write_text(text.replace(guard.here, guard.gone), "utf-8")
    try:
        return _tests_fail(guard, copy)
    finally:
        path.write_text(text, "utf-8")


def _tests_fail(guard: Guard, copy: Path) -> bool:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "2", "-p", "no:cacheprovider", *guard.tests]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return bool(FAILED.search(done.stdout))  # a run that did not come to its tests is no answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
