"""Programs that readers may call (LibreOffice, Tesseract): found by name, limited, killed when they hang."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

CPU_SECONDS = 120
"""Processor time of one call; conversion of long minutes takes ten seconds."""
LARGEST_FILE = 512 * 1024 * 1024
"""Bytes that a program may write to one file."""


def find(*names: str) -> str | None:
    """The path of the first of the programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def run(command: Sequence[str], *, folder: Path, seconds: float, memory: int) -> bool:
    """Run a program in ``folder`` for at most ``seconds``; say whether it ended well.

    It sees no environment but its path and gets a session of its own, so that all that it starts can be
    killed with it. ``memory`` limits the bytes of its data. Raises TimeoutError.
    """
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",  # LibreOffice without a display
        "OMP_THREAD_LIMIT": "1",  # Tesseract's threads cost more than they gain
    }
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_limiter(memory),
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it left running."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _least(most: int, hard: int) -> int:
    return most if hard < 0 else min(most, hard)  # a negative limit is none


def _limiter(memory: int) -> Callable[[], None] | None:
    if sys.platform == "win32":
        return None
    import resource

    def limit() -> None:
        for which, most in (
            (resource.RLIMIT_AS, None),  # LibreOffice maps gigabytes that it never touches
            (resource.RLIMIT_DATA, memory),
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_FSIZE, LARGEST_FILE),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(which)[1]
            resource.setrlimit(which, (hard if most is None else _least(most, hard), hard))

    return limit
