"""Work done ahead in threads or processes, while the parent writes to the database."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")

AHEAD = 2
"""Pieces of work that each worker has waiting: none is idle, and memory stays flat."""

LOOK = 1.0
"""Seconds between two looks of a child at whether its parent is still there."""


def workers() -> int:
    """One for each core."""
    return os.cpu_count() or 1


def in_order(
    executor: Executor, work: Callable[[Given], Result], given: Iterable[Given], ahead: int
) -> Iterator[Result]:
    """What ``work`` makes of each thing, in the order given, never more than ``ahead`` of them waiting."""
    waiting: deque[Future[Result]] = deque()
    try:
        for one in given:
            waiting.append(executor.submit(work, one))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def processes() -> ProcessPoolExecutor:
    """Children for our own work on plain values; strangers' files go to ``answerable.readers.child``."""
    context = multiprocessing.get_context("spawn")  # nothing of the database goes along
    return ProcessPoolExecutor(workers(), mp_context=context, initializer=_end_with, initargs=(os.getpid(),))


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: nobody else would tell it."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
