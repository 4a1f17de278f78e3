"""What people decide about promises: made an action, watched, dismissed, kept or not; and all that back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionDue, ActionOwner, Commitment, Silence
from answerable.actions.operations.living import renew_lives
from answerable.actions.operations.settling import number_actions
from answerable.actions.operations.silences import renew_silences
from answerable.actions.promises import CALLED, promise_version
from answerable.actions.rows import OWNER_LENGTH
from answerable.audit import operations as audit
from answerable.components import words
from answerable.core.actions.promises import LEADS_TO, Step, lapses_from, why_not
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.people.models import Post
from answerable.people.queries import holders

LONGEST = 2000  # characters of a reason, or of what was seen
LONGEST_ACTION = 2000
MOST_OWNERS = 10
THING = "this promise"


@dataclass(frozen=True, slots=True)
class NewAction:
    """What a promise becomes: the words of the action, whose it is, and by when."""

    text: str
    owners: Sequence[Post] = ()
    due: dt.date | None = None


@transaction.atomic
def promote_promise(
    *, promise: Commitment, action: NewAction, seen: str | None = None, by: User, at: dt.datetime
) -> Action:
    """Make an action of it, given on the day of its meeting. Raises Clash, Gone, Refusal."""
    held = _held(promise, "promote", seen)
    text = " ".join(action.text.split())
    if not text or len(text) > LONGEST_ACTION:
        raise Refusal(f"Write what is to be done, in at most {LONGEST_ACTION:,} characters.")
    if len(action.owners) > MOST_OWNERS:
        raise Refusal(f"Choose at most {MOST_OWNERS} owners.")
    if action.due and action.due < held.meeting.date:
        day = words.date(held.meeting.date)
        raise Refusal(f"The due date is before the promise was made: choose {day} or a later day.")
    made = _make_action(held, text, action)
    _decide(held, "promote", by=by, at=at, action=made)
    _record(held, "promote", f"Made a promise action {made.number}.", by=by, at=at, also=[made])
    return made


@transaction.atomic
def watch_promise(
    *, promise: Commitment, until: dt.date, seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Look out for it until a day. Raises Clash, Gone, Refusal."""
    held = _held(promise, "watch", seen)
    if until <= timezone.localdate(at):
        raise Refusal("Choose a day that is ahead: until then the promise is watched.")
    _decide(held, "watch", by=by, at=at, watched_until=until)
    Silence.objects.filter(commitment=held).delete()
    Commitment.objects.filter(pk=held.pk).update(
        lapses_from=lapses_from(held.meeting.date, held.due, until), silent_from=None
    )
    _record(held, "watch", f"Watches a promise until {words.date(until)}.", by=by, at=at)


@transaction.atomic
def dismiss_promises(
    *, promises: Sequence[tuple[Commitment, str | None]], why: str, by: User, at: dt.datetime
) -> int:
    """Say of each that it need not be followed, and why; how many.

    Each comes with the version that was seen. All of them or none. Raises Clash, Gone, Refusal.
    """
    if not promises:
        raise Refusal("Choose at least one promise.")
    reason = _said(why, "Say why it need not be followed, in a few words.")
    hold_office(promises[0][0].office_id)
    held = [_held(promise, "dismiss", seen) for promise, seen in promises]
    for one in held:
        _decide(one, "dismiss", by=by, at=at, why=reason)
    audit.record(
        by=by, at=at, operation="actions.dismiss_promises", about=held, office_id=held[0].office_id,
        summary=f"Dismissed {words.plural(len(held), 'promise')}.", details={"count": len(held)},
    )  # fmt: skip
    return len(held)


