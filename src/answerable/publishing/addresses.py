"""Giving addresses, and finding again which was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from django.db.models import Model

from answerable.core.publication.addresses import meeting_path
from answerable.core.publication.keeping_addresses import Fresh, Held, Thing, addresses
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.papers.models import BriefingNote
from answerable.publishing.models import Address

BETWEEN = "\t"
"""In a mark between number and words: no number has one."""

MADE_ANEW: Mapping[str, type[Model]] = {"meeting": Meeting, "agenda": Meeting, "file": BriefingNote}
"""Things whose addresses say what they are: where the row is gone, a new one there is the same thing."""


def given(office: Office, path: str, kind: str, about: int | None, at: dt.datetime, mark: str = "") -> str:
    """The path, which from now on belongs to this thing. Raises Refusal where it is another thing's."""
    row, new = Address.objects.get_or_create(
        path=path, defaults={"office": office, "kind": kind, "about": about, "mark": mark, "given_at": at}
    )
    if not new and not _may_have(row, kind, about):
        raise Refusal(f"The address {path} was given to something else, and no address is given twice.")
    if row.about != about:
        row.about = about
        row.save(update_fields=["about"])
    return path


def given_to_meeting(meeting: Meeting, at: dt.datetime) -> str:
    """Its address, of forum and day, which from now on belongs to it; with -2 where another meeting has that.

    One that was moved leaves its address on the day behind, and another may be held there.
    """
    day = meeting_path(meeting.office.slug, meeting.forum.slug, meeting.date.isoformat())
    held = {row.path: row for row in Address.objects.filter(path__startswith=day, kind="meeting")}
    free = (one for one in numbered(day) if one not in held or _may_have(held[one], "meeting", meeting.pk))
    return given(meeting.office, next(free), "meeting", meeting.pk, at)


def numbered(base: str) -> Iterator[str]:
    """It, then with -2, -3 and so on."""
    yield base
    yield from (f"{base}-{again}" for again in count(2))


def _may_have(row: Address, kind: str, about: int | None) -> bool:
    """Was it given to this thing, or to one of which it was made anew?"""
    if row.kind != kind:
        return False
    if row.about == about:
        return True
    rows = MADE_ANEW.get(kind)
    return rows is not None and not rows._default_manager.filter(pk=row.about).exists()


def kept(
    office: Office, under: str, kind: str, things: Sequence[tuple[int, Thing]], fresh: Fresh, at: dt.datetime
) -> list[str]:
    """An address for each of the things (rows by their ids) whose addresses begin with ``under``.

    Those that had one before keep it, also where their rows were made anew.
    """
    rows = Address.objects.filter(office=office, kind=kind, path__startswith=under).order_by("pk")
    held = {row.path: row for row in rows}
    before = [Held(path, _thing(row.mark)) for path, row in held.items()]
    paths = addresses([thing for _, thing in things], before, fresh)
    new: list[Address] = []
    moved: list[Address] = []
    for path, (about, thing) in zip(paths, things, strict=True):
        row = held.get(path) or Address(office=office, path=path, kind=kind, given_at=at)
        if (row.about, row.mark) != (about, _mark(thing)):
            row.about, row.mark = about, _mark(thing)
            (moved if row.pk else new).append(row)
    Address.objects.bulk_create(new)
    Address.objects.bulk_update(moved, ["about", "mark"])
    return paths


def _mark(thing: Thing) -> str:
    return f"{thing.number}{BETWEEN}{thing.words}"


def _thing(mark: str) -> Thing:
    number, _, words = mark.partition(BETWEEN)
    return Thing(number, words)


def path_of(office: Office, kind: str, about: int) -> str | None:
    """The address that a thing has, None where it was never given one."""
    held = Address.objects.filter(office=office, kind=kind, about=about).order_by("given_at", "pk")
    return held.values_list("path", flat=True).first()
