"""Several people who save at once, and what they remember of it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tools.soaking.client import SAVED, Browser, Saver
from tools.soaking.house import House

PAUSE = 0.2  # seconds that a browser waits after an answer that confirmed nothing
SAVES_BETWEEN = 2  # saves, of all together, that are confirmed before the next attack
MOST_WAIT = 90  # seconds for those saves, on a busy machine


@dataclass(frozen=True)
class People:
    """Those who save."""

    house: House
    savers: Sequence[Saver]

    @property
    def confirmed(self) -> int:
        return sum(saver.confirmed for saver in self.savers)

    def wait(self, saves: int = SAVES_BETWEEN) -> None:
        """Wait until so many more saves are confirmed. RuntimeError where they are not."""
        wanted, end = self.confirmed + saves, time.monotonic() + MOST_WAIT
        while self.confirmed < wanted:
            if time.monotonic() > end:
                last = [saver.answers[-1] for saver in self.savers if saver.answers]
                raise RuntimeError(f"Nothing was confirmed for {MOST_WAIT} seconds: {last}")
            time.sleep(0.01)

    def wrong(self, *, still_saving: bool = False) -> list[str]:
        """What is wrong in the database, in sentences. While they save, one more each may be on its way."""
        memory: list[dict[str, Any]] = [saver.memory for saver in self.savers]
        for one in memory if still_saving else []:
            one["tried"], one["last"] = one["tried"] + 1, None
        found = self.house.python("-m", "tools.soaking.finding", input=json.dumps(memory))
        return list(json.loads(found.stdout))

    def sums(self) -> dict[str, Any]:
        """What was sent and answered, for a report."""
        answers = [answer for saver in self.savers for answer in saver.answers]
        return {
            "sent": sum(saver.tried for saver in self.savers),
            "confirmed": self.confirmed,
            "not confirmed": sum(answer.status != SAVED for answer in answers),
            "statuses": sorted({answer.status for answer in answers}),
        }


def people(house: House, port: int) -> People:
    """One for each session that ``filling`` made."""
    pairs = zip(house.filled["sessions"], house.filled["topics"], strict=True)
    return People(house, [Saver(Browser(port, cookies), topic) for cookies, topic in pairs])


@contextmanager
def saving(house: House, port: int) -> Iterator[People]:
    """They save until the end of the block."""
    all_of_them, stop = people(house, port), threading.Event()
    threads = [
        threading.Thread(target=_keep_saving, args=(saver, stop), daemon=True) for saver in all_of_them.savers
    ]
    for thread in threads:
        thread.start()
    try:
        yield all_of_them
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _keep_saving(saver: Saver, stop: threading.Event) -> None:
    while not stop.is_set():
        if saver.save().status != SAVED:
            time.sleep(PAUSE)
