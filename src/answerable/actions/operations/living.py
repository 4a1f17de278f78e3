"""The columns of an action that follow from its life, worked out by the rules of ``core.actions.life``."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import QuerySet

from answerable.actions.models import Action, ActionDue
from answerable.actions.queries import counting_updates
from answerable.core.actions import life
from answerable.core.actions.life import Mention, Sitting
from answerable.core.actions.saying import mention
from answerable.core.batches import batches
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.writing import write_columns

BATCH = 500
"""Actions worked out at a time: few enough for one IN list on any database."""

UNFINISHED = [Meeting.Minutes.DRAFT, Meeting.Minutes.CHECKED, Meeting.Minutes.AGREED]
"""Minutes that are not in the record yet: nobody can say that they passed an action over."""

COLUMNS = [
    "state", "due", "first_due", "overdue_from", "lapses_from", "silent_from", "last_mentioned", "ended",
    "done_on", "days_taken", "kept",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the forums of an office met, and which forum took the place of which."""

    held: Mapping[Hashable, Sequence[date]]
    successors: Mapping[Hashable, Hashable]

    def next_sittings(self, forum: Hashable, after: date) -> list[Sitting]:
        """As many meetings of the forum after a day as it takes to call an action passed over."""
        days = self.held.get(forum, ())
        first = bisect_right(days, after)
        return [Sitting(day, forum) for day in days[first : first + life.SILENT_MEETINGS]]


def read_calendar(office_id: int) -> Calendar:
    held: dict[Hashable, list[date]] = defaultdict(list)
    meetings = Meeting.objects.filter(office_id=office_id, state=Meeting.State.HELD).order_by("date")
    written = meetings.exclude(minutes_state__in=UNFINISHED)
    for forum, day in written.values_list("forum_id", "date").iterator():
        held[forum].append(day)
    succeeding = Forum.objects.filter(office_id=office_id).exclude(succeeds=None).order_by("id")
    return Calendar(held, dict(succeeding.values_list("succeeds_id", "id")))


def renew_lives(office_id: int, actions: QuerySet[Action]) -> int:
    """Work out the lives of these actions and write what changed; returns how many did."""
    calendar = read_calendar(office_id)
    changed = 0
    rows = actions.order_by("pk").values("pk", "given", "forum_id", *COLUMNS).iterator(chunk_size=BATCH)
    for batch in batches(rows, BATCH):
        mentions = _mentions(batch)
        new = []
        for row in batch:
            columns = life_columns(mentions[row["pk"]], calendar)
            if any(row[name] != value for name, value in columns.items()):
                new.append({"pk": row["pk"], **columns})
        write_columns(Action, COLUMNS, new)
        changed += len(new)
    return changed


def _mentions(batch: Sequence[Mapping[str, Any]]) -> dict[int, list[Mention]]:
    """The mentions of each action, the giving first."""
    keys = [row["pk"] for row in batch]
    dues: dict[int, list[date]] = defaultdict(list)
    dated = ActionDue.objects.filter(action_id__in=keys).exclude(date=None)
    for action, day in dated.values_list("action_id", "date"):
        dues[action].append(cast(date, day))
    mentions = {
        row["pk"]: [Mention(row["given"], "given", row["forum_id"], dues=tuple(sorted(dues[row["pk"]])))]
        for row in batch
    }
    said = counting_updates().filter(action_id__in=keys).order_by("meeting__date", "meeting_id", "position")
    for action, status, text, day, forum in said.values_list(
        "action_id", "status", "text", "meeting__date", "meeting__forum_id"
    ):
        mentions[action].append(mention(status, text, day, forum))
    return mentions


def life_columns(mentions: Sequence[Mention], calendar: Calendar) -> dict[str, Any]:
    """What the columns are to be; the first mention is the giving."""
    state = life.state(mentions)
    standing, first = life.dues(mentions), life.first_dues(mentions)
    due = min(standing) if standing else None
    done = life.done_on(mentions)
    return {
        "state": state,
        "due": due,
        "first_due": min(first) if first else None,
        "overdue_from": due + timedelta(days=1) if due else None,
        "lapses_from": due + timedelta(days=1) if due else mentions[0].on + life.UNDATED_LIMIT,
        "silent_from": _silent_from(mentions, calendar),
        "last_mentioned": mentions[-1].on if len(mentions) > 1 else None,
        "ended": mentions[-1].on if state in ("closed", "withdrawn") else None,
        "done_on": done,
        "days_taken": max((done - mentions[0].on).days, 0) if done else None,
        "kept": life.kept(mentions) or "",
    }


def _silent_from(mentions: Sequence[Mention], calendar: Calendar) -> date | None:
    """The day of the meeting that made the silence long enough, None while it is not."""
    forums = life.followed_by(mentions, calendar.successors)
    last = max(one.on for one in mentions if one.kind == "given" or one.forum in forums)
    sittings = [sitting for forum in forums for sitting in calendar.next_sittings(forum, last)]
    silent = life.silent_sittings(mentions, sittings, calendar.successors, date.max)
    return silent[life.SILENT_MEETINGS - 1].on if len(silent) >= life.SILENT_MEETINGS else None
