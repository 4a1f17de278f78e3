"""Taking a record over: row for row where there is none yet; beside another record, with new keys."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max, Q

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.audit.queries import TOOK_OVER
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.search.operations import rebuild
from answerable.upkeep.handover.folder import FORMAT, KEYS, PUBLIC_FORMAT
from answerable.upkeep.handover.record import Tell
from answerable.upkeep.handover.rows import columns_of, original_name, row_of
from answerable.upkeep.handover.sealing import MANIFEST
from answerable.upkeep.handover.tables import KINDS, PLAIN_KEYS, Model, handed_over, keys_of

CHUNK = 500  # rows that are written at a time
OFFICE, USER = "offices.Office", "accounts.User"


class Keys:
    """What each key becomes: itself in an empty Answerable, else as much higher as its table has rows.

    ``people``: the accounts of the handover that there is an account for already, by their address.
    """

    def __init__(self) -> None:
        self._higher: dict[str, int] = {}
        self.people: dict[int, int] = {}

    def of(self, label: str, key: int | None) -> int | None:
        """The key that a row of that table gets here."""
        if key is None:
            return None
        if label == USER and key in self.people:
            return self.people[key]
        return key + self._higher.get(label, 0)

    def look(self) -> None:
        """Ask the tables how far they go."""
        for model in handed_over():
            self._higher[model._meta.label] = model._default_manager.aggregate(last=Max("pk"))["last"] or 0


@transaction.atomic
def take_over(*, folder: Path, by: User | None, at: datetime, tell: Tell) -> dict[str, int]:
    """Load the record of a checked folder; how many rows of each table. All of it, or Refusal and nothing."""
    told = _manifest(folder)
    _refuse_other_tables(folder, str(told.get("program")))
    if Office.objects.filter(Q(name=told["office"]) | Q(slug=told["slug"])).exists():
        raise Refusal(f"There is a record of {told['office']} here already. A record is taken over once.")
    keys = Keys()
    keys.look()
    _known_people(folder, keys)
    counted = {}
    for model in handed_over():
        tell(str(model._meta.verbose_name_plural))
        counted[model._meta.label] = _load(folder, model, keys)
    if counted != told["rows"]:
        raise Refusal("The tables have other numbers of rows than the handover says. Copy the folder again.")
    _originals(folder, set(told["left_out"]))
    _count_on()
    rebuild()
    record(
        by=by, at=at, operation=TOOK_OVER, summary=f"Took over the record of {told['office']}.",
        about=[(OFFICE.lower(), Office.objects.get(slug=told["slug"]).pk)],
        details={"handed_over_at": told["at"], "rows": sum(counted.values()), "keys": _keys(folder)},
    )  # fmt: skip
    return counted


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        raise Refusal(f"{folder} is no handover: it has no {MANIFEST} that can be read.") from None
    if told.get("format") == PUBLIC_FORMAT:
        raise Refusal(f"{folder} is the public edition, which has no tables: take over the full one.")
    if told.get("format") != FORMAT:
        raise Refusal(
            f"{folder} was written by another version ({told.get('format')}); this one reads {FORMAT}."
        )
    return dict(told)


def _refuse_other_tables(folder: Path, program: str) -> None:
    """Every table and column that was handed over has to have a place here, and the other way round."""
    try:
        told = json.loads((folder / "record" / "schema.json").read_text("utf-8"))
        theirs = {one["table"]: {each["name"] for each in one["columns"]} for one in told["tables"]}
    except (OSError, ValueError, KeyError, TypeError):
        raise Refusal(f"{folder / 'record' / 'schema.json'} cannot be read. Copy the folder again.") from None
    ours = {one._meta.label: {each.attname for each in columns_of(one)} for one in handed_over()}
    for table in sorted(ours.keys() | theirs.keys()):
        if ours.get(table) != theirs.get(table):
            raise Refusal(
                f"It was written by version {program}, whose table {table} is not as this version has it. "
                "Take it over with that version, then upgrade."
            )


def _lines(folder: Path, model: Model) -> Iterator[dict[str, Any]]:
    path = folder / "record" / f"{model._meta.label}.jsonl"
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)
    except (OSError, ValueError):
        raise Refusal(f"{path} cannot be read. Copy the folder again, whole.") from None


def _known_people(folder: Path, keys: Keys) -> None:
    """Who has an account here already is that account, whatever their key was."""
    here = {one.email: one.pk for one in User.objects.all()}
    for told in _lines(folder, User):
        if told["email"] in here:
            keys.people[told["id"]] = here[told["email"]]


def _load(folder: Path, model: Model, keys: Keys) -> int:
    count, lines = 0, _lines(folder, model)
    while some := list(islice(lines, CHUNK)):
        count += len(some)
        new = [one for one in some if model is not User or one["id"] not in keys.people]
        try:
            rows = [row_of(model, _with_keys(model, one, keys)) for one in new]
        except (KeyError, TypeError, ValueError) as error:
            raise Refusal(f"A row of {model._meta.label} cannot be read ({error}).") from None
        model._default_manager.bulk_create(rows)
    return count


def _with_keys(model: Model, told: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """The values of a row with the keys that it and those it names get here."""
    label = model._meta.label
    values = {**told, "id": keys.of(label, told["id"])}
    for column in keys_of(model):
        values[column.attname] = keys.of(column.related_model._meta.label, told[column.attname])
    for (table, name), to in PLAIN_KEYS.items():
        if table == label:
            values[name] = keys.of(KINDS.get(told["kind"], "") if to == "kind" else to, told[name])
    return values


def _originals(folder: Path, left: set[str]) -> None:
    """Put the files where rows name them; one that is there already has the same content, by its name.

    ``left`` are those that were not handed over.
    """
    copied: list[Path] = []
    try:
        for told in _lines(folder, Document):
            place = Path(settings.MEDIA_ROOT) / told["content"]
            if not place.exists() and told["content"] not in left:
                _copy(folder / original_name(told["content"], told["media_type"]), place)
                copied.append(place)
    except BaseException:
        for one in copied:
            one.unlink()
        raise


def _copy(file: Path, place: Path) -> None:
    """It has its name when it is whole: a half of it would be taken for the file by whoever tries again."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.unfinished")
    try:
        shutil.copyfile(file, beside)
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _keys(folder: Path) -> str:
    """What is said of the keys that signed what they published."""
    try:
        return (folder / "audit" / KEYS).read_text("utf-8")
    except (OSError, UnicodeError):
        raise Refusal(f"{folder / 'audit' / KEYS} cannot be read. Copy the folder again, whole.") from None


def _count_on() -> None:
    """New rows get keys behind the last one, where the database does not see to that itself."""
    statements = connection.ops.sequence_reset_sql(no_style(), handed_over())
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)
