"""Plants every leak, one at a time, and sees that a check notices; walks at random for longer than CI.

    python tools/leaks.py [NAME …]

Names are those of the reference page "Leaks"; with names nothing but these leaks is planted. Prints what
pytest prints; exits with 1 where a leak was not noticed or something was found that is not public.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLANTED = "tests/leaks/test_planted.py"
WALKS = "60"
"""Random walks, where CI takes a few."""


def main(names: list[str]) -> int:
    environment = {**os.environ, "LEAKS_PLANTED": "all", "LEAKS_WALKS": WALKS}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "pytest", "-v", "--tb=short", "--show-capture=no"]
    if names:
        command += [f"{PLANTED}::test_a_planted_leak_is_noticed[{name}]" for name in names]
    else:
        command += ["tests/leaks", "tests/publishing/test_walk.py"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
