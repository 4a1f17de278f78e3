"""Withdrawing: at once, by one person, because nothing is added to what the public reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.publication.versions import Book, readable, split_version
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.publishing.book import book_of, decided
from answerable.publishing.following import quoting
from answerable.publishing.models import Publication
from answerable.publishing.operations.chaining import chain
from answerable.publishing.operations.deciding import set_dropped, waiting_on
from answerable.publishing.operations.forward import about_the_same

STOPPED = "It was withdrawn before it became public."


@transaction.atomic
def withdraw(
    *,
    office: Office,
    note: str,
    as_role: str,
    by: User,
    at: datetime,
    publication: Publication | None = None,
    paths: Sequence[str] = (),
    renews: bool = False,
) -> Publication:
    """Take addresses out of the public store: decided here, and gone with the next ``deliver_due``.

    ``paths`` are addresses, whose every version goes, or single versions of them ("…/version/1"); those that
    ``publication`` brought where none are named. What waits under embargo for the same address is stopped.
    ``renews``: what hangs on it is brought up to date.
    Raises Refusal.
    """
    hold_office(office.pk)
    if not note.strip():
        raise Refusal("Say why it goes: the public reads it at the address.")
    held = book_of(office)
    wanted = _wanted(held, list(paths) or _brought(publication))
    wanted += [one for one in quoting(office, held, wanted) if one not in wanted]
    about = publication or _brought_last(office, wanted)
    made = Publication.objects.create(
        **about_the_same(about), doing=Publication.Doing.WITHDRAW, title=about.title, duty=about.duty,
        note=note, follows=about, withdrawn=wanted, state=Publication.State.DECIDED, scanned_at=at,
        put_forward_at=at, put_forward_by=by, put_forward_as=as_role, decided_at=at, decided_by=by,
        decided_as=as_role, renews=renews,
    )  # fmt: skip
    chain(made, at=at)
    made.save()
    stopped = _stop_waiting(office, wanted, by, at)
    record(
        by=by, at=at, operation="publishing.withdraw", summary=f"Withdrew: {made.title}.",
        about=[made, *stopped], office_id=office.pk,
        details={"number": made.number, "hash": made.hash, "withdrawn": wanted, "note": note},
    )  # fmt: skip
    return made


def _brought(publication: Publication | None) -> list[str]:
    return list(publication.parts.values_list("path", flat=True)) if publication else []


def _wanted(held: Book, paths: Sequence[str]) -> list[str]:
    """Those that can still be read. Raises Refusal where nothing can."""
    found = []
    for one in dict.fromkeys(paths):
        path, version = split_version(one)
        there = readable(held.get(path, []))
        if any(version in (None, each.version) for each in there):
            found.append(one)
    if not found:
        raise Refusal("Nothing of this is public, so there is nothing to withdraw.")
    return found


def _brought_last(office: Office, paths: Sequence[str]) -> Publication:
    path, _ = split_version(paths[0])
    found = decided(office).filter(parts__path=path).last()
    assert found is not None, "the book is told from these"
    return found


def _stop_waiting(office: Office, paths: Sequence[str], by: User, at: datetime) -> list[Publication]:
    """What would bring the addresses back when its embargo ends; a single version brings nothing back."""
    whole = [one for one in paths if split_version(one)[1] is None]
    stopped = waiting_on(office, whole)
    for one in stopped:
        set_dropped(one, STOPPED, by, at)
    return stopped
