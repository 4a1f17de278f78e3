"""What is to come back: found in what was said, or set by a person; moved, dropped, or come back."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from answerable.accounts.models import User
from answerable.actions.models import Action, Revisit
from answerable.actions.returning import DONE, DROPPED, PLANNED, WAITING, revisit_version
from answerable.audit import operations as audit
from answerable.components.words import date
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.minutes.revisits import HINTS, returns
from answerable.core.refusal import Refusal
from answerable.meetings.models import Entry, Exchange, Item, Meeting
from answerable.offices.operations import hold_office

SET, CHANGE = "actions.set_revisit", "actions.change_revisit"
DROP, NOTE = "actions.drop_revisit", "actions.note_revisit"
LONGEST = 2000  # characters: what is to come back is a sentence or two
SAID_IN = ["note", "response", "decision", "commitment", "action"]
"""Kinds of entries that bring something back: not a question, nor what is said of an earlier action."""


def renew_revisits(office_id: int, meetings: QuerySet[Meeting]) -> int:
    """Make what these meetings bring back anew where it differs, and note what came back; how many changed.

    What a person decided about stays, and what stands on an agenda does. Part of a larger write.
    """
    wanted = _wanted(meetings)
    held: dict[int, list[Revisit]] = defaultdict(list)
    for one in Revisit.objects.filter(meeting__in=meetings).exclude(position=None):
        held[one.meeting_id].append(one)
    changed = 0
    for meeting in wanted.keys() | held.keys():
        changed += _renew(office_id, wanted.get(meeting, []), held.get(meeting, []))
    return changed + _note_what_came_back(office_id)


def _renew(office_id: int, wanted: Sequence[dict[str, Any]], held: Sequence[Revisit]) -> int:
    known = {(one.text, one.due_text): one for one in held}
    keys = {(values["text"], values["due_text"]) for values in wanted}
    changed = 0
    for key, one in known.items():
        if key not in keys and one.decided_at is None and one.state == WAITING:
            one.delete()
            changed += 1
    free = max([-1, *(one.position or 0 for one in held)]) + 1
    for values in wanted:
        before = known.get((values["text"], values["due_text"]))
        if before is None:
            Revisit.objects.create(office_id=office_id, position=free, **values)
            free, changed = free + 1, changed + 1
        else:
            changed += _follow(before, values)
    return changed


def _follow(held: Revisit, values: dict[str, Any]) -> bool:
    """What was read again; of one that a person decided about only where it stands in the record."""
    kept = ("due", "question") if held.decided_at else ()
    new = {name: value for name, value in values.items() if name not in kept and getattr(held, name) != value}
    for name, value in new.items():
        setattr(held, name, value)
    if new:
        held.save(update_fields=[name.removesuffix("_id") for name in new])
    return bool(new)


def _note_what_came_back(office_id: int) -> int:
    """Done: its meeting was held and something was minuted under its item, or its action ended since its day.

    What else a meeting passed over waits for the next.
    """
    ours = Revisit.objects.filter(office_id=office_id)
    spoken = Exists(Entry.objects.filter(item=OuterRef("planned_item")))
    held = Q(planned__state=Meeting.State.HELD, planned__minutes_state__in=["", "approved"])
    came = ours.filter(spoken, held, state=PLANNED).update(state=DONE)
    ended = ours.filter(state=WAITING, decided_at=None, action__ended__gte=F("due"))
    return came + ended.update(state=DONE, why="Its action ended.")


def _wanted(meetings: QuerySet[Meeting]) -> dict[int, list[dict[str, Any]]]:
    """By meeting the columns of each thing that it brings back, in the order printed. Three queries."""
    said = Q()
    for word in HINTS:
        said |= Q(text__icontains=word)
    entries = Entry.objects.filter(said, meeting__in=meetings, kind__in=SAID_IN).select_related("meeting")
    rows = list(entries.order_by("meeting_id", "position"))
    actions = {one.entry_id: one for one in Action.objects.filter(entry__in=[row.pk for row in rows])}
    asked = _asked({one.meeting_id for one in rows})
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for entry in rows:
        for values in _of_entry(entry, actions.get(entry.pk)):
            exchange = _question(entry, asked.get((entry.meeting_id, entry.item_id), []))
            values["question"] = exchange.question if exchange else ""
            values["restricted"] = entry.restricted or (exchange is not None and exchange.restricted)
            found[entry.meeting_id].append(values)
    return found


def _of_entry(entry: Entry, action: Action | None) -> Iterator[dict[str, Any]]:
    text = action.text if action else entry.text
    for one in returns(text, entry.meeting.date, is_action=entry.kind == "action"):
        yield {
            "meeting_id": entry.meeting_id, "forum_id": entry.meeting.forum_id, "item_id": entry.item_id,
            "entry_id": entry.pk, "action_id": action.pk if action else None, "text": one.text,
            "due": one.due, "due_text": one.due_text, "source": entry.source,
        }  # fmt: skip


def _asked(meetings: set[int]) -> dict[tuple[int, int | None], list[Exchange]]:
    found: dict[tuple[int, int | None], list[Exchange]] = defaultdict(list)
    for one in Exchange.objects.filter(meeting__in=meetings).order_by("position"):
        found[one.meeting_id, one.item_id].append(one)
    return found


def _question(entry: Entry, asked: Sequence[Exchange]) -> Exchange | None:
    """The last question of the item before it was said, else the item's first."""
    before = [one for one in asked if one.entries and min(one.entries) <= entry.position]
    return before[-1] if before else asked[0] if asked else None


