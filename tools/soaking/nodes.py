"""Two web nodes and two workers on one PostgreSQL, any of them killed again and again under load.

    python -m tools.soaking.nodes --kills 200

Each is a machine of its own (network.py); they share the database and the folder of originals. People save
and send minutes in meanwhile. Prints what was done as JSON; exits with 1 where an acknowledged write or a
job is lost, or was done twice. Needs root.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.soaking.client import Saver
from tools.soaking.house import CHECKOUT, House
from tools.soaking.network import Machine, network, possible
from tools.soaking.sending import NodeBrowser, Sender

WEB, WORKERS = ("web1", "web2"), ("worker1", "worker2")
PORT = 8000
SAVERS, SENDERS = 2, 2
LEASE = 3.0  # seconds: short, so that a run sees many jobs given back
LONGEST_WAIT = 1.0  # seconds from what is acknowledged after a kill to the next one
ANSWERS_BETWEEN = 3  # acknowledged writes between two kills: there is something to lose
REST = 0.5  # seconds between two forms with files, so that two workers on a small machine keep up
AWAY = 0.3  # seconds that a killed node stays away
NUMBERED = """import django; django.setup()
from answerable.actions.models import Action
from answerable.offices.models import Office
Office.objects.update(actions_numbered=Action.objects.count())"""
"""The invented archive numbers its actions itself: the office's next number comes after them."""
SLOW = 120  # seconds for the first page, and for the last job


