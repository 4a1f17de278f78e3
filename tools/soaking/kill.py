"""Kills all web workers while people save, again and again, and looks for what was confirmed and is gone.

    python -m tools.soaking.kill --kills 1000                        on SQLite
    python -m tools.soaking.kill --kills 1000 --database postgresql

Every EVERY_SO_OFTEN-th kill takes the master too, and the server is started again. Prints what it did as
JSON; exits with 1 where anything is lost, half written, or the trail of events broken.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tools.soaking.client import Browser, Saver
from tools.soaking.house import House, Web

SAVERS = 4
EVERY_SO_OFTEN = 20  # kills after which the master is killed as well
LONGEST_WAIT = 0.4  # seconds between two kills: a save takes a tenth of it
SAVES_BETWEEN = 2  # saves, of all together, that are confirmed before the next kill
PAUSE = 0.05  # seconds that a browser waits after an answer that confirmed nothing
MOST_WAIT = 60  # seconds for those saves


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="answerable-soak-")))
        house = House(folder / "house")
        if options.database == "postgresql":
            from tests.cluster import running

            house.database_url = stack.enter_context(running()).new_database()
        house.fill(SAVERS)
        done = run(house, options.kills, random.Random(options.seed))
    sys.stdout.write(json.dumps(done, indent=1) + "\n")
    return 1 if done["wrong"] else 0


def run(house: House, kills: int, chance: random.Random) -> dict[str, Any]:
    """Kill so many times; what was done, and what is wrong afterwards."""
    begun = time.monotonic()
    server = Web(house)
    server.start()
    savers = [
        Saver(Browser(server.port, cookies), topic)
        for cookies, topic in zip(house.filled["sessions"], house.filled["topics"], strict=True)
    ]
    stop = threading.Event()
    threads = [threading.Thread(target=_keep_saving, args=(saver, stop)) for saver in savers]
    for thread in threads:
        thread.start()
    wrong: list[str] = []
    workers = 0
    try:
        for number in range(1, kills + 1):
            _wait_for_saves(savers)
            time.sleep(chance.uniform(0, LONGEST_WAIT))
            if number % EVERY_SO_OFTEN:
                workers += server.kill_workers()
                continue
            workers += len(server.pids())
            server.kill()
            wrong += looked_at(house, [saver.memory for saver in savers], still_saving=True)
            server.start()
        _wait_for_saves(savers)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        server.kill()
    wrong += looked_at(house, [saver.memory for saver in savers])
    return {
        "kills": kills,
        "workers": workers,
        "sent": sum(saver.tried for saver in savers),
        "confirmed": sum(saver.confirmed for saver in savers),
        "unanswered": sum(answer.status != 302 for saver in savers for answer in saver.answers),
        "statuses": sorted({answer.status for saver in savers for answer in saver.answers}),
        "wrong": wrong,
        "seconds": round(time.monotonic() - begun),
    }


def looked_at(house: House, memory: list[dict[str, Any]], *, still_saving: bool = False) -> list[str]:
    """What is wrong in the database. While people still save, one more may be on its way."""
    for one in memory if still_saving else []:
        one["tried"], one["last"] = one["tried"] + 1, None
    found = house.python("-m", "tools.soaking.finding", input=json.dumps(memory))
    return list(json.loads(found.stdout))


def _keep_saving(saver: Saver, stop: threading.Event) -> None:
    while not stop.is_set():
        if saver.save().status != 302:
            time.sleep(PAUSE)


def _wait_for_saves(savers: Sequence[Saver]) -> None:
    """Wait until a few more saves are confirmed. RuntimeError where none is."""
    before = sum(saver.confirmed for saver in savers)
    end = time.monotonic() + MOST_WAIT
    while sum(saver.confirmed for saver in savers) < before + SAVES_BETWEEN:
        if time.monotonic() > end:
            last = [saver.answers[-1] for saver in savers if saver.answers]
            raise RuntimeError(f"Nothing was confirmed for {MOST_WAIT} seconds: {last}")
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
