"""Giving addresses, and finding again which was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from answerable.core.publication.keeping_addresses import Fresh, Held, Thing, addresses
from answerable.offices.models import Office
from answerable.publishing.models import Address

BETWEEN = "\t"
"""In a mark between number and words: no number has one."""


def given(office: Office, path: str, kind: str, about: int | None, at: dt.datetime, mark: str = "") -> str:
    """The path, which from now on belongs to this thing."""
    Address.objects.get_or_create(
        path=path, defaults={"office": office, "kind": kind, "about": about, "mark": mark, "given_at": at}
    )
    return path


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
