"""One run of the import: which files, read ahead in other processes, written one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue

from django.db.models import Q

from answerable.accounts.models import User
from answerable.core.records import RecordError
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.intake import operations, pool, reading
from answerable.intake.operations import Outcome
from answerable.intake.queries import known_files
from answerable.intake.reading import Checked, Known, ReadMinutes, Refused
from answerable.intake.telling import Teller, teller
from answerable.offices.models import Office
from answerable.offices.operations import DEFAULT_NAME, make_office
from answerable.offices.queries import chosen_office
from answerable.readers.child import Child

LINES_AT_A_TIME = 10
"""Records that a child checks in one go: enough to be worth the trip, few enough for flat memory."""

PIECE = 1 << 20  # bytes hashed at a time


def chosen_or_new_office(name: str | None, *, by: User, at: datetime) -> Office:
    """The office that was named, or the only one; made where there is none yet."""
    return chosen_office(name) or make_office(name=name or DEFAULT_NAME, by=by, at=at)


@dataclass(slots=True)
class Run:
    """What is the same for every file of a run."""

    office: Office
    by: User
    at: datetime
    forum_name: str | None = None
    again: bool = False
    teller: Teller = field(default_factory=teller)

    def import_paths(self, paths: Sequence[str]) -> int:
        """Import files and folders; returns how many files were refused.

        Files are taken in the order of their names, so that the order given makes no difference.
        """
        files = find_files(paths)
        minutes = [path for path in files if not reading.is_record_file(path)]
        records = [path for path in files if reading.is_record_file(path)]
        with self.teller.progress(len(files)):
            for outcome in self._outcomes(minutes, records, kept=self.again and not paths):
                self.teller.tell(outcome)
            self.teller.say("Working out people, links and topics …")
            finished = operations.finish_import(office=self.office, by=self.by, at=self.at)
        self.teller.sum_up(self.office, finished)
        return self.teller.refused

    def _outcomes(self, minutes: list[Path], records: list[Path], *, kept: bool) -> Iterator[Outcome]:
        known = frozenset() if self.again else known_files(self.office)
        yield from (self._import_minutes(one) for one in read_ahead(minutes, known))
        for path in records:
            yield self._import_records(path)
        if kept:
            yield from (self._import_minutes(one) for one in read_ahead(kept_originals(self.office)))

    def _import_minutes(self, read: ReadMinutes | Known | Refused) -> Outcome:
        if isinstance(read, Known):
            return Outcome(read.name, "known")
        if isinstance(read, Refused):
            return self._refuse(read.name, read.sha256, read.reason)
        return operations.import_minutes(
            office=self.office, minutes=read, forum_name=self.forum_name, again=self.again,
            by=self.by, at=self.at,
        )  # fmt: skip

    def _import_records(self, path: Path) -> Outcome:
        sha256 = ""
        try:
            sha256 = _hash(path)
            return operations.import_records(
                office=self.office, name=path.name, sha256=sha256, records=self._counted(path),
                forum_name=self.forum_name, again=self.again, by=self.by, at=self.at,
            )  # fmt: skip
        except RecordError as error:
            return self._refuse(path.name, sha256, f"{path.name}: {error}.")
        except OSError as error:
            return self._refuse(path.name, sha256, f"{path.name} cannot be opened: {error.strerror}.")

    def _counted(self, path: Path) -> Iterator[Checked]:
        for count, checked in enumerate(records_of(path), 1):
            self.teller.count(path.name, count)
            yield checked

    def _refuse(self, name: str, sha256: str, reason: str) -> Outcome:
        if not sha256:
            return Outcome(name, "refused", reason)
        return operations.refuse_file(
            office=self.office, name=name, sha256=sha256, reason=reason, by=self.by, at=self.at
        )


def find_files(paths: Sequence[str]) -> list[Path]:
    """The files that ``paths`` name, folders opened, in order of name; hidden ones are left out."""
    found: set[Path] = set()
    for path in map(Path, paths):
        if not path.exists():
            raise Refusal(f"There is no {path}.")
        if path.is_dir():
            found.update(one for one in path.rglob("*") if one.is_file() and not _hidden(one, path))
        else:
            found.add(path)
    return sorted(found, key=lambda one: (one.name, str(one)))


def _hidden(path: Path, folder: Path) -> bool:
    """Dot files, and the lock files ("~$minutes.docx") that an open word processor leaves."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def read_ahead(
    files: Sequence[Path | Document], known: Container[str] = ()
) -> Iterator[ReadMinutes | Known | Refused]:
    """Minutes read by a child process for each core, in the order given."""
    count = min(pool.workers(), len(files)) or 1
    children: SimpleQueue[Child] = SimpleQueue()
    made = [Child() for _ in range(count)]
    for child in made:
        children.put(child)

    def read(file: Path | Document) -> ReadMinutes | Known | Refused:
        child = children.get()
        try:
            if isinstance(file, Path):
                return reading.read_file(file, child, known)
            with file.content.open("rb") as content:
                return reading.read_content(content.read(), file.name, child)
        finally:
            children.put(child)

    try:
        with ThreadPoolExecutor(count) as executor:
            yield from pool.in_order(executor, read, files, count * pool.AHEAD)
    finally:
        for child in made:
            child.close()


def kept_originals(office: Office) -> list[Document]:
    """The originals of an office's minutes, in the order in which they came; briefing notes are none."""
    minutes = Q(meetings__isnull=False) | Q(note_versions=None)
    return list(Document.objects.filter(minutes, office=office).defer("text").order_by("pk").distinct())


def records_of(path: Path) -> Iterator[Checked]:
    """The records of a file, whole and checked; those that stand one a line by all cores."""
    with path.open("rb") as file:
        if not reading.has_a_record_a_line(file):
            yield from reading.records_one_by_one(file)
            return
        with pool.processes() as children:
            lines = reading.numbered_lines(file, LINES_AT_A_TIME)
            for some in pool.in_order(children, reading.check_lines, lines, pool.workers() * pool.AHEAD):
                yield from some


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            found.update(piece)
    return found.hexdigest()
