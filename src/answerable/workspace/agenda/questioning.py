"""Earlier exchanges on the subjects of a meeting, and what became of what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from answerable.actions.models import Action, Commitment
from answerable.core.agenda.suggesting import MOST_EARLIER, Earlier, Given, Line, Promise, line_of
from answerable.core.papers.subjects import propose_topics
from answerable.meetings.models import Exchange, Item, Meeting, TopicLink
from answerable.meetings.seen import links_seen_by, topics_seen_by
from answerable.papers.models import Point
from answerable.topics.models import Topic
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.standing import standing

MOST_TOPICS = 2000  # of an office that are looked through
MOST_LINES = 8  # subjects of one pack: each is a few minutes of a meeting
MOST_LINKS = 400  # places that are looked at for all of them, the newest


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic of the meeting, with the points and items that it belongs to."""

    topic: int
    name: str
    at: list[str]


@dataclass(frozen=True, slots=True)
class Before:
    """The subjects of a meeting, where they are spoken of, and what was asked there, the newest first."""

    subjects: list[Subject]
    links: list[TopicLink]
    exchanges: list[Exchange]

    @property
    def items(self) -> set[int]:
        return {one.item_id for one in self.exchanges if one.item_id}


def asked_before(reader: Reader, meeting: Meeting, items: Sequence[Item], points: Sequence[Point]) -> Before:
    """What was asked before on the points and items of a meeting. Three queries."""
    subjects = _subjects(reader, meeting, items, points)
    links = _links(reader, meeting, subjects)
    return Before(subjects, links, _exchanges(reader, links))


def lines_of(reader: Reader, before: Before, actions: Iterable[Action]) -> list[Line]:
    """The lines of questioning, in the order of the points and items; ``actions`` are those given beside
    what was asked. One query."""
    beside = Beside(
        _by_item(actions),
        _by_item(reader.sees(Commitment.objects.filter(item__in=before.items)).select_related("entry")),
    )
    found = []
    for subject in before.subjects:
        own = [one for one in before.links if one.topic_id == subject.topic]
        earlier = [one for one in before.exchanges if any(_spoken(one, link) for link in own)][:MOST_EARLIER]
        if earlier:
            beside.told.clear()
            told = [_told(reader, one, beside) for one in earlier]
            found.append(line_of(subject.name, subject.at, told, reader.here.today))
    return found[:MOST_LINES]


def _subjects(
    reader: Reader, meeting: Meeting, items: Sequence[Item], points: Sequence[Point]
) -> list[Subject]:
    """The topics that points are tied to, that carried items were about, and that the words name."""
    carried = TopicLink.objects.filter(topic=OuterRef("pk"), item__carried_to__meeting=meeting)
    rows = topics_seen_by(reader.actor, Topic.objects.filter(office_id=meeting.office_id))
    rows = rows.exclude(state=Topic.State.DROPPED).annotate(is_carried=Exists(carried))
    topics = {one.pk: one for one in rows.order_by("-score", "pk")[:MOST_TOPICS]}
    named = [(one.pk, one.name) for one in topics.values()]
    texts = [*(one.text for one in points), *(one.title for one in items), meeting.theme]
    proposed = propose_topics(texts, named)
    found: dict[int, list[str]] = {}
    for at, (text, key) in enumerate(zip(texts, proposed, strict=True)):
        tied = points[at].topic_id if at < len(points) else None
        for topic in dict.fromkeys([tied, key]):
            if isinstance(topic, int) and topic in topics:
                found.setdefault(topic, []).append(text)
    for topic in (one for one in topics.values() if one.is_carried):
        found.setdefault(topic.pk, [])
    return [Subject(key, topics[key].name, list(dict.fromkeys(at))) for key, at in found.items()]


def _links(reader: Reader, meeting: Meeting, subjects: Sequence[Subject]) -> list[TopicLink]:
    rows = TopicLink.objects.filter(topic__in=[one.topic for one in subjects], meeting__date__lt=meeting.date)
    seen = links_seen_by(reader.actor, rows.exclude(item=None)).select_related("entry")
    return list(seen.order_by("-meeting__date", "pk")[:MOST_LINKS])


def _exchanges(reader: Reader, links: Sequence[TopicLink]) -> list[Exchange]:
    """The exchanges under the items that are spoken of, the newest first."""
    rows = reader.sees(Exchange.objects.filter(item__in={one.item_id for one in links}))
    return list(rows.select_related("meeting__forum", "item").order_by("-meeting__date", "position"))


def _spoken(one: Exchange, link: TopicLink) -> bool:
    """Whether a topic is spoken of in an exchange: its very lines, its heading, or its whole item."""
    if one.item_id != link.item_id:
        return False
    if link.entry is None or link.entry.position in one.entries:
        return True
    return link.entry.heading == one.heading


@dataclass(frozen=True, slots=True)
class Beside:
    """What the minutes hold beside what was asked, by the item that it stands under; and the keys of the
    actions that the line at hand has told."""

    actions: Mapping[int, list[Action]]
    promises: Mapping[int, list[Commitment]]
    told: set[int] = field(default_factory=set)


def _by_item(rows: Iterable[Any]) -> dict[int, list[Any]]:
    """Rows in the order of the minutes."""
    found: dict[int, list[Any]] = {}
    for one in sorted(rows, key=lambda one: (one.meeting_id, one.position)):
        found.setdefault(one.item_id or 0, []).append(one)
    return found


def _told(reader: Reader, one: Exchange, beside: Beside) -> Earlier:
    """An exchange with the promises in its own lines, and the actions given under its heading.

    An action is told once, with the first of the exchanges that it was given beside.
    """
    item = one.item_id or 0
    promises = [
        row for row in beside.promises.get(item, []) if row.entry and row.entry.position in one.entries
    ]
    actions = [
        row
        for row in beside.actions.get(item, [])
        if row.heading == one.heading and row.pk not in beside.told
    ]
    beside.told.update(row.pk for row in actions)
    rows = [one, *promises, *actions]
    reader.shows(*rows)
    return Earlier(
        on=one.meeting.date, forum=one.meeting.forum.name, item=(one.item.number if one.item else "") or "",
        asked_by=one.asked_by, question=one.question, answered_by=one.answered_by, answer=one.response,
        stance=one.stance or "",
        promises=[Promise(row.text, row.by, row.due) for row in promises],
        actions=[_given(reader, row) for row in actions],
        place=(one.meeting_id, one.entries[0]) if one.entries else None,
        restricted=any(row.restricted for row in rows),
    )  # fmt: skip


def _given(reader: Reader, action: Action) -> Given:
    at = standing(action, reader.here.today)
    stands = f"{at.word.lower()}, {at.detail}" if at.detail else at.word.lower()
    late = at.word in ("Overdue", "Lapsed")
    return Given(action.number or "", action.text, action.state, stands, action.due, late, action.pk)
