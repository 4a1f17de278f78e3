"""The columns of an action that follow from its life, worked out by the rules of ``core.actions.life``."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from answerable.actions.models import Action, ActionDue, ActionOwner, ActionStep
from answerable.actions.queries import counting_updates
from answerable.actions.telling import (
    Announced,
    announced,
    giving,
    of_report,
    of_step,
    released,
    steps_of,
    went_into,
)
from answerable.core.actions import life
from answerable.core.actions.life import Mention, Sitting, in_order
from answerable.core.actions.saying import mention
from answerable.core.batches import batches
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.writing import write_columns

BATCH = 500
"""Actions worked out at a time: few enough for one IN list on any database."""

MOST_SLIPS = 32_767
"""As far as the column counts."""

UNFINISHED = [Meeting.Minutes.DRAFT, Meeting.Minutes.CHECKED, Meeting.Minutes.AGREED]
"""Minutes that are not in the record yet: nobody can say that they passed an action over."""

COLUMNS = [
    "state", "due", "first_due", "overdue_from", "lapses_from", "silent_from", "last_mentioned", "ended",
    "done_on", "days_taken", "kept", "waits_for", "slipped", "forum_id",
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
    calendar, rule = read_calendar(office_id), announced(office_id)
    changed = 0
    rows = actions.order_by("pk").values("pk", "given", "meeting__forum_id", *COLUMNS)
    for batch in batches(rows.iterator(chunk_size=BATCH), BATCH):
        mentions = _mentions(batch, rule)
        new = []
        for row in batch:
            columns = life_columns(mentions[row["pk"]], calendar)
            if any(row[name] != value for name, value in columns.items()):
                new.append({"pk": row["pk"], **columns})
        write_columns(Action, COLUMNS, new)
        changed += len(new)
    return changed


def life_of(action: Action) -> list[Mention]:
    """The mentions of one action, in order: what its columns are worked out from."""
    row = {"pk": action.pk, "given": action.given, "meeting__forum_id": action.meeting.forum_id}
    return _mentions([row], announced(action.office_id))[action.pk]


def with_merged(keys: set[int]) -> set[int]:
    """These actions and those that they were merged into: what is said of the one counts for the other."""
    steps = ActionStep.objects.filter(action_id__in=keys, kind=ActionStep.Kind.MERGED)
    return keys | {other for other in steps.values_list("other_id", flat=True) if other is not None}


def _mentions(batch: Sequence[Mapping[str, Any]], rule: Announced) -> dict[int, list[Mention]]:
    """The mentions of each action in order, the giving first."""
    keys = [row["pk"] for row in batch]
    dues: dict[int, list[tuple[date | None, str]]] = defaultdict(list)
    for action, day, text in ActionDue.objects.filter(action_id__in=keys).values_list(
        "action_id", "date", "text"
    ):
        dues[action].append((day, text))
    mentions = {
        row["pk"]: [giving(row["given"], row["meeting__forum_id"], dues[row["pk"]], rule)] for row in batch
    }
    steps, reports = steps_of(keys), released(keys)
    _add_updates(mentions, steps)
    for key in keys:
        mentions[key] += [of_step(one) for one in steps.get(key, ())]
        mentions[key] += [of_report(one) for one in reports.get(key, ())]
    _name_owners(mentions, [key for key in keys if any(one.owner for one in reports.get(key, ()))])
    return {key: in_order(said) for key, said in mentions.items()}


def _add_updates(mentions: dict[int, list[Mention]], steps: Mapping[int, list[ActionStep]]) -> None:
    """What minutes said; of a merged action it counts for the one that goes on."""
    said = counting_updates().filter(action_id__in={*mentions, *steps})
    said = said.order_by("meeting__date", "meeting_id", "position")
    for action, status, text, day, forum in said.values_list(
        "action_id", "status", "text", "meeting__date", "meeting__forum_id"
    ):
        key = went_into(steps.get(action, ()), day) or action
        if key in mentions:
            mentions[key].append(mention(status, text, day, forum))


def _name_owners(mentions: dict[int, list[Mention]], keys: Sequence[int]) -> None:
    """Where owners report one by one, each has to: their names go with the giving."""
    if not keys:
        return
    owners: dict[int, list[str]] = defaultdict(list)
    for action, printed in ActionOwner.objects.filter(action_id__in=keys).values_list("action_id", "printed"):
        owners[action].append(printed)
    for key in keys:
        mentions[key][0] = replace(mentions[key][0], owners=tuple(owners[key]))


def life_columns(mentions: Sequence[Mention], calendar: Calendar) -> dict[str, Any]:
    """What the columns are to be; the first mention is the giving."""
    state = life.state(mentions)
    standing = life.standing(mentions)
    due = min(standing.dates, default=None)
    done = life.said_done_on(mentions)
    return {
        "state": state,
        "due": due,
        "first_due": life.first_due(mentions),
        "overdue_from": due + timedelta(days=1) if due else None,
        "lapses_from": due + timedelta(days=1) if due else mentions[0].on + life.UNDATED_LIMIT,
        "silent_from": _silent_from(mentions, calendar),
        "last_mentioned": mentions[-1].on if len(mentions) > 1 else None,
        "ended": mentions[-1].on if state in ("closed", "withdrawn") else None,
        "done_on": done,
        "days_taken": max((done - mentions[0].on).days, 0) if done else None,
        "kept": life.kept_as_said(mentions) or "",
        "waits_for": standing.waits_for,
        "slipped": min(life.times_slipped(mentions), MOST_SLIPS),
        "forum_id": life.forum_now(mentions),
    }


def _silent_from(mentions: Sequence[Mention], calendar: Calendar) -> date | None:
    """The day of the meeting that made the silence long enough, None while it is not."""
    forums = life.followed_by(mentions, calendar.successors)
    last = life.last_spoken_of(mentions, forums)
    sittings = [sitting for forum in forums for sitting in calendar.next_sittings(forum, last)]
    silent = life.silent_sittings(mentions, sittings, calendar.successors, date.max)
    return silent[life.SILENT_MEETINGS - 1].on if len(silent) >= life.SILENT_MEETINGS else None
