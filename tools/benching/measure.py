"""Clocks and memory, and how figures are summed up."""

from __future__ import annotations

import gc
import os
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

LEAST_SECONDS = 0.03
"""A measurement repeats its work until it has taken this long: the clock of CPU time is coarse."""


class Paired(NamedTuple):
    """Median CPU seconds of the floor and of the whole."""

    floor: float
    whole: float

    @property
    def ratio(self) -> float:
        return self.whole / self.floor


def interleaved(floor: Callable[[], object], whole: Callable[[], object], rounds: int) -> Paired:
    """CPU seconds of two pieces of work, done in turn so that a busy machine slows both."""
    floors, wholes = [], []
    repeat = _repeats(floor), _repeats(whole)
    for _ in range(rounds):
        gc.collect()
        floors.append(cpu(floor, repeat[0]))
        gc.collect()
        wholes.append(cpu(whole, repeat[1]))
    return Paired(median(floors), median(wholes))


def cpu(work: Callable[[], object], repeat: int = 1) -> float:
    """CPU seconds of one run, from so many."""
    before = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - before) / repeat


def _repeats(work: Callable[[], object]) -> int:
    """How often to run; the run that finds out warms caches, too."""
    work()
    return max(1, round(LEAST_SECONDS / max(cpu(work), 1e-6)))


def percentile(values: Sequence[float], share: float) -> float:
    """The value under which the share of the values lies, nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def peak_mb(*, children: bool = False) -> float:
    """The highest memory in use so far, of this process or of the largest ended child (Linux: kB)."""
    who = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    return resource.getrusage(who).ru_maxrss / 1024


def tree_mb(root: int) -> float:
    """Memory that a process and all its children hold now, each counted without what it shares, in MB."""
    total = 0.0
    for process in _tree(root):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def _tree(root: int) -> list[int]:
    found = [root]
    for process in found:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text(encoding="ascii").split()]
            except OSError:
                continue
    return found


def children_cpu() -> float:
    """CPU seconds of all child processes that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cores() -> int:
    return len(os.sched_getaffinity(0))
