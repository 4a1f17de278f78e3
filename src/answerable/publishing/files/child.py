"""The parent's side: one child, shared by a process, replaced when it dies or takes too long."""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
from base64 import b64decode
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from answerable.publishing.files.cleaned import Cleaned
from answerable.readers.child import LARGEST_FILE, Child, Limits
from answerable.readers.errors import Unreadable
from answerable.readers.naming import shown

LIMITS = Limits(
    memory=1024 * 1024 * 1024,  # pages of a PDF are drawn to see what is visible
    cpu_seconds=60,
    seconds=300,  # pictures are read by another program meanwhile
    answer=2 * LARGEST_FILE,  # a cleaned file, in base64
)


class Looking(Child):
    """A child that checks texts and cleans files. Not for two threads at once."""

    command = (sys.executable, "-P", "-m", "answerable.publishing.files.worker")

    def __init__(self, limits: Limits = LIMITS) -> None:
        super().__init__(limits)

    def ask(self, data: bytes, name: str, **asked: Any) -> dict[str, Any]:
        """The answer to a task; raises Unreadable, whatever becomes of the child."""
        body = self.answered(data, {"name": shown(name), **asked})
        try:
            found: dict[str, Any] = json.loads(body)
        except (ValueError, RecursionError):
            self.close()
            raise Unreadable(f"{shown(name)} could not be checked, so nothing of it is published.") from None
        if "unreadable" in found or "memory" in found:
            raise Unreadable(str(found.get("unreadable", f"{shown(name)} is too large to be checked.")))
        return found


_lock = threading.Lock()
_shared: dict[int, Looking] = {}


def shared() -> Looking:
    """This process's own; one that a parent process started before a fork is left to the parent."""
    key = os.getpid()
    if key not in _shared:
        _shared.clear()
        _shared[key] = Looking()
        atexit.register(_shared[key].close)
    return _shared[key]


def check_parts(
    parts: Sequence[tuple[str, Mapping[str, Any]]], known: Collection[str]
) -> list[dict[str, Any]]:
    """What the checks find in contents of parts, as ``core.publication.checks.Finding`` has it.

    Raises Unreadable where they did not run to their end: then nothing counts as checked.
    """
    data = json.dumps(parts).encode()
    with _lock:
        found = shared().ask(data, "What is put forward", task="check", known=sorted(known))["findings"]
    return list(found)


def look_at_file(content: bytes, path: str, media_type: str, known: Collection[str]) -> list[dict[str, Any]]:
    """What the checks find in a file that was cleaned, and what makes it hard to use. Raises Unreadable."""
    name = path.rpartition("/")[2]
    asked = {"task": "look", "known": sorted(known), "path": path, "media_type": media_type}
    with _lock:
        found = shared().ask(content, name, **asked)["findings"]
    return list(found)


def clean_file(data: bytes, name: str, title: str) -> Cleaned:
    """A file as it can be given out; ``title`` is what it says of itself. Raises Unreadable."""
    with _lock:
        found = shared().ask(data, name, task="clean", title=title)
    return Cleaned(**{**found, "content": b64decode(found["content"])})
