"""gunicorn for a larger office, behind a proxy: ``gunicorn --config deploy/gunicorn.conf.py``.

Threads, since a page waits for the database more than it computes; processes, for the cores. What a worker
process counts for /metrics it shares with the others through files in PROMETHEUS_MULTIPROC_DIR.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

COUNTS = "PROMETHEUS_MULTIPROC_DIR"
MORE_THAN_AN_UPLOAD_TAKES = 120  # seconds without a word from a process, after which it is replaced
DRAIN = 60  # seconds that requests have to end when the server is told to

wsgi_app = "answerable.config.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = MORE_THAN_AN_UPLOAD_TAKES
graceful_timeout = DRAIN
keepalive = 75  # longer than the proxy keeps a connection (60): it never sends into one that is being closed
max_requests, max_requests_jitter = 10_000, 1_000  # so that no leak adds up
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  a sign of life that waits for no disk
limit_request_line = 8190
accesslog = None  # every request has its line from the application (docs/reference/logs.md)

_counts = Path(os.environ.get(COUNTS) or tempfile.mkdtemp(prefix="answerable-counts-"))
os.environ[COUNTS] = str(_counts)

logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "answerable.upkeep.logs.formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
    "loggers": {"gunicorn.error": {"handlers": [], "propagate": True}},
}


def on_starting(server: Any) -> None:
    """What the processes of an earlier server counted is theirs."""
    _counts.mkdir(parents=True, exist_ok=True)
    for file in _counts.glob("*.db"):
        file.unlink()


def child_exit(server: Any, worker: Any) -> None:
    """A process that is gone has no live figures any more."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)
