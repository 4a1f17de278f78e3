"""A meeting while it is minuted: the agenda, the lines of one item, who is there. Few queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Window
from django.http import Http404

from answerable.actions.models import Action, ActionUpdate, Report
from answerable.actions.reports import released
from answerable.agendas.queries import arising_in_order, mentions
from answerable.core.clash import version
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Assurance, Line, Present
from answerable.minuting.queries import line_version, roll_of, standing_lines
from answerable.people.holding import tenures_on
from answerable.people.models import Tenure
from answerable.workspace.here import Here
from answerable.workspace.live.showing import Shown, shown

MOST_LINES = 120  # of one item on a page: what is longer is shown in pages, its end first
MOST_HOLDERS = 300  # people to choose from who is there
RECENT = 6  # meetings of the forum whose people are expected
ARISING = 25  # earlier actions to a page


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of an item that a page shows; ``earlier`` and ``out``: how many more, and taken out."""

    rows: list[Shown]
    earlier: int
    out: list[Line]

    @property
    def open_points(self) -> int:
        return sum(one.is_open_point for one in self.rows)


@dataclass(frozen=True, slots=True)
class Returned:
    """An earlier action that comes back, its last words, and the line that says something of it here.

    ``report``: what its owner's side reported last, since those words.
    """

    action: Action
    last: ActionUpdate | None
    line: Line | None
    report: Report | None = None


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id).select_related("forum", "office")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def line_at(here: Here, key: int) -> Line:
    """Also one that was taken out. Raises Http404."""
    rows = Line.objects.filter(meeting__office_id=here.office_id, pk=key)
    found = here.sees(rows).select_related(
        "meeting__forum", "meeting__office", "item", "about", "changed_by"
    ).first()  # fmt: skip
    if found is None:
        raise Http404("There is no such line.")
    return found


def beside(here: Here, line: Line) -> list[Line]:
    """The other lines of its item."""
    rows = here.sees(Line.objects.filter(item_id=line.item_id, removed_at=None)).exclude(pk=line.pk)
    return list(rows.order_by("position", "pk"))


def present_at(here: Here, key: int) -> Present:
    """Raises Http404."""
    rows = Present.objects.filter(meeting__office_id=here.office_id, pk=key)
    found = rows.select_related("meeting__forum", "meeting__office").first()
    if found is None:
        raise Http404("Nobody on the list has this number.")
    return found


def agenda(here: Here, meeting: Meeting) -> list[Item]:
    """The items with how many lines each has, and how each is judged now. One query."""
    count = Count("lines", filter=Q(lines__removed_at=None))
    held = Assurance.objects.filter(item=OuterRef("pk"), replaced_at=None)
    rows = here.sees(meeting.items.all()).annotate(
        typed=count, judged=Subquery(held.values("judgement")), basis=Subquery(held.values("basis"))
    )  # fmt: skip
    return list(rows.order_by("position").defer("source"))


def item_in(items: Sequence[Item], place: int | None) -> Item | None:
    """The item in a place, counted from 1; the first without one. Raises Http404."""
    if place is None:
        return items[0] if items else None
    found = next((one for one in items if one.position == place - 1), None)
    if found is None:
        raise Http404("The agenda has no such item.")
    return found


def judged(item: Item) -> str:
    """How an item of ``agenda`` is judged, in a sentence's words: "partly assured, given"."""
    judgement = Assurance.Judgement(getattr(item, "judged", None) or "none").label.lower()
    basis = getattr(item, "basis", None)
    return f"{judgement}, {basis}" if basis else judgement


def item_of(here: Here, meeting: Meeting, key: int | None) -> Item | None:
    """An item of this meeting by its key."""
    if key is None:
        return None
    found = here.sees(meeting.items.filter(pk=key)).first()
    if found is not None:
        found.meeting = meeting
    return found


def lines_of(here: Here, item: Item, before: int | None = None) -> Lines:
    """The last lines of an item, or those before a position; with their actions. Two queries."""
    rows = here.sees(item.lines.all()).select_related("about", "changed_by")
    every = list(rows.order_by("position", "pk"))
    standing = [one for one in every if one.removed_at is None]
    reach = [one for one in standing if before is None or one.position < before]
    page = reach[-MOST_LINES:]
    out = [one for one in every if one.removed_at is not None]
    actions = here.sees(Action.objects.filter(item=item, draft=True)).defer("source", "owners_source")
    return Lines(shown(page, actions.order_by("position")), len(reach) - len(page), out)


def roll(meeting: Meeting) -> list[Present]:
    return roll_of(meeting)


def holders(meeting: Meeting) -> tuple[list[Tenure], list[Tenure]]:
    """Who holds a post that day: those who came to the last meetings of the forum, and the others."""
    before = Meeting.objects.filter(forum_id=meeting.forum_id, date__lt=meeting.date)
    last = before.filter(state=Meeting.State.HELD).order_by("-date").values("pk")[:RECENT]
    held = list(tenures_on(meeting.office_id, meeting.date)[:MOST_HOLDERS])
    came = set(
        Tenure.objects.filter(person__attendance__meeting__in=last).values_list("person_id", flat=True)
    )
    expected = [one for one in held if one.person_id in came]
    return expected, [one for one in held if one.person_id not in came]


def returned(here: Here, meeting: Meeting, page: int) -> tuple[list[Returned], int]:
    """A page of the actions that come back to a meeting, and how many there are. Five queries."""
    rows = here.sees(arising_in_order(meeting, here.today)).select_related("meeting", "item")
    start = (page - 1) * ARISING
    actions = list(rows.annotate(total=Window(Count("pk")))[start : start + ARISING])
    total = actions[0].total if actions else rows.count() if start else 0
    said, reports = mentions(actions, here.sees), released(actions)
    lines = lines_about(meeting, [one.pk for one in actions], here.sees)
    return [
        _returned(one, _last(said.get(one.pk)), lines.get(one.pk), reports.get(one.pk, [])) for one in actions
    ], total


def _returned(
    action: Action, last: ActionUpdate | None, line: Line | None, reports: Sequence[Report]
) -> Returned:
    """With the newest report, unless a meeting has spoken of the action since."""
    since = last.meeting.date if last else dt.date.min
    newest = next((one for one in reversed(reports) if one.released_on and one.released_on >= since), None)
    return Returned(action, last, line, newest)


def lines_about(
    meeting: Meeting,
    actions: Sequence[int],
    sees: Callable[[QuerySet[Line]], QuerySet[Line]] = lambda rows: rows,
) -> dict[int, Line]:
    """The line about each of these actions, by the action's key. One query."""
    lines = sees(standing_lines(meeting).filter(about__in=actions))
    return {line.about_id: line for line in lines if line.about_id}


def lines_version(lines: Mapping[int, Line]) -> str:
    return version(*(line_version(lines[key]) for key in sorted(lines)))


def _last(said: list[ActionUpdate] | None) -> ActionUpdate | None:
    return said[-1] if said else None