@dataclass
class Node:
    """A machine with the one program that it is there for."""

    machine: Machine
    program: list[str]
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.machine.command(*self.program), cwd=CHECKOUT, env=self.environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def errors(self) -> list[str]:
        """What it logged of its own errors."""
        return [line for line in self.log.read_text().splitlines() if '"level": "error"' in line]

    def kill(self) -> None:
        """SIGKILL to all of it. A child that reads a file is left to find out by itself, as in life."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


@dataclass
class Office:
    """The whole installation, running."""

    house: House
    nodes: dict[str, Node]
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def hosts(self) -> list[str]:
        return [self.nodes[name].machine.address for name in WEB]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    why = possible()
    if why:
        sys.stderr.write(f"{why}\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="answerable-nodes-") as folder, office(Path(folder)) as made:
        done = run(made, options.kills, random.Random(options.seed))
    sys.stdout.write(json.dumps(done, indent=1) + "\n")
    return 1 if done["wrong"] else 0


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """Database, machines and programs, filled and started."""
    from tests.cluster import running

    with ExitStack() as stack:
        machines = stack.enter_context(network([*WEB, *WORKERS]))
        listen = ",".join(one.host for one in machines.values())
        cluster = stack.enter_context(running(None, f"listen_addresses={listen}"))
        with (cluster.data / "pg_hba.conf").open("a") as rules:
            rules.writelines(f"host all all {one.address}/32 trust\n" for one in machines.values())
        cluster.stop()
        cluster.start()
        shared = {
            "ANSWERABLE_FILES": str(folder / "files"),
            "SECRET_KEY": "shared-by-every-node-and-longer-than-fifty-characters-",
            "ALLOWED_HOSTS": ",".join(one.address for one in machines.values()),
            "HTTPS": "off", "JOB_LEASE": str(LEASE), "LOG_LEVEL": "ERROR",
        }  # fmt: skip
        house = House(folder / "host", cluster.new_database(), extra=shared)
        house.fill(SAVERS + SENDERS)
        house.python("-c", NUMBERED)
        name = house.database_url.split("@/")[1].split("?")[0]
        nodes = {one: _node(machines[one], house, folder / one, name) for one in machines}
        stack.callback(lambda: [node.kill() for node in nodes.values()])
        for node in nodes.values():
            node.start()
        yield Office(house, nodes)


def _node(machine: Machine, house: House, folder: Path, database: str) -> Node:
    folder.mkdir()
    environment = {
        **house.environment,
        "ANSWERABLE_DATA": str(folder),
        "DATABASE_URL": f"postgres://answerable@{machine.host}:5432/{database}",
        "BIND": f"{machine.address}:{PORT}",
        "WEB_PROCESSES": "1",
        "PROMETHEUS_MULTIPROC_DIR": str(folder / "counts"),
    }
    if machine.name in WEB:
        program = [
            sys.executable,
            "-m",
            "gunicorn",
            "--config",
            str(CHECKOUT / "deploy" / "gunicorn.conf.py"),
        ]
    else:
        program = [sys.executable, "-m", "django", "worker"]
    return Node(machine, program, environment, folder / "log")


def run(made: Office, kills: int, chance: random.Random) -> dict[str, Any]:
    """Kill so many times under load; what was done, and what is wrong afterwards."""
    begun = time.monotonic()
    filled = made.house.filled
    browsers = [NodeBrowser(PORT, cookies, hosts=made.hosts) for cookies in filled["sessions"]]
    for browser in browsers[:1]:
        browser.wait(SLOW)
    savers = [Saver(one, topic) for one, topic in zip(browsers[:SAVERS], filled["topics"], strict=False)]
    senders = [Sender(one, number) for number, one in enumerate(browsers[SAVERS:])]
    threads = [threading.Thread(target=_keep_on, args=(one.save, made.stop)) for one in savers]
    threads += [threading.Thread(target=_keep_on, args=(one.send, made.stop, REST)) for one in senders]
    for thread in threads:
        thread.start()
    killed = dict.fromkeys(made.nodes, 0)
    try:
        for name in _in_turn(list(made.nodes), kills, chance):
            _wait_for_answers(savers, senders)
            time.sleep(chance.uniform(0, LONGEST_WAIT))
            made.nodes[name].kill()
            killed[name] += 1
            time.sleep(AWAY)
            made.nodes[name].start()
        _wait_for_answers(savers, senders)
    finally:
        made.stop.set()
        for thread in threads:
            thread.join()
    memory = {"savers": [one.memory for one in savers], "sent": [n for one in senders for n in one.memory]}
    wrong = _found(made.house, memory)
    answers = [one.status for saver in savers for one in saver.answers] + [
        n for s in senders for n in s.statuses
    ]
    return {
        "killed": killed,
        "saves confirmed": sum(saver.confirmed for saver in savers),
        "files sent": sum(len(one["files"]) for one in memory["sent"]),
        "sent again after a broken connection": sum(one["times"] > 1 for one in memory["sent"]),
        "answers": {str(status): answers.count(status) for status in sorted(set(answers))},
        "jobs": wrong["jobs"],
        "wrong": wrong["wrong"]
        + [f"An answer of status {one}" for one in answers if one not in (0, 200, 302)],
        "errors logged": [line for node in made.nodes.values() for line in node.errors()],
        "seconds": round(time.monotonic() - begun),
    }


def _in_turn(names: list[str], count: int, chance: random.Random) -> Iterator[str]:
    """Names at random, each as often as the others."""
    for at in range(count):
        if at % len(names) == 0:
            chance.shuffle(names)
        yield names[at % len(names)]


def _wait_for_answers(savers: list[Saver], senders: list[Sender]) -> None:
    """Wait until a few more writes are acknowledged. RuntimeError where none is."""

    def count() -> int:
        return sum(one.confirmed for one in savers) + sum(len(one.memory) for one in senders)

    wanted, end = count() + ANSWERS_BETWEEN, time.monotonic() + SLOW
    while count() < wanted:
        if time.monotonic() > end:
            raise RuntimeError(f"Nothing was acknowledged for {SLOW} seconds.")
        time.sleep(0.02)


def _found(house: House, memory: dict[str, Any]) -> dict[str, Any]:
    done = house.python("-m", "tools.soaking.nodes_finding", str(SLOW), input=json.dumps(memory))
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _keep_on(work: Any, stop: threading.Event, rest: float = 0.0) -> None:
    while not stop.wait(rest):
        work()


if __name__ == "__main__":
    sys.exit(main())
