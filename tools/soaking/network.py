"""Machines of a small network, each a network namespace: what runs in one shares no port with another.

Every machine has a cable of its own to the host, where the database listens. Needs root (``ip netns``).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

IP = shutil.which("ip") or "/usr/sbin/ip"  # where it is, also where PATH has no programs of root


@dataclass(frozen=True)
class Machine:
    """``address`` is its own, ``host`` that of the host's end of the cable."""

    name: str
    namespace: str
    address: str
    host: str

    def command(self, *command: str) -> list[str]:
        """A command line that runs there; the process is the program itself."""
        return [IP, "netns", "exec", self.namespace, *command]


def possible() -> str:
    """Why there cannot be namespaces here; "" where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if not os.access(IP, os.X_OK):
        return "ip is not installed (Debian: apt-get install iproute2)"
    probe = f"answerable-{os.getpid()}"
    made = subprocess.run([IP, "netns", "add", probe], capture_output=True, text=True, check=False)
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
    inside = ("netns", "exec", machine.namespace, IP)
    _ip(*inside, "addr", "add", f"{machine.address}/30", "dev", "eth0")
    _ip(*inside, "link", "set", "eth0", "up")
    _ip(*inside, "link", "set", "lo", "up")


def _ip(*arguments: str) -> None:
    subprocess.run([IP, *arguments], check=True, capture_output=True)
