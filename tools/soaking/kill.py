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
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tools.soaking.house import House, Web
from tools.soaking.people import saving

SAVERS = 4
EVERY_SO_OFTEN = 20  # kills after which the master is killed as well
LONGEST_WAIT = 0.4  # seconds until the next kill: a save takes a tenth of it


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
    begun, workers = time.monotonic(), 0
    wrong: list[str] = []
    server = Web(house)
    server.start()
    try:
        with saving(house, server.port) as people:
            for number in range(1, kills + 1):
                people.wait()
                time.sleep(chance.uniform(0, LONGEST_WAIT))
                if number % EVERY_SO_OFTEN:
                    workers += server.kill_workers()
                    continue
                workers += len(server.pids())
                server.kill()
                wrong += people.wrong(still_saving=True)
                server.start()
            people.wait()
    finally:
        server.kill()
    wrong += people.wrong()
    seconds = round(time.monotonic() - begun)
    return {"kills": kills, "workers": workers, **people.sums(), "wrong": wrong, "seconds": seconds}


if __name__ == "__main__":
    sys.exit(main())
