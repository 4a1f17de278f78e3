"""What the pages of papers show: meetings with what was asked and sent, a version with what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from answerable.core.papers.subjects import propose_topics
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.seen import in_the_open
from answerable.papers.models import BriefingNote, Coverage, Judgement, NoteVersion, Point, Template, Terms
from answerable.papers.queries import newest_versions
from answerable.topics.models import Topic
from answerable.web.actor import Actor
from answerable.workspace.here import Here

State = Meeting.State
MOST_TEMPLATES = 100  # that can be chosen from
MOST_TOPICS = 500  # that a point can be tied to: a select of more is not read to its end


def sees_drafts(actor: Actor) -> bool:
    """Whether somebody sees what the office has not sent or decided yet: all but the force do."""
    return actor.may(Permission.SET_TERMS) or not actor.may(Permission.SEND_NOTES)


@dataclass(slots=True)
class Asked:
    """A meeting with its terms as far as the actor sees them, its two deadlines, and its newest notes."""

    meeting: Meeting
    terms: Terms | None = None
    points: int = 0
    terms_due: Deadline | None = None
    due: Deadline | None = None
    notes: list[NoteVersion] = field(default_factory=list)


def meetings_ahead(here: Here) -> QuerySet[Meeting]:
    """The meetings that are planned from today on, the next one first."""
    return _meetings(here).filter(date__gte=here.today, state=State.PLANNED).order_by("date", "pk")


def meetings_before(here: Here) -> QuerySet[Meeting]:
    """Meetings whose day is over, and that had terms of reference or notes, the last one first."""
    of = {"meeting": OuterRef("pk")}
    papers = Exists(Terms.objects.filter(**of)) | Exists(BriefingNote.objects.filter(**of))
    return _meetings(here).filter(papers, date__lt=here.today).order_by("-date", "-pk")


def asked_of(here: Here, meetings: Sequence[Meeting]) -> list[Asked]:
    """What was asked and sent for each of the meetings. Three queries, whatever their number."""
    found = {one.pk: Asked(one) for one in meetings}
    counted = Terms.objects.filter(meeting__in=found).annotate(count=Count("points"))
    for terms in counted if sees_drafts(here.actor) else counted.filter(sent_at__isnull=False):
        row = found[terms.meeting_id]
        row.terms, row.points = terms, terms.count
    _put_deadlines(found)
    for version in here.sees(newest_versions(meetings), "document"):
        found[version.note.meeting_id].notes.append(version)
    return list(found.values())


def due_for(meeting: Meeting) -> Asked:
    """A meeting with nothing but its two deadlines. One query."""
    found = Asked(meeting)
    _put_deadlines({meeting.pk: found})
    return found


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    return get_object_or_404(_meetings(here), pk=key)


def terms_of(here: Here, meeting: Meeting) -> Terms | None:
    """The terms of reference with their points, as far as the actor sees them."""
    rows = Terms.objects.filter(meeting=meeting).select_related("sent_by")
    rows = rows if sees_drafts(here.actor) else rows.filter(sent_at__isnull=False)
    return rows.prefetch_related("points", "amendments__by").first()


def moved_onto(meeting: Meeting) -> Meeting | None:
    """The meeting that took what was due at a cancelled one."""
    move = meeting.moves.filter(onto__isnull=False).select_related("onto__forum").last()
    return move.onto if move else None


def point_at(here: Here, key: int) -> Point:
    """Raises Http404."""
    rows = Point.objects.select_related("terms__meeting__forum", "topic")
    return get_object_or_404(rows, pk=key, terms__meeting__office_id=here.office_id)


def topics_to_choose(here: Here) -> list[tuple[int, str]]:
    """Key and name of the topics that a point can be tied to: those that people may all read of."""
    rows = Topic.objects.filter(office_id=here.office_id).exclude(state=Topic.State.DROPPED)
    return list(in_the_open(rows).order_by("name").values_list("pk", "name")[:MOST_TOPICS])


def proposed_topics(points: Sequence[Point], topics: Sequence[tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """By a point's key, the topic that its words name; of points without one."""
    free = [one for one in points if one.topic_id is None]
    names = dict(topics)
    found = propose_topics([one.text for one in free], topics)
    return {
        one.pk: (key, names[key])
        for one, key in zip(free, found, strict=True)
        if isinstance(key, int)
    }  # fmt: skip


