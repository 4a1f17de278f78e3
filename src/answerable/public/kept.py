"""Answers kept in memory, the latest used ones, up to a number of bytes."""

from __future__ import annotations

import gzip
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 64 * 1024 * 1024  # a process; some 1,000 long minutes
LARGEST_ANSWER = 2 * 1024 * 1024  # a file is read from the store each time
OVERHEAD = 1500  # bytes that an answer takes besides its text: its headers, its keys
SMALLEST_PACKED = 500  # bytes: below it packing saves nothing
PACKED_LEVEL = 6  # zlib's own middle: packed once, sent often
OK, NOT_MODIFIED = 200, 304
PACKED_MARK = "-gzip"
Asked = tuple[str, str, str]
"""Where the site stands, path and query, as they came: together, "/a%3Fb" would be the same as "/a?b"."""
Way = tuple[bool, int]
"""How an answer was sent: packed or not, and its status."""

PACKABLE = re.compile(r"^(text/|image/svg|application/(.+\+)?(json|xml|ld\+json)\b)")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer of 200. ``packed`` is its text in gzip, None where that saves nothing.

    ``stamp`` is what it was true of: the store's revision and the day. ``match`` says which view it was.
    ``sent``: the headers with which it went out, those of the outer layers among them, by the way and by
    whether it was over TLS.
    """

    stamp: object
    headers: Mapping[str, str]
    body: bytes
    packed: bytes | None
    size: int
    match: Any = None
    sent: dict[tuple[Way, bool], Sequence[tuple[str, str]]] = field(default_factory=dict)

    def tag(self, small: bool) -> str:
        """The ETag of it as it is, or packed."""
        plain = self.headers["ETag"]
        return f'{plain[:-1]}{PACKED_MARK}"' if small else plain

    def way(self, accepts: str, has: str) -> Way:
        """How to send it to whoever accepts such encodings and has what these ETags say."""
        small = self.packed is not None and takes_gzip(accepts)
        known = {one.strip().removeprefix("W/") for one in has.split(",")} if has else set()
        same = "*" in known or not known.isdisjoint((self.tag(small=False), self.tag(small=True)))
        return small, NOT_MODIFIED if same else OK

    def bytes_sent(self, way: Way) -> bytes:
        small, status = way
        if status == NOT_MODIFIED:
            return b""
        return self.packed if small and self.packed is not None else self.body


def takes_gzip(accepts: str) -> bool:
    """Does an Accept-Encoding let an answer come packed?"""
    for one in accepts.split(","):
        name, _, weight = one.strip().partition(";")
        if name.strip().lower() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def packed(body: bytes, media_type: str) -> bytes | None:
    """The text in gzip, the same each time; None where it saves nothing."""
    if len(body) < SMALLEST_PACKED or not PACKABLE.match(media_type):
        return None
    small = gzip.compress(body, PACKED_LEVEL, mtime=0)
    return small if len(small) < len(body) else None


class Shelf:
    """Kept answers by what was asked. Threads of one server share it."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.held = most, 0
        self._answers: OrderedDict[Asked, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Asked) -> Kept | None:
        """What is kept, whatever it was true of; it counts as used."""
        with self._lock:
            found = self._answers.get(asked)
            if found is not None:
                self._answers.move_to_end(asked)
            return found

    def put(self, asked: Asked, answer: Kept) -> None:
        """Keep it in place of what was kept, and let go of what was not used for longest."""
        if answer.size > LARGEST_ANSWER:
            return
        with self._lock:
            self._drop(asked)
            self._answers[asked] = answer
            self.held += answer.size
            while self.held > self.most:
                self._drop(next(iter(self._answers)))

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()
            self.held = 0

    def _drop(self, asked: Asked) -> None:
        gone = self._answers.pop(asked, None)
        if gone is not None:
            self.held -= gone.size


def size_of(asked: Asked, body: bytes, small: bytes | None) -> int:
    return sum(map(len, asked)) + len(body) + len(small or b"") + OVERHEAD
