"""A topic's thread: everything asked, answered, promised, done and quoted about it, in the order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from answerable.actions.models import Action
from answerable.core.actions.outcomes import Facts, Outcome, outcome
from answerable.core.subjects.thread import Event, Row, Spot, Spots, in_order, measures
from answerable.meetings.models import TopicLink
from answerable.topics.models import Topic
from answerable.workspace.topics.rows import Later, Said

LAST = 1_000_000  # the place in a meeting of what stands in no line of it
ENDS = frozenset({"complete", "closed", "withdrawn", "merged"})
"""Statuses of an update and kinds of a step after which nobody waits for the action."""

TABLES = {
    "question": "meetings.exchange", "promise": "actions.commitment", "figure": "meetings.figure",
    "revisit": "actions.revisit", "judged": "minuting.assurance", "said": "meetings.entry",
    "action": "actions.action", "update": "actions.actionupdate", "report": "actions.report",
    "step": "actions.actionstep",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the thread: its event, and what the page says of it.

    ``row`` is what it was told from; ``by`` and ``to`` name posts with their holders of that day. ``action``
    is the action that it is, or is about. ``position`` is that of its line in the minutes.
    """

    event: Event
    row: Any
    table: str
    by: str = ""
    to: str = ""
    action: Action | None = None
    meeting: int | None = None
    position: int | None = None
    item: str = ""

    @property
    def restricted(self) -> bool:
        return bool(self.row.restricted) or bool(self.action and self.action.restricted)

    @property
    def about(self) -> tuple[str, int]:
        """Its row, as the audit trail names it."""
        return self.table, self.event.key


@dataclass(frozen=True, slots=True)
class Thread:
    """``lines`` in order; ``actions`` those given; ``figures`` those quoted about it, the first first."""

    lines: Sequence[Told] = ()
    actions: Sequence[Action] = ()
    figures: Sequence[Told] = ()
    holders: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Told]:
        return [one for one in self.lines if one.event.kind == kind]


def thread_of(
    topic: Topic,
    links: Sequence[TopicLink],
    said: Iterable[Said],
    actions: Iterable[Action],
    later: Iterable[Later],
    holders: Mapping[tuple[int, str], str],
) -> Thread:
    """What of the rows under a topic's items belongs to it. ``holders``: names by meeting and post."""
    spots = Spots(_spots(links))
    own = [one for one in actions if spots.have(_row_of(one))]
    rows = [one for one in said if _belongs(one, spots, topic)]
    titles = {link.item_id: str(link.item) for link in links if link.item_id is not None}
    by_key = {one.pk: one for one in own}
    lines = [_of_row(one, holders, titles) for one in rows]
    lines += [_of_action(one) for one in own]
    lines += _afterwards([one for one in later if one.action in by_key], by_key)
    told = {one.event.item for one in lines}
    lines += _mentions(links, _covered(rows, own), told)
    order = {id(one.event): at for at, one in enumerate(lines)}
    ordered = [lines[order[id(event)]] for event in in_order(one.event for one in lines)]
    return Thread(ordered, own, [one for one in ordered if one.event.kind == "figure"], holders)


def class_of(action: Action, today: dt.date) -> Outcome:
    facts = Facts(action.state, action.kept, action.first_due, action.lapses_from, action.silent_from)
    return outcome(facts, today)


def _spots(links: Iterable[TopicLink]) -> Iterator[Spot]:
    for link in links:
        if link.item is not None:
            line = link.entry
            heading, names = (line.heading, line.kind == "heading") if line else (None, False)
            yield Spot(link.item.pk, link.item.kind, heading, _position(link), names)


def _position(link: TopicLink) -> int | None:
    return link.entry.position if link.entry else None


def _belongs(one: Said, spots: Spots, topic: Topic) -> bool:
    if one.kind == "figure":  # the reader gives a figure its item and no line
        return measures(topic.name, f"{one.more} {one.text}")
    if one.kind == "judged":
        return True
    return spots.have(Row(one.item, one.heading, one.entries))


def _row_of(action: Action) -> Row:
    lines = (action.entry.position,) if action.entry else ()
    return Row(action.item_id, action.heading, lines)


def _covered(rows: Iterable[Said], actions: Iterable[Action]) -> set[tuple[int | None, int]]:
    """The lines of minutes that are told as something else already."""
    found: set[tuple[int | None, int]] = {(one.item, line) for one in rows for line in one.entries}
    return found | {(one.item_id, one.entry.position) for one in actions if one.entry}


def _of_row(one: Said, holders: Mapping[tuple[int, str], str], titles: Mapping[int, str]) -> Told:
    line = one.entries[0] if one.entries else None
    place = (one.meeting, one.item_position, LAST if line is None else line)
    event = Event(one.kind, one.key, one.on, one.forum, place, one.item)  # type: ignore[arg-type]
    return Told(
        event, one, TABLES[one.kind], _named(one.meeting, one.by, holders),
        _named(one.meeting, one.to, holders), None, one.meeting, line, titles.get(one.item, ""),
    )  # fmt: skip


def _of_action(one: Action) -> Told:
    line = one.entry.position if one.entry else None
    place = (one.meeting_id, one.item.position if one.item else 0, LAST if line is None else line)
    event = Event("action", one.pk, one.given, one.meeting.forum.name, place, one.item_id)
    return Told(event, one, TABLES["action"], action=one, meeting=one.meeting_id, position=line,
                item=str(one.item or ""))  # fmt: skip


def _afterwards(later: Sequence[Later], actions: Mapping[int, Action]) -> Iterator[Told]:
    """What was said of the actions, and the closing of those that nothing said closes."""
    ended = set()
    for one in later:
        action = actions[one.action]
        ends = one.tag in ENDS
        if ends:
            ended.add(action.pk)
        event = Event(
            "closed" if ends else "update", one.key, one.on, one.forum or action.meeting.forum.name,
            (one.meeting or LAST, LAST, LAST), of=action.pk,
        )  # fmt: skip
        yield Told(event, one, TABLES[one.kind], action=action, meeting=one.meeting)
    for action in actions.values():
        if action.ended and action.state in ("closed", "withdrawn") and action.pk not in ended:
            place = (LAST, LAST, LAST)
            event = Event("closed", action.pk, action.ended, action.meeting.forum.name, place, of=action.pk)
            yield Told(event, action, TABLES["action"], action=action)


def _mentions(
    links: Iterable[TopicLink], covered: set[tuple[int | None, int]], told: set[int | None]
) -> Iterator[Told]:
    """Lines in which it is spoken of and that are nothing else; no heading over what is told anyway."""
    for link in links:
        line = link.entry
        if line is None or (link.item_id, line.position) in covered:
            continue
        if line.kind == "heading" and link.item_id in told:
            continue
        place = (link.meeting_id, link.item.position if link.item else 0, line.position)
        event = Event("said", line.pk, link.meeting.date, link.meeting.forum.name, place, link.item_id)
        yield Told(
            event, line, TABLES["said"], meeting=link.meeting_id, position=line.position,
            item=str(link.item or ""),
        )  # fmt: skip


def _named(meeting: int, posts: Sequence[str], holders: Mapping[tuple[int, str], str]) -> str:
    """The posts with who held them then: "PCC (Rhoda Fenn)"."""
    named = [f"{one} ({holders[meeting, one]})" if (meeting, one) in holders else one for one in posts]
    return ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else "".join(named)