@transaction.atomic
def set_revisit(
    *, item: Item, text: str, question: str, due: dt.date | None, by: User, at: dt.datetime
) -> Revisit:
    """An item is to come back to the first meeting of its forum from ``due`` on. Raises Refusal."""
    hold_office(item.meeting.office_id)
    meeting = item.meeting
    _may_be_due(due, meeting)
    made = Revisit.objects.create(
        office_id=meeting.office_id, forum_id=meeting.forum_id, meeting=meeting, item=item,
        text=_text(text, "Write what is to come back."), question=_text(question), due=due,
        restricted=Item.objects.filter(pk=item.pk, restricted=True).exists(), decided_at=at, decided_by=by,
    )  # fmt: skip
    _record(made, SET, f"An item of {meeting} is to come back{_on(due)}.", by, at)
    return made


@transaction.atomic
def change_revisit(
    *,
    revisit: Revisit,
    due: dt.date | None,
    question: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> None:
    """Another day, or other words for what is to be asked then. Raises Clash, Gone, Refusal."""
    hold_office(revisit.office_id)
    held = held_revisit(revisit.pk)
    asked = _text(question)
    if seen and revisit_version(held) != seen:
        raise _clash(held, [("question", "What to ask", held.question, asked), ("due", "Day", held.due, due)])
    _refuse_settled(held)
    _may_be_due(due, held.meeting)
    if held.due != due and held.planned_item_id is None:
        held.planned = None
        held.state = WAITING
    held.due, held.question, held.decided_at, held.decided_by = due, asked, at, by
    held.save(update_fields=["due", "question", "planned", "state", "decided_at", "decided_by"])
    _record(held, CHANGE, f"Changed when an item of {held.meeting} comes back{_on(due)}.", by, at)


@transaction.atomic
def drop_revisit(*, revisit: Revisit, why: str, seen: str | None = None, by: User, at: dt.datetime) -> None:
    """It need not come back, and why. Raises Clash, Gone, Refusal."""
    _settle(revisit, DROPPED, _text(why, "Say why it need not come back."), seen, by, at)


@transaction.atomic
def note_revisit(*, revisit: Revisit, why: str, seen: str | None = None, by: User, at: dt.datetime) -> None:
    """It came back already, and where. Raises Clash, Gone, Refusal."""
    _settle(revisit, DONE, _text(why, "Say at which meeting it came back."), seen, by, at)


def _settle(one: Revisit, state: str, why: str, seen: str | None, by: User, at: dt.datetime) -> None:
    hold_office(one.office_id)
    held = held_revisit(one.pk)
    if seen and revisit_version(held) != seen and held.state in (DONE, DROPPED):
        raise _clash(held, [("why", "Why", held.why, why)], final=True)
    _refuse_settled(held)
    held.state, held.why, held.decided_at, held.decided_by = state, why, at, by
    held.save(update_fields=["state", "why", "decided_at", "decided_by"])
    said = "need not come back" if state == DROPPED else "came back"
    _record(held, DROP if state == DROPPED else NOTE, f"An item of {held.meeting} {said}.", by, at)


def put_on_agenda(*, key: int, meeting: Meeting, item: Item) -> None:
    """It stands on the agenda of a meeting. Part of a larger write."""
    Revisit.objects.filter(pk=key, state__in=[WAITING, PLANNED]).update(
        state=PLANNED, planned=meeting, planned_item=item
    )


def held_revisit(key: int) -> Revisit:
    """As it is now. Raises Gone."""
    found = Revisit.objects.select_related("meeting__forum", "decided_by").filter(pk=key).first()
    if found is None:
        raise Gone("what was to come back")
    return found


def _refuse_settled(held: Revisit) -> None:
    if held.state in (DONE, DROPPED):
        raise Refusal(f"This is settled already: {held.get_state_display().lower()}.")


def _may_be_due(due: dt.date | None, meeting: Meeting) -> None:
    if due is not None and due <= meeting.date:
        raise Refusal(f"Choose a day after {date(meeting.date)}, when it was spoken of.")


def _text(text: str, missing: str = "") -> str:
    kept = "".join(one for one in text if one.isprintable() or one == "\n").strip()
    if missing and not kept:
        raise Refusal(missing)
    if len(kept) > LONGEST:
        raise Refusal(f"Shorten it to {LONGEST:,} characters: it has {len(kept):,}.")
    return kept


def _on(due: dt.date | None) -> str:
    return f" from {date(due)} on" if due else ""


def _record(one: Revisit, operation: str, summary: str, by: User, at: dt.datetime) -> None:
    audit.record(
        by=by, at=at, operation=operation, office_id=one.office_id, about=[one, one.meeting], summary=summary
    )


def _clash(held: Revisit, parts: Sequence[tuple[str, str, Any, Any]], *, final: bool = False) -> Clash:
    choices = [
        Choice(name, label, str(theirs or ""), str(yours or ""), shape="text" if name == "due" else "long")
        for name, label, theirs, yours in parts
        if theirs != yours
    ]
    who = held.decided_by.name if held.decided_by else None
    return Clash(
        "what is to come back",
        choices,
        who=who,
        at=held.decided_at,
        version=revisit_version(held),
        final=final,
    )
