"""Looking at all that is public for canaries, and judging what was found."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connections
from django.test import Client, override_settings

from answerable.public.data.dumping import dump_all
from answerable.published.router import STORE
from answerable.published.searching.finding import search
from tests.leaks.allowed import public_letters
from tests.leaks.canaries import whole
from tests.leaks.record import Record, go_on, published
from tests.leaks.surfaces import SURFACES, addresses, answers, unpacked

STORE_BYTES, INDEX, ON_DISK, LOGGED = (
    "the public store's bytes, free pages too", "its search index", "bulk files on disk",
    "what is logged meanwhile",
)  # fmt: skip
EVERY_SURFACE = (*SURFACES, STORE_BYTES, INDEX, ON_DISK, LOGGED)
AT_ONCE = 40  # words of one search
WORDS = "SELECT term FROM temp.every_word"


@dataclass
class Seen:
    """What was found at one moment: for each canary the surfaces, each with the first address there."""

    public: set[str]
    found: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, letters: Iterable[str], surface: str, where: str) -> None:
        for one in letters:
            self.found.setdefault(one, {}).setdefault(surface, where)

    def add_files(self, record: Record, files: Iterable[Path], surface: str) -> None:
        for path in files:
            words = b"\n".join([str(path.name).encode(), *unpacked(path.read_bytes())])
            self.add(record.garden.found_in(words), surface, path.name)

    @property
    def leaked(self) -> dict[str, dict[str, str]]:
        return {one: where for one, where in self.found.items() if one not in self.public}


def look(record: Record, *, follow: bool = True) -> Seen:
    """Ask everything that can be asked, and look into everything that is kept for it.

    Without ``follow`` only the addresses that are known: enough for what is planted.
    """
    seen, garden = Seen(set(public_letters(record))), record.garden
    with logged() as lines:
        for one in answers(Client(raise_request_exception=False), addresses(), follow=follow):
            seen.asked[one.surface] += 1
            seen.add(garden.found_in(one.words), one.surface, one.path)
    seen.add(garden.found_in("\n".join(lines).encode()) & _secret(record, seen), LOGGED, "")
    seen.add(garden.found_in(store_bytes()), STORE_BYTES, "")
    seen.add(garden.found_in(" ".join(index_terms()).encode()), INDEX, "")
    seen.add(_searched(record, seen), "search", "?q=")
    seen.add_files(record, dumped(), ON_DISK)
    return seen


def _secret(record: Record, seen: Seen) -> set[str]:
    return set(record.garden.planted) - seen.public


def stages(*, follow: bool = True) -> Iterator[tuple[Record, Seen]]:
    """Twice: once everything is published; once all was rewritten, one meeting corrected, one withdrawn.

    What was kept before (pages in memory, bulk files on disk) is there still when it is looked at again.
    """
    with TemporaryDirectory() as folder, override_settings(DATA=Path(folder)):
        record = published()
        dump_all()
        yield record, look(record, follow=follow)
        go_on(record)
        yield record, look_again(record, follow=follow)


def look_again(record: Record, *, follow: bool) -> Seen:
    """First with the bulk files of before, which may not be given out; the next dump makes them anew."""
    seen = look(record, follow=follow)
    for where in seen.found.values():
        where.pop(ON_DISK, None)
    seen.found = {one: where for one, where in seen.found.items() if where}
    dump_all()
    seen.add_files(record, dumped(), ON_DISK)
    return seen


def store_bytes() -> bytes:
    """The database of the public store as it would stand in its file."""
    store = connections[STORE]
    store.ensure_connection()
    return bytes(store.connection.serialize())


def index_terms() -> list[str]:
    """Every word that search could find."""
    with connections[STORE].cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab(main, published_fts, 'row')"
        )
        cursor.execute(WORDS)
        return [term for (term,) in cursor.fetchall()]


def dumped() -> list[Path]:
    return files_in(Path(settings.DATA, "open-data"))


def files_in(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def _searched(record: Record, seen: Seen) -> set[str]:
    """The canaries that search finds, of those that may not be public."""
    hidden = sorted(_secret(record, seen))
    found: set[str] = set()
    for start in range(0, len(hidden), AT_ONCE):
        some = hidden[start : start + AT_ONCE]
        if search(" OR ".join(map(whole, some)), record.office.slug).total:
            found |= {one for one in some if search(whole(one), record.office.slug).total}
    return found


@contextmanager
def logged() -> Iterator[list[str]]:
    """All that is logged meanwhile, formatted with all that it carries."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != "django.request":  # the address that was asked for, which is not ours
                lines.append(f"{record.getMessage()} {record.__dict__}")

    handler, root = Keep(), logging.getLogger()
    root.addHandler(handler)
    try:
        yield lines
    finally:
        root.removeHandler(handler)


def sentences(record: Record, seen: Seen) -> list[str]:
    """What leaked, as a person would say it."""
    planted = record.garden.planted
    return [
        f"{planted[one].place} (sowing {planted[one].sowing}) on {surface}: {path}"
        for one, where in seen.leaked.items()
        for surface, path in where.items()
    ]
