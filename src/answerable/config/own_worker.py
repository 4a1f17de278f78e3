"""The worker of `answerable serve`: a process of its own, started again when it dies, gone with the site."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from types import TracebackType

LOOK = 0.5  # seconds between two looks at whether it lives
AGAIN = 2.0  # seconds until a worker that died is started again: one that cannot start does not eat a core
PATIENCE = 30.0  # seconds that it has for the file at hand; it is given back to the next one after that


class OwnWorker:
    """A context: the worker runs while it lasts.

    It has a session of its own, so that Ctrl+C reaches the server only, which then tells it; where the
    server is killed, it finds out by itself (``--parent``).
    """

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._keep_alive, daemon=True)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> OwnWorker:
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._ended.set()
        self._watch.join()
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def _keep_alive(self) -> None:
        while not self._ended.is_set():
            if self._process is None or self._process.poll() is not None:
                if self._process is not None:
                    time.sleep(AGAIN)
                self._start()
            self._ended.wait(LOOK)

    def _start(self) -> None:
        if not self._ended.is_set():
            self._process = subprocess.Popen(
                [sys.executable, "-m", "django", "worker", "--parent", str(os.getpid())],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
