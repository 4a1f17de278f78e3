"""What is waited for: said, changed, recorded once it has happened, or dropped with a reason."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action, AwaitedEvent
from answerable.actions.waiting import awaited_version
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.components.words import date
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.offices.operations import hold_office

AWAIT, CHANGE, DROP = "actions.await_event", "actions.change_awaited", "actions.drop_awaited"
LONGEST = 2000  # characters: an event is a sentence or two
RECORDED = "This is recorded already: it was {} on {}."


@transaction.atomic
def await_event(
    *, forum: Forum, text: str, expected: dt.date | None, action: Action | None = None,
    restricted: bool = False, since: dt.date, by: User, at: dt.datetime,
) -> AwaitedEvent:  # fmt: skip
    """From ``since`` on it stands under the risks of the forum's agendas. Raises Gone, Refusal.

    What hangs on it is as restricted as the action.
    """
    hold_office(forum.office_id)
    closed = restricted or _is_restricted(action)
    made = AwaitedEvent.objects.create(
        office_id=forum.office_id, forum=forum, action=action, text=_text(text), expected=expected,
        restricted=closed, since=since, made_at=at, made_by=by,
    )  # fmt: skip
    audit.record(
        by=by, at=at, operation=AWAIT, office_id=forum.office_id,
        about=[made, forum, *([action] if action else [])],
        summary=f"Something is waited for at {forum}{f', by {date(expected)}' if expected else ''}.",
    )  # fmt: skip
    return made


@transaction.atomic
def change_awaited(
    *, event: AwaitedEvent, text: str, expected: dt.date | None, seen: str | None = None, by: User,
    at: dt.datetime,
) -> None:  # fmt: skip
    """Put its words right, or the day on which it is expected. Raises Clash, Gone, Refusal."""
    hold_office(event.office_id)
    held = held_event(event.pk)
    words = _text(text)
    if seen and awaited_version(held) != seen:
        raise _clash(held, words, expected)
    refuse_recorded(held)
    held.text, held.expected = words, expected
    held.save(update_fields=["text", "expected"])
    audit.record(
        by=by, at=at, operation=CHANGE, office_id=held.office_id, about=[held, held.forum],
        summary=f"Changed what is waited for at {held.forum}.",
    )  # fmt: skip


@transaction.atomic
def drop_awaited(
    *, event: AwaitedEvent, why: str, seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Nobody waits for it any more. Raises Clash, Gone, Refusal."""
    hold_office(event.office_id)
    held = held_event(event.pk)
    if not why.strip():
        raise Refusal("Say why nobody waits for it any more.")
    _decide(held, seen=seen, outcome=why, happened_on=None, dropped=True, by=by, at=at)
    audit.record(
        by=by, at=at, operation=DROP, office_id=held.office_id, about=[held, held.forum],
        summary=f"Something is not waited for any more at {held.forum}.",
    )  # fmt: skip


def note_outcome(
    *, event: AwaitedEvent, happened_on: dt.date, outcome: str, today: dt.date, seen: str | None = None,
    by: User, at: dt.datetime,
) -> AwaitedEvent:  # fmt: skip
    """It happened, and what came of it. Part of a larger write. Raises Clash, Gone, Refusal."""
    held = held_event(event.pk)
    if not outcome.strip():
        raise Refusal("Write what came of it.")
    if happened_on > today:
        raise Refusal("Choose a day that is not ahead: it has happened.")
    _decide(held, seen=seen, outcome=outcome, happened_on=happened_on, dropped=False, by=by, at=at)
    return held


def held_event(key: int) -> AwaitedEvent:
    """An event as it is now. Raises Gone."""
    found = AwaitedEvent.objects.select_related("forum", "action").filter(pk=key).first()
    if found is None:
        raise Gone("what is waited for")
    return found


def refuse_recorded(held: AwaitedEvent) -> None:
    """Raise Refusal where it was decided before."""
    if held.recorded_at is not None:
        what = "dropped" if held.dropped else "recorded"
        raise Refusal(RECORDED.format(what, date(held.recorded_at)))


def _decide(
    held: AwaitedEvent, *, seen: str | None, outcome: str, happened_on: dt.date | None, dropped: bool,
    by: User, at: dt.datetime,
) -> None:  # fmt: skip
    if held.recorded_at is not None and seen and awaited_version(held) != seen:
        raise _decided_clash(held, outcome)
    refuse_recorded(held)
    held.outcome, held.happened_on, held.dropped = _text(outcome), happened_on, dropped
    held.recorded_at, held.recorded_by = at, by
    held.save(update_fields=["outcome", "happened_on", "dropped", "recorded_at", "recorded_by"])


def _is_restricted(action: Action | None) -> bool:
    return action is not None and Action.objects.filter(pk=action.pk, restricted=True).exists()


def _text(text: str) -> str:
    kept = "".join(one for one in text if one.isprintable() or one == "\n").strip()
    if not kept:
        raise Refusal("Write what is waited for.")
    if len(kept) > LONGEST:
        raise Refusal(f"Shorten it to {LONGEST:,} characters: it has {len(kept):,}.")
    return kept


def _clash(held: AwaitedEvent, text: str, expected: dt.date | None) -> Clash:
    """Somebody else changed it, or decided about it: then nothing can be changed any more."""
    if held.recorded_at is not None:
        return _decided_clash(held, text)
    who, at = who_changed(held, CHANGE)
    day = str(expected or ""), str(held.expected or "")
    return Clash(
        "what is waited for",
        [
            Choice("text", "What is waited for", held.text, text, shape="long"),
            *([Choice("expected", "Expected", day[1], day[0], shape="text")] if day[0] != day[1] else []),
        ],
        who=who, at=at,
        version=awaited_version(held),
    )  # fmt: skip


def _decided_clash(held: AwaitedEvent, yours: str) -> Clash:
    label = "Why it was dropped" if held.dropped else "What came of it"
    who = held.recorded_by.name if held.recorded_by else None
    choice = Choice("outcome", label, theirs=held.outcome, yours=yours.strip())
    return Clash("what is waited for", [choice], who=who, at=held.recorded_at, final=True)
