"""What the pages of inspections show, as far as the actor sees it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.http import Http404

from answerable.audit.models import Event
from answerable.audit.queries import events_about
from answerable.core.inspections import chains
from answerable.core.permissions.table import Permission
from answerable.documents.models import Document
from answerable.meetings.seen import in_the_open
from answerable.people.models import Post
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.queries.inspections import OUTSTANDING, recommendations, with_counts
from answerable.topics.models import Topic
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here

MOST_EVENTS = 30  # of one recommendation's history that are listed
SHOWN = {"": "Outstanding", "open": "Open", "done": "Done, says the force", "late": "Past their date",
         "over": "Closed or not accepted", "all": "All"}  # fmt: skip
OVER = ("closed", "refused")


def sees_comments(at: Here, inspection: Inspection) -> bool:
    """Whether the actor sees what is written for the response: all do once it was published, before that
    those of both sides and the auditor."""
    return inspection.responded_on is not None or at.actor.may(Permission.READ_PAPERS)


def inspection_at(at: Here, key: int) -> Inspection:
    """Raises Http404."""
    rows = with_counts(Inspection.objects.filter(office_id=at.office_id, pk=key))
    found = rows.select_related("office", "force_comment_by", "office_comment_by").first()
    if found is None:
        raise Http404("There is no such inspection.")
    return found


def document_of(at: Here, inspection: Inspection) -> Document | None:
    rows = Document.objects.filter(pk=inspection.document_id) if inspection.document_id else None
    return at.sees(rows).defer("text").first() if rows is not None else None


def recommendation_at(at: Here, key: int) -> Recommendation:
    """Raises Http404."""
    rows = recommendations(at.office_id).select_related(
        "inspection__office", "post", "topic", "superseded_by__inspection", "force_comment_by",
        "office_comment_by",
    )  # fmt: skip
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404("There is no such recommendation.")
    return found


def of_report(inspection: Inspection) -> list[Recommendation]:
    """What a report recommends, in its order. One query."""
    rows = inspection.recommendations.select_related("post", "superseded_by__inspection")
    return list(rows.order_by("position"))


def reports(at: Here) -> QuerySet[Inspection]:
    return with_counts(Inspection.objects.filter(office_id=at.office_id)).order_by("-published", "title")


def listed(at: Here, show: str, kind: str | None, post: int | None, text: str) -> QuerySet[Recommendation]:
    """Recommendations that the filters let through; superseded ones, and those of reports that do not concern
    us, among "all" only."""
    rows = recommendations(at.office_id)
    states = {"": OUTSTANDING, "open": ("open",), "done": ("done",), "late": OUTSTANDING, "over": OVER}
    rows = rows.filter(state__in=states[show], inspection__concerns_us=True) if show in states else rows
    rows = rows.filter(due__lt=at.today) if show == "late" else rows
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(post_id=post) if post else rows
    for word in text.split():
        rows = rows.filter(Q(text__icontains=word) | Q(inspection__title__icontains=word))
    return rows


def superseded(at: Here) -> QuerySet[Recommendation]:
    return recommendations(at.office_id).filter(state="superseded")


def chain_of(one: Recommendation) -> tuple[list[Recommendation], list[Recommendation]]:
    """What took its place, one after the other; and what it took the place of, whose places those had taken
    among them. Two queries."""
    rows = Recommendation.objects.filter(inspection__office_id=one.inspection.office_id)
    links = dict(rows.exclude(superseded_by=None).values_list("pk", "superseded_by_id"))
    after = chains.onward(one.pk, links)
    before = [key for key in links if one.pk in chains.onward(key, links) and key != one.pk]
    found = rows.select_related("inspection").in_bulk([*after, *before])
    earlier = sorted((found[key] for key in before), key=lambda row: (row.inspection.published, row.pk))
    return [found[key] for key in after], earlier


def history(one: Recommendation) -> list[Event]:
    """What was done with it, the newest first. One query."""
    return list(events_about(one)[:MOST_EVENTS])


def could_supersede(at: Here, one: Recommendation) -> Choices:
    """What can take its place: outstanding ones, those of the newest reports first. One query."""
    rows = recommendations(at.office_id).filter(state__in=OUTSTANDING).exclude(pk=one.pk)
    newest = rows.order_by("-inspection__national", "-inspection__published", "position")[:MOST_CHOICES]
    return [(row.pk, f"{row}, {row.inspection.title[:NAME_LENGTH]}") for row in newest]


def post_choices(at: Here, nobody: str = "Nobody yet") -> Choices:
    """One query."""
    posts = Post.objects.filter(office_id=at.office_id).order_by("title")[:MOST_CHOICES]
    return [("", nobody), *((one.pk, one.title[:NAME_LENGTH]) for one in posts)]


def topic_choices(at: Here, held: Topic | None = None) -> Choices:
    """Topics that everybody may read of, and the one that is held already. One query."""
    rows = Topic.objects.filter(office_id=at.office_id).exclude(state__in=["dropped", "merged"])
    found = list(in_the_open(rows).order_by("name").values_list("pk", "name")[:MOST_CHOICES])
    if held and held.pk not in dict(found):
        found.append((held.pk, held.name))
    return [("", "None"), *((key, name[:NAME_LENGTH]) for key, name in found)]


def row_of(choices: Choices, key: int | None) -> bool:
    """Whether a key is one of the choices."""
    return any(value == key for value, _ in choices)


def neighbours(
    rows: Sequence[Recommendation], key: int
) -> tuple[Recommendation | None, Recommendation | None]:
    """The one before and the one after in their report."""
    at = next(place for place, one in enumerate(rows) if one.pk == key)
    return rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
