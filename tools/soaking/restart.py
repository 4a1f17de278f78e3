"""Stops and starts PostgreSQL while people save: every second time as if it had been killed.

    python -m tools.soaking.restart --restarts 200

Prints what it did as JSON; exits with 1 where a confirmed save is gone or a page fails in another way than it
should. The web server is never started again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.cluster import Cluster, running
from tools.soaking.house import House, web
from tools.soaking.people import saving

SAVERS = 4
PLAIN = {0, 200, 302, 503}
"""Statuses that a page may have meanwhile: 503 says that the database cannot be reached."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--restarts", type=int, default=20)
    options = parser.parse_args()
    with running() as cluster, tempfile.TemporaryDirectory(prefix="answerable-soak-") as folder:
        house = House(Path(folder, "house"), cluster.new_database())
        house.fill(SAVERS)
        done = run(house, cluster, options.restarts)
    sys.stdout.write(json.dumps(done, indent=1) + "\n")
    return 1 if done["wrong"] or set(done["statuses"]) - PLAIN else 0


def run(house: House, cluster: Cluster, restarts: int) -> dict[str, Any]:
    """Restart so many times; what was done, and what is wrong afterwards."""
    begun = time.monotonic()
    with web(house) as server:
        before = server.master
        with saving(house, server.port) as people:
            for number in range(restarts):
                people.wait()
                cluster.stop("immediate" if number % 2 else "fast")
                cluster.start()
            people.wait()
        assert server.master == before
    seconds = round(time.monotonic() - begun)
    return {"restarts": restarts, **people.sums(), "wrong": people.wrong(), "seconds": seconds}


if __name__ == "__main__":
    sys.exit(main())