def topic_names(here: Here, points: Iterable[Point]) -> dict[int, str]:
    """The names of the topics that points are tied to, by their keys; one that is restricted is left out."""
    rows = Topic.objects.filter(pk__in={one.topic_id for one in points if one.topic_id})
    return dict(in_the_open(rows.filter(office_id=here.office_id)).values_list("pk", "name"))


def templates(here: Here) -> QuerySet[Template]:
    return Template.objects.filter(office_id=here.office_id).select_related("forum")


def template_at(here: Here, key: int) -> Template:
    """Raises Http404."""
    return get_object_or_404(templates(here), pk=key)


def templates_for(here: Here, meeting: Meeting) -> list[Template]:
    """Those of the meeting's forum, then those of any."""
    rows = templates(here).filter(Q(forum=meeting.forum_id) | Q(forum=None))
    return sorted(rows[:MOST_TEMPLATES], key=lambda one: (one.forum_id is None, one.name))


def versions_of(here: Here, meeting: Meeting) -> list[list[NoteVersion]]:
    """Every note of a meeting, each as its versions, the newest first."""
    found: dict[int, list[NoteVersion]] = defaultdict(list)
    for version in _versions(here).filter(note__meeting=meeting).order_by("note_id", "-number"):
        found[version.note_id].append(version)
    return list(found.values())


def version_at(here: Here, key: int) -> NoteVersion:
    """Raises Http404."""
    return get_object_or_404(_versions(here), pk=key)


def siblings(here: Here, version: NoteVersion) -> list[NoteVersion]:
    """All versions of the same note, the newest first."""
    return list(_versions(here).filter(note=version.note_id).order_by("-number"))


def judgement_of(here: Here, version: NoteVersion) -> Judgement | None:
    """The judgement as far as the actor sees it: the force, once it is decided."""
    found: Judgement | None = getattr(version, "judgement", None)
    return found if found and (found.outcome or sees_drafts(here.actor)) else None


def judged(here: Here, forum: int | None) -> QuerySet[NoteVersion]:
    """Every version that came in, the last meeting first, and of a note the newest version."""
    rows = _versions(here).filter(note__meeting__forum=forum) if forum else _versions(here)
    return rows.order_by("-note__meeting__date", "note_id", "-number")


def verdict_counts(versions: Sequence[NoteVersion]) -> Mapping[int, Mapping[str, int]]:
    """By a version's key, how many of its points have each verdict. One query."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = Coverage.objects.filter(version__in=[one.pk for one in versions]).order_by()
    for key, verdict, count in rows.values_list("version", "verdict").annotate(n=Count("pk")):
        found[key][verdict] = count
    return found


def _put_deadlines(found: Mapping[int, Asked]) -> None:
    kinds = [Deadline.Kind.TERMS, Deadline.Kind.PAPERS]
    for due in Deadline.objects.filter(meeting__in=found, kind__in=kinds):
        row = found[due.meeting_id]
        if due.kind == Deadline.Kind.PAPERS:
            row.due = due
        else:
            row.terms_due = due


def _meetings(here: Here) -> QuerySet[Meeting]:
    return Meeting.objects.filter(office_id=here.office_id).select_related("forum", "office")


def _versions(here: Here) -> QuerySet[NoteVersion]:
    """The versions that the actor may see, with what every page says of them."""
    rows = NoteVersion.objects.filter(note__meeting__office_id=here.office_id)
    joined = rows.select_related("note__meeting__forum", "judgement__by", "document", "sent_by")
    return here.sees(joined, "document").defer("document__text")
