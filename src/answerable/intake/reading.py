"""Reading files, away from the database: minutes in a child process, meeting records as they are."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from answerable.core.batches import batches
from answerable.core.minutes.record import MeetingRecord
from answerable.core.records import RecordError, check, fingerprint
from answerable.readers.child import Child, file_bytes
from answerable.readers.errors import Unreadable
from answerable.readers.naming import shown

RECORD_SUFFIXES = frozenset([".json", ".jsonl", ".ndjson"])
PIECE = 1 << 20  # bytes read at a time from a file of records: 1 MB
LONGEST_RECORD = 1 << 26  # letters: a hundred times the longest minutes
BETWEEN = "[,] \t\r\n"  # what stands between records of a list


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that is whole, and the hash that tells it from others."""

    record: MeetingRecord
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ReadMinutes:
    """Minutes as read: the original, its text, its record. ``name`` is the file's own, without a folder."""

    name: str
    sha256: str
    content: bytes
    media_type: str
    pages: int | None
    text: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes are held already: it need not be read."""

    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and the one sentence that says why."""

    name: str
    sha256: str
    reason: str


def is_record_file(path: Path) -> bool:
    """Whether a file holds meeting records rather than minutes."""
    return path.suffix.lower() in RECORD_SUFFIXES


def read_file(path: Path, child: Child, known: Container[str]) -> ReadMinutes | Known | Refused:
    """Read one file of minutes, unless its SHA-256 is one of ``known``."""
    try:
        content = file_bytes(path)
    except Unreadable as refusal:
        return Refused(shown(path.name), "", str(refusal))
    if hashlib.sha256(content).hexdigest() in known:
        return Known(shown(path.name))
    return read_content(content, path.name, child)


def read_content(content: bytes, name: str, child: Child) -> ReadMinutes | Refused:
    """Read the bytes of minutes in a child process: text and record; the name is kept as it can be shown."""
    name = shown(name)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        found = child.read(content, name)
        record = check(without_nul(found.record))
    except Unreadable as refusal:
        return Refused(name, sha256, str(refusal))
    except RecordError as error:
        return Refused(name, sha256, f"{name} was read to a record that is not whole: {error}.")
    checked = Checked(record, fingerprint(record))
    source = record["source"]
    text = without_nul(found.text)
    return ReadMinutes(name, sha256, content, source["media_type"], source["pages"], text, checked)


def without_nul(value: Any) -> Any:
    """The same with U+0000, which no database takes as text, as U+FFFD: offsets stay as they are."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd") if "\0" in value else value
    if isinstance(value, list):
        return [without_nul(one) for one in value]
    if isinstance(value, dict):
        return {key: without_nul(one) for key, one in value.items()}
    return value


def check_lines(lines: list[tuple[int, bytes]]) -> list[Checked]:
    """Records from lines of JSON (numbered from 1); raises RecordError that names line and key."""
    found = []
    for number, line in lines:
        try:
            record = check(json.loads(line))
        except RecordError as error:
            raise RecordError(error.wrong, f"line {number}: {error.path or 'the record'}") from None
        except (ValueError, RecursionError) as error:
            raise RecordError(f"is not JSON: {error}", f"line {number}") from None
        found.append(Checked(record, fingerprint(record)))
    return found


def has_a_record_a_line(file: IO[bytes]) -> bool:
    """Whether the first line that is not blank is a whole JSON object; leaves the file at its start."""
    first = next((line for line in file if line.strip()), b"")
    file.seek(0)
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def numbered_lines(file: IO[bytes], size: int) -> Iterator[list[tuple[int, bytes]]]:
    """The lines that are not blank, with their numbers, ``size`` at a time."""
    yield from batches(((number, line) for number, line in enumerate(file, 1) if line.strip()), size)


def records_one_by_one(file: IO[bytes]) -> Iterator[Checked]:
    """The records of a JSON value, or of a list of them, read in pieces so that memory stays flat."""
    decoder = json.JSONDecoder()
    text, count = "", 0
    for piece, last in _decoded(file):
        text += piece
        at = _skip(text, 0, BETWEEN)
        while at < len(text):
            try:
                value, at = decoder.raw_decode(text, at)
            except (ValueError, RecursionError) as error:
                _refuse_broken(last, len(text) - at, count + 1, error)
                break
            count += 1
            yield _checked(value, count)
            at = _skip(text, at, BETWEEN)
        text = text[at:]


def _refuse_broken(last: bool, length: int, count: int, error: Exception) -> None:
    """JSON that does not end is not wrong while more is to come, within reason."""
    if last:
        raise RecordError(f"is not JSON: {error}", f"record {count}") from None
    if length > LONGEST_RECORD:
        raise RecordError(f"is longer than {LONGEST_RECORD} letters, or not JSON: {error}", f"record {count}")


def _decoded(file: IO[bytes]) -> Iterator[tuple[str, bool]]:
    """Pieces of UTF-8 text, and whether each is the last."""
    rest = file.read(PIECE).removeprefix(codecs.BOM_UTF8)
    while True:
        following = file.read(PIECE)
        text, rest = _decode(rest, last=not following)
        yield text, not following
        if not following:
            return
        rest += following


def _skip(text: str, at: int, blanks: str) -> int:
    while at < len(text) and text[at] in blanks:
        at += 1
    return at


def _decode(data: bytes, *, last: bool) -> tuple[str, bytes]:
    """UTF-8 text, and the bytes of a letter that is not whole yet."""
    try:
        return data.decode(), b""
    except UnicodeDecodeError as error:
        if last or len(data) - error.start > 3:
            raise RecordError("is not UTF-8", f"byte {error.start}") from None
        return data[: error.start].decode(), data[error.start :]


def _checked(value: object, count: int) -> Checked:
    try:
        record = check(value)
    except RecordError as error:
        raise RecordError(error.wrong, f"record {count}: {error.path or 'the record'}") from None
    return Checked(record, fingerprint(record))
