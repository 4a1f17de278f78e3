"""Writes of the agenda that must know what was typed in a meeting already, in one transaction each."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.models import FrozenAgenda, Proposal
from answerable.agendas.operations.editing import put_back as forget
from answerable.agendas.operations.editing import take_off_item
from answerable.agendas.operations.freezing import freeze_agenda
from answerable.agendas.operations.writing import bring_up_to_date
from answerable.audit import operations as audit
from answerable.core.agenda.contents import contents_version
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Assurance, Line, Present
from answerable.offices.operations import hold_office
from answerable.workspace.agenda.contents import contents_of
from answerable.workspace.here import Here

WRITE, TAKE_OFF, PUT_BACK = "agendas.write_agenda", "agendas.take_off_item", "agendas.put_back_item"
SEND_OUT = "agendas.send_out"


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
    bring_up_to_date(meeting=meeting, fixed=hanging(meeting), by=by, at=at)
    audit.record(
        by=by, at=at, operation=PUT_BACK, office_id=meeting.office_id, about=meeting,
        summary=f"Put an item back on the agenda of {meeting}.",
    )  # fmt: skip


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
