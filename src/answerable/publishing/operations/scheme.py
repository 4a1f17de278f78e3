"""What an office says of duties that are met elsewhere, or that do not apply to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.audit.queries import events_about
from answerable.core.clash import Choice, Clash, Gone, version
from answerable.core.publication.duties import BY_CODE
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.publishing.models import DutyMet

LONGEST_ADDRESS = 500
LONGEST = 500
"""Letters of a title or a note: what is longer belongs to the page that it leads to."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody types of a duty. ``applies`` False: it does not apply, and ``note`` says why."""

    title: str
    address: str = ""
    published_on: dt.date | None = None
    review_by: dt.date | None = None
    note: str = ""
    applies: bool = True


@transaction.atomic
def say_met(*, office: Office, duty: str, typed: Said, by: User, at: dt.datetime) -> DutyMet:
    """Add what meets a duty. Raises Refusal."""
    hold_office(office.pk)
    _refuse_unfit(duty, typed, timezone.localdate(at))
    made = DutyMet.objects.create(office=office, duty=duty, at=at, by=by, **_fields(typed))
    _record(made, f"Said what meets “{BY_CODE[duty].title}”: {made.title}.", by, at)
    return made


@transaction.atomic
def change_met(*, met: DutyMet, typed: Said, by: User, at: dt.datetime, seen: str | None = None) -> DutyMet:
    """Put right what meets a duty. Raises Refusal, Clash or Gone."""
    hold_office(met.office_id)
    found = _held(met)
    _refuse_unfit(found.duty, typed, timezone.localdate(at))
    if seen is not None and seen != met_version(found):
        raise _clash(found, typed)
    for name, value in _fields(typed).items():
        setattr(found, name, value)
    found.save()
    _record(found, f"Changed what meets “{BY_CODE[found.duty].title}”: {found.title}.", by, at)
    return found


@transaction.atomic
def remove_met(*, met: DutyMet, by: User, at: dt.datetime) -> None:
    """It does not meet the duty any more. The row is kept. Raises Gone."""
    hold_office(met.office_id)
    found = _held(met)
    found.removed_at = at
    found.save(update_fields=["removed_at"])
    _record(found, f"Took away what met “{BY_CODE[found.duty].title}”: {found.title}.", by, at)


def met_version(met: DutyMet) -> str:
    """Of what its form shows."""
    return version(
        met.title, met.address, met.published_on, met.review_by, met.note, met.applies, met.removed_at
    )


LABELS = {
    "title": "What it is",
    "address": "Where it is found",
    "published_on": "Published on",
    "review_by": "To be looked at again by",
    "note": "Note",
}


def _clash(held: DutyMet, said: Said) -> Clash:
    yours = _fields(said)
    choices = [
        Choice(name, label, str(getattr(held, name) or ""), str(yours[name] or ""), shape="text")
        for name, label in LABELS.items()
        if getattr(held, name) != yours[name]
    ]
    last = events_about(held).first()
    return Clash(
        "what meets the duty", choices, who=last.by.name if last and last.by else None,
        at=last.at if last else None, version=met_version(held),
    )  # fmt: skip


def _held(met: DutyMet) -> DutyMet:
    found = DutyMet.objects.select_for_update().filter(pk=met.pk, removed_at=None).first()
    if found is None:
        raise Gone("what meets the duty")
    return found


def _fields(said: Said) -> dict[str, object]:
    return {
        "title": said.title.strip(),
        "address": said.address.strip(),
        "published_on": said.published_on,
        "review_by": said.review_by,
        "note": said.note.strip(),
        "applies": said.applies,
    }


def _refuse_unfit(duty: str, typed: Said, today: dt.date) -> None:
    if duty not in BY_CODE:
        raise Refusal("The law knows no such duty.")
    if not typed.applies:
        if not typed.note.strip():
            raise Refusal("Say why it does not apply.")
        return
    if not typed.title.strip():
        raise Refusal("Say what it is that is published.")
    if not is_web_address(typed.address):
        raise Refusal("Give the address at which everybody finds it, beginning with https://")
    if typed.published_on and typed.published_on > today:
        raise Refusal("It cannot have been published on a day that is still ahead.")


def is_web_address(address: str) -> bool:
    """Can a link lead there?"""
    try:
        found = urlsplit(address.strip())
    except ValueError:
        return False
    fits = len(address) <= LONGEST_ADDRESS and not any(one.isspace() for one in address.strip())
    return fits and found.scheme in ("http", "https") and "." in (found.hostname or "")


def _record(met: DutyMet, summary: str, by: User, at: dt.datetime) -> None:
    record(
        by=by, at=at, operation="publishing.scheme", summary=summary, about=met, office_id=met.office_id,
        details={"duty": met.duty, "address": met.address},
    )  # fmt: skip
