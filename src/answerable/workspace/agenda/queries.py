"""An agenda and all that its page shows: a fixed number of queries, however much comes back to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from answerable.actions.models import Action, ActionUpdate, Report
from answerable.actions.reports import last_report, released, with_last_report
from answerable.agendas import queries as agendas
from answerable.agendas.models import FrozenAgenda, Proposal, Question
from answerable.core.agenda.arising import Counts, counts, in_order
from answerable.core.agenda.changing import why_not_changed
from answerable.core.agenda.merging import Merged
from answerable.core.agenda.moving import ways
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Entry, Item, Meeting
from answerable.minuting.models import Line
from answerable.workspace.here import Here
from answerable.workspace.standing import Standing, standing

MOST_SHOWN = 3  # actions of each group on the agenda's page; the page of matters arising has them all
LIST_DAYS = 120  # days back that the list of agendas reaches: the last quarter's meetings
MOST_LISTED = 60  # meetings on the list of agendas


@dataclass(frozen=True, slots=True)
class Arising:
    """An action that comes back, where it stands, what was said of it and reported, oldest first."""

    action: Action
    standing: Standing
    said: list[ActionUpdate]
    reports: list[Report] = field(default_factory=list)

    @property
    def last(self) -> ActionUpdate | None:
        return self.said[-1] if self.said else None

    @property
    def last_words(self) -> tuple[str, dt.date | None]:
        """What was said of it last, in a meeting or a report, and when."""
        report = self.reports[-1] if self.reports else None
        if report and report.released_on and not (self.last and self.last.meeting.date > report.released_on):
            done = "reported as done" if report.done else "reported"
            return f"{report.owner + ' ' if report.owner else ''}{done}: {report.text}", report.released_on
        return (self.last.text, self.last.meeting.date) if self.last else ("", None)


Groups = list[tuple[str, list[Arising]]]


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the agenda as the page shows it: where it can be moved, and whether it can be taken off."""

    item: Item
    ways: list[str]
    stays: bool


@dataclass(frozen=True, slots=True)
class Live:
    """The agenda as it is being written, with what is new since."""

    rows: list[Row]
    plan: Merged
    taken_off: list[Proposal]
    groups: Groups
    counts: Counts
    why_closed: str | None

    @property
    def begun(self) -> bool:
        return bool(self.rows)


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id, pk=key).select_related("forum", "office")
    found = rows.annotate(questions_waiting=_waiting(here), met_before=_met_before()).first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def item_at(here: Here, key: int) -> Item:
    """An item of any meeting's agenda or minutes. Raises Http404."""
    rows = here.sees(Item.objects.filter(meeting__office_id=here.office_id, pk=key))
    found = rows.select_related("meeting__forum", "meeting__office").first()
    if found is None:
        raise Http404("There is no such agenda item.")
    return found


def sees_unsent(here: Here) -> bool:
    """Whether the actor sees agendas before they go out: the office does, the force does not."""
    return here.actor.may(Permission.READ_DRAFTS)


def frozen_of(meeting: Meeting) -> list[FrozenAgenda]:
    """Every agenda that was sent out, the newest first. One query."""
    return list(meeting.frozen_agendas.select_related("by").order_by("-number"))


def live(here: Here, meeting: Meeting) -> Live:
    """The agenda of a meeting. Nine queries."""
    said = Exists(Line.objects.filter(item=OuterRef("pk")))
    minuted = Exists(Entry.objects.filter(item=OuterRef("pk")))
    rows = here.sees(meeting.items.all()).annotate(lines_hang=said, entries_hang=minuted)
    items = list(rows.select_related("carried_from__meeting").order_by("position").defer("source"))
    proposals = list(here.sees(meeting.proposals.all()))
    stays = {one.pk for one in items if one.lines_hang or one.entries_hang}
    groups = arising(here, meeting)
    return Live(
        rows=_rows(items, stays),
        plan=agendas.merged(meeting, items, proposals, stays),
        taken_off=[one for one in proposals if one.item_id is None],
        groups=with_words(here, _pressing(groups), here.today),
        counts=counts(groups),
        why_closed=why_not_changed(meeting.state, meeting.minutes_state),
    )


def arising(here: Here, meeting: Meeting) -> list[tuple[str, list[Action]]]:
    """Every action that comes back, in groups. One query."""
    rows = with_last_report(agendas.arising(meeting))
    return in_order(here.sees(rows), here.today, meeting.date)


def with_words(
    here: Here,
    groups: Sequence[tuple[str, Sequence[Action]]],
    today: dt.date,
    *,
    files: bool = False,
) -> Groups:
    """The actions with where they stand, what was said of them, and what was reported last. One query.

    With ``files`` all that was reported, each with its files: two queries more.
    """
    every = [action for _, some in groups for action in some]
    said = agendas.mentions(every, here.sees)
    reported = released(every, files=True) if files else {one.pk: last_report(one) for one in every}
    return [
        (key, [_arising(one, said.get(one.pk, []), reported.get(one.pk, []), today) for one in some])
        for key, some in groups
    ]


def _arising(action: Action, said: list[ActionUpdate], reports: list[Report], today: dt.date) -> Arising:
    return Arising(action, standing(action, today), said, reports)


def _waiting(here: Here) -> Coalesce:
    """How many questions of the meeting's forum nothing was decided about, in the query of the meeting."""
    undecided = Question.objects.filter(
        forum=OuterRef("forum"),
        office_id=here.office_id,
        state__in=[Question.State.TAKEN, Question.State.PARKED],
    )
    counted = here.sees(undecided).order_by().values("forum").annotate(some=Count("pk")).values("some")
    return Coalesce(Subquery(counted), 0)


def _met_before() -> Subquery:
    """The day on which the meeting's forum met before it, in the query of the meeting."""
    held = Meeting.objects.filter(
        forum=OuterRef("forum"), state=Meeting.State.HELD, date__lt=OuterRef("date")
    )  # fmt: skip
    return Subquery(held.order_by("-date").values("date")[:1])


def meetings_listed(here: Here) -> list[Meeting]:
    """Meetings of the last months and those ahead, in order, each with the agendas that went out."""
    since = here.today - dt.timedelta(days=LIST_DAYS)
    rows = Meeting.objects.filter(office_id=here.office_id, date__gte=since)
    with_agendas = rows.select_related("forum").prefetch_related("frozen_agendas")
    return list(with_agendas.order_by("date", "pk")[:MOST_LISTED])


def _rows(items: Sequence[Item], stays: set[int]) -> list[Row]:
    outline = [(one.pk, one.level) for one in items]
    return [Row(one, ways(outline, at), one.pk in stays) for at, one in enumerate(items)]


def _pressing(groups: Sequence[tuple[str, list[Action]]]) -> list[tuple[str, list[Action]]]:
    """A few of each group, without those that nothing is to be done about yet."""
    return [(key, some[:MOST_SHOWN]) for key, some in groups if key != "open" or len(groups) == 1]
