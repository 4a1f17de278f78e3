"""What a post owes passes on: to its next holder, or to another post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionOwner, ActionStep
from answerable.actions.operations.living import renew_lives
from answerable.audit import operations as audit
from answerable.core.clash import Clash, Gone
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.people.models import Person, Post
from answerable.people.queries import holders

RUNNING = [Action.State.OPEN, Action.State.REPORTED]
LONGEST_REASON = 1000  # characters
PASSED = ActionStep.Kind.PASSED

Given = Mapping[int, Sequence[tuple[int, int]]]
"""By action the posts that a part of it was given from and to, in the order in which that was done."""


def pass_actions(
    *, post: Post, leaving: Person | None, arriving: Person | None, on: date, reason: str, by: User,
    at: datetime,
) -> list[Action]:  # fmt: skip
    """Note in the life of each open action of a post that it passed on, and to whom. Part of a larger write.

    Done after the tenures were changed: what is somebody else's who holds the post too stays theirs.
    """
    others = set(holders(post, on).values_list("person_id", flat=True))
    others -= {one.pk for one in (leaving, arriving) if one}
    owners = ActionOwner.objects.filter(post=post, action__state__in=RUNNING, action__draft=False)
    owners = owners.exclude(person__in=others).select_related("action__meeting").order_by("action")
    actions = list({one.action_id: one.action for one in owners}.values())
    ActionStep.objects.bulk_create(
        ActionStep(
            office_id=post.office_id, action=one, kind=PASSED, on=on, reason=reason, person=arriving,
            was_post=post, restricted=one.restricted, at=at, by=by,
        )
        for one in actions
    )  # fmt: skip
    renew_lives(post.office_id, Action.objects.filter(pk__in=[one.pk for one in actions]))
    return actions


def unpass_actions(*, post: Post, on: date, said_at: datetime) -> None:
    """Take those notes back: the change of holder was said by mistake. Part of a larger write."""
    steps = ActionStep.objects.filter(kind=PASSED, was_post=post, post=None, on=on, at=said_at)
    actions = list(steps.values_list("action_id", flat=True))
    steps.delete()
    renew_lives(post.office_id, Action.objects.filter(pk__in=actions))


@transaction.atomic
def give_to_post(
    *, actions: Sequence[Action], was: Post, to: Post, reason: str, by: User, at: datetime
) -> int:
    """Give what one post owes to another, with a reason; how many actions. Raises Clash, Gone, Refusal.

    It stands whatever is read again: see ``posts_given``.
    """
    hold_office(was.office_id)
    reason = " ".join(reason.split())[:LONGEST_REASON]
    _check(was, to, reason, actions)
    owners = ActionOwner.objects.filter(post=was, action__in=[one.pk for one in actions])
    found = {one.action_id: one.action for one in owners.select_related("action")}
    if len(found) < len({one.pk for one in actions}):
        raise Clash(f"what {was} owes, which some of these are not any more,", final=True)
    for one in found.values():
        if one.state not in RUNNING:
            raise Refusal(f"Action {one.number} is {one.state}: nobody owes it any more.")
    owners.update(post=to, person=None, body=None)
    ActionStep.objects.bulk_create(
        ActionStep(
            office_id=was.office_id, action=one, kind=PASSED, on=timezone.localdate(at), reason=reason,
            post=to, was_post=was, restricted=one.restricted, at=at, by=by,
        )
        for one in found.values()
    )  # fmt: skip
    renew_lives(was.office_id, Action.objects.filter(pk__in=list(found)))
    numbers = ", ".join(sorted(str(one.number or one.pk) for one in found.values()))
    audit.record(
        by=by, at=at, operation="actions.give_to_post", about=[was, to, *found.values()],
        office_id=was.office_id, summary=f"Gave {numbers} from {was} to {to}.", details={"reason": reason},
    )  # fmt: skip
    return len(found)


def posts_given(office_id: int) -> Given:
    """What people gave from one post to another. One query; few rows, whatever the size of the record."""
    steps = ActionStep.objects.filter(office_id=office_id, kind=PASSED).exclude(post=None)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = steps.exclude(was_post=None).order_by("at", "pk")
    for action, was, to in rows.values_list("action_id", "was_post_id", "post_id"):
        found[action].append((was, to))
    return found


def post_after(post: int | None, given: Sequence[tuple[int, int]]) -> int | None:
    """The post that owes what ``post`` was to do, once each giving was done."""
    for was, to in given:
        post = to if post == was else post
    return post


def _check(was: Post, to: Post, reason: str, actions: Sequence[Action]) -> None:
    if not Post.objects.filter(pk__in=[was.pk, to.pk], office_id=was.office_id).count() == len(
        {was.pk, to.pk}
    ):
        raise Gone("the post")
    if was.pk == to.pk:
        raise Refusal("Choose another post: these are its own.")
    if to.abolished_on is not None:
        raise Refusal(f"{to} is a post that nobody holds any more: choose another one.")
    if not actions:
        raise Refusal("Choose at least one action.")
    if not reason:
        raise Refusal("Say why, in a few words.")
