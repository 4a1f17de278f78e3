"""What a web process counts of its requests, in prometheus-client's registry.

Several processes on a node count together where PROMETHEUS_MULTIPROC_DIR names a folder, as
deploy/gunicorn.conf.py does.
"""

from __future__ import annotations

from prometheus_client import Counter, Histogram

METHODS = frozenset({"GET", "HEAD", "POST"})
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds: a page, a search, an upload

REQUESTS = Counter(
    "answerable_requests", "Requests, by the name of the view and the status", ["view", "method", "status"]
)
DURATIONS = Histogram("answerable_request_seconds", "Seconds that a request took", ["view"], buckets=BOUNDS)


def counted(view: str, method: str, status: int, seconds: float) -> None:
    """Count one request."""
    REQUESTS.labels(view, method if method in METHODS else "other", str(status)).inc()
    DURATIONS.labels(view).observe(seconds)
