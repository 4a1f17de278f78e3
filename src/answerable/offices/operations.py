"""Making offices, and the words that they use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.text import slugify

from answerable.audit.operations import record
from answerable.audit.queries import who_changed
from answerable.core.clash import Choice, Clash
from answerable.core.refusal import Refusal
from answerable.offices.models import Area, Force, Office
from answerable.offices.queries import CONTACT, LABELS, areas_version, contact_version, labels_version

DEFAULT_NAME = "The commissioner's office"
MOST_LABEL = 80  # letters, as the columns have it
MOST_NAME = 200  # letters of a force or an area, as the columns have it
MOST_AREAS = 60  # of one force: the largest has half as many
SET_LABELS = "offices.set_labels"
SET_AREAS = "offices.set_areas"
SET_CONTACT = "offices.set_contact"
MOST_CONTACT = 1000  # letters of one way to reach the office: a postal address has fewer


@transaction.atomic
def make_office(*, name: str, by: AbstractBaseUser, at: datetime) -> Office:
    """A new office; its slug is made from its name."""
    office = Office.objects.create(name=name, slug=slugify(name)[:80] or "office")
    record(
        by=by, at=at, operation="offices.make_office", summary=f"Made the office {name}.",
        about=office, office_id=office.pk,
    )  # fmt: skip
    return office


def hold_office(office_id: int) -> None:
    """Let nobody else write in the record of an office before this transaction has ended.

    The first thing that a write does which rests on what it has read: what it reads afterwards stays so, and
    as everybody takes this lock first, nobody waits in a circle. SQLite's transactions begin with the write
    lock (IMMEDIATE). Rows that point to the office can be made meanwhile (no_key).
    """
    Office.objects.select_for_update(no_key=True).filter(pk=office_id).values_list("pk").first()


@transaction.atomic
def set_labels(
    *, office: Office, labels: Mapping[str, str], seen: str | None = None, by: AbstractBaseUser, at: datetime
) -> None:
    """Say what the commissioner, the chief officer and the office are called here.

    ``labels`` are values of LABELS; ``seen`` is the version of those that the form showed. Raises Clash,
    Refusal.
    """
    hold_office(office.pk)
    held = Office.objects.get(pk=office.pk)
    wanted = {name: " ".join(labels[name].split()) for name in LABELS if name in labels}
    differing = {name: value for name, value in wanted.items() if value != getattr(held, name)}
    if not differing:
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and labels_version(held) != seen:
        raise _clash(held, differing)
    for name, value in differing.items():
        if not 0 < len(value) <= MOST_LABEL:
            raise Refusal(f"Write up to {MOST_LABEL} letters for {LABELS[name].lower()}.")
        setattr(held, name, value)
    held.save(update_fields=list(differing))
    record(
        by=by, at=at, operation=SET_LABELS, office_id=held.pk, about=held,
        summary="Changed what the office calls its people.", details=differing,
    )  # fmt: skip


def _clash(held: Office, wanted: Mapping[str, str]) -> Clash:
    choices = [
        Choice(name, LABELS[name], theirs=getattr(held, name), yours=value, shape="text")
        for name, value in wanted.items()
    ]
    who, at = who_changed(held, SET_LABELS)
    return Clash("these words", choices, who=who, at=at, version=labels_version(held))


@transaction.atomic
def set_contact(
    *,
    office: Office,
    contact: Mapping[str, str],
    ends_on: date | None,
    successor: str,
    seen: str | None = None,
    by: AbstractBaseUser,
    at: datetime,
) -> None:
    """Say how the public reaches the office, when it ends and who comes after it. It is public once the page
    about the office is published anew. ``contact`` by the names of CONTACT. Raises Clash, Refusal.
    """
    hold_office(office.pk)
    held = Office.objects.get(pk=office.pk)
    said = {name: contact.get(name, "").strip() for name in CONTACT}
    said = {name: value for name, value in said.items() if value}
    _check_contact(said, successor)
    if (said, ends_on, successor) == (held.contact, held.ends_on, held.successor):
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and contact_version(held) != seen:
        raise Clash("how the office is reached", _contact_choices(held, said, ends_on, successor),
                    version=contact_version(held))  # fmt: skip
    held.contact, held.ends_on, held.successor = said, ends_on, successor
    held.save(update_fields=["contact", "ends_on", "successor"])
    record(
        by=by, at=at, operation=SET_CONTACT, office_id=held.pk, about=held,
        summary="Changed how the public reaches the office.",
        details={**said, "ends_on": ends_on.isoformat() if ends_on else "", "successor": successor},
    )  # fmt: skip


def _check_contact(said: Mapping[str, str], successor: str) -> None:
    for name, value in said.items():
        if len(value) > MOST_CONTACT:
            raise Refusal(f"Write up to {MOST_CONTACT} letters for {CONTACT[name].lower()}.")
    if len(successor) > MOST_NAME:
        raise Refusal(f"Write up to {MOST_NAME} letters for who goes on with the record.")
    if "email" in said:
        try:
            validate_email(said["email"])
        except ValidationError:
            raise Refusal("Write one email address, such as office@wyvern-valley.example.") from None


def _contact_choices(
    held: Office, said: Mapping[str, str], ends_on: date | None, successor: str
) -> list[Choice]:
    """What differs, each with what stands there and what was typed."""
    theirs = {**held.contact, "ends_on": held.ends_on.isoformat() if held.ends_on else ""}
    theirs["successor"] = held.successor
    yours = {**said, "ends_on": ends_on.isoformat() if ends_on else "", "successor": successor}
    names = {**CONTACT, "ends_on": "The office’s last day", "successor": "Who goes on with its record"}
    return [
        Choice(name, what, theirs=theirs.get(name, ""), yours=yours.get(name, ""), shape="text")
        for name, what in names.items()
        if theirs.get(name, "") != yours.get(name, "")
    ]


@transaction.atomic
def set_areas(
    *,
    office: Office,
    force: str,
    areas: Sequence[str],
    seen: str | None = None,
    by: AbstractBaseUser,
    at: datetime,
) -> None:
    """Name the force that the office holds to account, and its areas, one after another.

    An area whose name is there again stays itself; one that is not goes, and one that has figures ends, so
    that they are kept. Raises Clash, Refusal.
    """  # fmt: skip
    hold_office(office.pk)
    name, named = " ".join(force.split()), list(dict.fromkeys(" ".join(one.split()) for one in areas))
    named = [one for one in named if one]
    if not 0 < len(name) <= MOST_NAME:
        raise Refusal(f"Write the force’s name, up to {MOST_NAME} letters.")
    if len(named) > MOST_AREAS or any(len(one) > MOST_NAME for one in named):
        raise Refusal(f"Write up to {MOST_AREAS} areas, a line for each, of up to {MOST_NAME} letters.")
    held = Force.objects.filter(office=office).order_by("pk").first()
    before = list(held.areas.filter(end=None).values_list("name", flat=True)) if held else []
    if held and (held.name, sorted(before)) == (name, sorted(named)):
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and areas_version(office) != seen:
        choice = Choice("areas", "Areas", theirs="\n".join(before), yours="\n".join(named), shape="text")
        raise Clash("the areas", [choice], version=areas_version(office))
    held = held or Force(office=office)
    held.name = name
    held.save()
    _end_areas(held, named, at)
    again = held.areas.filter(name__in=named)
    again.update(end=None)
    known = set(again.values_list("name", flat=True))
    Area.objects.bulk_create(Area(force=held, name=one) for one in named if one not in known)
    record(
        by=by, at=at, operation=SET_AREAS, office_id=office.pk, about=held,
        summary=f"Named the areas of {name}: {', '.join(named) or 'none'}.",
    )  # fmt: skip


def _end_areas(force: Force, named: Sequence[str], at: datetime) -> None:
    """What is on the list no more goes; what has figures ends on that day."""
    for area in force.areas.filter(end=None).exclude(name__in=named):
        try:
            with transaction.atomic():
                area.delete()
        except ProtectedError:
            area.end = timezone.localdate(at)
            area.save(update_fields=["end"])
