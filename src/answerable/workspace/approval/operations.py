"""Steps to approval, mends and answers: lower operations together, in one transaction each."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.operations.revisiting import renew_revisits
from answerable.audit import operations as audit
from answerable.core.approval.checks.given import ANSWER, Drop, Insert, Mend, Restrict
from answerable.core.approval.states import LAID, STATE_NAMES, State, Step
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.approval_queries import minutes_version, remark_version, unanswered
from answerable.minuting.models import Remark
from answerable.minuting.operations.lines import writable
from answerable.offices.operations import hold_office
from answerable.workspace.approval.findings import Told, facts_of, findings
from answerable.workspace.approval.laying import lay, lift
from answerable.workspace.approval.reading import Now, minutes_now

DID_NOT_HELP = "That did not put it right: change the line itself."


@transaction.atomic
def take(
    *,
    meeting: Meeting,
    step: Step,
    words: str = "",
    approved_by: Meeting | None = None,
    seen: str | None = None,
    today: dt.date,
    by: User,
    at: dt.datetime,
) -> None:
    """Take a step: on with what follows from it, or back. Raises Clash, Refusal.

    At the step to the force the minutes are laid into the record; at approval they are opened.
    """
    held = meeting_held(meeting)
    now = minutes_now(held)
    open_remarks = unanswered(held)
    fresh = minutes_version(held, now.lines, held.steps.count(), open_remarks)
    if seen and fresh != seen:
        raise _moved_on(held, step, fresh)
    told = findings(held, now) if step.conditions else []
    facts = facts_of(held, now, told, today, open_remarks, approved_by)
    taken = minuting.take_step(
        meeting=held, step=step, facts=facts, words=words, approved_by=approved_by, by=by, at=at
    )
    if step.to in LAID:
        now = lay(meeting=held, by=by, at=at)
    if step.to == State.APPROVED:
        lift(meeting=held, by=by, at=at)
        renew_revisits(held.office_id, Meeting.objects.filter(pk=held.pk))
    made = minuting.keep_version(meeting=held, state=step.to, record=now.record, by=by, at=at)
    audit.record(
        by=by, at=at, operation="approval.take", about=[held, taken, made, *filter(None, [approved_by])],
        office_id=held.office_id, summary=f"Minutes of {held}: {step.done}",
        details={"was": step.was, "to": step.to, "version": made.number},
    )  # fmt: skip


@transaction.atomic
def mend(
    *, meeting: Meeting, finding: str, answer: str = "", seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Put right what a check found, by its key; ``answer`` is what was asked for. Raises Gone, Refusal."""
    held = writable(meeting)
    now = minutes_now(held)
    before = findings(held, now)
    told = next((one for one in before if one.found.key == finding), None)
    if told is None or told.found.mend is None:
        raise Gone("what was to be put right")
    if seen and told.version != seen:
        raise Gone("the line as you saw it")
    if told.found.mend.ask and not answer:
        raise Refusal(told.found.mend.question)
    _apply(held, now, told, told.found.mend, answer, by=by, at=at)
    after = findings(held)
    if _count(after, told) >= _count(before, told):
        raise Refusal(DID_NOT_HELP)
    audit.record(
        by=by, at=at, operation="approval.mend", office_id=held.office_id,
        about=[held, *filter(None, [told.line])], details={"check": told.found.check.key},
        summary=f"Put right in the minutes of {held}: {told.found.check.looks_for.lower()}.",
    )  # fmt: skip


@transaction.atomic
def answer(
    *,
    remark: Remark,
    accepted: bool,
    words: str,
    text: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> None:
    """Answer a remark; where its line changes, the record is laid again and a version kept.

    Raises Clash, Refusal.
    """
    held = minuting.with_the_force(remark.meeting)
    fresh = Remark.objects.select_related("line__item", "line__meeting", "meeting").get(pk=remark.pk)
    if seen and remark_version(fresh) != seen:
        raise _answered(fresh, accepted, words, text)
    changed = minuting.answer_remark(
        remark=fresh, accepted=accepted, words=words, new_text=text, by=by, at=at
    )
    if changed:
        now = lay(meeting=held, by=by, at=at)
        minuting.keep_version(meeting=held, state=State.SEEN, record=now.record, by=by, at=at)
    done = "Accepted" if accepted else "Declined"
    audit.record(
        by=by, at=at, operation="approval.answer", about=[held, fresh], office_id=held.office_id,
        summary=f"{done} a remark on the minutes of {held}.", details={"changed": changed},
    )  # fmt: skip


def meeting_held(meeting: Meeting) -> Meeting:
    """The meeting as it is by now, behind the office's lock."""
    hold_office(meeting.office_id)
    return Meeting.objects.select_related("forum", "office", "document").get(pk=meeting.pk)


def _apply(
    meeting: Meeting, now: Now, told: Told, mend: Mend, answer: str, *, by: User, at: dt.datetime
) -> None:
    change = mend.change
    if isinstance(change, Drop):
        name = now.paper.attendance[change.attendance]["name"]
        minuting.take_off(meeting=meeting, name=name, by=by, at=at)
        return
    if told.line is None:
        raise Refusal(DID_NOT_HELP)
    if isinstance(change, Insert):
        minuting.insert_behind(line=told.line, text=change.text, by=by, at=at)
    elif isinstance(change, Restrict):
        minuting.restrict_like(line=told.line, like=now.line_of[change.like], by=by, at=at)
    else:
        new = change.new.replace(ANSWER, answer)
        minuting.rewrite(line=told.line, old=change.old, new=new, by=by, at=at)


def _count(found: list[Told], like: Told) -> int:
    return sum(one.found.check.key == like.found.check.key for one in found)


def _moved_on(meeting: Meeting, step: Step, fresh: str) -> Clash:
    last = meeting.steps.select_related("by").order_by("at", "id").last()
    choice = Choice(
        "state", "How far they are", STATE_NAMES[State(meeting.minutes_state)], STATE_NAMES[step.to]
    )
    return Clash(
        f"the minutes of {meeting}", [choice], who=last.by.name if last else None,
        at=last.at if last else None, version=fresh, final=meeting.minutes_state != step.was,
    )  # fmt: skip


def _answered(remark: Remark, accepted: bool, words: str, text: str) -> Clash:
    answers = {"": "Not answered", "accepted": "Accepted", "declined": "Not accepted"}
    choices = [
        Choice("answer", "Answer", remark.answer, "accepted" if accepted else "declined", shape="choice",
               options=answers),
        Choice("words", "What is said to it", remark.answer_words, words, shape="long"),
    ]  # fmt: skip
    if remark.line and text:
        choices.append(Choice("text", "The line", remark.line.text, text, shape="long"))
    who = remark.answered_by.name if remark.answered_by else None
    return Clash("the answer to this remark", choices, who=who, at=remark.answered_at,
                 version=remark_version(remark))  # fmt: skip
