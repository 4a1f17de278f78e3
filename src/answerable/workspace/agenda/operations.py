"""Writes of the agenda that must know what was typed in a meeting already, in one transaction each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.models import FrozenAgenda, Proposal, Question
from answerable.agendas.operations.asking import decide_question, held_question
from answerable.agendas.operations.carrying import carry_item
from answerable.agendas.operations.editing import put_back as forget
from answerable.agendas.operations.editing import take_off_item
from answerable.agendas.operations.freezing import freeze_agenda
from answerable.agendas.operations.placing import changeable, held_item
from answerable.agendas.operations.writing import bring_up_to_date
from answerable.audit import operations as audit
from answerable.core.agenda.contents import contents_version
from answerable.core.agenda.questions import CHOSEN, DONE
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum, Item, Meeting
from answerable.minuting.models import Assurance, Line, Present
from answerable.offices.operations import hold_office
from answerable.workspace.agenda.contents import contents_of
from answerable.workspace.here import Here

WRITE, TAKE_OFF, PUT_BACK = "agendas.write_agenda", "agendas.take_off_item", "agendas.put_back_item"
SEND_OUT, DECIDE = "agendas.send_out", "agendas.decide_questions"


def hanging(meeting: Meeting) -> set[int]:
    """The items of a meeting that typed lines, judgements or people's coming and going hang on."""
    found: set[int] = set(Line.objects.filter(meeting=meeting).values_list("item_id", flat=True))
    found |= set(Assurance.objects.filter(meeting=meeting).values_list("item_id", flat=True))
    for first, last in Present.objects.filter(meeting=meeting).values_list("from_item_id", "to_item_id"):
        found |= {one for one in (first, last) if one}
    return found


@transaction.atomic
def write_agenda(*, meeting: Meeting, by: User, at: datetime) -> int:
    """Write the agenda, or bring it up to date; how many items are new. Raises Gone, Refusal."""
    hold_office(meeting.office_id)
    plan = bring_up_to_date(meeting=meeting, fixed=hanging(meeting), by=by, at=at)
    if not plan.says_something:
        raise Refusal("The agenda is up to date already.")
    audit.record(
        by=by, at=at, operation=WRITE, office_id=meeting.office_id, about=meeting,
        summary=f"Wrote the agenda of {meeting}: {len(plan.new)} new, {len(plan.changed)} changed, "
        f"{len(plan.gone)} gone.",
    )  # fmt: skip
    return len(plan.new)


@transaction.atomic
def take_off(*, item: Item, by: User, at: datetime) -> None:
    """Take an item off the agenda. Raises Gone, Refusal where something hangs on it."""
    meeting = item.meeting
    hold_office(meeting.office_id)
    take_off_item(item=item, fixed=hanging(meeting), by=by, at=at)
    audit.record(
        by=by, at=at, operation=TAKE_OFF, office_id=meeting.office_id, about=[item, meeting],
        summary=f"Took an item off the agenda of {meeting}.",
    )  # fmt: skip


@transaction.atomic
def put_back(*, proposal: Proposal, by: User, at: datetime) -> None:
    """Put an item back that was taken off, where it belongs. Raises Gone, Refusal."""
    meeting = proposal.meeting
    hold_office(meeting.office_id)
    forget(proposal=proposal, by=by, at=at)
    _want_again(proposal, by, at)
    bring_up_to_date(meeting=meeting, fixed=hanging(meeting), by=by, at=at)
    if not Proposal.objects.filter(meeting=meeting, key=proposal.key).exclude(item=None).exists():
        raise Refusal("What this item came from is not there any more. Add it by hand.")
    audit.record(
        by=by, at=at, operation=PUT_BACK, office_id=meeting.office_id, about=meeting,
        summary=f"Put an item back on the agenda of {meeting}.",
    )  # fmt: skip


def _want_again(proposal: Proposal, by: User, at: datetime) -> None:
    """What people decided themselves is decided again: a question is chosen, an item carried."""
    kind, _, key = proposal.key.partition(":")
    if kind == "question":
        held = held_question(int(key))
        decide_question(
            question=held, state=CHOSEN, meeting=proposal.meeting, why="", shown=held.state, by=by, at=at
        )
    elif kind == "carried":
        carry_item(item=held_item(int(key)), to=proposal.meeting, by=by, at=at)


@transaction.atomic
def send_out(
    *, here: Here, meeting: Meeting, seen: str | None = None, by: User, at: datetime
) -> FrozenAgenda:
    """Send the agenda out as it is: its readers see it so from now on. Raises Gone, Refusal.

    ``here`` is the office of whoever sends it; ``seen`` the version of the agenda that they were shown.
    """
    hold_office(meeting.office_id)
    contents = contents_of(here, meeting)
    if seen and contents_version(contents) != seen:
        raise Refusal("The agenda has changed since this page was made. Look at it again, then send it out.")
    made = freeze_agenda(meeting=meeting, contents=contents, by=by, at=at)
    audit.record(
        by=by, at=at, operation=SEND_OUT, office_id=meeting.office_id, about=[made, meeting],
        summary=f"Sent out agenda {made.number} of {meeting}.",
    )  # fmt: skip
    return made


@transaction.atomic
def decide_questions(
    *, forum: Forum, questions: Sequence[tuple[Question, str]], state: str, meeting: Meeting | None = None,
    why: str = "", by: User, at: datetime,
) -> int:  # fmt: skip
    """Choose questions for a meeting, park or decline them; how many. All of them or none.

    Each comes with the state that the person saw it in. Those chosen stand on the agenda at once where one
    is begun; those that are not chosen any more leave it. Raises Gone, Refusal.
    """
    hold_office(forum.office_id)
    if not questions:
        raise Refusal("Tick the questions that you decide about.")
    if state == CHOSEN and meeting is None:
        raise Refusal("Choose the meeting that the questions are for.")
    agendas = {meeting.pk: meeting} if state == CHOSEN and meeting is not None else {}
    for question, shown in questions:
        left = _leave_agenda(held_question(question.pk), by, at)
        agendas |= {left.pk: left} if left else {}
        decide_question(
            question=question, state=state, meeting=meeting, why=why, shown=shown, by=by, at=at
        )  # fmt: skip
    for one in agendas.values():
        changeable(one.pk)
        if one.items.exists():
            bring_up_to_date(meeting=one, fixed=hanging(one), by=by, at=at)
    audit.record(
        by=by, at=at, operation=DECIDE, office_id=forum.office_id,
        about=[*(one for one, _ in questions), forum, *([meeting] if meeting else [])],
        summary=f"{len(questions)} of the questions for {forum}: {DONE[state]}.",
    )  # fmt: skip
    return len(questions)


def _leave_agenda(question: Question, by: User, at: datetime) -> Meeting | None:
    """Take the item of a question off the agenda that it was chosen for, with what is known of it.

    Returns that agenda's meeting; None where it stood on none.
    """
    item = question.item
    if item is None:
        return None
    take_off_item(item=item, fixed=hanging(item.meeting), by=by, at=at)
    Proposal.objects.filter(meeting=item.meeting, key=f"question:{question.pk}").delete()
    Question.objects.filter(pk=question.pk).update(
        state=question.state, item=None, meeting=question.meeting, why=question.why
    )
    return item.meeting
