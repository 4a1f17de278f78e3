"""What waits for a person: meetings with doubts, and the doubts of one meeting with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.queries import update_version
from answerable.core.clash import Gone, version
from answerable.core.minutes.warnings import Code
from answerable.intake.models import Correction
from answerable.intake.queries import key_of_meeting, warnings_by_code
from answerable.meetings.models import Attendance, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.here import Here
from answerable.workspace.review.fields import Line, line
from answerable.workspace.review.kinds import FIRST_FIELD, OF_THE_FILE, kind_of

NEWEST = 50  # corrections that are listed
MOST_KINDS = 30  # of doubt; the reader knows fewer


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning with the lines that can be put right about it, or an update that waits; one of the two.

    ``says_kind``: it is the first of its kind on its page, and explains the kind for all of them.
    """

    warning: MeetingWarning | None = None
    update: ActionUpdate | None = None
    lines: list[Line] = field(default_factory=list)
    says_kind: bool = True

    @property
    def kind(self) -> Code | None:
        """What it means in plain words; None of an update."""
        return kind_of(self.warning.code) if self.warning else None

    @property
    def version(self) -> str:
        """Of what the doubt is about, as the page shows it."""
        if self.update:
            return update_version(self.update)
        return version(str(self.warning), *(one.version for one in self.lines))

    @property
    def first(self) -> str | None:
        """The field that is the obvious one to put right."""
        return FIRST_FIELD.get(self.warning.code) if self.warning else None

    @property
    def of_the_file(self) -> bool:
        return self.warning is not None and self.warning.code in OF_THE_FILE

    @property
    def source(self) -> list[dict[str, Any]]:
        return list((self.warning or self.update).source)  # type: ignore[union-attr]


def waiting(here: Here) -> QuerySet[Meeting]:
    """Meetings with something left to review, the newest first."""
    doubts = MeetingWarning.objects.filter(meeting=OuterRef("pk"), settled_at=None)
    updates = ActionUpdate.objects.filter(meeting=OuterRef("pk"), link="waiting")
    rows = Meeting.objects.filter(office_id=here.office_id).filter(Exists(doubts) | Exists(updates))
    return rows.select_related("forum").order_by("-date", "-id").defer("source", "next_source")


def update_counts(rows: Sequence[Meeting]) -> dict[int, int]:
    left = ActionUpdate.objects.filter(meeting__in=rows, link="waiting")
    return dict(left.order_by().values_list("meeting").annotate(Count("id")))


def kinds_left(here: Here) -> list[tuple[str, Code, int]]:
    """The kinds of doubt that are left, the commonest first: code, words, how many."""
    found = warnings_by_code(here.office)[:MOST_KINDS] if here.office else []
    return [(code, kind_of(code), count) for code, count in found]


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id, pk=key).select_related(
        "forum", "document", "office"
    )
    found = rows.defer("document__text").first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def meeting_held(key: int) -> Meeting:
    """The meeting as it is by now, for a write. Raises Gone."""
    found = Meeting.objects.select_related("forum", "document", "office").filter(pk=key).first()
    if found is None:
        raise Gone("this meeting")
    return found


def doubt_of(meeting: Meeting, warning: MeetingWarning) -> Doubt:
    """One doubt with its lines. Three queries."""
    attendance = [] if warning.entry_id else list(meeting.attendance.all())
    return Doubt(warning=warning, lines=_lines(warning, meeting, _actions(meeting, [warning]), attendance))


def doubts_of(meeting: Meeting) -> list[Doubt]:
    """All that is left of the meeting, in reading order. Five queries."""
    warnings = list(
        meeting.warnings.filter(settled_at=None).select_related("entry", "item").order_by("position")
    )
    updates = meeting.updates.filter(link="waiting").select_related("action__forum").order_by("position")
    actions = _actions(meeting, warnings)
    attendance = list(meeting.attendance.all()) if any(not one.entry_id for one in warnings) else []
    found = [Doubt(warning=one, lines=_lines(one, meeting, actions, attendance)) for one in warnings]
    found += [Doubt(update=one) for one in updates]
    return sorted(found, key=lambda doubt: doubt.source[0]["start"] if doubt.source else -1)


def explained_once(doubts: Sequence[Doubt]) -> list[Doubt]:
    """The doubts of a page; only the first of each kind explains it."""
    known: set[str] = set()
    found = []
    for doubt in doubts:
        code = doubt.warning.code if doubt.warning else ""
        found.append(replace(doubt, says_kind=bool(code) and code not in known))
        known.add(code)
    return found


def left_of(meeting: Meeting) -> int:
    """How many doubts and updates still wait. Two queries."""
    return meeting.warnings.filter(settled_at=None).count() + meeting.updates.filter(link="waiting").count()


def settled_count(meeting: Meeting) -> int:
    """Doubts and updates that a person has decided. Two queries."""
    return (
        meeting.warnings.exclude(settled_at=None).count() + meeting.updates.exclude(decided_at=None).count()
    )


def corrections_of(meeting: Meeting) -> list[Correction]:
    """What people put right in these minutes, the newest first."""
    rows = Correction.objects.filter(office=meeting.office, source_sha256=key_of_meeting(meeting))
    return list(rows.select_related("by").order_by("-pk")[:NEWEST])


def _actions(meeting: Meeting, warnings: Sequence[MeetingWarning]) -> list[Action]:
    """The actions of the lines that are warned about; all of them where a place is in no line."""
    rows = Action.objects.filter(meeting=meeting).prefetch_related("owners", "dues").order_by("position")
    if all(one.entry_id for one in warnings):
        rows = rows.filter(entry__in=[one.entry_id for one in warnings])
    return list(rows)


def _lines(
    warning: MeetingWarning, meeting: Meeting, actions: Sequence[Action], attendance: Sequence[Attendance]
) -> list[Line]:
    """What could be wrong: the actions of the line and the line; the item; the person; else the meeting."""
    if warning.code in OF_THE_FILE:
        return []
    if warning.entry:
        own = [line("actions", action) for action in actions if action.entry_id == warning.entry.pk]
        return [*own, line("entries", warning.entry)]
    owned = [one for one in actions if _overlap([*one.owners_source, *one.source], warning.source)]
    people = [one for one in attendance if _overlap(one.source, warning.source)]
    if owned or people:
        return [*(line("actions", one) for one in owned), *(line("attendance", one) for one in people[:1])]
    if warning.item:
        return [line("items", warning.item)]
    return [] if warning.code in FIRST_FIELD else [line("meeting", meeting)]


def _overlap(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]]) -> bool:
    return any(a["start"] < b["end"] and b["start"] < a["end"] for a in one for b in other)
