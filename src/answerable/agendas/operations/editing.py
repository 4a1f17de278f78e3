"""What people do to an agenda: add an item, change its words, move it, take it off, put it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.models import Proposal, Question
from answerable.agendas.operations.placing import behind, changeable, held_item, outline_of, place_items
from answerable.agendas.queries import item_version, spoken_of
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.core.agenda.moving import end_of, moved, without
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting
from answerable.offices.operations import hold_office

ADD, CHANGE, MOVE = "agendas.add_item", "agendas.change_item", "agendas.move_item"
LONGEST_TITLE = 500  # characters: a title is a line or two, the rest belongs into the note
LONGEST_NOTE = 5000


@transaction.atomic
def add_item(
    *, meeting: Meeting, title: str, note: str = "", lead: str = "", kind: str = "other",
    under: Item | None = None, after: Item | None = None, by: User, at: datetime,
) -> Item:  # fmt: skip
    """A new item: last under another, or right after one, else before any other business. Raises Refusal."""
    hold_office(meeting.office_id)
    meeting = changeable(meeting.pk)
    item = Item(
        meeting=meeting, position=behind(meeting), kind=kind, origin=Item.Origin.WRITTEN,
        **_texts(title, note, lead),
    )  # fmt: skip
    outline = outline_of(meeting)
    item.save()
    place_items(meeting=meeting, outline=_with(outline, item, under, after))
    audit.record(
        by=by, at=at, operation=ADD, office_id=meeting.office_id, about=[meeting, item],
        summary=f"Added an item to the agenda of {meeting}.",
    )  # fmt: skip
    return item


@transaction.atomic
def change_item(
    *,
    item: Item,
    title: str,
    note: str,
    lead: str,
    kind: str,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Change what an item says. Raises Clash, Gone, Refusal."""
    hold_office(item.meeting.office_id)
    held = held_item(item.pk)
    changeable(held.meeting_id)
    texts = {**_texts(title, note, lead), "kind": kind}
    if seen and item_version(held) != seen:
        raise _clash(held, texts)
    for name, value in texts.items():
        setattr(held, name, value)
    held.save(update_fields=list(texts))
    audit.record(
        by=by, at=at, operation=CHANGE, office_id=held.meeting.office_id, about=[held, held.meeting],
        summary=f"Changed an item on the agenda of {held.meeting}.",
    )  # fmt: skip


@transaction.atomic
def move_item(*, item: Item, way: str, by: User, at: datetime) -> None:
    """Move an item with what stands under it: up, down, in or out. Raises Gone, Refusal.

    It is moved from where it stands by now: nothing typed can be lost by it.
    """
    hold_office(item.meeting.office_id)
    held = held_item(item.pk)
    meeting = changeable(held.meeting_id)
    outline = outline_of(meeting)
    place_items(meeting=meeting, outline=moved(outline, _place_of(held, outline), way))
    audit.record(
        by=by, at=at, operation=MOVE, office_id=meeting.office_id, about=[held, meeting],
        summary=f"Moved an item {way} on the agenda of {meeting}.",
    )  # fmt: skip


def take_off_item(*, item: Item, fixed: Collection[int], by: User, at: datetime) -> None:
    """Take an item off with what stands under it; it is remembered, so that it does not come back by itself.

    ``fixed`` are items that something hangs on. A question goes back to the backlog. Raises Gone, Refusal.
    Part of a larger write.
    """
    held = held_item(item.pk)
    meeting = changeable(held.meeting_id)
    outline = outline_of(meeting)
    left, off = without(outline, _place_of(held, outline))
    hung = {one.pk for one in off} & (spoken_of(meeting) | set(fixed))
    if hung:
        raise Refusal(_why_it_stays(held, hung))
    Question.objects.filter(item__in=off, state=Question.State.CHOSEN).update(
        state=Question.State.PARKED, why="Taken off the agenda.", item=None, meeting=None
    )
    Item.objects.filter(pk__in=[one.pk for one in off]).delete()
    place_items(meeting=meeting, outline=left)


def put_back(*, proposal: Proposal, by: User, at: datetime) -> None:
    """Forget that an item was taken off, so that it is proposed again. Part of a larger write."""
    held = Proposal.objects.filter(pk=proposal.pk, item=None).first()
    if held is None:
        raise Gone("what was taken off")
    changeable(held.meeting_id)
    held.delete()


def _texts(title: str, note: str, lead: str) -> dict[str, str]:
    """The texts of an item as they are kept. Raises Refusal."""
    if not title.strip():
        raise Refusal("Write what the item is called.")
    if len(title.strip()) > LONGEST_TITLE:
        raise Refusal(
            f"Make the title shorter than {LONGEST_TITLE} characters; the rest can go into the note."
        )
    if len(note) > LONGEST_NOTE:
        raise Refusal(f"Make the note shorter than {LONGEST_NOTE:,} characters.")
    return {"title": " ".join(title.split()), "note": note.strip(), "lead": " ".join(lead.split())}


def _with(
    outline: list[tuple[Item, int]], item: Item, under: Item | None, after: Item | None
) -> list[tuple[Item, int]]:
    """The outline with a new item in its place."""
    keys, levels = [one.pk for one, _ in outline], [level for _, level in outline]
    parent = keys.index(under.pk) if under and under.pk in keys else None
    before = keys.index(after.pk) if after and after.pk in keys else None
    if parent is not None:
        place, level = end_of(levels, parent), levels[parent] + 1
    elif before is not None:
        place, level = end_of(levels, before), levels[before]
    else:
        closing = (at for at, (one, depth) in enumerate(outline) if depth == 1 and _closes(one))
        place, level = next(closing, len(outline)), 1
    return [*outline[:place], (item, level), *outline[place:]]


def _closes(item: Item) -> bool:
    return item.kind in ("any_other_business", "next_meeting")


def _place_of(item: Item, outline: list[tuple[Item, int]]) -> int:
    return next(at for at, (one, _) in enumerate(outline) if one.pk == item.pk)


def _why_it_stays(item: Item, hung: Collection[int]) -> str:
    what = "it" if item.pk in hung else "an item that stands under it"
    return f"This item stays: minutes were written under {what}. Move the lines to another item first."


def _clash(held: Item, yours: dict[str, str]) -> Clash:
    labels = {"title": "Title", "note": "Note", "lead": "Who speaks to it", "kind": "Kind"}
    choices = [
        Choice(name, labels[name], getattr(held, name), value, shape="long" if name == "note" else "text")
        for name, value in yours.items()
        if getattr(held, name) != value
    ]
    who, when = who_changed(held, CHANGE)
    return Clash("this agenda item", choices, who=who, at=when, version=item_version(held))
