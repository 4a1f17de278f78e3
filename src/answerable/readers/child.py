"""Reading strangers' files in a child process: what goes wrong there ends in one sentence here.

The child is started once and reused, since its start costs more than most files; it is replaced when it
dies, when it was stopped, and after a number of files. What it sends is JSON, which cannot run anything.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from answerable.core.measures.loading.police import Tally
from answerable.core.measures.loading.police import from_json as tally_from_json
from answerable.core.minutes.record import MeetingRecord
from answerable.core.papers.outline import Outline, Part
from answerable.core.plans.cells import Book, from_json
from answerable.readers.errors import Unreadable
from answerable.readers.naming import shown

LARGEST_FILE = 24 * 1024 * 1024
"""Bytes of a file that is read at all; minutes with many pictures have 20 MB.

With an answer of the size below, which grows fivefold on its way to objects, a parent holds 64 MB more."""
FILES_EACH = 500
"""Files that one child reads before a fresh one takes over, so that no leak adds up."""


_WORKER = (sys.executable, "-P", "-m", "answerable.readers.worker")


class Limits(NamedTuple):
    """What a file may cost: bytes of memory, seconds of processor and of wall time, bytes of answer."""

    memory: int = 512 * 1024 * 1024
    cpu_seconds: int = 60
    seconds: int = 300  # a scan of a hundred pages is read by another program meanwhile
    answer: int = 6 * 1024 * 1024  # minutes of 600 pages


class Reading(NamedTuple):
    """What a file holds: the text that offsets count in; record and outline where they were asked for.

    ``book`` is a spreadsheet with the sheet that was asked for, and then all that there is; ``tally`` that of
    a file of data.police.uk.
    """

    text: str
    record: MeetingRecord | None
    outline: Outline | None = None
    book: Book | None = None
    tally: Tally | None = None


class Child:
    """A child process that reads one file at a time. Not for two threads at once.

    ``command`` starts another worker than the one that reads minutes.
    """

    command: tuple[str, ...] = ()

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - a tuple of constants
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._files = 0
        self._late = False

    def start(self) -> None:
        """Start the process where none is running; reading does so by itself."""
        if self._process is not None and self._process.poll() is None and self._files < FILES_EACH:
            return
        self.close()
        self._files = 0
        self._owner = os.getpid()
        self._process = subprocess.Popen(
            [*(self.command or _WORKER), str(self._limits.memory), str(self._limits.cpu_seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("ANSWERABLE_TRACEBACK") else subprocess.DEVNULL,
            start_new_session=True,
        )

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return  # after a fork the process is still the parent's
        _kill(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def read(self, data: bytes, name: str, *, record: bool = True, outline: bool = False) -> Reading:
        """Read a file's bytes; raises Unreadable with one sentence, whatever the file does to the child."""
        return self._read(data, {"name": shown(name), "record": record, "outline": outline})

    def read_sheet(self, data: bytes, name: str, sheet: str | None = None, *, figures: bool = False) -> Book:
        """Read one sheet of a spreadsheet (``readers.workbook``); raises Unreadable as ``read`` does.

        ``figures``: by the limits of figures, and without choosing among several sheets.
        """
        asked = {"name": shown(name), "record": False, "outline": False, "book": True, "sheet": sheet}
        asked["figures"] = figures
        book = self._read(data, asked).book
        assert book is not None
        return book

    def count_police(self, path: str, name: str, codes: Mapping[str, str]) -> Tally:
        """Count a file of data.police.uk where it lies (``readers.police``); raises Unreadable."""
        asked = {"name": shown(name), "record": False, "police": str(path), "codes": dict(codes)}
        tally = self._read(b"", asked).tally
        assert tally is not None
        return tally

    def _read(self, data: bytes, asked: dict[str, Any]) -> Reading:
        return self._reading(self.answered(data, asked), str(asked["name"]))

    def answered(self, data: bytes, asked: dict[str, Any]) -> str:
        """What the worker answers, JSON; raises Unreadable where it dies, hangs or says far too much."""
        name = str(asked["name"])
        self.start()
        process = self._process
        assert process is not None
        self._files += 1
        self._late = False
        timer = threading.Timer(self._limits.seconds, self._stop, [process])
        timer.daemon = True
        timer.start()
        try:
            found = self._asked(process, data, asked)
        except (OSError, EOFError, UnicodeDecodeError):
            raise self._died(process, name) from None
        finally:
            timer.cancel()
        if found is None:
            self.close()
            raise Unreadable(
                f"{name} gives more text than minutes can have"
                f" (over {self._limits.answer // 2**20} MB) and was not read; split it."
            )
        return found

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        _kill(process)

    def _asked(self, process: subprocess.Popen[bytes], data: bytes, what: dict[str, Any]) -> str | None:
        """Send a file and take the answer; None where it is too long. Raises OSError or EOFError."""
        assert process.stdin is not None
        assert process.stdout is not None
        head = json.dumps({**what, "size": len(data)})
        process.stdin.write(head.encode("ascii") + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        line = process.stdout.readline(32)
        if not line.strip().isdigit():
            raise EOFError
        if int(line) > self._limits.answer:
            return None
        body = process.stdout.read(int(line))
        if len(body) < int(line):
            raise EOFError
        return body.decode("ascii")  # before it is parsed, so that the bytes are gone by then

    def _reading(self, body: str, name: str) -> Reading:
        try:
            found: dict[str, Any] = json.loads(body)
            if "book" in found:
                return Reading("", None, book=from_json(found["book"]))
            if "tally" in found:
                return Reading("", None, tally=tally_from_json(found["tally"]))
            if "text" in found:
                return Reading(found["text"], found["record"], _outline(found["outline"]))
        except (ValueError, RecursionError, KeyError, TypeError):
            self.close()
            raise Unreadable(f"{name} broke the program that reads it; check where it comes from.") from None
        if found.get("memory"):
            self.close()
            raise self._too_large(name)
        raise Unreadable(str(found.get("unreadable", f"{name} could not be read.")))

    def _died(self, process: subprocess.Popen[bytes], name: str) -> Unreadable:
        """Why the child is gone: the clock, the processor limit, or the file."""
        code = process.wait() if self._late else _code(process)
        self.close()
        if self._late:
            return _too_slow(name, self._limits.seconds)
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return _too_slow(name, self._limits.cpu_seconds)
        if sys.platform != "win32" and code == -signal.SIGKILL:
            return self._too_large(name)
        return Unreadable(
            f"{name} broke the program that reads it, which was started anew: the file is damaged or made to"
            " do harm; check where it comes from."
        )

    def _too_large(self, name: str) -> Unreadable:
        return Unreadable(
            f"{name} needs more than {self._limits.memory // 2**20} MB of memory to read and was stopped;"
            " split it or save it as text."
        )


def _outline(found: list[Any] | None) -> Outline | None:
    """An outline out of JSON, which knows no tuples."""
    if found is None:
        return None
    media_type, pages, words, parts = found
    return Outline(media_type, pages, words, [Part(*one) for one in parts])


def _too_slow(name: str, seconds: int) -> Unreadable:
    return Unreadable(
        f"{name} took longer than {seconds} seconds to read and was stopped; split it or save it as text."
    )


def _code(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return 0


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


_lock = threading.Lock()
_shared: dict[int, Child] = {}


def shared() -> Child:
    """This process's own child; one that a parent process started before a fork is left to the parent."""
    key = os.getpid()
    if key not in _shared:
        _shared.clear()
        _shared[key] = Child()
        atexit.register(_shared[key].close)
    return _shared[key]


def read_bytes_in_child(data: bytes, name: str, *, record: bool = True) -> Reading:
    """Read bytes in the shared child; raises Unreadable. Threads take turns."""
    with _lock:
        return shared().read(data, name, record=record)


def read_file_in_child(path: str | os.PathLike[str], *, record: bool = True) -> Reading:
    """Read a file in the shared child; raises Unreadable, also where it cannot be opened."""
    return read_bytes_in_child(file_bytes(path), Path(path).name, record=record)


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; raises Unreadable where there is none, it is a folder, or it is too large."""
    name = shown(str(path))
    try:
        found = os.stat(path)
        mode = found.st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(f"{name} is a folder; name the files in it.")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise Unreadable(f"{name} is a device and no file; name a file.")
        if found.st_size > LARGEST_FILE:
            raise _too_long(name)
        with open(path, "rb") as stream:
            data = stream.read(LARGEST_FILE + 1)  # a pipe has no size
    except FileNotFoundError:
        raise Unreadable(f"{name} does not exist; check its name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one that a file can have"
        raise Unreadable(f"{name} cannot be opened ({reason}); check who may read it.") from None
    if len(data) > LARGEST_FILE:
        raise _too_long(name)
    return data


def _too_long(name: str) -> Unreadable:
    return Unreadable(f"{name} is larger than {LARGEST_FILE // 2**20} MB and was not read; split it.")
