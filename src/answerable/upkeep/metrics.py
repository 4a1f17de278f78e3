"""Figures for whoever watches the machine, in Prometheus' format.

What a process counts comes from its registry (of all processes of the node where they count together); what
the database knows is asked for when somebody looks, so it is the same on every node.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Max, Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from answerable.audit.models import Event
from answerable.upkeep import jobs
from answerable.upkeep.last_backup import last_backup

TOGETHER = "PROMETHEUS_MULTIPROC_DIR"


def exposition() -> bytes:
    """All figures, as text."""
    figures = CollectorRegistry()
    if os.environ.get(TOGETHER):
        MultiProcessCollector(figures)  # type: ignore[no-untyped-call]
        counted = b""
    else:
        counted = generate_latest(REGISTRY)
    figures.register(FromDatabase())
    return counted + generate_latest(figures)


class FromDatabase(Collector):
    """Jobs, workers, the audit trail and the last backup, as they are now."""

    def collect(self) -> Iterator[Metric]:
        now = timezone.now()
        yield from _jobs(now)
        yield _gauge("answerable_workers", "Workers that show signs of life", jobs.living().count())
        yield _gauge(
            "answerable_audit_sequence", "Number of the newest event of the audit trail", _newest_event()
        )
        made = last_backup()
        if made is not None:
            yield _gauge("answerable_backup_age_seconds", "Age of the newest backup", _age(made, now))


def _jobs(now: datetime) -> Iterator[Metric]:
    counts = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    states = GaugeMetricFamily("answerable_jobs", "Jobs by state", labels=["state"])
    for state, status in (("waiting", jobs.READY), ("running", jobs.RUNNING), ("failed", jobs.FAILED)):
        states.add_metric([state], counts.get(status, 0))
    yield states
    waiting = DBTaskResult.objects.filter(status=jobs.READY).order_by()
    oldest = waiting.aggregate(first=Min("enqueued_at"))["first"]
    age = _age(oldest, now) if oldest else 0.0
    yield _gauge("answerable_oldest_job_seconds", "How long the oldest job has been waiting", age)


def _newest_event() -> int:
    return Event.objects.aggregate(last=Max("pk"))["last"] or 0


def _age(then: datetime, now: datetime) -> float:
    return max((now - then).total_seconds(), 0.0)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)
