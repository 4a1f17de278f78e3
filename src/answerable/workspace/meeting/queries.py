"""One meeting and everything that its page shows: a fixed number of queries, however long the minutes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from django.db.models import Q, Subquery
from django.db.models.functions import Length
from django.http import Http404

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Attendance, Entry, Exchange, Item, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.assurance.queries import with_judgement
from answerable.workspace.here import Here
from answerable.workspace.meeting.minutes import Beside, Section, cuts, lay_beside, sections
from answerable.workspace.meeting.together import put_together

MOST_WARNINGS = 20  # about the minutes as a whole; the review has them all
MOST_PRESENT = 300  # people of one meeting that are listed


@dataclass(frozen=True, slots=True)
class Pages:
    """The entries of a meeting cut into pages; ``number`` counts from 1."""

    starts: list[int]
    total: int
    number: int

    @property
    def count(self) -> int:
        return len(self.starts)

    @property
    def reach(self) -> slice:
        ends = [*self.starts[1:], self.total]
        return slice(self.starts[self.number - 1], ends[self.number - 1])


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id).select_related("forum", "document")
    found = rows.defer("document__text").filter(pk=key).first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def is_only_planned(meeting: Meeting) -> bool:
    """Is there nothing to read of it but the plan: it is ahead, or was cancelled before it had minutes?"""
    if meeting.state == Meeting.State.CANCELLED:
        return not meeting.record_sha256
    return meeting.state == Meeting.State.PLANNED and not meeting.minutes_state


def attendance(meeting: Meeting) -> list[Attendance]:
    return list(meeting.attendance.order_by("position").defer("source")[:MOST_PRESENT])


def pages_of(here: Here, meeting: Meeting, number: int, position: int | None = None) -> Pages:
    """The page of that number, or the one that holds the entry of a position. Raises Http404."""
    lines = list(
        here.sees(meeting.entries.all()).order_by("position").values_list("position", Length("text"))
    )
    starts = cuts([length for _, length in lines])
    if position is not None:
        place = bisect_left([known for known, _ in lines], position)
        number = max(bisect_right(starts, place), 1)
    pages = Pages(starts, len(lines), number)
    if number > pages.count:
        raise Http404("These minutes have fewer pages.")
    return pages


def first_line_of(here: Here, meeting: Meeting, item: int | None) -> int | None:
    """The position of the first line under an item or after it; None where none is asked for."""
    if item is None:
        return None
    lines = here.sees(meeting.entries.filter(item__position__gte=item)).order_by("position")
    return lines.values_list("position", flat=True).first()


def minutes(here: Here, meeting: Meeting, pages: Pages) -> tuple[list[Section], list[MeetingWarning]]:
    """The minutes of one page with everything beside them, and the doubts about the minutes as a whole."""
    rows = with_judgement(here, here.sees(Item.objects.filter(meeting=meeting)))
    items = list(rows.order_by("position").defer("source"))
    entries = list(here.sees(Entry.objects.filter(meeting=meeting)).order_by("position")[pages.reach])
    found = sections(items, entries, pages.number == 1, pages.number == pages.count)
    beside = _beside(here, meeting)
    lay_beside(found, beside)
    put_together(found)
    return found, [one for one in beside.warnings if not one.item_id and not one.entry_id][:MOST_WARNINGS]


def _beside(here: Here, meeting: Meeting) -> Beside:
    return Beside(
        actions=list(
            here.sees(Action.objects.filter(meeting=meeting))
            .order_by("position")
            .defer("source", "owners_source")
        ),
        promises=list(
            here.sees(Commitment.objects.filter(meeting=meeting)).order_by("position").defer("source")
        ),
        updates=_updates(here, meeting),
        warnings=_doubts(here, meeting),
        exchanges=list(
            here.sees(Exchange.objects.filter(meeting=meeting)).only("stance", "entries").order_by("position")
        ),
    )


def _updates(here: Here, meeting: Meeting) -> list[ActionUpdate]:
    """What is said of earlier actions; one that is not to be seen is not led to."""
    rows = here.sees(ActionUpdate.objects.filter(meeting=meeting))
    found = list(rows.order_by("position").select_related("action"))
    for update in found:
        if update.action and update.action.restricted and not here.actor.sees_restricted:
            update.action = None
    return found


def _doubts(here: Here, meeting: Meeting) -> list[MeetingWarning]:
    """What the reader was unsure of, for those who review."""
    if not here.actor.may(Permission.READ_REVIEW):
        return []
    left = here.sees(meeting.warnings.filter(settled_at=None))
    return list(left.order_by("position").defer("source"))


def beside(meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The meetings of the same forum before and after this one. One query."""
    others = meeting.forum.meetings.only("date", "forum")
    earlier = others.filter(date__lt=meeting.date).order_by("-date").values("pk")[:1]
    later = others.filter(date__gt=meeting.date).order_by("date").values("pk")[:1]
    found = list(others.filter(Q(pk=Subquery(earlier)) | Q(pk=Subquery(later))))
    before = next((one for one in found if one.date < meeting.date), None)
    return before, next((one for one in found if one.date > meeting.date), None)
