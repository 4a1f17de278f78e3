"""Earlier exchanges on the subjects of a meeting, and what became of what was answered: five queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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


def lines_of(reader: Reader, meeting: Meeting, items: Sequence[Item], points: Sequence[Point]) -> list[Line]:
    """The lines of questioning for the points and items of a meeting, in their order."""
    subjects = _subjects(reader, meeting, items, points)
    links = _links(reader, meeting, subjects)
    exchanges = _exchanges(reader, meeting, links)
    items_spoken = {one.item_id for one in exchanges if one.item_id}
    promises, actions = _promises(reader, items_spoken), _actions(reader, items_spoken)
    found = []
    for subject in subjects:
        own = [one for one in links if one.topic_id == subject.topic]
        earlier = [one for one in exchanges if any(_spoken(one, link) for link in own)][:MOST_EARLIER]
        if earlier:
            told = [_told(reader, one, promises, actions) for one in earlier]
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


def _exchanges(reader: Reader, meeting: Meeting, links: Sequence[TopicLink]) -> list[Exchange]:
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


def _promises(reader: Reader, items: Iterable[int]) -> Mapping[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = {}
    for one in (
        reader.sees(Commitment.objects.filter(item__in=items)).select_related("entry").order_by("position")
    ):
        found.setdefault(one.item_id or 0, []).append(one)
    return found


def _actions(reader: Reader, items: Iterable[int]) -> Mapping[int, list[Action]]:
    found: dict[int, list[Action]] = {}
    for one in reader.sees(Action.objects.filter(item__in=items)).order_by("position"):
        found.setdefault(one.item_id or 0, []).append(one)
    return found


def _told(
    reader: Reader,
    one: Exchange,
    promises: Mapping[int, list[Commitment]],
    actions: Mapping[int, list[Action]],
) -> Earlier:
    """An exchange with the promises in its own lines, and the actions that were given beside it."""
    item = one.item_id or 0
    own = [
        promise
        for promise in promises.get(item, [])
        if promise.entry and promise.entry.position in one.entries
    ]
    beside = [action for action in actions.get(item, []) if action.heading == one.heading]
    rows = [one, *own, *beside]
    reader.shows(*rows)
    return Earlier(
        on=one.meeting.date, forum=one.meeting.forum.name, item=(one.item.number if one.item else "") or "",
        asked_by=one.asked_by, question=one.question, answered_by=one.answered_by, answer=one.response,
        stance=one.stance or "",
        promises=[Promise(promise.text, promise.by, promise.due) for promise in own],
        actions=[_given(reader, action) for action in beside],
        place=(one.meeting_id, one.entries[0]) if one.entries else None,
        restricted=any(row.restricted for row in rows),
    )  # fmt: skip


def _given(reader: Reader, action: Action) -> Given:
    at = standing(action, reader.here.today)
    stands = f"{at.word.lower()}, {at.detail}" if at.detail else at.word.lower()
    late = at.word in ("Overdue", "Lapsed")
    return Given(action.number or "", action.text, action.state, stands, action.due, late, action.pk)
