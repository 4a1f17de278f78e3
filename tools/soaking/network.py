"""Machines of a small network, each a network namespace: what runs in one shares no port with another.

Every machine has a cable of its own to the host, where the database listens. Needs root (``ip netns``).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Machine:
    """``address`` is its own, ``host`` that of the host's end of the cable."""

    name: str
    namespace: str
    address: str
    host: str

    def command(self, *command: str) -> list[str]:
        """A command line that runs there; the process is the program itself."""
        return ["ip", "netns", "exec", self.namespace, *command]


def possible() -> str:
    """Why there cannot be namespaces here; "" where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    probe = f"answerable-{os.getpid()}"
    made = subprocess.run(["ip", "netns", "add", probe], capture_output=True, text=True, check=False)
    if made.returncode:
        return f"network namespaces cannot be made: {made.stderr.strip()}"
    _ip("netns", "del", probe)
    return ""


@contextmanager
def network(names: Sequence[str]) -> Iterator[dict[str, Machine]]:
    """Machines of these names; all are gone afterwards."""
    number = os.getpid()
    found: dict[str, Machine] = {}
    try:
        for at, name in enumerate(names, 1):
            net = f"10.{100 + number % 100}.{at}"
            machine = Machine(name, f"answerable-{number}-{name}", f"{net}.2", f"{net}.1")
            _ip("netns", "add", machine.namespace)
            found[name] = machine
            _connect(machine, f"an{number % 100_000}n{at}")
        yield found
    finally:
        for machine in found.values():
            _ip("netns", "del", machine.namespace)


def _connect(machine: Machine, cable: str) -> None:
    _ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", machine.namespace)
    _ip("addr", "add", f"{machine.host}/30", "dev", cable)
    _ip("link", "set", cable, "up")
    inside = ("netns", "exec", machine.namespace, "ip")
    _ip(*inside, "addr", "add", f"{machine.address}/30", "dev", "eth0")
    _ip(*inside, "link", "set", "eth0", "up")
    _ip(*inside, "link", "set", "lo", "up")


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
