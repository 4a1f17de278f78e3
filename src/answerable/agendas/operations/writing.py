"""The agenda writes itself, as often as it is asked to, and never undoes what a person did to it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.operations.revisiting import put_on_agenda
from answerable.agendas.models import Proposal, Question
from answerable.agendas.operations.placing import behind, changeable, mark_like, place_items
from answerable.agendas.queries import merged, spoken_of
from answerable.core.agenda.building import Wanted
from answerable.core.agenda.merging import Change, Merged
from answerable.core.permissions.markings import Marking, Why
from answerable.meetings.models import Item, Meeting
from answerable.papers.models import Point


@transaction.atomic
def bring_up_to_date(*, meeting: Meeting, fixed: Collection[int], by: User, at: datetime) -> Merged:
    """Put what is new where it belongs, let what nobody touched follow its source, and take off what has
    lost its reason. ``fixed``: items that stay in any case. Part of a larger write. Raises Gone, Refusal."""
    meeting = changeable(meeting.pk)
    items = {one.pk: one for one in meeting.items.order_by("position").defer("source")}
    proposals = list(meeting.proposals.all())
    plan = merged(meeting, list(items.values()), proposals, spoken_of(meeting) | set(fixed))
    if not plan.says_something:
        return plan
    _follow(plan.changed, items, {one.item_id: one for one in proposals})
    Proposal.objects.filter(item__in=plan.gone).delete()
    Item.objects.filter(pk__in=plan.gone).delete()
    outline = []
    made: list[tuple[Wanted, Item]] = []
    for place in plan.places:
        item = items.get(place.item or 0) or _make(meeting, place.wanted)
        if place.wanted and place.item is None:
            made.append((place.wanted, item))
        outline.append((item, place.level))
    place_items(meeting=meeting, outline=outline)
    for wanted, item in made:
        remember(meeting, wanted, item)
    return plan


def _follow(changes: list[Change], items: dict[int, Item], proposals: dict[int | None, Proposal]) -> None:
    for one in changes:
        item, proposal = items[one.item], proposals[one.item]
        item.title, item.note = one.title, one.note
        proposal.title, proposal.note = one.wanted.title, one.wanted.note
        item.save(update_fields=["title", "note"])
        proposal.save(update_fields=["title", "note"])


def _make(meeting: Meeting, wanted: Wanted | None) -> Item:
    """A new item behind all others."""
    assert wanted is not None
    kind, _, key = wanted.key.partition(":")
    item = Item(
        meeting=meeting, position=behind(meeting), title=wanted.title, kind=wanted.kind, note=wanted.note,
        lead=wanted.lead, origin=wanted.origin, carried_from_id=int(key) if kind == "carried" else None,
    )  # fmt: skip
    if wanted.restricted and kind == "revisit":
        item.restricted, item.marking, item.marking_why = True, Marking.RESTRICTED, Why.OTHER
        item.marking_note = "What comes back is restricted."
    elif wanted.restricted:
        mark_like(item, (Item if kind == "carried" else Question)._default_manager.get(pk=int(key)))
    item.save()
    return item


def remember(meeting: Meeting, wanted: Wanted, item: Item) -> None:
    """Keep what was proposed, and let its source know the item. Part of a larger write."""
    values = {"title": wanted.title, "note": wanted.note, "item": item, "restricted": wanted.restricted}
    Proposal.objects.update_or_create(meeting=meeting, key=wanted.key, defaults=values)
    kind, _, key = wanted.key.partition(":")
    if kind == "point":
        Point.objects.filter(pk=int(key)).update(item=item)
    elif kind == "question":
        Question.objects.filter(pk=int(key)).update(item=item)
    elif kind == "revisit":
        put_on_agenda(key=int(key), meeting=meeting, item=item)
