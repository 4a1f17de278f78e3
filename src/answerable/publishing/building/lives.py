"""The mentions that public lives are told from.

Words come from public minutes. Of the steps that people took here the public reads which, when and on what
basis; of a report that the work is done only that there was one, and the day: what was written for the office
alone (reasons, reports) is no part of it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.actions.models import ActionStep, Report
from answerable.actions.operations.living import Calendar
from answerable.actions.queries import counting_updates
from answerable.actions.telling import Announced, giving, of_report, of_step, released, steps_of, went_into
from answerable.core.actions.life import Mention, Sitting, followed_by
from answerable.core.actions.mentions import in_order
from answerable.core.actions.saying import mention
from answerable.core.publication.lives import Held, Said, Told
from answerable.meetings.models import Forum, Meeting
from answerable.offices.models import Office
from answerable.publishing.building.minutes import Gave, Minutes

AN_EVENT = "an event"
"""What a date waits for, where people here named it: the public is told that it waits."""

INSIDE = frozenset({"passed"})
"""Steps between people of one side, which the public is not told."""


@dataclass(frozen=True, slots=True)
class Public:
    """All public minutes of an office, the forums of its meetings, and when they met so far as is public."""

    minutes: Mapping[int, Minutes]
    forums: Mapping[int, int]
    successors: Mapping[Hashable, Hashable]
    held: Mapping[Hashable, Sequence[Held]]
    calendar: Calendar

    def sittings(self, mentions: Sequence[Mention]) -> list[Held]:
        """The public meetings of the forums that follow an action, since it was given."""
        found: list[Held] = []
        for forum in followed_by(mentions, self.successors):
            of_forum = self.held.get(forum, ())
            found += of_forum[bisect_right(of_forum, mentions[0].on, key=lambda one: one[0].on) :]
        return sorted(found, key=lambda one: (one[0].on, one[1]))


def public_of(office: Office, minutes: Mapping[int, Minutes]) -> Public:
    """Two queries."""
    forums = dict(Meeting.objects.filter(office=office).values_list("pk", "forum_id"))
    heirs = Forum.objects.filter(office=office).exclude(succeeds=None).order_by("id")
    held: dict[Hashable, list[Held]] = defaultdict(list)
    for key, one in minutes.items():
        held[forums[key]].append((Sitting(one.on, forums[key], one.cancelled), one.path))
    for of in held.values():
        of.sort(key=lambda one: one[0].on)
    pairs = heirs.values_list("succeeds_id", "id")
    successors: dict[Hashable, Hashable] = {before: after for before, after in pairs}  # noqa: C416
    met = {forum: [one.on for one, _ in of if not one.cancelled] for forum, of in held.items()}
    return Public(minutes, forums, successors, held, Calendar(met, successors))


@dataclass(frozen=True, slots=True)
class Row:
    """An action that is told: its key, number, and what public minutes gave."""

    key: int
    number: str
    path: str
    meeting: int
    gave: Gave


def lives(
    rows: Sequence[Row], public: Public, rule: Announced, numbers: Mapping[int, str]
) -> dict[int, list[Told]]:
    """The mentions of each action in order, the giving first. Five queries.

    ``numbers`` are those of the actions that the public can read of, by their keys.
    """
    keys = [row.key for row in rows]
    told: dict[int, list[Told]] = {row.key: [_given(row, public, rule)] for row in rows}
    steps, reports = steps_of(keys, ("report", "forum")), released(keys)
    _add_updates(told, steps, public)
    for key in keys:
        told[key] += [_step(one, numbers) for one in steps.get(key, ()) if one.kind not in INSIDE]
        told[key] += [_report(one) for one in reports.get(key, ()) if one.done]
    for row in rows:
        if any(one.owner for one in reports.get(row.key, ())):
            first, said = told[row.key][0]
            told[row.key][0] = (replace(first, owners=tuple(row.gave.owners)), said)
    return {key: _in_order(life) for key, life in told.items()}


def _in_order(told: Sequence[Told]) -> list[Told]:
    said = {id(mention): words for mention, words in told}
    return [(one, said[id(one)]) for one in in_order(one for one, _ in told)]


def _given(row: Row, public: Public, rule: Announced) -> Told:
    one = public.minutes[row.meeting]
    dues = [
        (dt.date.fromisoformat(due["date"]) if due["date"] else None, due["text"]) for due in row.gave.dues
    ]
    first = giving(one.on, public.forums[row.meeting], dues, rule, row.gave.text)
    return first, Said(row.gave.text, one.path, row.gave.entry)


def _add_updates(
    told: Mapping[int, list[Told]], steps: Mapping[int, Sequence[ActionStep]], public: Public
) -> None:
    """What public minutes said; of a merged action it counts for the one that goes on."""
    rows = counting_updates().filter(action_id__in={*told, *steps}, restricted=False)
    rows = rows.order_by("meeting__date", "meeting_id", "position")
    for action, meeting, position in rows.values_list("action_id", "meeting_id", "position"):
        minutes = public.minutes.get(meeting)
        spoke = minutes.spoke.get(f"{minutes.path}#update-{position + 1}") if minutes else None
        key = went_into(steps.get(action, ()), minutes.on) or action if minutes else action
        if minutes and spoke and key in told:
            said = mention(spoke.status, spoke.text, minutes.on, public.forums[meeting])
            told[key].append((said, Said(spoke.text, minutes.path, spoke.entry)))


def _step(one: ActionStep, numbers: Mapping[int, str]) -> Told:
    """The step without the words of whoever took it."""
    made = of_step(one)
    to = one.forum.name if one.forum else numbers.get(one.other_id or 0, "")
    waits = AN_EVENT if made.waits_for else ""
    return replace(made, text="", waits_for=waits), Said(basis=one.basis, to=to)


def _report(one: Report) -> Told:
    return replace(of_report(one), text=""), Said()


def public_numbers(rows: Collection[Row]) -> dict[int, str]:
    return {row.key: row.number for row in rows}
