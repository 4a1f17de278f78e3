"""Taking a record over: row for row where there is none yet; beside another record, with new keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.exceptions import SuspiciousOperation, ValidationError
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Max, Q

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.audit.queries import TOOK_OVER
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.search.operations import rebuild
from answerable.upkeep.backup.files import copy_synced
from answerable.upkeep.handover.reading import (
    Manifest,
    read_keys,
    read_manifest,
    refuse_other_tables,
    rows_in,
)
from answerable.upkeep.handover.record import Tell
from answerable.upkeep.handover.rows import original_name, row_of
from answerable.upkeep.handover.tables import KINDS, PLAIN_KEYS, Model, handed_over, keys_of

CHUNK = 500  # rows that are written at a time
OFFICE, USER = "offices.Office", "accounts.User"
NO_ROW = (KeyError, TypeError, ValueError, OverflowError, ValidationError, IntegrityError, DataError)
"""What a row comes to that is none of its table."""


class Keys:
    """What each key becomes: itself in an empty Answerable, else as much higher as its table has rows.

    ``people``: the accounts of the handover that there is an account for already, by their address.
    """

    def __init__(self) -> None:
        self._higher: dict[str, int] = {}
        self.people: dict[int, int] = {}

    def of(self, label: str, key: int | None) -> int | None:
        """The key that a row of that table gets here: never one that a row has already. Raises ValueError."""
        if key is None:
            return None
        if not isinstance(key, int) or key < 1:
            raise ValueError(f"{key} is no key of a row")
        if label == USER and key in self.people:
            return self.people[key]
        return key + self._higher.get(label, 0)

    def look(self) -> None:
        """Ask the tables how far they go."""
        for model in handed_over():
            self._higher[model._meta.label] = model._default_manager.aggregate(last=Max("pk"))["last"] or 0


def take_over(*, folder: Path, by: User | None, at: datetime, tell: Tell) -> dict[str, int]:
    """Load the record of a checked folder; how many rows of each table. All of it, or Refusal and nothing."""
    told = read_manifest(folder)
    refuse_other_tables(folder, told.program)
    with _files_or_none() as copied, transaction.atomic():
        if Office.objects.filter(Q(name=told.office) | Q(slug=told.slug)).exists():
            raise Refusal(f"There is a record of {told.office} here already. A record is taken over once.")
        counted = _load_all(folder, told, tell)
        office = _the_office(told, counted)
        _count_on()
        tell("search")
        rebuild()
        tell("originals")
        _copy_originals(folder, office, told.left_out, copied)
        record(
            by=by, at=at, operation=TOOK_OVER, summary=f"Took over the record of {told.office}.",
            about=office, office_id=office.pk,
            details={"handed_over_at": told.at, "rows": sum(counted.values()), "keys": read_keys(folder)},
        )  # fmt: skip
    return counted


def _load_all(folder: Path, told: Manifest, tell: Tell) -> dict[str, int]:
    """Every row of every table; how many of each."""
    keys = Keys()
    keys.look()
    _know_people(folder, keys)
    counted = {}
    for model in handed_over():
        tell(str(model._meta.verbose_name_plural))
        counted[model._meta.label] = _load(folder, model, keys)
    if counted != told.rows:
        raise Refusal("The tables have other numbers of rows than the handover says. Copy the folder again.")
    try:
        connection.check_constraints([one._meta.db_table for one in handed_over()])
    except IntegrityError as error:
        raise Refusal(f"A row names another that was not handed over ({_line(error)}).") from None
    return counted


def _the_office(told: Manifest, counted: dict[str, int]) -> Office:
    """Whose record it is, by its tables as by its manifest."""
    office = Office.objects.filter(name=told.office, slug=told.slug).first()
    if office is None or counted[OFFICE] != 1:
        raise Refusal(f"Its tables are not of {told.office} alone, as it says. It was not handed over so.")
    return office


def _know_people(folder: Path, keys: Keys) -> None:
    """Who has an account here already is that account, whatever their key was."""
    here = dict(User.objects.values_list("email", "pk"))
    for told in rows_in(folder, User):
        with _readable(User):
            if told["email"] in here:
                keys.people[told["id"]] = here[told["email"]]


def _load(folder: Path, model: Model, keys: Keys) -> int:
    count, lines = 0, rows_in(folder, model)
    while some := list(islice(lines, CHUNK)):
        count += len(some)
        with _readable(model):
            new = [one for one in some if model is not User or one["id"] not in keys.people]
            model._default_manager.bulk_create(row_of(model, _with_keys(model, one, keys)) for one in new)
    return count


@contextmanager
def _readable(model: Model) -> Iterator[None]:
    """Say in a sentence where a row is none of its table."""
    try:
        yield
    except NO_ROW as error:
        raise Refusal(f"A row of {model._meta.label} cannot be read ({_line(error)}).") from None


def _line(error: Exception) -> str:
    """PostgreSQL says more, on further lines."""
    return str(error).partition("\n")[0]


def _with_keys(model: Model, told: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """The values of a row with the keys that it and those it names get here."""
    label = model._meta.label
    values = {**told, "id": keys.of(label, told["id"])}
    for column in keys_of(model):
        values[column.attname] = keys.of(column.related_model._meta.label, told[column.attname])
    for (table, name), to in PLAIN_KEYS.items():
        if table == label and told[name] is not None:
            values[name] = keys.of(KINDS[told["kind"]] if to == "kind" else to, told[name])
    return values


@contextmanager
def _files_or_none() -> Iterator[list[str]]:
    """The names of files that were copied: where the rest fails they go again, but for those of others."""
    copied: list[str] = []
    try:
        yield copied
    except BaseException:
        for name in copied:
            if not Document.objects.filter(content=name).exists():
                Path(default_storage.path(name)).unlink(missing_ok=True)
        raise


def _copy_originals(folder: Path, office: Office, left: frozenset[str], copied: list[str]) -> None:
    """Put the files where rows name them; one that is there already has the same content, by its name.

    ``left`` are those that were not handed over.
    """
    rows = Document.objects.filter(office=office).order_by("pk")
    for name, sha256, media_type in rows.values_list("content", "sha256", "media_type"):
        place = _place_of(name, sha256)
        if name not in left and not place.exists():
            copied.append(name)
            _copy(folder / original_name(name, media_type), place, sha256)


def _place_of(name: str, sha256: str) -> Path:
    """Where an original lies: among the files of this site, under the name that its content gives it."""
    wrong = Refusal(f"A file is called {name!r}, which is no name of an original. It was not handed over so.")
    if not PurePosixPath(name).name.startswith(sha256):
        raise wrong
    try:
        return Path(default_storage.path(name))
    except SuspiciousOperation:
        raise wrong from None


def _copy(file: Path, place: Path, sha256: str) -> None:
    """It has its name when it is whole: a half of it would be taken for the file by whoever tries again."""
    beside = place.with_name(f"{place.name}.unfinished")
    beside.unlink(missing_ok=True)
    try:
        if copy_synced(file, beside) != sha256:
            raise Refusal(f"{file} is not the file that the record names. Copy the folder again, whole.")
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _count_on() -> None:
    """New rows get keys behind the last one, where the database does not see to that itself."""
    statements = connection.ops.sequence_reset_sql(no_style(), handed_over())
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)
