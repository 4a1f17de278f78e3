"""The life of a job: taken by a worker, done once, given back when its worker is dead.

django-tasks-db keeps the jobs. What it lacks is here: a worker that is killed leaves its job "running" for
ever. A job is at the worker that it names last; that worker's sign of life is its lease.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from answerable.upkeep.models import WorkerSeen

MOST_TIMES = 25
"""Attempts before a job is put aside as failed: with the waits between them, more than an hour of trouble."""
LONGEST_WAIT = 300  # seconds between two attempts: an office does not wait longer for a database that is back
KEPT = timedelta(days=30)  # how long a job that is done can be looked up
FORGOTTEN = 20  # leases after which a worker that is gone is forgotten

READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, DONE = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL


class KilledItsWorkers(Exception):
    """Why a job failed that was never finished: every worker that took it died."""


def sign_of_life(worker: str) -> None:
    """Renew the lease of whatever the worker holds."""
    WorkerSeen.objects.update_or_create(name=worker, defaults={"at": Now()})


def sign_off(worker: str) -> None:
    WorkerSeen.objects.filter(name=worker).delete()


def take(worker: str) -> DBTaskResult | None:
    """The next job, marked as the worker's; None where there is none. Two workers never take the same."""
    ready = DBTaskResult.objects.ready()
    if not ready.exists():
        return None  # without a lock: on SQLite an idle worker would stop every page for a moment
    with transaction.atomic():
        job = ready.get_locked()
        if job is not None:
            job.claim(worker)
    return job


def done(job: UUID, worker: str, value: object) -> None:
    """Note that a job is done, if it is still the worker's: else it was given back, and is another's."""
    with _held(job, worker) as one:
        if one is not None:
            one.set_successful(value)


def failed(job: UUID, worker: str, error: BaseException) -> None:
    """Put a job that failed back for a later attempt, or aside after the last."""
    with _held(job, worker) as one:
        if one is not None:
            _again(one, error, wait=_wait(len(one.worker_ids)))


def give_back(job: UUID, worker: str) -> None:
    """Put a job back at once, as it was before this worker took it: the worker is told to stop."""
    with _held(job, worker) as one:
        if one is not None:
            one.worker_ids = one.worker_ids[:-1]
            _ready(one)


def give_back_from_the_dead(asking: str = "") -> int:
    """Put back the jobs of workers whose lease is over; returns how many.

    ``asking`` is a worker between two jobs: one that names it was taken or done when the database went away
    before it said so. A sign of life from the future counts as none: the clock was set back, and a living
    worker signs again.
    """
    names = set(living().values_list("name", flat=True)) - {asking}
    held = DBTaskResult.objects.running().values_list("pk", "worker_ids")
    dead = [(key, workers[-1]) for key, workers in held if workers and workers[-1] not in names]
    for key, worker in dead:
        with _held(key, worker) as one:
            if one is not None:
                _again(one, KilledItsWorkers(), wait=0)
    return len(dead)


def living() -> QuerySet[WorkerSeen]:
    """The workers whose lease runs."""
    lease = timedelta(seconds=settings.JOB_LEASE)
    return WorkerSeen.objects.filter(at__gte=Now() - lease, at__lte=Now() + lease)


def forget_old() -> None:
    """Forget workers that are long gone, and jobs that were done long ago."""
    gone = Now() - FORGOTTEN * timedelta(seconds=settings.JOB_LEASE)
    WorkerSeen.objects.filter(at__lt=gone).delete()
    DBTaskResult.objects.successful().filter(finished_at__lt=timezone.now() - KEPT).delete()


def again() -> int:
    """Put every failed job back as if it were new; returns how many."""
    return failed_jobs().update(status=READY, worker_ids=[], run_after=get_date_max(), finished_at=None)


def failed_jobs() -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.failed()


@contextmanager
def _held(job: UUID, worker: str) -> Iterator[DBTaskResult | None]:
    """The job, locked, if this worker is the one that it is at."""
    with transaction.atomic():
        one = DBTaskResult.objects.select_for_update().filter(pk=job, status=RUNNING).first()
        yield one if one is not None and one.worker_ids[-1:] == [worker] else None


def _again(one: DBTaskResult, error: BaseException, *, wait: float) -> None:
    one.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
    one.traceback = _places(error)
    if len(one.worker_ids) < MOST_TIMES:
        _ready(one, wait)
        return
    one.status, one.finished_at = FAILED, timezone.now()
    one.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])


def _ready(one: DBTaskResult, wait: float = 0) -> None:
    one.status, one.started_at = READY, None
    one.run_after = timezone.now() + timedelta(seconds=wait) if wait else get_date_max()
    one.save()


def _wait(times: int) -> float:
    return float(min(2**times, LONGEST_WAIT))


def _places(error: BaseException) -> str:
    """Where it happened, without the message: that may hold what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
