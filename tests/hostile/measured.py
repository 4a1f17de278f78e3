"""A process that imports files as a worker does and says what each cost it: run by the tests.

``python -m tests.hostile.measured`` takes paths, a line of JSON each, and answers each with a line of JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from answerable.intake.reading import ReadMinutes, read_file
from answerable.readers.child import Child

MB = 2**20


def peak(pid: int | str = "self") -> int:
    """The most memory that a process has held, in bytes (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) * 1024


def forget_peak() -> None:
    """Count the peak from now on (Linux: 5 written to clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def main() -> None:
    """Answer until there is no further line."""
    child = Child()
    child.start()
    before = peak()  # all growth is counted from here, what Python keeps for later included
    for line in sys.stdin:
        forget_peak()
        answer = _answer(Path(json.loads(line)), child)
        answer["grown"] = max(peak() - before, 0) / MB
        answer["child"] = _child_peak(child)
        print(json.dumps(answer), flush=True)
    child.close()


def _answer(path: Path, child: Child) -> dict[str, Any]:
    found = read_file(path, child, ())
    if isinstance(found, ReadMinutes):
        codes = sorted({warning["code"] for warning in found.checked.record["warnings"]})
        text = found.text if len(found.text) < MB else found.text[:MB]
        return {"refused": "", "text": text, "warnings": codes}
    return {"refused": getattr(found, "reason", ""), "text": "", "warnings": []}


def _child_peak(child: Child) -> float:
    """What the child held at most since it was started, in MB; 0 where it was ended."""
    process = child._process
    try:
        return 0.0 if process is None else peak(process.pid) / MB
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
