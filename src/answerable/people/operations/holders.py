"""A person's word that a tenure ended, and who follows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from answerable.accounts.models import User
from answerable.core.people.handing import Handed, Held, after, why_not_handed
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.people.models import Handover, Person, Post, Tenure
from answerable.people.operations.listing import TenureValues, as_values, handed

LONGEST_NAME = 200
FURTHEST = timedelta(days=366)
"""How far ahead a change of holder can be said: what is further off is not decided yet."""


def hand_over(
    *, post: Post, on: date, leaving: Person | None, arriving: str = "", acting: bool = False,
    abolished: bool = False, by: User, at: datetime,
) -> Handover:  # fmt: skip
    """Say who leaves a post, and who follows from ``on``. Part of a larger write.

    ``arriving``: a name; that of somebody known means them. Raises Refusal.
    """
    if on - timezone.localdate(at) > FURTHEST:
        raise Refusal("That is more than a year ahead: say it once it is decided, with a nearer day.")
    follower = _person(post.office, arriving) if arriving.strip() else None
    word = Handed(
        post.pk, on, leaving.pk if leaving else None, follower.pk if follower else None, acting, abolished
    )
    rows = held(post)
    refused = why_not_handed(word, rows, handed(post.handovers.all()))
    if refused:
        raise Refusal(refused)
    said = Handover.objects.create(
        post=post, on=on, leaving=leaving, arriving=follower, acting=acting, abolished=abolished,
        said_at=at, said_by=by,
    )  # fmt: skip
    _write_tenures(post, after(rows, [word]))
    post.abolished_on = on if abolished else None
    post.save(update_fields=["abolished_on"])
    return said


def forget_handover(*, handover: Handover) -> None:
    """Take a word back: it was said by mistake. Part of a larger write, which tells the tenures anew."""
    post = handover.post
    handover.delete()
    last = post.handovers.order_by("on", "said_at", "pk").last()
    post.abolished_on = last.on if last and last.abolished else None
    post.save(update_fields=["abolished_on"])


def held(post: Post) -> list[Held]:
    """The tenures of a post as the rules read them. One query."""
    return [
        Held(*values) for values in post.tenures.order_by("start", "pk").values_list(*TenureValues._fields)
    ]


def _write_tenures(post: Post, wanted: list[Held]) -> None:
    post.tenures.all().delete()
    Tenure.objects.bulk_create(Tenure(**as_values(one)._asdict()) for one in wanted)


def _person(office: Office, name: str) -> Person:
    """Somebody of this name, made where nobody was named so before."""
    folded = " ".join(name.split())[:LONGEST_NAME]
    known = Person.objects.filter(office=office).order_by("pk")
    for one in known.filter(name__iexact=folded):
        return one
    printed = next((one for one in known if folded in one.names), None)
    return printed or Person.objects.create(office=office, name=folded, names=[folded])
