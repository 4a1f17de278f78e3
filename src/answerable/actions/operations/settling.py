"""What follows from everything that is stored: ties, lives and numbers. Done again it changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.actions.operations.closing import renew_closures
from answerable.actions.operations.linking import meetings_to_close, meetings_to_link, renew_links
from answerable.actions.operations.living import renew_lives, with_merged
from answerable.actions.operations.owning import name_owners
from answerable.actions.operations.revisiting import renew_revisits
from answerable.actions.operations.silences import renew_silences
from answerable.actions.operations.succeeding import renew_successions
from answerable.audit import operations as audit
from answerable.core.batches import batches
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import settle_people
from answerable.meetings.writing import write_columns
from answerable.offices.models import Office

NUMBERED_AT_A_TIME = 2000
MANY = 10_000  # actions: beyond it one look at all is cheaper than so many by their keys


@dataclass(frozen=True, slots=True)
class Settled:
    """How much changed; ``people``: whether anybody, or any tenure, did; the ids of new ``meetings``."""

    people: bool
    owners: int
    links: int
    lives: int
    numbers: int
    meetings: tuple[int, ...] = ()


@transaction.atomic
def settle(*, office: Office, by: User, at: datetime) -> Settled | None:
    """Work out people, ties, lives and numbers for the meetings that came in since; None where none did.

    Part of a larger write.
    """
    fresh = Meeting.objects.filter(office=office, settled=False)
    if not fresh.exists():
        return None
    people = settle_people(office=office, by=by, at=at)
    owners = name_owners(office, people)
    tied, heirs = _tie(office, meetings_to_link(office.pk), meetings_to_close(office.pk))
    touched = with_merged(tied)
    everything = Action.objects.filter(office=office)
    lives = renew_lives(office.pk, everything if heirs else _may_have_changed(office, touched))
    renew_silences(office.pk, None if heirs else _spoken_at(fresh, touched))
    numbers = number_actions(office)
    renew_revisits(office.pk, fresh)
    came_in = tuple(fresh.order_by("pk").values_list("pk", flat=True))
    fresh.update(settled=True)
    return Settled(people.changed, owners, len(tied), lives, numbers, came_in)


@transaction.atomic
def relink(*, office: Office, by: User, at: datetime) -> Settled:
    """Work everything out again, from nothing but what is stored and what people decided."""
    people = settle_people(office=office, by=by, at=at)
    owners = name_owners(office, people, everywhere=True)
    every = Meeting.objects.filter(office=office)
    touched, _ = _tie(office, every, every)
    lives = renew_lives(office.pk, Action.objects.filter(office=office))
    renew_silences(office.pk)
    renew_revisits(office.pk, every)
    done = Settled(people.changed, owners, len(touched), lives, number_actions(office))
    Meeting.objects.filter(office=office, settled=False).update(settled=True)
    audit.record(
        by=by, at=at, operation="actions.relink", about=office, office_id=office.pk,
        summary=f"Worked out links and lives again: {done.links} links and {done.lives} lives changed.",
    )  # fmt: skip
    return done


def _tie(office: Office, linked: QuerySet[Meeting], closing: QuerySet[Meeting]) -> tuple[set[int], bool]:
    """Updates of the meetings ``linked``, what those ``closing`` closed by number, and who took over.

    The actions whose ties changed, and whether a forum's successor did: then it may concern any action.
    """
    touched = renew_links(office.pk, linked) | renew_closures(office.pk, closing)
    heirs = Meeting.objects.filter(forum__in=renew_successions(office.pk))
    if not heirs.exists():
        return touched, False
    return touched | renew_links(office.pk, heirs) | renew_closures(office.pk, heirs), True


def _spoken_at(fresh: QuerySet[Meeting], touched: set[int]) -> set[int] | None:
    """The forums whose promises and actions may have been heard of; None where it may be any."""
    if len(touched) > MANY:
        return None
    followed = Action.objects.filter(pk__in=touched).values_list("forum_id", flat=True)
    return {*fresh.values_list("forum_id", flat=True), *followed}


def number_actions(office: Office) -> int:
    """Give an office number to each action that has none, in the order in which they were given."""
    new = Action.objects.filter(office=office, number=None)
    keys = new.order_by("given", "forum__slug", "meeting_id", "position").values_list("pk", flat=True)
    last = Office.objects.select_for_update(no_key=True).get(pk=office.pk).actions_numbered
    given = 0
    for batch in batches(list(keys), NUMBERED_AT_A_TIME):
        rows = [{"pk": key, "number": f"A-{last + given + n:04d}"} for n, key in enumerate(batch, 1)]
        write_columns(Action, ["number"], rows)
        given += len(batch)
    if given:
        Office.objects.filter(pk=office.pk).update(actions_numbered=last + given)
    return given


def _may_have_changed(office: Office, touched: set[int]) -> QuerySet[Action]:
    """The actions of new meetings, those whose ties changed, and those that a new meeting passed over."""
    forums = set(Meeting.objects.filter(office=office, settled=False).values_list("forum_id", flat=True))
    before = dict(Forum.objects.filter(office=office).exclude(succeeds=None).values_list("id", "succeeds_id"))
    waiting = list(forums)
    while waiting:
        earlier = before.get(waiting.pop())
        if earlier is not None and earlier not in forums:
            forums.add(earlier)
            waiting.append(earlier)
    actions = Action.objects.filter(office=office)
    if len(touched) > MANY:
        return actions
    return actions.filter(Q(forum__in=forums) | Q(meeting__forum__in=forums) | Q(pk__in=touched))
