"""The parent's side: two children, shared by a process, replaced when they die or take too long."""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
from base64 import b64decode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from answerable.publishing.files.cleaned import Cleaned, InPictures
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


Found = dict[str, Any]
"""A finding, as ``core.publication.checks.Finding`` has it."""
CLEANING, CHECKING = "cleaning", "checking"
"""A child each: checks are asked while an office is held, and do not wait for somebody else's scans."""
_locks = {CLEANING: threading.Lock(), CHECKING: threading.Lock()}
_shared: dict[tuple[int, str], Looking] = {}


def shared(use: str) -> Looking:
    """This process's own; one that a parent process started before a fork is left to the parent."""
    key = os.getpid(), use
    if key not in _shared:
        for other in [one for one in _shared if one[0] != os.getpid()]:
            del _shared[other]
        _shared[key] = Looking()
        atexit.register(_shared[key].close)
    return _shared[key]


def check_parts(parts: Sequence[tuple[str, Mapping[str, Any]]], known: Collection[str]) -> list[Found]:
    """What the checks find in contents of parts.

    Raises Unreadable where they did not run to their end: then nothing counts as checked.
    """
    data = json.dumps(parts).encode()
    return list(_asked(CHECKING, data, "What is put forward", task="check", known=sorted(known))["findings"])


class Cleaner:
    """Cleans the files of a publication, and looks at them: each once, however often it is asked for.

    Drawing pages and reading pictures takes minutes. It is done ahead, before anything is held
    (``building.ahead``); what is built while an office is held asks again, and has the answer at once. What
    could not be cleaned is not tried again either.
    """

    def __init__(self) -> None:
        self._held: dict[str, Cleaned | Unreadable] = {}

    def clean(self, data: bytes, name: str, title: str) -> Cleaned:
        """A file as it can be given out; ``title`` is what it says of itself. Raises Unreadable."""
        key = "\n".join((sha256(data).hexdigest(), name, title))
        if key not in self._held:
            self._held[key] = _cleaned(data, name, title)
        outcome = self._held[key]
        if isinstance(outcome, Unreadable):
            raise Unreadable(str(outcome))
        return outcome

    def look(self, content: bytes, path: str, media_type: str, known: Collection[str]) -> list[Found]:
        """What the checks find in a file that was cleaned, and what makes it hard to use. Raises Unreadable.

        What was read in its pictures when it was cleaned is not read again.
        """
        name = path.rpartition("/")[2]
        asked = {"task": "look", "known": sorted(known), "path": path, "media_type": media_type}
        for one in self._held.values():
            if isinstance(one, Cleaned) and one.content == content:
                pictures = asdict(one.pictures)
                return list(_asked(CHECKING, content, name, **asked, pictures=pictures)["findings"])
        return list(_asked(CLEANING, content, name, **asked)["findings"])


def _cleaned(data: bytes, name: str, title: str) -> Cleaned | Unreadable:
    try:
        found = _asked(CLEANING, data, name, task="clean", title=title)
    except Unreadable as error:
        return error
    found |= {"content": b64decode(found["content"]), "pictures": InPictures(**found["pictures"])}
    return Cleaned(**found)


def _asked(use: str, data: bytes, name: str, **asked: Any) -> dict[str, Any]:
    with _locks[use]:
        return shared(use).ask(data, name, **asked)