@transaction.atomic
def judge_promise(
    *, promise: Commitment, kept: bool, what: str, seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Say that it was kept, or was not, with what was seen of it. Raises Clash, Gone, Refusal."""
    step: Step = "keep" if kept else "break"
    held = _held(promise, step, seen)
    reason = _said(what, "Say what you saw or were told, in a few words.")
    _decide(held, step, by=by, at=at, why=reason)
    said = "Said that a promise was kept." if kept else "Said that a promise was not kept."
    _record(held, step, said, by=by, at=at)


@transaction.atomic
def take_back_promise(*, promise: Commitment, seen: str | None = None, by: User, at: dt.datetime) -> None:
    """Undo what was decided about it: it stands as it was found. Raises Clash, Gone, Refusal.

    An action that was made of it goes with that, unless something has come of it since.
    """
    held = _held(promise, "take back", seen)
    if held.action is not None and held.standing == Commitment.Standing.PROMOTED:
        _drop_action(held.action)
    _decide(held, "take back", by=by, at=at)
    renew_silences(held.office_id, {held.meeting.forum_id})
    _record(held, "take_back", "Took back what was decided about a promise.", by=by, at=at)


def _held(promise: Commitment, step: Step, seen: str | None) -> Commitment:
    """The promise as it is by now, which nobody else decides about meanwhile. Raises Clash, Gone, Refusal."""
    hold_office(promise.office_id)
    rows = Commitment.objects.select_related("meeting__forum", "action", "decided_by")
    held = rows.filter(pk=promise.pk).first()
    if held is None:
        raise Gone(THING)
    if seen and promise_version(held) != seen:
        raise _clash(held, step)
    reason = why_not(held.standing, step)  # type: ignore[arg-type]  # the column holds nothing else
    if reason:
        raise Refusal(reason)
    return held


def _clash(held: Commitment, step: Step) -> Clash:
    choice = Choice(
        "decision", "What becomes of the promise",
        theirs=CALLED[held.standing] + (f": {held.why}" if held.why else ""),
        yours=CALLED[LEADS_TO[step]],
    )  # fmt: skip
    who = held.decided_by.name if held.decided_by else None
    final = why_not(held.standing, step) is not None  # type: ignore[arg-type]
    return Clash(THING, [choice], who=who, at=held.decided_at, version=promise_version(held), final=final)


def _said(text: str, otherwise: str) -> str:
    said = text.strip()
    if not said:
        raise Refusal(otherwise)
    if len(said) > LONGEST:
        raise Refusal(f"Make it shorter: it can have {LONGEST:,} characters.")
    return said


def _decide(
    held: Commitment, step: Step, *, by: User, at: dt.datetime, why: str = "", action: Action | None = None,
    watched_until: dt.date | None = None,
) -> None:  # fmt: skip
    back = step == "take back"
    held.standing, held.why, held.watched_until = LEADS_TO[step], why, watched_until
    held.action = action or (None if back else held.action)
    held.decided_at, held.decided_by = (None, None) if back else (at, by)
    held.save(update_fields=["standing", "why", "watched_until", "action", "decided_at", "decided_by"])


def _make_action(promise: Commitment, text: str, wanted: NewAction) -> Action:
    """The action with its owners, due, life and number; restricted as the promise is."""
    meeting = promise.meeting
    last = meeting.actions.aggregate(last=Max("position"))["last"]
    printed = [(post.abbreviation or post.title)[:OWNER_LENGTH] for post in wanted.owners]
    made = Action.objects.create(
        office_id=promise.office_id, meeting=meeting, position=0 if last is None else last + 1,
        forum=meeting.forum, item_id=promise.item_id, text=text, owners_printed=", ".join(printed),
        source=promise.source, given=meeting.date, restricted=promise.restricted,
    )  # fmt: skip
    for position, (post, name) in enumerate(zip(wanted.owners, printed, strict=True)):
        holder = holders(post, meeting.date).first()
        ActionOwner.objects.create(
            action=made, position=position, printed=name, post=post, person=holder.person if holder else None
        )
    if wanted.due:
        day = f"by {words.date(wanted.due)}"
        ActionDue.objects.create(action=made, position=0, text=day, date=wanted.due, precision="day")
    renew_lives(made.office_id, Action.objects.filter(pk=made.pk))
    number_actions(meeting.office)
    made.refresh_from_db()
    return made


def _drop_action(action: Action) -> None:
    happened = (
        action.updates, action.reports, action.steps, action.steps_elsewhere, action.plan_ties,
        action.awaited_events, action.revisits,
    )  # fmt: skip
    if any(rows.exists() for rows in happened):
        raise Refusal(
            f"Something has come of {action.number} since: withdraw the action instead, and say why."
        )
    action.delete()


def _record(
    held: Commitment, what: str, summary: str, *, by: User, at: dt.datetime, also: Sequence[Action] = ()
) -> None:
    audit.record(
        by=by, at=at, operation=f"actions.{what}_promise", about=[held, *also, held.meeting],
        office_id=held.office_id, summary=summary, details={"standing": held.standing},
    )  # fmt: skip
