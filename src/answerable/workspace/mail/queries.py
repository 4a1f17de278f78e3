"""The outbox as those who look after accounts see it: never what a message says."""

from __future__ import annotations

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.shortcuts import get_object_or_404

from answerable.accounts.models import User
from answerable.mail.models import Message, Wish
from answerable.workspace.here import Here

STATES = dict(Message.State.choices)
BODIES = ("text", "html", "subject")


def outbox(here: Here, state: str | None) -> QuerySet[Message]:
    """Without what was said: what was given up first, then what waits, then what was sent."""
    rows = Message.objects.filter(office_id=here.office_id).select_related("user").defer(*BODIES)
    if state:
        return rows.filter(state=state).order_by("-made_at", "-pk")
    order = [Message.State.GIVEN_UP, Message.State.WAITING]
    place = Case(
        *(When(state=one, then=Value(at)) for at, one in enumerate(order)),
        default=Value(len(order)), output_field=IntegerField(),
    )  # fmt: skip
    return rows.order_by(place, "-made_at", "-pk")


def message_at(here: Here, key: int) -> Message:
    """Raises Http404."""
    return get_object_or_404(Message.objects.defer(*BODIES), pk=key, office_id=here.office_id)


def unwanted_by(user: User) -> set[str]:
    return set(Wish.objects.filter(user=user).values_list("kind", flat=True))
