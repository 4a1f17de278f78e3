"""A worker: one job after the other until it is told to stop."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from types import FrameType, MappingProxyType

import structlog
from django.conf import settings
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
    connections,
)
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from answerable.accounts.once import forget_sent_forms
from answerable.upkeep import jobs
from answerable.upkeep.unfinished import forget_unfinished

PAUSE = 0.5  # seconds between two looks for a job where there is none
AFTER_TROUBLE = 1.0  # seconds until a database that did not answer is asked again
SIGNS = 5  # signs of life in the time of a lease: four may be lost
DAY = 24 * 60 * 60.0
TROUBLE = (DatabaseError, InterfaceError, OSError)
AWAY = (OperationalError, InterfaceError)  # what a database raises that does not answer

log = structlog.get_logger("answerable.worker")


class Worker:
    """Takes jobs, shows that it lives, and gives back what dead workers held.

    The first SIGTERM or Ctrl+C lets it finish the job at hand; the second gives that back. ``parent`` is a
    process without which it has nothing to do; ``until_empty`` ends it when no job is left. ``regularly``
    is other work, each with the seconds between two times: where it fails it is logged, and done again then.
    """

    def __init__(
        self,
        *,
        parent: int | None = None,
        until_empty: bool = False,
        regularly: Mapping[Callable[[], object], float] = MappingProxyType({}),
    ) -> None:
        self.name = f"{socket.gethostname()[:30]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._parent = parent
        self._until_empty = until_empty
        self._regularly = regularly
        self._stopping = False
        self._ended = threading.Event()
        self._tidied: dict[Callable[[], object], float] = {}

    def run(self) -> None:
        """Work until told to stop. Trouble with the database is waited out; raised ``until_empty``."""
        log.info("worker starts", worker=self.name)
        if not connection.in_atomic_block:  # a test's transaction, in which nobody would see the signs
            threading.Thread(target=self._show_life, daemon=True).start()
        while not self._over():
            try:
                _let_old_connections_go()
                jobs.sign_of_life(self.name)
                if not self._one() and self._until_empty:
                    break
            except TROUBLE as error:
                if self._until_empty:
                    raise
                log.warning("worker waits for the database", error=type(error).__name__)
                _let_go()
                time.sleep(AFTER_TROUBLE)
        self._end()

    def listen_to_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._told)

    def _told(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._stopping:
            sys.exit(1)
        self._stopping = True

    def _over(self) -> bool:
        return self._stopping or (self._parent is not None and os.getppid() != self._parent)

    def _one(self) -> bool:
        """Do one job; False where there was none."""
        self._tidy()
        job = jobs.take(self.name)
        if job is None:
            if not self._until_empty:
                time.sleep(PAUSE)
            return False
        self._do(job)
        return True

    def _tidy(self) -> None:
        """Look for dead workers three times in a lease, and for what can be forgotten once a day."""
        self._every(settings.JOB_LEASE / 3, self._give_back)
        self._every(DAY, jobs.forget_old)
        self._every(DAY, forget_unfinished)
        self._every(DAY, self._forget_forms)
        for work, seconds in self._regularly.items():
            self._every(seconds, partial(self._besides, work), work)

    def _forget_forms(self) -> None:
        forget_sent_forms(at=timezone.now())

    def _give_back(self) -> None:
        jobs.give_back_from_the_dead(asking=self.name)

    def _besides(self, work: Callable[[], object]) -> None:
        """Work that is nobody's job: what it raises (a full disk) must not keep the jobs from being done.

        Where the database is away nothing else can be done either: that is raised, and waited out.
        """
        try:
            work()
        except AWAY:
            raise
        except Exception:
            log.exception("regular work failed", work=work.__name__)

    def _every(
        self, seconds: float, work: Callable[[], object], known_as: Callable[[], object] | None = None
    ) -> None:
        now, name = time.monotonic(), known_as or work
        if now - self._tidied.get(name, -seconds) >= seconds:
            work()
            self._tidied[name] = now

    def _do(self, job: DBTaskResult) -> None:
        try:
            given = job.args_kwargs
            value = job.task.call(*given["args"], **given["kwargs"])
        except Exception as error:
            log.exception("job failed", job=str(job.pk))
            _let_go()
            jobs.failed(job.pk, self.name, error)
        except BaseException:
            _let_go()
            jobs.give_back(job.pk, self.name)
            raise
        else:
            jobs.done(job.pk, self.name, value)
            log.info("job done", job=str(job.pk))

    def _show_life(self) -> None:
        """In a thread of its own, with a connection of its own, while a job takes its time."""
        while not self._ended.wait(settings.JOB_LEASE / SIGNS):
            try:
                jobs.sign_of_life(self.name)
            except TROUBLE:
                connection.close()
        connection.close()

    def _end(self) -> None:
        self._ended.set()
        with suppress(*TROUBLE):  # else its lease ends by itself
            jobs.sign_off(self.name)
        log.info("worker ends", worker=self.name)


def _let_old_connections_go() -> None:
    """As between two requests. Inside a transaction, which a test has around a worker, nothing is let go."""
    if not connection.in_atomic_block:
        close_old_connections()


def _let_go() -> None:
    """Leave whatever transaction the exception broke off, with the connection that it was on."""
    if not connection.in_atomic_block:
        connections.close_all()
